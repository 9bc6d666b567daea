/** The page that tells users how to write a pack: its examples are packs, and they judge. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { evaluators } from '../../src/indicators/evaluators'
import { judge } from '../../src/indicators/judge'
import type { Pack } from '../../src/policy/clause'
import { readPack } from '../../src/policy/read-pack'
import { shippedPacks } from '../../src/policy/shipped'
import { repository } from '../helpers/shared'
import { area, compound, facility, statesOf, studyOf, type Town } from '../helpers/town'

const page = readFileSync(join(repository, 'data', 'policies', 'README.md'), 'utf8')
const [example, guizhou, anhui] = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map((match) => match[1]!)

function packFrom(text: string): Pack {
  const { pack, problems } = readPack(text, '例子.json')
  expect(problems).toEqual([])
  return pack!
}

/** The example with the fragment of a variant in place of the threshold and the readings of its first clause. */
function variant(fragment: string): Pack {
  const { threshold, readings } = JSON.parse(fragment) as { threshold: object; readings: { option: string }[] }
  const whole = JSON.parse(example!) as { clauses: { parameters: object; readings: { option: string }[] }[] }
  const first = whole.clauses[0]!
  const kept = first.readings.filter(({ option }) => !readings.some((other) => other.option === option))
  return packFrom(JSON.stringify({ ...whole, clauses: [{ ...first, parameters: { ...first.parameters, threshold }, readings: [...kept, ...readings] }, ...whole.clauses.slice(1)] }))
}

const city = area('6401', 'city')
const block = (id: string, households: number, careAreaM2: number | null, more = {}) => compound(id, { area: '6401', households, careAreaM2, completed: '2024-06-01', ...more })
const judged = (pack: Pack, town: Town, options = {}) => judge(studyOf({ areas: [city], ...town }), [pack], options)

describe('the example of Yinchuan', () => {
  const pack = packFrom(example!)

  test('asks 30 of a new compound and 20 of an old one: 1000 households need 300 and 200 m²', () => {
    const [fresh, old] = judged(pack, { compounds: [block('N-300', 1000, 300), block('N-299', 1000, 299), block('O-200', 1000, 200, { completed: '1999' }), block('O-199', 1000, 199, { completed: '1999' })] })
    expect(statesOf(fresh!)).toEqual({ 'N-300': 'met', 'N-299': 'unmet' })
    expect(statesOf(old!)).toEqual({ 'O-200': 'met', 'O-199': 'unmet' })
    expect([fresh!.shortfall, old!.shortfall]).toEqual([1, 1])
  })

  test('compares its deadline with the data date', () => {
    expect(judged(pack, {}).map(({ deadline, pastDue }) => [deadline, pastDue])).toEqual([[null, null], ['2025-12-31', false]])
  })

  test('has an id of its own, so that it can stand beside the shipped ones', () => {
    expect(shippedPacks.map(({ id }) => id)).not.toContain(pack.id)
  })
})

test('Guizhou: 20 m², and a site under 350 m² does not count however small the compound', () => {
  const pack = variant(guizhou!)
  const town = { compounds: [block('A', 1750, 350), block('B', 1000, 349), block('C', 1751, 350)] }
  expect(statesOf(judged(pack, town)[0]!)).toEqual({ A: 'met', B: 'unmet', C: 'unmet' })
  expect(statesOf(judged(pack, town, { singleSiteMinimum: null })[0]!)).toEqual({ A: 'met', B: 'met', C: 'unmet' })
})

test('Anhui: a room shared within 300 m makes up for a compound without one, a farther one does not', () => {
  const pack = variant(anhui!)
  const here = [106.2, 38.5] as const
  const east = (metres: number): readonly [number, number] => [here[0] + metres / 87_200, here[1]]
  const town = (metres: number): Town => ({
    compounds: [block('A', 500, null, { pool: '甲', at: east(0) }), block('B', 500, null, { pool: '甲', at: east(metres) })],
    facilities: [facility('F', 'COMM', 'community', '6401', { serves: ['A', 'B'], floorAreaM2: 300, at: east(0) })],
  })
  expect(statesOf(judged(pack, town(250))[0]!)).toEqual({ A: 'met', B: 'met' })
  expect(statesOf(judged(pack, town(350))[0]!).B).not.toBe('met')
})

describe('the table of parameters', () => {
  test('names every evaluator that judges, and no other', () => {
    const table = page.slice(page.indexOf('## 算法与参数'), page.indexOf('## English'))
    const named = [...table.matchAll(/^\| `([a-z-]+)` [^|`]*\|/gm)].map((match) => match[1]!).filter((name) => name !== 'evaluator')
    expect([...new Set(named)].sort()).toEqual(evaluators.map(({ id }) => id).sort())
  })

  test('every example in it that is JSON reads as JSON', () => {
    const cells = [...page.matchAll(/`([[{][^`]*[\]}])`/g)].map((match) => match[1]!)
    expect(cells.length).toBeGreaterThan(15)
    for (const cell of cells) expect(() => JSON.parse(cell), cell).not.toThrow()
  })
})

/** The formula that is shown, worked out by somebody else, gives the figure that is shown. */
import { describe, expect, test } from 'vitest'
import { explain } from '../../../src/indicators/explain/explain'
import { formulaGiving } from '../../../src/indicators/explain/formula'
import { judge } from '../../../src/indicators/judge'
import type { Options, Study } from '../../../src/model/study'
import { shippedPacks } from '../../../src/policy/shipped'
import type { EditDraft } from '../../../src/scenario/edit'
import { newScenario, perform } from '../../../src/scenario/scenario'
import { studyUnder } from '../../../src/scenario/study-under'
import { valueOfSum } from '../../helpers/arithmetic'
import { randomFrom } from '../../helpers/random'
import { sampleStudy } from '../../helpers/sample'

const base = await sampleStudy()

describe('the evaluator of sums', () => {
  test('keeps the order of school: products before sums, from the left, brackets first', () => {
    expect(['2 + 3 * 4', '12 / 2 / 3', '(2 + 3) * 4', '10 - 2 - 3', 'min(3, 2 + 4) + max(1, 5)', '-3 + 1', '0.5 * 100'].map(valueOfSum)).toEqual([14, 2, 20, 5, 8, -2, 50])
  })

  test('refuses what is no sum', () => {
    for (const text of ['', '1e-7', '2 +', '(1', '1 2', 'a / b']) expect(() => valueOfSum(text), text).toThrow()
  })
})

describe('every explanation of the sample town', () => {
  test.each([
    ['as the ledgers are', base, {}],
    ['under other readings', base, { coverage: 'reached', figureSource: 'stated', areaFrom: 'facilities' }],
    ['under a random plan', planned(7), {}],
    ['under another', planned(20261122), {}],
  ] as const)(
    'holds a formula that comes to the figure shown, %s',
    (_, study, options) => {
      const { asked, apart } = explainedApart(study, options)
      expect(apart).toEqual([])
      expect(asked).toBeGreaterThan(400)
    },
    120_000,
  )
})

describe('a formula', () => {
  const shown = (numerator: number | null, denominator: number | null, value: number | null) => formulaGiving({ numerator, denominator, value })

  test('is the share, or so many per hundred, or what is left, or the count itself', () => {
    expect(shown(3, 4, 0.75)).toBe('3 / 4')
    expect(shown(102, 780, (102 / 780) * 100)).toBe('102 / 780 * 100')
    expect(shown(112, 168, 56)).toBe('168 - 112')
    // Beds against their norm: half of it is not what is left of it.
    expect(shown(150, 300, 150)).toBe('150')
    expect(formulaGiving({ numerator: 30, denominator: 1000, value: 30 }, 1000)).toBe('30 / 1000 * 1000')
  })

  test('is in digits however small the figure, and there is none without a figure', () => {
    expect(shown(null, null, 1e-7)).toBe('0.0000001')
    expect(shown(0, 5, null)).toBeNull()
    expect(shown(0, 0, null)).toBeNull()
  })
})

function planned(seed: number): Study {
  const random = randomFrom(seed)
  let plan = newScenario([], { name: 'A' })
  for (let step = 0; step < 40; step++) plan = perform(plan, editOf(random))
  return studyUnder(base, plan)
}

/** Clauses whole and a seeded sample of their units: those whose formula comes to something else, or is lacking where a figure is shown. */
function explainedApart(study: Study, options: Options): { asked: number; apart: unknown[] } {
  const random = randomFrom(5)
  const apart: unknown[] = []
  let asked = 0
  for (const result of judge(study, shippedPacks, options)) {
    const packs = shippedPacks.filter(({ id }) => id === result.policy)
    const some = Array.from({ length: Math.min(6, result.units.length) }, () => result.units[Math.floor(random() * result.units.length)]!)
    for (const of of [null, ...some]) {
      const shown = (of ?? result).value
      const { formula, value } = explain(study, packs, [result], result.clause, of?.id ?? null, options)!
      asked++
      const comes = formula === null ? null : valueOfSum(formula)
      const same = comes === null || shown === null ? comes === shown : Math.abs(comes - shown) <= 1e-9 * Math.max(1, Math.abs(shown))
      if (!same || value !== shown) apart.push({ clause: result.clause, unit: of?.id ?? null, formula, comes, value, shown })
    }
  }
  return { asked, apart }
}

/** What planners do most to the town, to records drawn by chance. */
function editOf(random: () => number): EditDraft {
  const among = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const facility = among(base.facilities).id
  const compound = among(base.compounds)
  return among<() => EditDraft>([
    () => ({ type: 'move-facility', facility, to: among(base.facilities).at ?? [103.5, 25.4] }),
    () => ({ type: 'close-facility', facility }),
    () => ({ type: 'resize-facility', facility, floorAreaM2: among([null, 0, 333.3, 1200]), beds: among([null, 17, 300]) }),
    () => ({ type: 'serve', facility, serves: [compound.id, among(base.compounds).id] }),
    () => ({ type: 'set-households', of: { kind: 'compound', id: compound.id }, households: among([null, 0, 777]) }),
    () => ({ type: 'set-elders', of: { kind: 'area', id: among(base.areas).id }, elders60: among([null, 0, 1234]), residents: 4321 }),
    () => ({ type: 'set-pool', compound: compound.id, pool: among(base.compounds).pool }),
    () => ({ type: 'set-rectification', of: { kind: 'compound', id: compound.id }, status: 'done', areaM2: 166.7 }),
  ])()
}

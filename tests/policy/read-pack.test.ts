import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readPack } from '../../src/policy/read-pack'
import { shippedPacks } from '../../src/policy/shipped'
import { lacks, shared, title } from '../helpers/shared'
import { yinchuan } from '../helpers/yinchuan'

const written = JSON.stringify(yinchuan, null, 2)
/** The pack with one text of it replaced, which must be there. */
const changed = (from: string, to: string): string => {
  expect(written).toContain(from)
  return written.replace(from, to)
}
const lineOf = (text: string, needle: string): number => text.slice(0, text.indexOf(needle)).split('\n').length
const read = (text: string) => {
  const { pack, problems } = readPack(text, 'yinchuan.json')
  return { pack, told: problems.map(({ at, detail }) => `${at.row} ${at.column ?? ''} ${detail}`), problems }
}

test('a pack that a user wrote is read; what may be left out has its empty value', () => {
  const { pack, problems } = read(written)
  expect(problems).toEqual([])
  expect(pack).toMatchObject({ id: 'yinchuan-2024', clauses: [{ id: 'YC-1', alsoQuotes: [], article: '', orNeeds: [], note: '' }, { id: 'YC-2' }, { id: 'YC-3' }] })
})

test('a mark in front of the text is no mistake', () => expect(read(`\ufeff${written}`).pack?.id).toBe('yinchuan-2024'))

test('every shipped pack is one that a user could have written, with nothing left out', () => {
  for (const pack of shippedPacks) expect(readPack(JSON.stringify(pack), pack.id)).toEqual({ pack, problems: [] })
})

describe('a pack is refused with the line, the way to the value and what should stand there', () => {
  test.each<[string, string, string, string, string]>([
    ['a comparator that does not exist', '"at": "least"', '"at": "atleast"', 'clauses.0.parameters.threshold.at', '"atleast" (least | most | below | above | equal)'],
    ['text for a number', '"value": 30', '"value": "30"', 'clauses.0.parameters.threshold.value', '"30" (number)'],
    ['an option that does not exist', '"option": "households"', '"option": "household"', 'clauses.0.readings.0.option', '"household" ('],
    ['a default that is not offered', '"default": "planned"', '"default": "registered"', 'clauses.0.readings.0.default', '"registered" (planned | built)'],
    ['an id that stands twice', '"id": "YC-2"', '"id": "YC-1"', 'clauses.1.id', '"YC-1" (id ≠)'],
    ['a key that is missing', '"quote": "新建住宅小区每百户不低于30平方米",', '', 'clauses.0.quote', '– (string)'],
    ['a key that nobody knows', '"spatial": false', '"spatial": false, "threshhold": 1', 'clauses.0.threshhold', '1 (×)'],
    ['an empty title', '"zh": "新建小区每百户配建面积"', '"zh": ""', 'clauses.0.title.zh', '"" (≥ 1)'],
    ['a day that does not exist', '"date": "2024-02-29"', '"date": "2023-02-29"', 'document.date', '"2023-02-29" (YYYY-MM-DD)'],
    ['a level that does not exist', '"where": null', '"where": { "hasLevel": "villages" }', 'clauses.2.parameters.units.where.hasLevel', '"villages" ('],
    ['a kind that does not exist', '"STREET"', '"STREETS"', 'clauses.2.parameters.facility.kinds.1', '"STREETS" ('],
    ['parameters that the evaluator cannot do without', '"min": 1,', '', 'clauses.2.parameters.min', '– (unit-share)'],
    ['a set of kinds that does not exist', '"kindSet": "community"', '"kindSet": "communities"', 'clauses.0.parameters.area.facilities.kindSet', '"communities" (institutions | plus-day-care | community | all-care)'],
    ['an id with blanks', '"id": "yinchuan-2024"', '"id": "Yin Chuan"', 'id', '"Yin Chuan" ('],
    ['a version of the future', '"version": 1', '"version": 2', 'version', '2 (1)'],
  ])('%s', (_, from, to, column, detail) => {
    const text = changed(from, to)
    const { pack, problems } = read(text)
    expect(pack).toBeNull()
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ code: 'policy-unreadable', severity: 'error', at: { file: 'yinchuan.json', column } })
    expect(problems[0]!.detail!.startsWith(detail)).toBe(true)
    if (to !== '') expect(problems[0]!.at.row).toBe(lineOf(written, from))
  })

  test('a comma too many is told with its line', () => {
    const text = `${written.trimEnd().slice(0, -1)},\n}`
    expect(read(text)).toMatchObject({ pack: null, told: [`${text.split('\n').length}  }`] })
  })

  test('every mistake is told, from the top down', () => {
    const text = written.replace('"at": "least"', '"at": "x"').replace('"version": 1', '"version": 9').replace('"min": 1', '"min": "1"')
    expect(read(text).problems.map(({ at }) => at.column)).toEqual(['version', 'clauses.0.parameters.threshold.at', 'clauses.2.parameters.min'])
  })

  test.each(['null', '[]', '5', '{}', '"x"'])('%s is no pack', (text) => expect(read(text).pack).toBeNull())
})

test('a pack changes nothing but itself', () => {
  const { pack } = read(changed('"min": 1,', '"min": 1, "__proto__": { "polluted": true },'))
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  expect((pack?.clauses[2]?.parameters as Record<string, unknown> | undefined)?.['polluted']).toBeUndefined()
})

test.skipIf(lacks('clauses.json'))(title('every clause of the catalogue is one that a pack may hold', 'clauses.json'), () => {
  const { clauses } = JSON.parse(readFileSync(shared('clauses.json'), 'utf8')) as { clauses: readonly Readonly<Record<string, unknown>>[] }
  expect(clauses.length).toBeGreaterThan(140)
  for (const { evaluator, parameters } of clauses) {
    const clause = { ...yinchuan.clauses[0]!, evaluator, parameters }
    expect([parameters, readPack(JSON.stringify({ ...yinchuan, clauses: [clause] }), 'catalogue').problems]).toEqual([parameters, []])
  }
})

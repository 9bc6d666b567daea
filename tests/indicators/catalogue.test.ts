/** The packs against the catalogue of clauses, and every reading of every clause on the sample town. */
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { evaluators } from '../../src/indicators/evaluators'
import { judgeClause } from '../../src/indicators/judge'
import { states, type Result } from '../../src/indicators/result'
import type { Study } from '../../src/model/study'
import { policyOptions } from '../../src/policy/options'
import { packSchema } from '../../src/policy/pack-schema'
import { shippedPacks } from '../../src/policy/shipped'
import { deadlineOf, readingOf } from '../../src/policy/reading'
import { factItem } from '../../src/tables/fact-items'
import { sampleStudy } from '../helpers/sample'
import { lacks, shared, title } from '../helpers/shared'

const clauses = shippedPacks.flatMap((pack) => pack.clauses.map((clause) => ({ pack, clause, id: clause.id })))

type Listed = { readonly id: string; readonly document: string; readonly quote: string; readonly alsoQuotes: readonly string[]; readonly evaluator: string; readonly binding: string; readonly parameters: Record<string, unknown>; readonly deadline: unknown; readonly readings: readonly { readonly option: string; readonly choices: readonly unknown[]; readonly default: unknown }[] }
const absent = lacks('clauses.json')
const listed: readonly Listed[] = absent ? [] : (JSON.parse(readFileSync(shared('clauses.json'), 'utf8')) as { clauses: readonly Listed[] }).clauses

describe.skipIf(absent)(title('the catalogue', 'clauses.json'), () => {
  test('has 148 clauses, each in its pack and no clause more', () => {
    expect(listed).toHaveLength(148)
    expect(clauses.map(({ id }) => id).sort()).toEqual(listed.map(({ id }) => id).sort())
  })

  test.each(listed.map((clause) => [clause.id, clause] as const))('%s: same document, evaluator, threshold, deadline and quotation', (id, entry) => {
    const { pack, clause } = clauses.find((shipped) => shipped.id === id)!
    expect(pack.id).toBe(entry.document)
    expect(clause.evaluator).toBe(entry.evaluator)
    expect(clause.parameters['threshold'] ?? null).toEqual(entry.parameters['threshold'] ?? null)
    expect(clause.parameters['thresholdFromOption']).toEqual(entry.parameters['thresholdFromOption'])
    expect(clause.parameters['unitsThreshold']).toEqual(entry.parameters['unitsThreshold'])
    expect(clause.deadline).toEqual(entry.deadline)
    expect(clause.quote).toBe(entry.quote)
    expect(clause.alsoQuotes).toEqual(entry.alsoQuotes)
    expect(clause.binding).toBe(entry.binding)
    const readings = clause.readings.map(({ option, choices, default: own }) => ({ option, choices, default: own }))
    for (const { option, choices, default: own } of entry.readings) expect(readings).toContainEqual({ option, choices, default: own })
  })
})

describe.skipIf(lacks('policies'))(title('the documents', 'policies'), () => {
  const files: Readonly<Record<string, string>> = { QJ: '000_a232a6eb2578f4cb.txt', XM: '001_511644f75b011b1c.txt', HL: '002_28b7bbaa042b7580.txt', BJ: '003_6b529a61aa1d4bbe.txt', CQ: '004_19a727cab1a41d60.txt' }
  const bare = (text: string) => text.replace(/\s/g, '')

  test('hold every quotation of every clause word for word, white space aside', () => {
    const texts = new Map(Object.entries(files).map(([prefix, file]) => [prefix, lacks('policies', file) ? '' : bare(readFileSync(shared('policies', file), 'utf8'))]))
    const astray = clauses.flatMap(({ id, clause }) => [clause.quote, ...clause.alsoQuotes].filter((quote) => !texts.get(id.slice(0, 2))!.includes(bare(quote))).map((quote) => `${id}: ${quote}`))
    expect(astray).toEqual([])
  })
})

describe('the five packs by themselves', () => {
  test('keep the schema and name an evaluator that exists', () => {
    for (const pack of shippedPacks) expect(packSchema.safeParse(pack).success, pack.id).toBe(true)
    const known = new Set(evaluators.map(({ id }) => id))
    expect(clauses.filter(({ clause }) => !known.has(clause.evaluator)).map(({ id }) => id)).toEqual([])
  })

  test('name only fact items that the vocabulary has', () => {
    const itemKeys = new Set(['item', 'equals'])
    const items = (value: unknown, key = ''): string[] =>
      typeof value === 'string' ? (itemKeys.has(key) ? [value] : []) : value && typeof value === 'object' ? Object.entries(value).flatMap(([name, inner]) => items(inner, Array.isArray(value) ? key : name)) : []
    const unknown = clauses.flatMap(({ id, clause }) => items(clause.parameters).filter((item) => !factItem(item)).map((item) => `${id} ${item}`))
    // Population columns of the roster are no fact items of their own.
    expect(unknown.filter((entry) => !/ (residents|elders\d+)$/.test(entry))).toEqual([])
  })

  test('every reading has its default among its choices, and its option exists', () => {
    const options = new Map(policyOptions.map((option) => [option.id, option]))
    for (const { id, clause } of clauses)
      for (const { option, choices, default: own } of clause.readings) {
        expect(options.has(option), `${id} ${option}`).toBe(true)
        expect(choices, `${id} ${option}`).toContain(own)
      }
  })
})

describe('every clause under every reading on the sample town', () => {
  let study: Study
  beforeAll(async () => {
    study = await sampleStudy()
  })

  test.each(clauses.map((entry) => [entry.id, entry] as const))('%s', (_, { pack, clause }) => {
    const asked = [{}, ...clause.readings.flatMap(({ option, choices }) => choices.map((choice) => ({ [option]: choice })))]
    for (const options of asked) {
      const result = judgeClause(study, pack, clause, options)
      expect(result.reading).toEqual(readingOf(clause, options).reading)
      expect(result.deadline).toBe(deadlineOf(clause.deadline, result.reading, pack.document))
      expect(oddities(result)).toEqual([])
    }
  })
})

/** What must never be in a result, whatever the study. */
function oddities(result: Result): string[] {
  const numbers = [result.numerator, result.denominator, result.value, result.shortfall, result.shortfallOfUnits, ...Object.values(result.figures), ...result.units.flatMap((unit) => [unit.numerator, unit.denominator, unit.value, unit.shortfall, ...Object.values(unit.figures ?? {})])]
  const valid = new Set<string>(states)
  return [
    ...(numbers.some((value) => typeof value === 'number' && !Number.isFinite(value)) ? ['a figure is no number'] : []),
    ...(valid.has(result.state) && result.units.every(({ state }) => valid.has(state)) ? [] : ['a state is none of the five']),
    ...((result.shortfall ?? 0) < 0 || result.units.some(({ shortfall }) => (shortfall ?? 0) < 0) ? ['a shortfall is negative'] : []),
    ...(result.state === 'met' && result.shortfall !== null && result.shortfall > 0 ? ['met with a shortfall'] : []),
    ...(result.state === 'undecided' && result.threshold !== null && result.units.every(({ state }) => state !== 'undecided') && !result.why.some(({ code }) => code === 'information-only') ? ['undecided with a number to compare'] : []),
  ]
}

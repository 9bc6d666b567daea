/** Whatever a ledger, a pack or a dialog holds: what is made for the public can be read by the public page, unchanged. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Result } from '../../src/indicators/result'
import { areaLevels, facilityKinds, type Area, type Facility } from '../../src/model/study'
import type { Clause, Pack } from '../../src/policy/clause'
import { publishedText, publishedValue } from '../../src/saved/published'
import { packPublished } from '../../src/saved/published-pack'
import { readPublished } from '../../src/saved/published-schema'
import { naughty } from '../helpers/naughty'
import { area, facility, studyOf } from '../helpers/town'

const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...naughty) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 2, arbitrary: fc.constantFrom('', ' ', '\n', '𠮷'.repeat(300), `a${'𠮷'.repeat(3000)}`, 'x'.repeat(9001), '11010519491231002X', '13812345678', '0874-3123456', '\ud800') },
)
const number = fc.oneof(fc.double(), fc.constantFrom(0, -0, NaN, Infinity, -Infinity, 1e300, -1e300, 5e-324, 2 ** 53 + 2, -7, 0.1 + 0.2), fc.integer({ min: 0, max: 300 }))
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary)
const position = maybe(fc.oneof(fc.tuple(number, number), fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true }))))
const state = fc.constantFrom('met', 'unmet', 'no-data', 'not-applicable', 'undecided')

const areas: fc.Arbitrary<Area[]> = fc
  .array(fc.record({ id: text, name: text, level: fc.constantFrom(...areaLevels), above: fc.nat(), at: position, ring: maybe(fc.array(fc.tuple(number, number), { maxLength: 8 })) }), { maxLength: 6 })
  .map((all) => {
    const ids = all.map(({ id }, at) => `${id}#${at}`)
    return all.map(({ name, level, above, at, ring }, index) => area(ids[index]!, level, index === 0 || above % 4 === 0 ? (above % 8 === 0 ? 'nowhere' : null) : ids[above % index]!, { name, at, boundary: ring && { type: 'Polygon', coordinates: [ring] } }))
  })
const facilityOf: fc.Arbitrary<Omit<Facility, 'id'>> = fc
  .record({ name: text, kind: maybe(fc.constantFrom(...facilityKinds)), area: maybe(fc.nat(7)), at: position, services: maybe(fc.array(text, { maxLength: 70 })), phone: maybe(text), address: text, hours: text })
  .map(({ name, kind, area: unit, at, services, phone, address, hours }) => facility('', kind, null, unit === null ? null : String(unit), { name, at, services, ...(phone === null ? {} : { phone }), extra: { 地址: address, 开放时间: hours } }))
const figures = { numerator: maybe(number), denominator: maybe(number), value: maybe(number) }
const clauseOf = fc.record({
  id: text, quote: text, zh: text, en: text, evaluator: fc.constantFrom('unit-share', 'total', 'people-within-reach', 'ratio', 'checklist', 'of tomorrow'), unit: text, state, at: fc.constantFrom('least', 'most', 'below', 'above', 'equal'), threshold: maybe(number), ...figures,
  binding: fc.constantFrom('binding', 'expected', 'aspirational'), deadline: maybe(fc.constantFrom('2024-12-31', '2024-12', '2024')), pastDue: maybe(fc.boolean()), reading: maybe(fc.oneof(text, number)), units: fc.array(fc.record({ unit: fc.nat(8), state, ...figures }), { maxLength: 5 }),
})
const people = fc.record({ points: fc.nat(3), all: maybe(number), near: maybe(number), far: maybe(number) })

const world = fc.record({ areas, facilities: fc.array(facilityOf, { maxLength: 5 }), title: text, source: text, approval: maybe(text), document: fc.record({ id: text, title: text, number: maybe(text) }), clauses: fc.array(clauseOf, { maxLength: 4 }), people: fc.array(people, { minLength: 6, maxLength: 6 }), metres: fc.constantFrom([500, 1000], [480, 720]), publicPhones: fc.boolean() })
type World = typeof world extends fc.Arbitrary<infer W> ? W : never

function publicationOf({ areas, facilities, title, source, approval, document, clauses, people, metres, publicPhones }: World, earlier: Parameters<typeof packPublished>[0]['earlier'] = []) {
  const study = studyOf({ areas, facilities: facilities.map((each, at): Facility => ({ ...each, id: `F${at}`, area: each.area === null ? null : (areas[Number(each.area)]?.id ?? 'nowhere') })) })
  const words = { zh: '范围', en: 'scope' }
  const pack: Pack = {
    id: document.id, version: 1, document: { ...document, issuer: null, date: null, place: '', placeCode: null, status: 'draft', statusNote: '', horizon: null },
    clauses: clauses.map(({ id, quote, zh, en, evaluator, binding, reading }, at): Clause => ({ id: `${id}#${at}`, quote, alsoQuotes: [], article: '', title: { zh, en }, evaluator, parameters: { item: quote }, binding, deadline: { date: null, wording: null, alternatives: [] }, scope: words, needs: [], orNeeds: [], spatial: false, readings: reading === null ? [] : [{ option: 'coverage', choices: [], default: 'located', why: '' }], note: '' })),
  }
  const results = clauses.map(({ id, evaluator, unit, state, at, threshold, numerator, denominator, value, binding, deadline, pastDue, reading, units }, index): Result => ({
    clause: `${id}#${index}`, policy: pack.id, evaluator, state, numerator, denominator, value, threshold: threshold === null ? null : { at, value: threshold }, unit, binding, deadline, pastDue, reading: reading === null ? {} : { coverage: reading }, shortfall: null, shortfallOfUnits: null, why: [],
    units: units.map(({ unit: of, ...each }) => ({ ...each, id: areas[of]?.id ?? 'nowhere', name: '', shortfall: null, why: [] })), excluded: [], problems: [], figures: {},
  }))
  const none = { residents: null, households: null, elders65: null, elders80: null }
  const reach = { model: { kind: 'circle' as const, speed: null, minutes: null, metres }, areas: areas.map(({ id, name }, at) => {
    const { points, all, near, far } = people[at]!
    return { id, name, all: { points, elders60: all, ...none }, within: [near, far].map((elders60, each) => ({ metres: metres[each]!, points, elders60, ...none })), nearestOutside: null }
  }) }
  return packPublished({ study, packs: [pack], results, reach, title, source, approval, publicPhones, earlier }).published
}

test('whatever stands in any field, the page reads what was made, and reads it unchanged', () => {
  fc.assert(
    fc.property(world, (one) => {
      const published = publicationOf(one)
      expect(readPublished(publishedValue(publishedText(published)))).toEqual({ published })
      // toEqual takes -0 for 0; a file cannot hold one.
      expect(JSON.parse(JSON.stringify(published))).toStrictEqual(published)
    }),
    { numRuns: 300, seed: 20251231 },
  )
})

test('the same holds of a publication made after others, of other people and other distances', () => {
  fc.assert(
    fc.property(world, fc.array(fc.record({ people: fc.array(people, { minLength: 6, maxLength: 6 }), metres: fc.constantFrom([500, 1000], [480, 720]) }), { minLength: 1, maxLength: 2 }), (one, before) => {
      const earlier = before.map((change) => publicationOf({ ...one, ...change }))
      const published = publicationOf(one, earlier)
      expect(readPublished(publishedValue(publishedText(published)))).toEqual({ published })
    }),
    { numRuns: 100, seed: 7 },
  )
})

test('what is shortened says so, ends with a whole character, and two long ids stay two', () => {
  const long = '𠮷'.repeat(300)
  const published = packPublished({ study: studyOf({ areas: [area(`${long}甲`, 'community', null, { name: long }), area(`${long}乙`, 'community', null, { name: '乙' })] }), packs: [], results: [], reach: null, title: long, source: 's', approval: null, publicPhones: false }).published
  const name = published.units.map((unit) => unit.name).find((each) => each !== '乙')!
  expect(name).toMatch(/^𠮷+…$/u)
  expect(name.length).toBeLessThanOrEqual(200)
  expect(new Set(published.units.map(({ id }) => id)).size).toBe(2)
})

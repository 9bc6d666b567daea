import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judge } from '../../src/indicators/judge'
import type { Result } from '../../src/indicators/result'
import type { Study } from '../../src/model/study'
import { shippedPacks } from '../../src/policy/shipped'
import { fitTogether, type FittingTogether } from '../../src/rectify/allocation'
import { applyEdit, type Edit, type EditDraft } from '../../src/scenario/edit'
import { area, compound, facility, studyOf, type Town } from '../helpers/town'

const metre = 1 / 100_550
const packs = shippedPacks.filter(({ id }) => id === 'qujing-2023').map((pack) => ({ ...pack, clauses: pack.clauses.filter(({ id }) => id === 'QJ-13' || id === 'QJ-14') }))
/** 1000 households owe 250 m². */
const home = (id: string, metresEast: number, careAreaM2: number, more = {}) => compound(id, { name: id, area: 'c', households: 1000, age: 'new', completed: '2020', careAreaM2, at: [103.5 + metresEast * metre, 25.5], ...more })
const units = [area('d', 'county'), area('s', 'subdistrict', 'd'), area('c', 'community', 's')]
const fit = (study: Study): FittingTogether => fitTogether(study, judge(study, packs, {}), 'qujing-2023', { packs, options: {} })
const fitOf = (...compounds: ReturnType<typeof home>[]) => fit(studyOf({ areas: units, compounds }))
const shown = ({ groups }: FittingTogether) => groups.map(({ supplier, members, usedM2 }) => [supplier.id, members.map(({ id }) => id).join(), usedM2])

const doing = (study: Study, edits: readonly EditDraft[]): Study => edits.reduce((before, edit, index) => applyEdit(before, { ...edit, id: `s9.${index + 1}` } as Edit).study, study)
const statesAfter = (study: Study, edits: readonly EditDraft[]) => new Map(judge(doing(study, edits), packs, {}).flatMap((result: Result) => result.units.map((unit) => [unit.id, unit.state] as const)))

describe('what fits together', () => {
  test('a compound with 60 m² to spare mends one neighbour that lacks 50, not two', () => {
    const fitted = fitOf(home('A', 0, 200), home('B', 100, 200), home('S', 50, 310))
    expect(shown(fitted)).toEqual([['S', 'A', 50]])
    expect(fitted).toMatchObject({ mended: 1, mendedM2: 50, exact: true, unplaced: [{ id: 'B', name: 'B' }] })
  })

  test('two that lack 30 each go before one that lacks 60', () => expect(shown(fitOf(home('A', 0, 190), home('B', 100, 220), home('C', 60, 220), home('S', 50, 310)))).toEqual([['S', 'B,C', 60]]))

  test('of as many compounds those that lack more', () => expect(shown(fitOf(home('A', 0, 210), home('B', 100, 190), home('S', 50, 310)))).toEqual([['S', 'B', 60]]))

  test('the one with a choice makes room for the one without', () => {
    // A reaches both suppliers, B only S: a greedy eye would give S to A.
    const fitted = fitOf(home('A', 400, 205), home('B', 0, 200), home('S', 100, 300), home('T', 800, 310))
    expect(shown(fitted)).toEqual([['S', 'B', 50], ['T', 'A', 45]])
  })

  test('a room that serves nobody is shared by a group of those that it mends', () => {
    const study = studyOf({ areas: units, compounds: [home('A', 0, 200), home('B', 100, 220)], facilities: [facility('F', 'COMM', 'community', 'c', { at: [103.5, 25.5], floorAreaM2: 90 })] })
    const fitted = fit(study)
    expect(shown(fitted)).toEqual([['F', 'A,B', 80]])
    expect([...statesAfter(study, fitted.groups[0]!.edits)]).toEqual([['A', 'met'], ['B', 'met']])
  })
})

const place = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 1 })).map(([x, y]): [number, number] => [103.5 + x * 0.001, 25.5 + y * 0.001])
const drawn: fc.Arbitrary<Town> = fc
  .record({
    short: fc.array(fc.record({ at: place, careAreaM2: fc.integer({ min: 15, max: 24 }) }), { minLength: 1, maxLength: 4 }),
    spare: fc.array(fc.record({ at: place, careAreaM2: fc.integer({ min: 26, max: 40 }), pool: fc.option(fc.constant('g'), { nil: null, freq: 2 }) }), { maxLength: 3 }),
    rooms: fc.array(fc.record({ at: place, floorAreaM2: fc.integer({ min: 3, max: 20 }), serves: fc.constantFrom(null, ['c'], ['S0']) }), { maxLength: 2 }),
  })
  .map(({ short, spare, rooms }) => ({
    areas: units,
    compounds: [...short.map((more, index) => home(`A${index}`, 0, 0, { ...more, households: 100 })), ...spare.map((more, index) => home(`S${index}`, 0, 0, { ...more, households: 100 }))],
    facilities: rooms.map((more, index) => facility(`F${index}`, 'COMM', 'community', 'c', more)),
  }))

describe('in every small town', () => {
  test('no m² is given twice, nobody joins twice, and doing it all mends all whom it names', () =>
    fc.assert(
      fc.property(drawn, (town) => {
        const study = studyOf(town)
        const { groups, mended } = fit(study)
        const joined = groups.flatMap(({ members }) => members.map(({ id }) => id))
        expect(new Set(joined).size).toBe(joined.length)
        expect(joined.length).toBe(mended)
        for (const { supplier, members, usedM2 } of groups) {
          expect(usedM2).toBeLessThanOrEqual(supplier.spareM2 + 1e-9)
          expect(members.reduce((sum, { needM2 }) => sum + needM2, 0)).toBeCloseTo(usedM2, 6)
        }
        const before = statesAfter(study, [])
        const after = statesAfter(study, groups.flatMap(({ edits }) => edits))
        for (const [id, state] of after) if (joined.includes(id) || before.get(id) === 'met') expect(state, id).toBe('met')
      }),
      { numRuns: 200 },
    ), 60_000)

  test('no other way of pooling with these partners mends more compounds: all ways tried', () =>
    fc.assert(
      fc.property(drawn, (town) => {
        const study = studyOf(town)
        const fitted = fit(study)
        expect(fitted.exact).toBe(true)
        expect(fitted.mended).toBe(mostByTrying(study))
      }),
      { numRuns: 80 },
    ), 120_000)
})

/** Every compound that lacks, with every supplier or none: each way is done on the whole study and judged. */
function mostByTrying(study: Study): number {
  const before = statesAfter(study, [])
  const short = study.compounds.filter(({ id }) => before.get(id) === 'unmet' && study.compounds.filter(({ pool }) => pool !== null && pool === study.compounds.find((each) => each.id === id)?.pool).length < 2)
  const pooled = study.compounds.filter(({ pool }) => pool === 'g')
  const suppliers = [
    ...study.compounds.filter(({ id, pool }) => before.get(id) === 'met' && (pool === null || pooled.length < 2)).map(({ id, at }) => ({ kind: 'compound' as const, id, places: [at!] })),
    ...(pooled.length > 1 && before.get(pooled[0]!.id) === 'met' ? [{ kind: 'pool' as const, id: 'g', places: pooled.map(({ at }) => at!) }] : []),
    ...study.facilities.filter(({ serves }) => !serves?.some((id) => study.compounds.some((each) => each.id === id))).map(({ id, at }) => ({ kind: 'facility' as const, id, places: [at!] })),
  ]
  const known = new Map<string, boolean>()
  const works = (supplier: (typeof suppliers)[number], members: readonly string[]): boolean => {
    const key = `${supplier.kind} ${supplier.id} ${members.join()}`
    if (!known.has(key)) {
      const join = (compound: string): EditDraft => ({ type: 'set-pool', compound, pool: supplier.kind === 'pool' ? 'g' : `new ${supplier.id}` })
      const served = study.facilities.find(({ id }) => id === supplier.id)?.serves ?? []
      const edits: EditDraft[] = [...(supplier.kind === 'compound' ? [join(supplier.id)] : []), ...(supplier.kind === 'facility' && members.length === 1 ? [] : members.map(join)), ...(supplier.kind === 'facility' ? [{ type: 'serve', facility: supplier.id, serves: [...served, ...members] } as const] : [])]
      const after = statesAfter(study, edits)
      known.set(key, members.every((id) => after.get(id) === 'met') && [...before].every(([id, state]) => state !== 'met' || after.get(id) === 'met'))
    }
    return known.get(key)!
  }
  // 111.3 km to a degree of latitude, 100.55 km to one of longitude: near enough to tell 500 m here, where steps are 100 m.
  const near = (supplier: (typeof suppliers)[number], at: readonly [number, number]) => supplier.places.some(([lng, lat]) => Math.hypot((lng - at[0]) / metre, (lat - at[1]) * 110_800) <= 500)
  const search = (at: number, chosen: ReadonlyMap<string, readonly string[]>): number => {
    const compound = short[at]
    if (!compound) return [...chosen.values()].reduce((sum, members) => sum + members.length, 0)
    return Math.max(search(at + 1, chosen), ...suppliers.filter((supplier) => near(supplier, compound.at!)).map((supplier) => {
      const key = supplier.kind + supplier.id
      const members = [...(chosen.get(key) ?? []), compound.id]
      return works(supplier, members) ? search(at + 1, new Map([...chosen, [key, members]])) : 0
    }))
  }
  return search(0, new Map())
}


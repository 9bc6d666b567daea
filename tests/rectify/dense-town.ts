/** Towns drawn by chance in which everything lies within a kilometre, so that every kind of remedy is found. */
import fc from 'fast-check'
import type { Compound, Facility, Plot } from '../../src/model/study'
import { area, compound, facility, plot, type Town } from '../helpers/town'

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 6 })
const place = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })).map(([x, y]): [number, number] => [103.5 + x * 0.001, 25.5 + y * 0.001])
const m2 = fc.integer({ min: 0, max: 300 })
const communities = ['c1', 'c2', 'c3']
const ids = (letter: string, count: number) => Array.from({ length: count }, (_, index) => `${letter}${index}`)
const unitIds = fc.constantFrom(...communities)

const oneCompound: fc.Arbitrary<Partial<Compound>> = fc.record({
  area: maybe(unitIds), households: fc.integer({ min: 50, max: 1200 }), completed: maybe(fc.constantFrom('1998', '2012', '2019', '2021-06', '2024')), age: maybe(fc.constantFrom('new' as const, 'old' as const)),
  careAreaM2: maybe(m2), usableAreaM2: maybe(m2), leased: maybe(fc.boolean()), handover: maybe(fc.constantFrom('handed-over' as const, 'not-handed-over' as const)), pool: fc.option(fc.constantFrom('甲组', '乙组'), { nil: null, freq: 1 }),
  done: fc.option(fc.constantFrom(true, false, '2023-05'), { nil: null, freq: 1 }), due: maybe(fc.constantFrom('2023-12', '2026')), remedy: maybe(fc.constantFrom('补建', '租赁')), at: maybe(place),
})
const oneFacility: fc.Arbitrary<Partial<Facility>> = fc.record({
  kind: maybe(fc.constantFrom('COMM' as const, 'COMM' as const, 'STREET' as const, 'MEAL' as const, 'NOT' as const, 'INST' as const)), level: maybe(fc.constantFrom('community' as const, 'subdistrict' as const, 'compound' as const)), area: maybe(fc.constantFrom(...communities, 's1')),
  serves: maybe(fc.subarray([...ids('P', 6), ...communities], { maxLength: 3 })), floorAreaM2: maybe(m2), stage: maybe(fc.constantFrom('operating' as const, 'operating' as const, 'closed' as const, 'building' as const)), at: maybe(place), services: maybe(fc.constant(['meal', 'day-care', 'home-care'])),
})
const onePlot: fc.Arbitrary<Partial<Plot>> = fc.record({ use: maybe(fc.constantFrom('care-land' as const, 'candidate' as const)), area: maybe(unitIds), floorAreaM2: maybe(fc.integer({ min: 0, max: 1200 })), landAreaM2: maybe(m2), standAlone: maybe(fc.boolean()), at: maybe(place) })

/** One district, one street, three communities, six compounds at most. */
export const denseTown: fc.Arbitrary<Town> = fc
  .record({ compounds: fc.array(oneCompound, { minLength: 2, maxLength: 6 }), facilities: fc.array(oneFacility, { maxLength: 5 }), plots: fc.array(onePlot, { maxLength: 3 }) })
  .map(({ compounds, facilities, plots }) => ({
    areas: [area('d', 'county'), area('s1', 'subdistrict', 'd'), ...communities.map((id) => area(id, 'community', 's1', { at: [103.505, 25.505] }))],
    compounds: compounds.map((more, index) => compound(`P${index}`, { ...more, name: `小区${index}` })),
    facilities: facilities.map((more, index) => facility(`F${index}`, null, null, null, { ...more, name: `设施${index}` })),
    plots: plots.map((more, index) => plot(`L${index}`, { ...more, name: `地块${index}` })),
  }))

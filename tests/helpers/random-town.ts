/** Small towns drawn by chance, blanks included, for the laws that hold in every town. */
import fc from 'fast-check'
import { facilityKinds, facilityLevels, stages, type Area, type Compound, type Fact, type Facility } from '../../src/model/study'
import { factItems } from '../../src/tables/fact-items'
import { policyOptions } from '../../src/policy/options'
import type { Options } from '../../src/model/study'
import { area, compound, fact, facility, plot, type Person, type Town } from './town'

/** One city of two counties, each with a street, a town, two communities and a village; names are not ids. */
const roster: readonly Area[] = [
  area('K', 'city', null, { name: '曲溪市' }),
  ...['A', 'B'].flatMap((county) => [
    area(`K${county}`, 'county', 'K', { name: `${county}县`, zone: county === 'B' }),
    area(`K${county}1`, 'subdistrict', `K${county}`, { name: `${county}街道` }),
    area(`K${county}2`, 'town', `K${county}`, { name: `${county}镇` }),
    area(`K${county}11`, 'community', `K${county}1`, { name: `${county}一社区`, urbanRural: '111' }),
    area(`K${county}12`, 'community', `K${county}1`, { name: `${county}二社区` }),
    area(`K${county}21`, 'village', `K${county}2`, { name: `${county}村`, urbanRural: '220' }),
  ]),
]
const areaIds = roster.map(({ id }) => id)
const compoundIds = ['P0', 'P1', 'P2', 'P3', 'P4']

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 4 })
const count = fc.integer({ min: 0, max: 400 })
const date = fc.constantFrom('1999', '2008-06', '2017-12-31', '2018', '2020-05', '2023', '2024-06-30', '2024-12', '2025', '2027')
const place = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 })).map(([x, y]): [number, number] => [103 + x * 0.001, 25 + y * 0.001])
const services = fc.subarray(['meal', 'bathing', 'day-care', 'home-care', 'medical', 'canteen', 'residence', 'mobility', 'leisure'])

export const randomFacility: fc.Arbitrary<Partial<Facility>> = fc.record({
  kind: maybe(fc.constantFrom(...facilityKinds)), level: maybe(fc.constantFrom(...facilityLevels)), area: maybe(fc.constantFrom(...areaIds)), serves: maybe(fc.subarray([...areaIds, ...compoundIds], { maxLength: 3 })),
  floorAreaM2: maybe(count), landAreaM2: maybe(count), beds: maybe(count), nursingBeds: maybe(fc.integer({ min: 0, max: 60 })), owner: maybe(fc.constantFrom('public' as const, 'private' as const)),
  operator: maybe(fc.constantFrom('public-run' as const, 'private-run' as const, 'public-built-private-run' as const)), services: maybe(services), stage: maybe(fc.constantFrom(...stages)), at: maybe(place),
})

const randomCompound: fc.Arbitrary<Partial<Compound>> = fc.record({
  area: maybe(fc.constantFrom(...areaIds)), households: maybe(count), householdsBuilt: maybe(count), completed: maybe(date), permitted: maybe(date), delivered: maybe(date), age: maybe(fc.constantFrom('new' as const, 'old' as const)),
  pool: maybe(fc.constantFrom('g', 'h')), careAreaM2: maybe(count), usableAreaM2: maybe(count), leased: maybe(fc.boolean()), handover: maybe(fc.constantFrom('handed-over' as const, 'not-handed-over' as const)), done: maybe(fc.oneof(fc.boolean(), date)), remedy: maybe(fc.constant('补建')), at: maybe(place),
})

const randomPlot = fc.record({ area: maybe(fc.constantFrom(...areaIds)), use: maybe(fc.constantFrom('care-land' as const, 'candidate' as const)), landAreaM2: maybe(count), floorAreaM2: maybe(fc.integer({ min: 0, max: 2000 })), status: maybe(fc.constantFrom('existing' as const, 'planned' as const)), standAlone: maybe(fc.boolean()) })
const randomPerson = fc.record({ at: maybe(place), area: fc.option(fc.constantFrom(...areaIds), { nil: undefined }), elders60: maybe(count), residents: maybe(count), households: maybe(count) })

const valueOf = (unit: string): fc.Arbitrary<Fact['value']> => {
  if (unit === 'yes-no') return maybe(fc.boolean())
  if (unit === 'date') return maybe(fc.constantFrom('2013-12-20', '2022-12-05', '2023-03-11', '2024-01-01'))
  return unit === 'text' ? maybe(fc.constantFrom('规模较小', '助餐', '助浴', '三星')) : maybe(count)
}

/** One row at most of an owner, item and date, as the model leaves them. */
const randomFacts: fc.Arbitrary<Fact[]> = fc
  .array(
    fc.constantFrom(...factItems).chain((item) => {
      const kind = (['compound', 'facility', 'plot'] as const).find((level) => item.levelOfUnit.includes(level)) ?? ('area' as const)
      const owner = kind === 'area' ? fc.constantFrom(...areaIds) : fc.integer({ min: 0, max: 4 }).map((index) => `${{ compound: 'P', facility: 'F', plot: 'L' }[kind]}${index}`)
      return fc.tuple(owner, valueOf(item.unit), maybe(date)).map(([of, value, day]) => fact(kind, of, item.key, value, day))
    }),
    { minLength: 20, maxLength: 120 },
  )
  .map((facts) => [...new Map(facts.map((entry) => [`${entry.of.kind} ${entry.of.id} ${entry.item} ${entry.date ?? ''}`, entry])).values()])

export type DrawnTown = Town & { readonly areas: readonly Area[]; readonly facilities: readonly Facility[]; readonly compounds: readonly Compound[]; readonly facts: readonly Fact[]; readonly people: readonly Person[] }

export const randomTown: fc.Arbitrary<DrawnTown> = fc
  .record({
    counts: fc.array(fc.record({ households: maybe(count), residents: maybe(count), elders60: maybe(count), elders65: maybe(count), elders80: maybe(count), at: maybe(place) }), { minLength: roster.length, maxLength: roster.length }),
    facilities: fc.array(randomFacility, { maxLength: 8 }),
    compounds: fc.array(randomCompound, { maxLength: 5 }),
    plots: fc.array(randomPlot, { maxLength: 4 }),
    people: fc.array(randomPerson, { maxLength: 8 }),
    facts: randomFacts,
    asOf: fc.constantFrom('2013-12-31', '2023-03-05', '2024-12-31', '2025-12-31'),
  })
  .map(({ counts, facilities, compounds, plots, people, facts, asOf }) => ({
    areas: roster.map((unit, index) => ({ ...unit, ...counts[index]! })),
    facilities: facilities.map((more, index) => facility(`F${index}`, null, null, null, { ...more, name: `设施${index}` })),
    compounds: compounds.map((more, index) => compound(`P${index}`, { ...more, name: `小区${index}` })),
    plots: plots.map((more, index) => plot(`L${index}`, { ...more, name: `地块${index}` })),
    people: people.map((more, index) => ({ ...more, id: `D${index}` }) as Person),
    facts,
    asOf,
  }))

/** A choice for every option; a clause takes those that it offers. */
export const randomOptions: fc.Arbitrary<Options> = fc.record(Object.fromEntries(policyOptions.map(({ id, choices }) => [id, fc.constantFrom(...choices)])))

/** The city on which judging is measured. */
import { measureStreets } from '../../src/model/build-streets-report'
import type { Facility, FacilityKind, FacilityLevel, People, Study } from '../../src/model/study'
import { randomFrom } from '../helpers/random'
import { area, compound, fact, facility, plot } from '../helpers/town'
import { syntheticCity } from './synthetic-city'

const [west, south, plainWidth, plainHeight] = [103.5, 25.2, 0.6, 0.54]

/** A city of the sizes asked for, from a seed; 60 km by 60 km around Qujing, or as far as so many vertices of streets go. */
export function benchCity(size: { compounds: number; facilities: number; people: number; units: number; streetVertices?: number }, seed: number): Study {
  const random = randomFrom(seed)
  const graph = size.streetVertices === undefined ? null : syntheticCity(size.streetVertices, seed)
  const [width, height] = graph ? [most(graph.lng) - west, most(graph.lat) - south] : [plainWidth, plainHeight]
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const at = (): [number, number] => [west + width * random(), south + height * random()]
  const number = (from: number, to: number) => Math.round(from + (to - from) * random())
  const counties = Array.from({ length: 10 }, (_, index) => area(`53${String(index).padStart(4, '0')}`, 'county', '53', { residents: number(2e5, 9e5), elders60: number(3e4, 2e5), elders65: number(2e4, 1e5) }))
  const streetCount = Math.max(20, Math.round(size.units / 20))
  const streets = Array.from({ length: streetCount }, (_, index) => area(`53s${String(index).padStart(5, '0')}`, (['subdistrict', 'town', 'township'] as const)[index % 3]!, counties[index % 10]!.id))
  const units = Array.from({ length: size.units }, (_, index) => area(`53u${String(index).padStart(6, '0')}`, index % 2 === 0 ? 'community' : 'village', streets[index % streetCount]!.id, { urbanRural: index % 2 === 0 ? '111' : '220', at: at() }))
  const areas = [area('53', 'city'), ...counties, ...streets, ...units].sort((a, b) => (a.id < b.id ? -1 : 1))
  const communities = units.filter(({ level }) => level === 'community')
  const compounds = Array.from({ length: size.compounds }, (_, index) =>
    compound(`c${String(index).padStart(6, '0')}`, { area: pick(communities).id, households: number(50, 3000), careAreaM2: random() < 0.1 ? null : number(0, 900), completed: String(number(1995, 2025)), age: random() < 0.3 ? 'old' : null, pool: random() < 0.2 ? `pool ${Math.floor(index / 4)}` : null, elders60: number(10, 800), at: at() }),
  )
  const kinds: readonly (readonly [FacilityKind, FacilityLevel])[] = [['COMM', 'community'], ['COMM', 'community'], ['VILLAGE', 'village'], ['STREET', 'subdistrict'], ['TOWN_RURAL', 'town'], ['INST', 'county'], ['INST_COUNTY', 'county'], ['MEAL', 'community']]
  const facilities = Array.from({ length: size.facilities }, (_, index): Facility => {
    const [kind, level] = kinds[index % kinds.length]!
    const where = level === 'community' || level === 'village' ? pick(units).id : level === 'county' ? pick(counties).id : pick(streets).id
    return facility(`f${String(index).padStart(6, '0')}`, random() < 0.02 ? null : kind, level, where, { at: random() < 0.02 ? null : at(), beds: kind.startsWith('INST') ? number(20, 400) : null, nursingBeds: kind.startsWith('INST') ? number(0, 20) : null, owner: pick(['public', 'private'] as const), operator: pick(['public-run', 'private-run'] as const), floorAreaM2: number(50, 3000), services: ['meal', 'day-care'], serves: random() < 0.3 && compounds.length > 0 ? [pick(compounds).id, pick(units).id] : null, stage: random() < 0.9 ? 'operating' : 'building' })
  })
  const facts = counties.flatMap(({ id }) => ['hospitals', 'hospitals-green-channel', 'tekun-willing', 'tekun-willing-housed', 'agricultural-population'].map((item) => fact('area', id, item, number(100, 200), '2025')))
  facilities.forEach(({ id }, index) => index % 2 === 0 && facts.push(fact('facility', id, 'institution-compliant', true), fact('facility', id, 'deposit', number(0, 9000)), fact('facility', id, 'monthly-fee', 1500)))
  for (const { id } of compounds) for (const item of ['sync-planned', 'sync-built', 'sync-accepted', 'sync-delivered']) facts.push(fact('compound', id, item, random() < 0.9))
  const plots = Array.from({ length: 400 }, (_, index) => plot(`p${String(index).padStart(4, '0')}`, { area: pick(counties).id, landAreaM2: number(500, 20_000), status: pick(['existing', 'planned'] as const) }))
  return { name: 'bench', asOf: '2025-12-31', policies: [], options: {}, areas, compounds, facilities, plots, people: people(size.people, areas, units.map(({ id }) => id), at, random), peopleTable: null, facts, streets: graph && { graph, report: { files: ['roads.geojson'], ...measureStreets(graph), leftOut: {}, cuts: [], problems: [] } }, tables: [], inputs: [], problems: [] }
}

function people(count: number, areas: Study['areas'], units: readonly string[], at: () => [number, number], random: () => number): People {
  const indexOf = new Map(areas.map(({ id }, index) => [id, index]))
  const column = () => Float64Array.from({ length: count }, () => Math.floor(random() * 40))
  const lng = new Float64Array(count)
  const lat = new Float64Array(count)
  for (let index = 0; index < count; index++) [lng[index], lat[index]] = at() as [number, number]
  return { id: Array.from({ length: count }, (_, index) => `d${String(index).padStart(7, '0')}`), lng, lat, households: column(), residents: column(), elders60: column(), elders65: column(), elders80: column(), area: Int32Array.from({ length: count }, (_, index) => indexOf.get(units[index % units.length]!)!), row: new Int32Array(count) }
}

const most = (column: Float64Array): number => column.reduce((a, b) => Math.max(a, b), -Infinity)

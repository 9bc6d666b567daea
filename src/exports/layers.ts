/** What is drawn: units, compounds, facilities and the list as tables with a shape for every row; and circles and walks as pictures. */
import type { Geometry } from 'geojson'
import { circleRing, unionOfCircles } from '../geo/circles'
import type { Result, State } from '../indicators/result'
import type { Area, Compound, Facility } from '../model/study'
import { demandOf } from '../model/build-people'
import { paceOf } from '../reach/pace-options'
import { isochronePainter } from '../reach/isochrone'
import { careKinds } from '../reach/reach-study'
import { walkOf } from '../reach/study-walk'
import { elderSpeed } from '../reach/walk-speeds'
import type { LngLat } from '../tables/ledger'
import { valueName } from '../text/keys'
import type { Basis } from './basis'
import { tableOf, type ColumnOf, type ExportTable } from './table'
import { disagreementTables } from './tables/disagreement'
import { extraColumns } from './tables/extra'
import { listTable } from './tables/list'
import { tellerOf, type Teller } from './tables/teller'

/** geometries: in WGS84 longitude and latitude, one per row; null: the record has no position. */
export type Layer = { readonly table: ExportTable; readonly shape: 'point' | 'polygon'; readonly geometries: readonly (Geometry | null)[] }

/** Records without a position stay, without a shape: nothing is lost. */
export function recordLayers(basis: Basis, extra: boolean): Layer[] {
  const { study, rectification } = basis
  const teller = tellerOf(basis)
  const verdicts = verdictsOf(basis)
  const own = <T extends { readonly id: string; readonly extra: Readonly<Record<string, string>> }>(records: readonly T[]): ColumnOf<T>[] => [
    ...verdictColumns(teller, verdicts, records),
    ...(extra ? extraColumns(teller, records, (record) => record) : []),
  ]
  const places = new Map<string, LngLat | null>([...study.areas.map(({ id, at }) => [`area ${id}`, at] as const), ...study.compounds.map(({ id, at }) => [`compound ${id}`, at] as const)])
  return [
    { shape: 'polygon', table: tableOf(teller.about('areas', ['unit']), [...areaColumns(teller), ...own(study.areas)], study.areas), geometries: study.areas.map(({ boundary }) => boundary && { type: 'MultiPolygon', coordinates: boundary.type === 'Polygon' ? [boundary.coordinates] : boundary.coordinates }) },
    { shape: 'point', table: tableOf(teller.about('compounds', ['unit']), [...compoundColumns(teller), ...own(study.compounds)], study.compounds), geometries: study.compounds.map(({ at }) => pointAt(at)) },
    { shape: 'point', table: tableOf(teller.about('facilities', ['facility']), [...facilityColumns(teller), ...own(study.facilities)], study.facilities), geometries: study.facilities.map(({ at }) => pointAt(at)) },
    { shape: 'point', table: listTable(basis, false), geometries: rectification.map(({ kind, unit }) => pointAt(places.get(`${kind} ${unit}`) ?? null)) },
    ...disagreementLayers(basis),
  ]
}

/** People points on which circle and walk disagree, each where its people are; units are in their own table. */
function disagreementLayers(basis: Basis): Layer[] {
  const [table] = disagreementTables(basis)
  if (!table) return []
  const { people } = demandOf(basis.study)
  const places = new Map(people.id.map((id, point) => [id, point]))
  const geometries = basis.walks.flatMap(({ disagreement }) =>
    disagreement.points.map(({ id }) => {
      const point = places.get(id)
      return point === undefined || Number.isNaN(people.lng[point]!) ? null : pointAt([people.lng[point]!, people.lat[point]!])
    }),
  )
  return [{ shape: 'point', table, geometries }]
}

/** Circles of every operating care facility and of all together, and walks where there are streets; for display only. */
export function pictureLayers(basis: Basis): Layer[] {
  const { study, options } = basis
  const teller = tellerOf(basis)
  const { column } = teller
  const sites = study.facilities.flatMap((facility) => (facility.at && facility.stage === 'operating' && facility.kind !== null && careKinds.includes(facility.kind) ? [{ facility, at: facility.at }] : []))
  if (sites.length === 0) return []
  const columns = { lng: Float64Array.from(sites, ({ at }) => at[0]), lat: Float64Array.from(sites, ({ at }) => at[1]) }
  type Picture = { readonly facility: Facility | null; readonly metres: number; readonly minutes: number; readonly speed: number | null; readonly geometry: Geometry }
  const layer = (key: 'circles' | 'walks', pictures: readonly Picture[]): Layer => ({
    shape: 'polygon',
    geometries: pictures.map(({ geometry }) => rounded(geometry)),
    table: tableOf<Picture>(teller.about(key, ['facility', 'metres']), [
      column('facility', 'text', 12, ({ facility }) => facility?.id ?? null),
      column('facilityName', 'text', 24, ({ facility }) => facility?.name ?? teller.say('together')),
      column('metres', 'count', 8, ({ metres }) => metres),
      column('minutes', 'count', 8, ({ minutes }) => minutes),
      ...(key === 'walks' ? [column<Picture>('speed', 'measure', 8, ({ speed }) => speed)] : []),
    ], pictures),
  })
  const circles = [[10, 500], [15, options.circleMetres === 800 ? 800 : 1000]].flatMap(([minutes, metres]): Picture[] => {
    const about = { metres: metres!, minutes: minutes!, speed: null }
    return [{ ...about, facility: null, geometry: unionOfCircles(columns, metres!).outline }, ...sites.map(({ facility, at }): Picture => ({ ...about, facility, geometry: { type: 'MultiPolygon', coordinates: [[circleRing(at[0], at[1], metres!, 64)]] } }))]
  })
  const walk = walkOf(study)
  if (!walk) return [layer('circles', circles)]
  const speed = typeof options.walkSpeed === 'number' ? options.walkSpeed : elderSpeed
  const painter = isochronePainter(walk.network, paceOf(options, speed))
  const walks = [10, 15].flatMap((minutes): Picture[] => {
    const about = { minutes, metres: Math.round(minutes * 60 * speed), speed }
    const all: Picture[] = [{ ...about, facility: null, geometry: painter.union(columns, about.metres) }]
    for (const { facility, at } of sites) {
      const geometry = painter.around(at[0], at[1], about.metres)
      if (geometry && geometry.coordinates.length > 0) all.push({ ...about, facility, geometry })
    }
    return all
  })
  return [layer('circles', circles), layer('walks', walks)]
}

/** To a tenth of a millimetre: beyond it sines differ from one machine to the next. */
function rounded(geometry: Geometry): Geometry {
  if (geometry.type !== 'MultiPolygon') return geometry
  return { type: 'MultiPolygon', coordinates: geometry.coordinates.map((rings) => rings.map((ring) => ring.map((position) => position.map((degrees) => Math.round(degrees * 1e9) / 1e9)))) }
}

const pointAt = (at: LngLat | null): Geometry | null => at && { type: 'Point', coordinates: [at[0], at[1]] }

type Verdicts = { readonly results: readonly { readonly result: Result; readonly of: ReadonlyMap<string, State> }[] }

function verdictsOf({ results }: Basis): Verdicts {
  return { results: results.map((result) => ({ result, of: new Map(result.units.map(({ id, state }) => [id, state])) })) }
}

/** How many clauses the record is short of, which, and its verdict under each clause that judges records of its kind. */
function verdictColumns<T extends { readonly id: string }>(teller: Teller, { results }: Verdicts, records: readonly T[]): ColumnOf<T>[] {
  const concerned = results.filter(({ of }) => of.size > 0 && records.some(({ id }) => of.has(id)))
  const twice = new Set(concerned.map(({ result }) => result.clause).filter((clause, at, all) => all.indexOf(clause) !== at))
  const nameOf = ({ clause, policy }: Result): string => (twice.has(clause) ? `${clause} ${policy}` : clause)
  const unmet = (id: string): string[] => concerned.filter(({ of }) => of.get(id) === 'unmet').map(({ result }) => nameOf(result))
  return [
    teller.column('unmet', 'count', 8, ({ id }) => unmet(id).length),
    teller.column('unmetClauses', 'text', 24, ({ id }) => teller.list(unmet(id))),
    ...concerned.map(({ result, of }): ColumnOf<T> => {
      const title = teller.clauseOf(result)?.clause.title[teller.language]
      return { ...teller.column<T>('verdictOf', 'text', 10, ({ id }) => (of.has(id) ? teller.verdict(of.get(id)!) : null)), key: `verdict_${nameOf(result)}`, title: `${nameOf(result)}`, meaning: title ?? nameOf(result) }
    }),
  ]
}

const areaColumns = ({ column, nameOf, yesNo, language }: Teller): ColumnOf<Area>[] => [
  column('unit', 'text', 15, ({ id }) => id),
  column('name', 'text', 20, ({ name }) => name),
  column('level', 'text', 10, ({ level }) => valueName(language, 'level', level)),
  column('parent', 'text', 16, ({ parent }) => nameOf(parent)),
  column('urbanRural', 'text', 10, ({ urbanRural }) => urbanRural),
  column('zone', 'text', 8, ({ zone }) => yesNo(zone)),
  column('households', 'count', 9, ({ households }) => households),
  column('residents', 'count', 9, ({ residents }) => residents),
  column('elders60', 'count', 9, ({ elders60 }) => elders60),
  column('elders65', 'count', 9, ({ elders65 }) => elders65),
  column('elders80', 'count', 9, ({ elders80 }) => elders80),
]

const compoundColumns = ({ column, nameOf, language }: Teller): ColumnOf<Compound>[] => [
  column('unit', 'text', 12, ({ id }) => id),
  column('name', 'text', 20, ({ name }) => name),
  column('areaName', 'text', 16, ({ area }) => nameOf(area)),
  column('households', 'count', 9, ({ households }) => households),
  column('residents', 'count', 9, ({ residents }) => residents),
  column('elders60', 'count', 9, ({ elders60 }) => elders60),
  column('age', 'text', 8, ({ age }) => age && valueName(language, 'age', age)),
  column('permitted', 'date', 12, ({ permitted }) => permitted),
  column('completed', 'date', 12, ({ completed }) => completed),
  column('delivered', 'date', 12, ({ delivered }) => delivered),
  column('pool', 'text', 10, ({ pool }) => pool),
  column('careAreaM2', 'measure', 10, ({ careAreaM2 }) => careAreaM2),
  column('handover', 'text', 10, ({ handover }) => handover && valueName(language, 'handover', handover)),
  column('responsible', 'text', 16, ({ responsible }) => responsible),
  column('due', 'date', 12, ({ due }) => due),
]

const facilityColumns = ({ column, nameOf, language, list }: Teller): ColumnOf<Facility>[] => [
  column('facility', 'text', 12, ({ id }) => id),
  column('facilityName', 'text', 24, ({ name }) => name),
  column('kind', 'text', 16, ({ kind }) => kind && valueName(language, 'kind', kind)),
  column('facilityLevel', 'text', 10, ({ level }) => level && valueName(language, 'level', level)),
  column('areaName', 'text', 16, ({ area }) => nameOf(area)),
  column('stage', 'text', 8, ({ stage }) => stage && valueName(language, 'stage', stage)),
  column('floorAreaM2', 'measure', 10, ({ floorAreaM2 }) => floorAreaM2),
  column('landAreaM2', 'measure', 10, ({ landAreaM2 }) => landAreaM2),
  column('beds', 'count', 8, ({ beds }) => beds),
  column('nursingBeds', 'count', 10, ({ nursingBeds }) => nursingBeds),
  column('operator', 'text', 12, ({ operator }) => operator && valueName(language, 'operator', operator)),
  column('services', 'text', 24, ({ services }) => services && list(services.map((service) => valueName(language, 'services', service)))),
]

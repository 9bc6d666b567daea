/** What the map shows at open, and where a selected record lies. */
import type { WalkExplained } from '../../reach/walk-explained'
import type { Geometry, Position } from 'geojson'
import type { Study } from '../../model/study'
import type { LngLat } from '../../tables/ledger'

/** Names one thing on a map. */
export type Selected = { readonly kind: 'area' | 'compound' | 'facility' | 'plot' | 'point'; readonly id: string }

/** West, south, east, north in degrees. */
export type Extent = readonly [number, number, number, number]

/**
 * The study's extent: its units, else compounds and facilities, else people. A record that lies far from all others
 * (a mistyped coordinate) does not zoom the map out. null when nothing has a position.
 */
export function studyExtent(study: Study): Extent | null {
  const units = extentOfUnits(study.areas)
  if (units) return units
  const sites = [...study.facilities, ...study.compounds].flatMap(({ at }) => (at ? [pointExtent(at)] : []))
  if (sites.length > 0) return around(sites)
  const people = study.people
  if (people && people.id.length > 0)
    return around(people.id.map((_, i) => pointExtent([people.lng[i] ?? NaN, people.lat[i] ?? NaN])))
  const plots = study.plots.flatMap(({ geometry, at }) => (geometry ? extentOf(geometry) : at ? [pointExtent(at)] : []))
  return around(plots)
}

/** Asked again after every edit, which leaves units where they are; null: no unit has a position. */
function extentOfUnits(areas: Study['areas']): Extent | null {
  const known = ofUnits.get(areas)
  if (known !== undefined) return known
  const extent = around(areas.flatMap(({ boundary, at }) => (boundary ? extentOf(boundary) : at ? [pointExtent(at)] : [])))
  ofUnits.set(areas, extent)
  return extent
}
const ofUnits = new WeakMap<Study['areas'], Extent | null>()

/** Around boundaries and places together, strays left out; null: none of either. */
export const extentAround = (boundaries: readonly Geometry[], places: readonly LngLat[]): Extent | null => around([...boundaries.flatMap(extentOf), ...places.map(pointExtent)])

/** null: the record is unknown or has no position. */
export function selectionExtent(study: Study, selection: Selected): Extent | null {
  const byId = ({ id }: { readonly id: string }): boolean => id === selection.id
  switch (selection.kind) {
    case 'area': {
      const area = study.areas.find(byId)
      return area?.boundary ? (extentOf(area.boundary)[0] ?? null) : area?.at ? pointExtent(area.at) : null
    }
    case 'plot': {
      const plot = study.plots.find(byId)
      return plot?.geometry ? (extentOf(plot.geometry)[0] ?? null) : plot?.at ? pointExtent(plot.at) : null
    }
    case 'point': {
      const i = study.people?.id.indexOf(selection.id) ?? -1
      const at: LngLat | null = study.people && i >= 0 ? [study.people.lng[i] ?? NaN, study.people.lat[i] ?? NaN] : null
      return at && at.every(Number.isFinite) ? pointExtent(at) : null
    }
    default: {
      const at = (selection.kind === 'facility' ? study.facilities : study.compounds).find(byId)?.at
      return at ? pointExtent(at) : null
    }
  }
}

/** Nothing may lie further out than both of these, measured from the middle of all. */
const strayKm = 50
const strayFactor = 5

function around(boxes: readonly Extent[]): Extent | null {
  const sound = boxes.filter((box) => box.every(Number.isFinite))
  if (sound.length === 0) return null
  const middle: LngLat = [median(sound.map(([w, , e]) => (w + e) / 2)), median(sound.map(([, s, , n]) => (s + n) / 2))]
  const away = sound.map((box) => roughKm(middle, box))
  const usual = [...away].sort((a, b) => a - b)[Math.floor(0.9 * (away.length - 1))] ?? 0
  const limit = sound.length < 4 ? Infinity : Math.max(strayKm, strayFactor * usual)
  let [w, s, e, n] = [Infinity, Infinity, -Infinity, -Infinity]
  sound.forEach((box, i) => {
    if ((away[i] ?? 0) > limit) return
    w = Math.min(w, box[0])
    s = Math.min(s, box[1])
    e = Math.max(e, box[2])
    n = Math.max(n, box[3])
  })
  return [w, s, e, n]
}

/** Good enough to tell a stray from a neighbour: 111 km to a degree. */
function roughKm([lng, lat]: LngLat, [w, s, e, n]: Extent): number {
  return 111 * Math.hypot(((w + e) / 2 - lng) * Math.cos((lat * Math.PI) / 180), (s + n) / 2 - lat)
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const pointExtent = ([lng, lat]: LngLat): Extent => [lng, lat, lng, lat]

/** One extent, or none for an empty geometry. */
function extentOf(geometry: Geometry): Extent[] {
  let [w, s, e, n] = [Infinity, Infinity, -Infinity, -Infinity]
  eachPosition(geometry, ([lng = NaN, lat = NaN]) => {
    if (lng < w) w = lng
    if (lng > e) e = lng
    if (lat < s) s = lat
    if (lat > n) n = lat
  })
  return w <= e && s <= n ? [[w, s, e, n]] : []
}

function eachPosition(geometry: Geometry, visit: (position: Position) => void): void {
  switch (geometry.type) {
    case 'Point':
      return visit(geometry.coordinates)
    case 'Polygon':
      return geometry.coordinates.forEach((ring) => ring.forEach(visit))
    case 'MultiPolygon':
      return geometry.coordinates.forEach((part) => part.forEach((ring) => ring.forEach(visit)))
    default:
      return
  }
}

/** Of the way to the nearest facility; null: there is none. */
export function routeExtent({ routes }: Pick<WalkExplained, 'routes'>): Extent | null {
  const places = routes[0]?.parts.flatMap(({ coordinates }) => coordinates) ?? []
  if (places.length === 0) return null
  const [lngs, lats] = [places.map(([lng]) => lng), places.map(([, lat]) => lat)]
  const least = (values: readonly number[]): number => values.reduce((low, value) => Math.min(low, value), Infinity)
  const most = (values: readonly number[]): number => values.reduce((high, value) => Math.max(high, value), -Infinity)
  return [least(lngs), least(lats), most(lngs), most(lats)]
}

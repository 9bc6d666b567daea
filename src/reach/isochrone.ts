/**
 * Pictures of what is within a walk: the streets cut exactly at the budget, 25 m to either side, as polygons with their holes. For people to see;
 * nothing is ever counted in them.
 */
import type { MultiPolygon } from 'geojson'
import type { Points } from '../geo/grid'
import { unreached } from '../geo/streets/walk-network'
import type { WalkNetwork } from '../geo/streets/walk-network'
import { WalkSearch } from '../geo/streets/walk-search'
import { indexOf, millimetres, networkAt } from './walk'
import type { WalkOptions } from './walk'
import { DistanceField } from './isochrone-field'
import { planeAt } from './isochrone-plane'
import { polygonsOf } from './isochrone-rings'
import { StretchList, stretchesWithin } from './isochrone-stretches'

export type IsochroneOptions = WalkOptions & {
  /** How far to either side of a street the picture goes, metres. */
  readonly bufferM?: number
  /** Spacing of the field, metres; wider where a picture would have more than nine million places. */
  readonly cellM?: number
  /** How far the drawn outline may lie from the exact one, metres; at most 5. */
  readonly toleranceM?: number
}

export type IsochronePainter = {
  /** The picture around one place; null when it is over 100 m from any street. */
  readonly around: (lng: number, lat: number, limitM: number) => MultiPolygon | null
  /** One picture of everything within the limit of any of the places. */
  readonly union: (sites: Points, limitM: number) => MultiPolygon
}

/** Keeps the arrays between pictures: make one painter and ask it often. */
export function isochronePainter(network: WalkNetwork, options: IsochroneOptions = {}): IsochronePainter {
  const streets = networkAt(network, options)
  const index = indexOf(streets)
  const search = new WalkSearch(streets)
  const stretches = new StretchList()
  const field = new DistanceField()
  const bufferM = options.bufferM ?? 25
  const cellM = options.cellM ?? 10
  const toleranceM = Math.min(5, options.toleranceM ?? 2.5)
  return {
    around: (lng, lat, limitM) => picture({ lng: Float64Array.of(lng), lat: Float64Array.of(lat) }, limitM, 4),
    union: (sites, limitM) => picture(sites, limitM, largestField) ?? { type: 'MultiPolygon', coordinates: [] },
  }

  function picture(sites: Points, limitM: number, mostMillionCells: number): MultiPolygon | null {
    const limitMm = Math.min(millimetres(limitM), unreached - 1)
    const snaps = index.snap(sites)
    const used = [...snaps.chain.keys()].filter((site) => snaps.chain[site] >= 0 && snaps.offMm[site] <= limitMm)
    if (used.length === 0) return snaps.chain.some((chain) => chain >= 0) ? { type: 'MultiPolygon', coordinates: [] } : null
    search.clear()
    for (const site of used) search.seedPlace(snaps.chain[site], snaps.offset[site], snaps.offMm[site], limitMm)
    search.run(limitMm)
    const plane = planeAt(mean(used, sites.lng), mean(used, sites.lat))
    stretches.clear()
    stretchesWithin(streets, search, snaps, used, sites, limitMm, plane, stretches)
    search.clear()
    field.measure(stretches, bufferM, cellM, mostMillionCells * 1e6)
    return { type: 'MultiPolygon', coordinates: polygonsOf(field, bufferM, toleranceM, plane) }
  }
}

/** Nine million places of four bytes, three of them for each. */
const largestField = 9

const mean = (which: readonly number[], column: Float64Array): number => which.reduce((sum, k) => sum + column[k], 0) / which.length

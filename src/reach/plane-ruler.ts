/**
 * When the grid's fast ruler may be believed. It is off by at most planeError; a distance so close to a rounding edge that this could
 * change the millimetre is measured again by metresBetween, so every answer here is the rounded geodesic one.
 */
import { planeError } from '../geo/grid'
import type { PointGrid, Points } from '../geo/grid'
import { metresBetween } from '../geo/ruler'

export type PlaneRuler = {
  /** Largest |latitude| of the places between which it measures, degrees; 90 when it may not be believed at all. */
  readonly steepest: number
  /** Whole millimetres between demand point i and site j, given the square of their fast distance. */
  readonly millimetres: (square: number, i: number, j: number) => number
  /** Square of the fast distance that no site as near as so many millimetres can exceed. */
  readonly bound2: (mm: number) => number
  readonly rim: (limitM: number) => Rim
  /** Metres of a first look around when there is no limit: about the spacing of the sites. */
  readonly firstStep: number
}

/** A limit seen by the fast ruler: below inner2 surely within, above outer2 surely not, between ask for the millimetres. */
export type Rim = { readonly inner2: number; readonly outer2: number; readonly mm: number }

export function planeRuler(demand: Points, grid: PointGrid): PlaneRuler {
  const steepest = acrossTheDateLine(demand, grid.points) ? 90 : Math.max(grid.steepest, steepestOf(demand))
  const error = planeError(steepest)
  const { lng: fromLng, lat: fromLat } = demand
  const { lng: toLng, lat: toLat } = grid.points
  return {
    steepest,
    millimetres: (square, i, j) => {
      const metres = Math.sqrt(square)
      const mm = Math.round(metres * 1000)
      if (0.5 - Math.abs(metres * 1000 - mm) > error(metres) * 1000) return mm
      return Math.round(metresBetween(fromLng[i] as number, fromLat[i] as number, toLng[j] as number, toLat[j] as number) * 1000)
    },
    bound2: (mm) => {
      const metres = (mm + 0.6) / 1000
      const most = metres + error(metres)
      return most * most
    },
    rim: (limitM) => {
      // Half a millimetre belongs to the limit: 500.0004 m is 500.000 m. A limit that is no number holds nothing.
      const mm = Math.floor(limitM * 1000 + 1e-6)
      if (!(mm >= 0)) return { inner2: -1, outer2: -1, mm: -1 }
      const metres = (mm + 0.5) / 1000
      const doubt = error(metres)
      return { inner2: Math.max(0, metres - doubt) ** 2, outer2: (metres + doubt) ** 2, mm }
    },
    firstStep: 1 / Math.max(1e-9, grid.perLat / 111_000),
  }
}

function steepestOf({ lng, lat }: Points): number {
  let steepest = 0
  for (let i = 0; i < lat.length; i++) {
    const size = Math.abs(lat[i] as number)
    if (size > steepest && size <= 90 && Math.abs(lng[i] as number) <= 180) steepest = size
  }
  return steepest
}

/** Places on both sides of the 180th meridian: in the plane the way between them would go round the globe. */
function acrossTheDateLine(a: Points, b: Points): boolean {
  let west = false
  let east = false
  for (const { lng } of [a, b])
    for (let i = 0; i < lng.length; i++) {
      const x = lng[i] as number
      if (x < -170 && x >= -180) west = true
      if (x > 170 && x <= 180) east = true
    }
  return west && east
}

/** Whole millimetres between demand points and single sites: the fast ruler where it surely rounds as the geodesic does, else the geodesic. */
import { placed, planeError, planeOf, type Points } from '../geo/grid'
import { metresBetween } from '../geo/ruler'

/** A site in the fast ruler's plane: x in radians of longitude, arc metres along the meridian, half the radius of its parallel. */
export type SitePlane = { readonly lng: number; readonly lat: number; readonly rank: number; readonly x: number; readonly arc: number; readonly half: number }

export type ExactRuler = {
  readonly millimetres: (point: number, site: SitePlane) => number
  /** Square of the fast distance. */
  readonly square: (point: number, site: SitePlane) => number
  /** No site as near as so many millimetres has a larger square; Infinity where nothing is sure. */
  readonly bound2: (mm: number) => number
  /** Told of every site before it is measured: where it stands decides how far the fast ruler may be believed. */
  readonly admit: (site: { readonly lng: number; readonly lat: number }) => void
  /** Metres of the point along the meridian: two places are at least as far apart as these differ. */
  readonly arc: Float64Array
}

export const isSite = ({ lng, lat }: { readonly lng: number; readonly lat: number }): boolean => placed(lng, lat)

export function exactRuler(demand: Points): ExactRuler {
  const plane = planeOf(demand)
  let steepest = 0
  let rim = 0
  for (let i = 0; i < demand.lng.length; i++) {
    if (!placed(demand.lng[i]!, demand.lat[i]!)) continue
    steepest = Math.max(steepest, Math.abs(demand.lat[i]!))
    rim = Math.max(rim, Math.abs(demand.lng[i]!))
  }
  let error = planeError(steepest)
  const square = (point: number, site: SitePlane): number => {
    const east = (site.x - plane.lng[point]!) * (site.half + plane.half[point]!)
    const north = site.arc - plane.arc[point]!
    return east * east + north * north
  }
  return {
    arc: plane.arc,
    square,
    admit: ({ lng, lat }) => {
      // Places near the 180th meridian may lie on both sides of it: only the geodesic knows the short way.
      if (rim > 170 && Math.abs(lng) > 90) error = never
      if (error === never || Math.abs(lat) <= steepest) return
      steepest = Math.abs(lat)
      error = planeError(steepest)
    },
    millimetres: (point, site) => {
      const metres = Math.sqrt(square(point, site))
      const mm = Math.round(metres * 1000)
      if (0.5 - Math.abs(metres * 1000 - mm) > error(metres) * 1000) return mm
      return Math.round(metresBetween(demand.lng[point]!, demand.lat[point]!, site.lng, site.lat) * 1000)
    },
    bound2: (mm) => {
      const metres = (mm + 0.6) / 1000
      const most = metres + error(metres)
      return most * most
    },
  }
}

const never = () => Infinity

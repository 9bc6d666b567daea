/** Whole millimetres between demand points and single sites: the fast ruler where it surely rounds as the geodesic does, else the geodesic. */
import { placed, planeError, planeOf, type Points } from '../geo/grid'
import { metresBetween } from '../geo/ruler'

/** A site in the fast ruler's plane: x in radians of longitude, arc metres along the meridian, half the radius of its parallel. */
export type SitePlane = { readonly lng: number; readonly lat: number; readonly rank: number; readonly x: number; readonly arc: number; readonly half: number }

export type ExactRuler = {
  readonly millimetres: (point: number, site: SitePlane) => number
  /** True where the site is certainly further than so many millimetres. */
  readonly surelyBeyond: (point: number, site: SitePlane, mm: number) => boolean
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
  let steepestSite = steepest
  const errorFor = (site: SitePlane): ((metres: number) => number) => {
    // Places near the 180th meridian may lie on both sides of it: only the geodesic knows the short way.
    if (rim > 90 && Math.abs(site.lng) > 90 && rim > 170) return never
    if (Math.abs(site.lat) > steepestSite) error = planeError((steepestSite = Math.abs(site.lat)))
    return error
  }
  const square = (point: number, site: SitePlane): number => {
    const east = (site.x - plane.lng[point]!) * (site.half + plane.half[point]!)
    const north = site.arc - plane.arc[point]!
    return east * east + north * north
  }
  return {
    arc: plane.arc,
    millimetres: (point, site) => {
      const metres = Math.sqrt(square(point, site))
      const mm = Math.round(metres * 1000)
      if (0.5 - Math.abs(metres * 1000 - mm) > errorFor(site)(metres) * 1000) return mm
      return Math.round(metresBetween(demand.lng[point]!, demand.lat[point]!, site.lng, site.lat) * 1000)
    },
    surelyBeyond: (point, site, mm) => {
      if (mm === Infinity) return false
      const metres = (mm + 0.6) / 1000
      const most = metres + errorFor(site)(metres)
      return square(point, site) > most * most
    },
  }
}

const never = () => Infinity

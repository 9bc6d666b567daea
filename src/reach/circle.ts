/**
 * The legal circle: who is within so many metres of what, on the ellipsoid. Distances are rounded to 1 mm before they are compared,
 * and equal ones go to the lower index, so that the order of the work never shows.
 *
 * When one facility moves, only the demand within the widest limit of its old and its new place can count differently, and only points
 * whose nearest it was (or becomes) can have another nearest: reach/moved.ts will ask a grid of the demand for those and run this sweep over them.
 */
import { cellLine, degreesAround, gridOf, placed } from '../geo/grid'
import type { Points } from '../geo/grid'
import { eccentricitySquared, equatorial, meridianArcBy, radian } from '../geo/ruler'
import { planeRuler } from './plane-ruler'

export type CircleReach = {
  /** Index of the nearest site at any distance; -1 when there is none or the position is unknown. */
  readonly nearest: Int32Array
  /** Metres to it, to the millimetre; NaN when there is none. */
  readonly metres: Float64Array
  /** For each limit in the order given: how many sites are within it (65,535 means that many or more). */
  readonly within: readonly Uint16Array[]
}

/** Positions may be NaN (unknown): such a demand point reaches nothing, such a site is reached by nobody. */
export function circleReach(demand: Points, sites: Points, limitsM: readonly number[]): CircleReach {
  const widest = Math.max(0, ...limitsM.filter((limit) => limit < halfTheEarth))
  return sweep(demand, sites, limitsM, widest, true)
}

/** The nearest site of each demand point if it lies within maxM, else -1 and NaN. */
export function nearestWithin(demand: Points, sites: Points, maxM: number): { nearest: Int32Array; metres: Float64Array } {
  const { nearest, metres, within } = sweep(demand, sites, [maxM], maxM, false)
  const found = within[0] as Uint16Array
  for (let i = 0; i < nearest.length; i++) {
    if ((found[i] as number) > 0) continue
    nearest[i] = -1
    metres[i] = NaN
  }
  return { nearest, metres }
}

export { eachPairWithin, peopleReachedBySite } from './pairs'
export type { SiteReach } from './pairs'

/** No two places on earth are further apart than 20,004 km. */
const halfTheEarth = 2.1e7

function sweep(demand: Points, sites: Points, limitsM: readonly number[], widest: number, beyond: boolean): CircleReach {
  const count = demand.lng.length
  const grid = gridOf(sites, widest / 2)
  const nearest = new Int32Array(count).fill(-1)
  const metres = new Float64Array(count).fill(NaN)
  const within = limitsM.map(() => new Uint16Array(count))
  const reach = { nearest, metres, within }
  if (grid.order.length === 0) return reach
  limitsM.forEach((limit, l) => limit >= halfTheEarth && within[l]?.forEach((_, i, counts) => placed(demand.lng[i] as number, demand.lat[i] as number) && (counts[i] = Math.min(65535, grid.order.length))))

  const ruler = planeRuler(demand, grid)
  const { starts, order, columns, rows, west, south, perLng, perLat, plane } = grid
  const { lng: siteLng, arc: siteArc, half: siteHalf } = plane
  const first = degreesAround(widest, ruler.steepest)
  // Widest limit first: a site outside it is outside the others. Each limit's rim is where the fast ruler cannot tell.
  const limits = limitsM.map((limit, l) => ({ ...ruler.rim(limit < halfTheEarth ? limit : NaN), counts: within[l] as Uint16Array })).sort((a, b) => b.outer2 - a.outer2)
  const outer2 = limits[0]?.outer2 ?? -1

  for (let i = 0; i < count; i++) {
    const x = demand.lng[i] as number
    const y = demand.lat[i] as number
    if (!placed(x, y)) continue
    const latitude = y * radian
    const sine = Math.sin(latitude)
    const cosine = Math.cos(latitude)
    const lng = x * radian
    const arc = meridianArcBy(latitude, sine, cosine)
    const half = (0.5 * equatorial * cosine) / Math.sqrt(1 - eccentricitySquared * sine * sine)
    let best = -1
    let bestMm = Infinity
    /** Square of the fast distance above which no site can be as near as the best one, in millimetres. */
    let bound2 = Infinity
    let radius = widest
    let around = first
    let counting = true
    for (;;) {
      const rowLow = cellLine(y - around.lat - south, perLat, rows)
      const rowHigh = cellLine(y + around.lat - south, perLat, rows)
      const columnLow = cellLine(x - around.lng - west, perLng, columns)
      const columnHigh = cellLine(x + around.lng - west, perLng, columns)
      for (let row = rowLow; row <= rowHigh; row++) {
        const end = starts[row * columns + columnHigh + 1] as number
        for (let k = starts[row * columns + columnLow] as number; k < end; k++) {
          const east = ((siteLng[k] as number) - lng) * ((siteHalf[k] as number) + half)
          const north = (siteArc[k] as number) - arc
          const square = east * east + north * north
          if (counting && square <= outer2) {
            for (let l = 0; l < limits.length; l++) {
              const { inner2, outer2, mm, counts } = limits[l] as (typeof limits)[number]
              if (square > outer2) break
              if (square < inner2 || ruler.millimetres(square, i, order[k] as number) <= mm) {
                const n = counts[i] as number
                if (n < 65535) counts[i] = n + 1
              }
            }
          }
          if (square <= bound2) {
            const site = order[k] as number
            const mm = ruler.millimetres(square, i, site)
            if (mm < bestMm || (mm === bestMm && site < best)) {
              best = site
              bestMm = mm
              bound2 = ruler.bound2(mm)
            }
          }
        }
      }
      // Within the radius nothing was missed; further out the box has corners and edges.
      if (!beyond || bestMm <= radius * 1000 || (rowLow === 0 && columnLow === 0 && rowHigh === rows - 1 && columnHigh === columns - 1)) break
      radius = best >= 0 ? (bestMm + 1) / 1000 : Math.max(2 * radius, ruler.firstStep)
      around = degreesAround(radius, ruler.steepest)
      counting = false
    }
    if (best < 0) continue
    nearest[i] = best
    metres[i] = bestMm / 1000
  }
  return reach
}

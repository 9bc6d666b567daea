/** Every pair of demand point and site that is near enough, and what each site reaches by it. */
import { cellLine, degreesAround, gridOf, placed, planeOf } from '../geo/grid'
import type { Points } from '../geo/grid'
import { planeRuler } from './plane-ruler'

/**
 * Visits each pair within maxM (rounded to 1 mm, the limit included) once: demand points by number, sites in no promised order.
 * metres is the geodesic rounded to 1 mm.
 */
export function eachPairWithin(demand: Points, sites: Points, maxM: number, visit: (demandIndex: number, siteIndex: number, metres: number) => void): void {
  const reachM = Math.min(maxM, 2.1e7)
  const grid = gridOf(sites, reachM / 2)
  if (grid.order.length === 0 || !(reachM >= 0)) return
  const ruler = planeRuler(demand, grid)
  const around = degreesAround(reachM, ruler.steepest)
  const rim = ruler.rim(reachM)
  const own = planeOf(demand)
  const { starts, order, columns, rows, west, south, perLng, perLat, plane } = grid
  for (let i = 0; i < demand.lng.length; i++) {
    const x = demand.lng[i] as number
    const y = demand.lat[i] as number
    if (!placed(x, y)) continue
    const lng = own.lng[i] as number
    const arc = own.arc[i] as number
    const half = own.half[i] as number
    const rowHigh = cellLine(y + around.lat - south, perLat, rows)
    const columnLow = cellLine(x - around.lng - west, perLng, columns)
    const columnHigh = cellLine(x + around.lng - west, perLng, columns)
    for (let row = cellLine(y - around.lat - south, perLat, rows); row <= rowHigh; row++) {
      const end = starts[row * columns + columnHigh + 1] as number
      for (let k = starts[row * columns + columnLow] as number; k < end; k++) {
        const east = ((plane.lng[k] as number) - lng) * ((plane.half[k] as number) + half)
        const north = (plane.arc[k] as number) - arc
        const square = east * east + north * north
        if (square > rim.outer2) continue
        const mm = ruler.millimetres(square, i, order[k] as number)
        if (mm <= rim.mm) visit(i, order[k] as number, mm / 1000)
      }
    }
  }
}

export type SiteReach = {
  /** For each limit in the order given: demand points within it of each site. */
  readonly points: readonly Int32Array[]
  /** sums[limit][weight][site]: the weights of those points, unknown ones (NaN) left out. */
  readonly sums: readonly (readonly Float64Array[])[]
  /** unknown[limit][weight][site]: how many of the points have no such weight, so that a sum never passes for complete. */
  readonly unknown: readonly (readonly Int32Array[])[]
}

/** What each site reaches on its own; people near two sites stand in both, so these are never added up. */
export function peopleReachedBySite(demand: Points, sites: Points, limitsM: readonly number[], weights: readonly Float64Array[]): SiteReach {
  const count = sites.lng.length
  const points = limitsM.map(() => new Int32Array(count))
  const sums = limitsM.map(() => weights.map(() => new Float64Array(count)))
  const unknown = limitsM.map(() => weights.map(() => new Int32Array(count)))
  const limitsMm = limitsM.map((limit) => Math.floor(limit * 1000 + 1e-6))
  eachPairWithin(demand, sites, Math.max(-1, ...limitsM), (i, site, metres) => {
    const mm = Math.round(metres * 1000)
    for (let l = 0; l < limitsMm.length; l++) {
      if (mm > (limitsMm[l] as number)) continue
      increase(points[l] as Int32Array, site, 1)
      for (let w = 0; w < weights.length; w++) {
        const weight = weights[w]?.[i] as number
        if (Number.isNaN(weight)) increase(unknown[l]?.[w] as Int32Array, site, 1)
        else increase(sums[l]?.[w] as Float64Array, site, weight)
      }
    }
  })
  return { points, sums, unknown }
}

function increase(column: Int32Array | Float64Array, index: number, by: number): void {
  column[index] = (column[index] as number) + by
}

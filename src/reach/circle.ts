/**
 * The legal circle: who is within so many metres of what, on the ellipsoid. Distances are rounded to 1 mm before they are compared,
 * and equal ones go to the lower index, so that the order of the work never shows.
 *
 * When one facility moves, only the demand within the widest limit of its old and its new place can count differently, and only points
 * whose nearest it was (or becomes) can have another nearest: reach/moved.ts will ask a grid of the demand for those and run this sweep over them.
 */
import { cellLine, degreesAround, gridOf, placed } from '../geo/grid'
import type { PointGrid, Points } from '../geo/grid'
import { eccentricitySquared, equatorial, meridianArcBy, radian } from '../geo/ruler'
import { farNearest } from './far'
import { planeRuler } from './plane-ruler'
import type { PlaneRuler, Rim } from './plane-ruler'

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
  limitsM.forEach((limit, l) => limit >= halfTheEarth && countEvery(demand, grid.order.length, within[l] as Uint16Array))

  const ruler = planeRuler(demand, grid)
  const { starts, order, columns, rows, west, south, perLng, perLat, plane } = grid
  const { lng: siteLng, arc: siteArc, half: siteHalf } = plane
  const { lng: demandLng, lat: demandLat } = demand
  const around = degreesAround(widest, ruler.steepest)
  const [aroundLng, aroundLat] = [around.lng, around.lat]
  let farSearch: ReturnType<Far> | null = null
  const far: Far = () => (farSearch ??= farNearest(sites, order))
  // Widest limit first: a site outside it is outside the others.
  const limits = limitsM.map((limit, l) => ({ ...ruler.rim(limit < halfTheEarth ? limit : NaN), counts: within[l] as Uint16Array })).sort((a, b) => b.outer2 - a.outer2)
  const outer2 = limits[0]?.outer2 ?? -1

  for (let i = 0; i < count; i++) {
    const x = demandLng[i] as number
    const y = demandLat[i] as number
    if (!placed(x, y)) continue
    const latitude = y * radian
    const sine = Math.sin(latitude)
    const cosine = Math.cos(latitude)
    const lng = x * radian
    const arc = meridianArcBy(latitude, sine, cosine)
    const half = (0.5 * equatorial * cosine) / Math.sqrt(1 - eccentricitySquared * sine * sine)
    const rowLow = cellLine(y - aroundLat - south, perLat, rows)
    const rowHigh = cellLine(y + aroundLat - south, perLat, rows)
    const columnLow = cellLine(x - aroundLng - west, perLng, columns)
    const columnHigh = cellLine(x + aroundLng - west, perLng, columns) + 1
    let best = -1
    /** Squares of the least and the second least fast distance. */
    let least = Infinity
    let second = Infinity
    for (let row = rowLow; row <= rowHigh; row++) {
      const end = starts[row * columns + columnHigh] as number
      for (let k = starts[row * columns + columnLow] as number; k < end; k++) {
        const east = ((siteLng[k] as number) - lng) * ((siteHalf[k] as number) + half)
        const north = (siteArc[k] as number) - arc
        const square = east * east + north * north
        if (square <= outer2) countIn(limits, square, i, order[k] as number, ruler)
        if (square < second) {
          if (square < least) {
            second = least
            least = square
            best = k
          } else second = square
        }
      }
    }
    const mm = best >= 0 ? ruler.millimetres(least, i, order[best] as number) : Infinity
    // Nothing within the limit was missed, and nobody else can be as near to the millimetre: this is the nearest.
    if (mm <= widest * 1000 && second > ruler.bound2(mm)) {
      nearest[i] = order[best] as number
      metres[i] = mm / 1000
    } else if (beyond || mm <= widest * 1000 + 1) nearestOf(i, x, y, lng, arc, half, mm < Infinity ? (mm + 1) / 1000 : Math.max(2 * widest, ruler.firstStep), grid, ruler, far, reach)
  }
  return reach
}

/** Made when first asked for. */
type Far = () => ReturnType<typeof farNearest>

type Limit = Rim & { readonly counts: Uint16Array }

/** Counts one site in the limits that hold it; where the fast ruler cannot tell, by its millimetres. */
function countIn(limits: readonly Limit[], square: number, i: number, site: number, ruler: PlaneRuler): void {
  for (let l = 0; l < limits.length; l++) {
    const limit = limits[l] as Limit
    if (square > limit.outer2) return
    if (square >= limit.inner2 && ruler.millimetres(square, i, site) > limit.mm) continue
    const n = limit.counts[i] as number
    if (n < 65535) limit.counts[i] = n + 1
  }
}

/** The slow, sure search from a first radius: every candidate by its millimetres, the lower index of equals, a wider box until nothing can be missed. */
function nearestOf(i: number, x: number, y: number, lng: number, arc: number, half: number, firstRadius: number, grid: PointGrid, ruler: PlaneRuler, far: Far, reach: CircleReach): void {
  const { starts, order, columns, rows, west, south, perLng, perLat, plane } = grid
  let best = -1
  let bestMm = Infinity
  let bound2 = Infinity
  for (let radius = firstRadius; ; radius = best >= 0 ? (bestMm + 1) / 1000 : 2 * radius) {
    if (radius > 150_000) {
      ;[best, bestMm] = far()(x, y)
      break
    }
    const around = degreesAround(radius, ruler.steepest)
    const rowLow = cellLine(y - around.lat - south, perLat, rows)
    const rowHigh = cellLine(y + around.lat - south, perLat, rows)
    const columnLow = cellLine(x - around.lng - west, perLng, columns)
    const columnHigh = cellLine(x + around.lng - west, perLng, columns)
    for (let row = rowLow; row <= rowHigh; row++) {
      const end = starts[row * columns + columnHigh + 1] as number
      for (let k = starts[row * columns + columnLow] as number; k < end; k++) {
        const east = ((plane.lng[k] as number) - lng) * ((plane.half[k] as number) + half)
        const north = (plane.arc[k] as number) - arc
        const square = east * east + north * north
        if (square > bound2) continue
        const site = order[k] as number
        const mm = ruler.millimetres(square, i, site)
        if (mm > bestMm || (mm === bestMm && site > best)) continue
        best = site
        bestMm = mm
        bound2 = ruler.bound2(mm)
      }
    }
    // Within the radius nothing was missed; further out the box has corners and edges.
    if (bestMm <= radius * 1000 || (rowLow === 0 && columnLow === 0 && rowHigh === rows - 1 && columnHigh === columns - 1)) break
  }
  reach.nearest[i] = best
  reach.metres[i] = bestMm / 1000
}

function countEvery({ lng, lat }: Points, sites: number, counts: Uint16Array): void {
  for (let i = 0; i < counts.length; i++) if (placed(lng[i] as number, lat[i] as number)) counts[i] = Math.min(65535, sites)
}

/**
 * Points sorted into cells of longitude and latitude: which of them can lie within so many metres.
 * One box of cells holds every point within the distance, provably: the search never decides, the ruler does.
 */
import { eccentricitySquared, equatorial, meridianArcBy, radian, smallestMeridianRadius } from './ruler'

export type Points = { readonly lng: Float64Array; readonly lat: Float64Array }

export type PointGrid = {
  /** The points that it was made of; a point with an unknown position is in none of the cells. */
  readonly points: Points
  readonly columns: number
  readonly rows: number
  /** Degrees of the south-west corner, and cells per degree. */
  readonly west: number
  readonly south: number
  readonly perLng: number
  readonly perLat: number
  /** Cell c holds the places starts[c] … starts[c + 1] - 1 of the columns below; cells run west to east, then north. */
  readonly starts: Int32Array
  /** The number of the point at each place; ascending within a cell. */
  readonly order: Int32Array
  readonly plane: Plane
  /** Largest |latitude| in degrees of the placed points; 0 when there are none. */
  readonly steepest: number
}

/**
 * What the fast ruler needs of each point: for two places a and b, east = (lng_b - lng_a) * (half_a + half_b), north = arc_b - arc_a,
 * metres = hypot(east, north). Off by at most planeError.
 */
export type Plane = {
  /** Longitude in radians. */
  readonly lng: Float64Array
  /** Metres along the meridian from the equator. */
  readonly arc: Float64Array
  /** Half the radius of the parallel, metres. */
  readonly half: Float64Array
}

/** True for a position that can be on the ground. */
export const placed = (lng: number, lat: number): boolean => lng >= -180 && lng <= 180 && lat >= -90 && lat <= 90

/** Cells are about cellM wide, wider where that would make more than a million or far more cells than points. */
export function gridOf(points: Points, cellM: number): PointGrid {
  const { lng, lat } = points
  let west = Infinity
  let east = -Infinity
  let south = Infinity
  let north = -Infinity
  let count = 0
  for (let i = 0; i < lng.length; i++) {
    const x = lng[i] as number
    const y = lat[i] as number
    if (!placed(x, y)) continue
    count++
    if (x < west) west = x
    if (x > east) east = x
    if (y < south) south = y
    if (y > north) north = y
  }
  if (count === 0) return { points, columns: 1, rows: 1, west: 0, south: 0, perLng: 1, perLat: 1, starts: new Int32Array(2), order: new Int32Array(0), plane: planeOf(points, new Int32Array(0)), steepest: 0 }

  const middle = Math.cos(((south + north) / 2) * radian)
  const width = Math.max(1, (east - west) * radian * equatorial * middle)
  const height = Math.max(1, (north - south) * radian * equatorial)
  const most = Math.min(1 << 20, Math.max(1024, 32 * count))
  const side = Math.max(cellM, Math.sqrt((width * height) / most), width / most, height / most)
  const columns = Math.max(1, Math.floor(width / side))
  const rows = Math.max(1, Math.min(Math.floor(height / side), Math.ceil(most / columns)))
  const perLng = columns / Math.max(east - west, 1e-9)
  const perLat = rows / Math.max(north - south, 1e-9)

  // Counting sort by cell: stable, so that a cell lists its points by number.
  const starts = new Int32Array(columns * rows + 1)
  const cells = new Int32Array(lng.length)
  for (let i = 0; i < lng.length; i++) {
    const x = lng[i] as number
    const y = lat[i] as number
    const cell = placed(x, y) ? cellLine(y - south, perLat, rows) * columns + cellLine(x - west, perLng, columns) : -1
    cells[i] = cell
    if (cell >= 0) starts[cell + 1] = (starts[cell + 1] as number) + 1
  }
  for (let c = 0; c < columns * rows; c++) starts[c + 1] = (starts[c + 1] as number) + (starts[c] as number)
  const next = starts.slice(0, -1)
  const order = new Int32Array(count)
  for (let i = 0; i < lng.length; i++) {
    const cell = cells[i] as number
    if (cell < 0) continue
    const place = next[cell] as number
    next[cell] = place + 1
    order[place] = i
  }
  return { points, columns, rows, west, south, perLng, perLat, starts, order, plane: planeOf(points, order), steepest: Math.max(Math.abs(south), Math.abs(north)) }
}

/** The fast ruler's columns: of the points of a list in its order, or of all. */
export function planeOf({ lng, lat }: Points, order?: Int32Array): Plane {
  const count = order ? order.length : lng.length
  const plane = { lng: new Float64Array(count), arc: new Float64Array(count), half: new Float64Array(count) }
  for (let k = 0; k < count; k++) {
    const i = order ? (order[k] as number) : k
    const latitude = (lat[i] as number) * radian
    const sine = Math.sin(latitude)
    const cosine = Math.cos(latitude)
    plane.lng[k] = (lng[i] as number) * radian
    plane.arc[k] = meridianArcBy(latitude, sine, cosine)
    plane.half[k] = (0.5 * equatorial * cosine) / Math.sqrt(1 - eccentricitySquared * sine * sine)
  }
  return plane
}

/**
 * How far the fast ruler can be from metresBetween, both places below the latitude |steepest|.
 * Measured against Karney's solution: 1.1e-15 d³ / cos² at most; twice that is used, and nothing is promised beyond 80° or 150 km (Infinity: ask the ruler).
 */
export function planeError(steepest: number): (metres: number) => number {
  if (steepest > 80) return () => Infinity
  const cubic = 2.5e-15 / Math.cos(steepest * radian) ** 2
  return (metres) => (metres > 150_000 ? Infinity : 1e-7 + cubic * metres * metres * metres)
}

/** Row or column of a place so many degrees from the grid's corner; the outer ones hold everything beyond. */
export function cellLine(degrees: number, perDegree: number, count: number): number {
  const line = degrees * perDegree
  // Truncation is the floor of what is left; NaN has no line and is not asked for.
  return line < 1 ? 0 : line >= count ? count - 1 : line | 0
}

/** Degrees that no place within the metres can exceed: northwards anywhere, eastwards below the latitude |steepest|. */
export function degreesAround(metres: number, steepest: number): { readonly lat: number; readonly lng: number } {
  const lat = ((metres + 0.01) / smallestMeridianRadius / radian) * (1 + 1e-9)
  const edge = Math.abs(steepest) + lat
  return { lat, lng: edge >= 89.9 ? 360 : ((metres + 0.01) / (equatorial * Math.cos(edge * radian)) / radian) * (1 + 1e-9) }
}

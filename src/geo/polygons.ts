/**
 * Which polygons hold a point. Built once: cells of the map list the shapes that may be there, and each shape's edges lie in bands of
 * latitude, so that a point is tried against a handful of edges. Plane geometry in degrees, as the boundaries themselves are drawn.
 */
import type { MultiPolygon, Polygon, Position } from 'geojson'
import type { Points } from './grid'

export type PolygonIndex = {
  /** The first polygon by order that holds the place, its border included; -1 when none does. */
  readonly firstAt: (lng: number, lat: number) => number
  /** Every polygon that holds the place, ascending. */
  readonly allAt: (lng: number, lat: number) => number[]
  /** firstAt of many points; -1 also where the position is unknown. */
  readonly first: (points: Points) => Int32Array
}

/** null stands for a record without a boundary and holds nothing, so that indices are the caller's own. */
export function polygonIndex(polygons: readonly (Polygon | MultiPolygon | null)[]): PolygonIndex {
  const shapes = polygons.flatMap((polygon, owner) => partsOf(polygon).map((rings) => shapeOf(owner, rings))).filter((shape) => shape !== null)
  const cells = cellsOf(shapes)
  const visit = (lng: number, lat: number, found: (owner: number) => boolean): void => {
    const column = Math.floor((lng - cells.west) * cells.perLng)
    const row = Math.floor((lat - cells.south) * cells.perLat)
    // Written so that NaN is outside too.
    if (!(column >= 0 && column <= cells.columns && row >= 0 && row <= cells.rows)) return
    const cell = Math.min(row, cells.rows - 1) * cells.columns + Math.min(column, cells.columns - 1)
    const end = cells.starts[cell + 1] as number
    for (let k = cells.starts[cell] as number; k < end; k++) {
      const shape = shapes[cells.shapes[k] as number] as Shape
      if (holds(shape, lng, lat) && found(shape.owner)) return
    }
  }
  const firstAt = (lng: number, lat: number): number => {
    let first = -1
    visit(lng, lat, (owner) => {
      first = owner
      return true
    })
    return first
  }
  return {
    firstAt,
    allAt: (lng, lat) => {
      const all: number[] = []
      visit(lng, lat, (owner) => {
        if (all[all.length - 1] !== owner) all.push(owner)
        return false
      })
      return all
    },
    first: ({ lng, lat }) => Int32Array.from(lng, (x, i) => firstAt(x, lat[i] as number)),
  }
}

/** One part of a polygon with its holes. Edges run south to north, four numbers each, listed in every band that they touch. */
type Shape = {
  readonly owner: number
  readonly west: number
  readonly east: number
  readonly south: number
  readonly north: number
  readonly perLat: number
  readonly starts: Int32Array
  readonly edges: Float64Array
}

function holds(shape: Shape, x: number, y: number): boolean {
  if (x < shape.west || x > shape.east || y < shape.south || y > shape.north) return false
  const band = Math.min(Math.floor((y - shape.south) * shape.perLat), shape.starts.length - 2)
  const edges = shape.edges
  const end = shape.starts[band + 1] as number
  let inside = false
  for (let k = shape.starts[band] as number; k < end; k += 4) {
    const y1 = edges[k + 1] as number
    const y2 = edges[k + 3] as number
    if (y < y1 || y > y2) continue
    const x1 = edges[k] as number
    const x2 = edges[k + 2] as number
    // Same edge, same direction, same arithmetic in both neighbours: a place is on one side for the one and on the other for the other.
    const side = (x2 - x1) * (y - y1) - (x - x1) * (y2 - y1)
    if (side === 0 && x >= Math.min(x1, x2) && x <= Math.max(x1, x2)) return true
    if (side > 0 && y < y2) inside = !inside
  }
  return inside
}

function partsOf(polygon: Polygon | MultiPolygon | null): Position[][][] {
  if (polygon === null) return []
  return polygon.type === 'Polygon' ? [polygon.coordinates] : polygon.coordinates
}

function shapeOf(owner: number, rings: readonly Position[][]): Shape | null {
  const segments: number[] = []
  let west = Infinity
  let east = -Infinity
  let south = Infinity
  let north = -Infinity
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i++) {
      const [x1, y1] = ring[i] as [number, number]
      // A ring that was left open is closed here; a closed one gets an edge of no length, which is dropped.
      const [x2, y2] = ring[(i + 1) % ring.length] as [number, number]
      if (!Number.isFinite(x1 + y1 + x2 + y2) || (x1 === x2 && y1 === y2)) continue
      if (y1 < y2 || (y1 === y2 && x1 < x2)) segments.push(x1, y1, x2, y2)
      else segments.push(x2, y2, x1, y1)
      west = Math.min(west, x1, x2)
      east = Math.max(east, x1, x2)
      south = Math.min(south, y1, y2)
      north = Math.max(north, y1, y2)
    }
  }
  if (segments.length === 0) return null
  const bands = Math.max(1, Math.min(4096, segments.length >> 4))
  const perLat = bands / Math.max(north - south, 1e-12)
  const bandOf = (y: number) => Math.min(Math.floor((y - south) * perLat), bands - 1)
  const starts = new Int32Array(bands + 1)
  for (let k = 0; k < segments.length; k += 4) for (let band = bandOf(segments[k + 1] as number); band <= bandOf(segments[k + 3] as number); band++) starts[band + 1] = (starts[band + 1] as number) + 4
  for (let band = 0; band < bands; band++) starts[band + 1] = (starts[band + 1] as number) + (starts[band] as number)
  const next = starts.slice(0, -1)
  const edges = new Float64Array(starts[bands] as number)
  for (let k = 0; k < segments.length; k += 4)
    for (let band = bandOf(segments[k + 1] as number); band <= bandOf(segments[k + 3] as number); band++) {
      const at = next[band] as number
      next[band] = at + 4
      for (let c = 0; c < 4; c++) edges[at + c] = segments[k + c] as number
    }
  return { owner, west, east, south, north, perLat, starts, edges }
}

type Cells = { readonly west: number; readonly south: number; readonly perLng: number; readonly perLat: number; readonly columns: number; readonly rows: number; readonly starts: Int32Array; readonly shapes: Int32Array }

function cellsOf(shapes: readonly Shape[]): Cells {
  let west = Infinity
  let east = -Infinity
  let south = Infinity
  let north = -Infinity
  for (const shape of shapes) {
    west = Math.min(west, shape.west)
    east = Math.max(east, shape.east)
    south = Math.min(south, shape.south)
    north = Math.max(north, shape.north)
  }
  // About four cells a shape; coarser where great shapes would stand in too many cells.
  for (let side = Math.ceil(2 * Math.sqrt(Math.max(1, shapes.length))); ; side = Math.ceil(side / 2)) {
    const perLng = side / Math.max(east - west, 1e-12)
    const perLat = side / Math.max(north - south, 1e-12)
    const line = (degrees: number, per: number) => Math.min(Math.floor(degrees * per), side - 1)
    const each = (visit: (cell: number, shape: number) => void) =>
      shapes.forEach((shape, s) => {
        const lastRow = line(shape.north - south, perLat)
        const lastColumn = line(shape.east - west, perLng)
        for (let row = line(shape.south - south, perLat); row <= lastRow; row++) for (let column = line(shape.west - west, perLng); column <= lastColumn; column++) visit(row * side + column, s)
      })
    const starts = new Int32Array(side * side + 1)
    let entries = 0
    each((cell) => {
      starts[cell + 1] = (starts[cell + 1] as number) + 1
      entries++
    })
    if (side > 1 && entries > 100 * shapes.length + 10_000) continue
    for (let c = 0; c < side * side; c++) starts[c + 1] = (starts[c + 1] as number) + (starts[c] as number)
    const next = starts.slice(0, -1)
    const list = new Int32Array(entries)
    each((cell, shape) => {
      const at = next[cell] as number
      next[cell] = at + 1
      list[at] = shape
    })
    return { west, south, perLng, perLat, columns: side, rows: side, starts, shapes: list }
  }
}

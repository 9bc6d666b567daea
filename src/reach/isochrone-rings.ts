/** The outline of a distance field: marching squares, rings with the inside on their left, thinned, holes put into their polygons. */
import type { Position } from 'geojson'
import type { DistanceField } from './isochrone-field'
import type { PicturePlane } from './isochrone-plane'

/** Polygons of everything within bufferM of the field's stretches: outer rings counter-clockwise, holes clockwise, closed. */
export function polygonsOf(field: DistanceField, bufferM: number, toleranceM: number, plane: PicturePlane): Position[][][] {
  const rings = ringsOf(field, bufferM).map((ring) => thinned(ring, toleranceM)).filter((ring) => ring.length >= 6)
  const shapes = rings.map((ring) => ({ ring, area: areaOf(ring), box: boxOf(ring) }))
  const outer = shapes.filter(({ area }) => area > 0)
  const polygons = outer.map(({ ring }) => [ring])
  // Smallest first: a hole belongs to the smallest outer ring around it.
  const bySize = outer.map((shape, k) => ({ ...shape, k })).sort((a, b) => a.area - b.area)
  for (const hole of shapes) {
    if (hole.area >= 0) continue
    const owner = bySize.length === 1 ? bySize[0] : bySize.find((shape) => shape.area > -hole.area && holds(shape.box, hole.box) && contains(shape.ring, hole.ring[0], hole.ring[1]))
    if (owner) polygons[owner.k].push(hole.ring)
  }
  return polygons.map((polygon) => polygon.map((ring) => positionsOf(ring, plane)))
}

/**
 * Every crossing of the outline with a grid line has one way on. Crossings are numbered 2 * place for the line to the east of a place and
 * 2 * place + 1 for the line to its north; rings are x, y, x, y …, not closed.
 */
function ringsOf(field: DistanceField, bufferM: number): Float64Array[] {
  const { squares, columns, rows } = field
  const level = bufferM * bufferM
  const size = 2 * columns * rows
  if (field.next.length < size) field.next = new Int32Array(Math.ceil(1.25 * size)).fill(-1)
  const next = field.next
  let starts = field.starts
  let count = 0
  for (let row = 0; row + 1 < rows; row++) {
    const base = row * columns
    let left = (squares[base] <= level ? 1 : 0) | (squares[base + columns] <= level ? 8 : 0)
    for (let column = 0; column + 1 < columns; column++) {
      const at = base + column
      const right = (squares[at + 1] <= level ? 2 : 0) | (squares[at + columns + 1] <= level ? 4 : 0)
      // South-west 1, south-east 2, north-east 4, north-west 8.
      const corners = left | right
      left = (right & 2) >> 1 | (right & 4) << 1
      if (corners === 0 || corners === 15) continue
      if (count + 2 > starts.length) {
        const wider = new Int32Array(2 * starts.length)
        wider.set(starts)
        field.starts = starts = wider
      }
      const south = 2 * at
      const west = south + 1
      const north = south + 2 * columns
      const east = south + 3
      // The inside lies to the left of the way from one crossing to the next.
      switch (corners) {
        case 1: link(south, west); break
        case 2: link(east, south); break
        case 3: link(east, west); break
        case 4: link(north, east); break
        case 6: link(north, south); break
        case 7: link(north, west); break
        case 8: link(west, north); break
        case 9: link(south, north); break
        case 11: link(east, north); break
        case 12: link(west, east); break
        case 13: link(south, east); break
        case 14: link(west, south); break
        default: {
          // Two opposite corners: joined when the middle of the cell is inside.
          const middle = (Math.sqrt(squares[at]) + Math.sqrt(squares[at + 1]) + Math.sqrt(squares[at + columns]) + Math.sqrt(squares[at + columns + 1])) / 4 <= bufferM
          if (corners === 5 && middle) linkBoth(south, east, north, west)
          else if (corners === 5) linkBoth(south, west, north, east)
          else if (middle) linkBoth(west, south, east, north)
          else linkBoth(east, south, west, north)
        }
      }
    }
  }
  return followed(field, bufferM, next, starts, count)

  function link(from: number, to: number): void {
    next[from] = to
    starts[count++] = from
  }

  function linkBoth(from: number, to: number, otherFrom: number, otherTo: number): void {
    link(from, to)
    link(otherFrom, otherTo)
  }
}

/** Follows the links from each start that is not used up; leaves every link cleared. */
function followed(field: DistanceField, bufferM: number, next: Int32Array, starts: Int32Array, count: number): Float64Array[] {
  const { squares, columns, cell, west, south } = field
  const rings: Float64Array[] = []
  const points: number[] = []
  for (let k = 0; k < count; k++) {
    if (next[starts[k]] < 0) continue
    points.length = 0
    for (let at = starts[k]; next[at] >= 0; ) {
      const place = at >> 1
      const upward = (at & 1) === 1
      const a = Math.sqrt(squares[place])
      const b = Math.sqrt(squares[upward ? place + columns : place + 1])
      const share = (bufferM - a) / (b - a)
      const row = Math.floor(place / columns)
      const column = place - row * columns
      points.push(west + (column + (upward ? 0 : share)) * cell, south + (row + (upward ? share : 0)) * cell)
      const after = next[at]
      next[at] = -1
      at = after
    }
    rings.push(Float64Array.from(points))
  }
  return rings
}

/** Douglas and Peucker on a ring: no point left out lies further than the tolerance from the line that replaces it. */
function thinned(ring: Float64Array, tolerance: number): Float64Array {
  const count = ring.length / 2
  if (count < 4) return ring
  // Two anchors: the first point and the one furthest from it.
  let far = 0
  let most = -1
  for (let k = 1; k < count; k++) {
    const square = (ring[2 * k] - ring[0]) ** 2 + (ring[2 * k + 1] - ring[1]) ** 2
    if (square > most) {
      most = square
      far = k
    }
  }
  const keep = new Uint8Array(count)
  keep[0] = 1
  keep[far] = 1
  const limit = tolerance * tolerance
  const stack = [0, far, far, count]
  while (stack.length > 0) {
    const end = stack.pop() as number
    const start = stack.pop() as number
    if (end - start < 2) continue
    const ax = ring[2 * start]
    const ay = ring[2 * start + 1]
    const last = end === count ? 0 : end
    const dx = ring[2 * last] - ax
    const dy = ring[2 * last + 1] - ay
    const length2 = dx * dx + dy * dy
    let worst = limit
    let at = -1
    for (let k = start + 1; k < end; k++) {
      const px = ring[2 * k] - ax
      const py = ring[2 * k + 1] - ay
      const along = length2 > 0 ? (px * dx + py * dy) / length2 : 0
      const share = along < 0 ? 0 : along > 1 ? 1 : along
      const square = (px - share * dx) ** 2 + (py - share * dy) ** 2
      if (square <= worst) continue
      worst = square
      at = k
    }
    if (at < 0) continue
    keep[at] = 1
    stack.push(start, at, at, end)
  }
  const kept: number[] = []
  for (let k = 0; k < count; k++) if (keep[k] === 1) kept.push(ring[2 * k], ring[2 * k + 1])
  return Float64Array.from(kept)
}

function areaOf(ring: Float64Array): number {
  let twice = 0
  for (let k = 0, before = ring.length - 2; k < ring.length; before = k, k += 2) twice += ring[before] * ring[k + 1] - ring[k] * ring[before + 1]
  return twice / 2
}

type Box = readonly [number, number, number, number]

function boxOf(ring: Float64Array): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let k = 0; k < ring.length; k += 2) {
    west = Math.min(west, ring[k])
    east = Math.max(east, ring[k])
    south = Math.min(south, ring[k + 1])
    north = Math.max(north, ring[k + 1])
  }
  return [west, south, east, north]
}

const holds = (a: Box, b: Box): boolean => a[0] <= b[0] && a[1] <= b[1] && a[2] >= b[2] && a[3] >= b[3]

function contains(ring: Float64Array, x: number, y: number): boolean {
  let inside = false
  for (let k = 0, before = ring.length - 2; k < ring.length; before = k, k += 2) {
    if (ring[k + 1] > y === ring[before + 1] > y) continue
    if (x < ((ring[before] - ring[k]) * (y - ring[k + 1])) / (ring[before + 1] - ring[k + 1]) + ring[k]) inside = !inside
  }
  return inside
}

/** Degrees to seven decimals (1 cm), closed. */
function positionsOf(ring: Float64Array, plane: PicturePlane): Position[] {
  const positions: Position[] = []
  for (let k = 0; k < ring.length; k += 2) positions.push([Math.round((plane.lng + ring[k] / plane.perLng) * 1e7) / 1e7, Math.round((plane.lat + ring[k + 1] / plane.perLat) * 1e7) / 1e7])
  positions.push(positions[0])
  return positions
}

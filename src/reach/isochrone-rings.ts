/** The outline of a distance field: marching squares, rings with the inside on their left, holes put into their polygons. */
import type { Position } from 'geojson'
import type { DistanceField } from './isochrone-field'
import type { PicturePlane } from './isochrone-plane'
import { thinned } from './isochrone-thin'

/** Polygons of everything within bufferM of the field's stretches: outer rings counter-clockwise, holes clockwise, closed. */
export function polygonsOf(field: DistanceField, bufferM: number, toleranceM: number, plane: PicturePlane): Position[][][] {
  const shapes = ringsOf(field, bufferM, toleranceM).map((ring) => ({ ring, area: areaOf(ring) }))
  const outer = shapes.filter(({ area }) => area > 0)
  const polygons = outer.map(({ ring }) => [ring])
  // Smallest first: a hole belongs to the smallest outer ring around it.
  const bySize = outer.map(({ ring, area }, k) => ({ ring, area, k, box: outer.length > 1 ? boxOf(ring) : everywhere })).sort((a, b) => a.area - b.area)
  for (const { ring, area } of shapes) {
    if (area >= 0) continue
    const box = bySize.length > 1 ? boxOf(ring) : everywhere
    const owner = bySize.length === 1 ? bySize[0] : bySize.find((shape) => shape.area > -area && holds(shape.box, box) && contains(shape.ring, ring[0], ring[1]))
    if (owner) polygons[owner.k].push(ring)
  }
  return polygons.map((polygon) => polygon.map((ring) => positionsOf(ring, plane)))
}

/**
 * Every crossing of the outline with a grid line has one way on. Crossings are numbered 2 * place for the line to the east of a place and
 * 2 * place + 1 for the line to its north; rings are x, y, x, y …, thinned, not closed.
 */
function ringsOf(field: DistanceField, bufferM: number, toleranceM: number): Float64Array[] {
  const { squares, columns, rows } = field
  const level = levelOf(field, bufferM)
  const size = 2 * columns * rows
  if (field.next.length < size) field.next = new Int32Array(Math.ceil(1.25 * size)).fill(-1)
  const next = field.next
  // From the crossing to the south of a cell to those to its south, east, north and west.
  const sides = Int32Array.of(0, 3, 2 * columns, 1)
  let starts = field.starts
  let count = 0
  for (let row = 0; row + 1 < rows; row++) {
    const base = row * columns
    if (count + 2 * columns > starts.length) {
      const wider = new Int32Array(2 * starts.length + 2 * columns)
      wider.set(starts)
      field.starts = starts = wider
    }
    let left = insideBit(squares[base], level) | (insideBit(squares[base + columns], level) << 3)
    for (let at = base; at + 1 < base + columns; at++) {
      // South-west 1, south-east 2, north-east 4, north-west 8.
      const south = insideBit(squares[at + 1], level)
      const north = insideBit(squares[at + columns + 1], level)
      const corners = left | (south << 1) | (north << 2)
      left = south | (north << 3)
      if (corners === 0 || corners === 15) continue
      const start = 2 * at
      // Two opposite corners: joined when the middle of the cell is inside. There are two ways through the cell then.
      const pair = corners === 5 || corners === 10 ? (middleInside(field, at, bufferM) ? 16 : 32) + corners : corners
      const from = start + sides[fromSide[pair]]
      next[from] = start + sides[toSide[pair]]
      starts[count++] = from
      if (pair === corners) continue
      const other = start + sides[fromSide[pair] ^ 2]
      next[other] = start + sides[toSide[pair] ^ 2]
      starts[count++] = other
    }
  }
  return followed(field, bufferM, toleranceM, next, starts, count)
}

/** For each set of inside corners the side (south 0, east 1, north 2, west 3) from which the outline comes and to which it goes, the inside to its left. */
const fromSide = new Uint8Array(48)
const toSide = new Uint8Array(48)
for (const [corners, from, to] of [[1, 0, 3], [2, 1, 0], [3, 1, 3], [4, 2, 1], [6, 2, 0], [7, 2, 3], [8, 3, 2], [9, 0, 2], [11, 1, 2], [12, 3, 1], [13, 0, 1], [14, 3, 0], [21, 0, 1], [37, 0, 3], [26, 3, 0], [42, 1, 0]]) {
  fromSide[corners] = from
  toSide[corners] = to
}

/** 1 where a square is not above the level. */
const insideBit = (square: number, level: number): number => (square - level - 1) >>> 31

const levelOf = ({ unit, cell }: DistanceField, bufferM: number): number => Math.floor(((bufferM / cell) * unit) ** 2)

function middleInside({ squares, columns, unit, cell }: DistanceField, at: number, bufferM: number): boolean {
  return (Math.sqrt(squares[at]) + Math.sqrt(squares[at + 1]) + Math.sqrt(squares[at + columns]) + Math.sqrt(squares[at + columns + 1])) / 4 <= (bufferM / cell) * unit
}

/** Follows the links from each start that is not used up; leaves every link cleared. */
function followed(field: DistanceField, bufferM: number, toleranceM: number, next: Int32Array, starts: Int32Array, count: number): Float64Array[] {
  const { squares, columns, cell, west, south } = field
  const buffer = (bufferM / cell) * field.unit
  const perColumns = 1 / columns
  const rings: Float64Array[] = []
  let corners = field.corners
  for (let k = 0; k < count; k++) {
    if (next[starts[k]] < 0) continue
    let n = 0
    for (let at = starts[k]; next[at] >= 0; ) {
      if (n + 2 > corners.length) {
        const wider = new Float64Array(2 * corners.length)
        wider.set(corners)
        field.corners = corners = wider
      }
      const place = at >> 1
      const upward = at & 1
      const a = Math.sqrt(squares[place])
      const b = Math.sqrt(squares[place + 1 + (columns - 1) * upward])
      const share = (buffer - a) / (b - a)
      const row = Math.floor((place + 0.5) * perColumns)
      const column = place - row * columns
      corners[n++] = west + (column + (1 - upward) * share) * cell
      corners[n++] = south + (row + upward * share) * cell
      const after = next[at]
      next[at] = -1
      at = after
    }
    const ring = thinned(corners, n / 2, toleranceM)
    if (ring.length >= 6) rings.push(ring)
  }
  return rings
}

function areaOf(ring: Float64Array): number {
  let twice = 0
  for (let k = 0, before = ring.length - 2; k < ring.length; before = k, k += 2) twice += ring[before] * ring[k + 1] - ring[k] * ring[before + 1]
  return twice / 2
}

type Box = readonly [number, number, number, number]

const everywhere: Box = [-Infinity, -Infinity, Infinity, Infinity]

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

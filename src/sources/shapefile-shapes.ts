/** The .shp part of a shapefile: shapes by record, in the file's own coordinates. Esri's white paper of July 1998. */
import type { Geometry, Position } from 'geojson'

/** geometry: null for a null shape; 'broken' where the record cannot be read. */
export type Shape = Geometry | null | 'broken'
export type Shapes = {
  readonly shapes: readonly Shape[]
  /** The file ends in the middle of a record. */
  readonly cut: boolean
}

export const looksLikeShp = (bytes: Uint8Array): boolean =>
  bytes.length >= 100 &&
  bytes[0] === 0 &&
  bytes[1] === 0 &&
  bytes[2] === 0x27 &&
  bytes[3] === 0x0a &&
  bytes[28] === 0xe8 &&
  bytes[29] === 3

export function readShapes(bytes: Uint8Array): Shapes {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const shapes: Shape[] = []
  let at = headerBytes
  while (at + 8 <= bytes.length) {
    const length = view.getInt32(at + 4) * 2
    if (length < 4 || at + 8 + length > bytes.length) return { shapes, cut: true }
    shapes.push(shapeOf(new DataView(view.buffer, view.byteOffset + at + 8, length)))
    at += 8 + length
  }
  return { shapes, cut: at < bytes.length || bytes.length < headerBytes }
}

const headerBytes = 100
const kinds = { none: 0, point: 1, line: 3, polygon: 5, points: 8 } as const

/** Heights and measures stand behind the flat shape and are left there. */
function shapeOf(record: DataView): Shape {
  const type = record.getInt32(0, true)
  // 11, 13 … have heights, 21, 23 … measures; 31 (a patch of surfaces) is none of these.
  const kind = type < 30 ? type % 10 : -1
  if (type === kinds.none) return null
  try {
    if (kind === kinds.point) return sound({ type: 'Point', coordinates: pointAt(record, 4) })
    if (kind === kinds.points)
      return sound({ type: 'MultiPoint', coordinates: pointsAt(record, 40, record.getInt32(36, true)) })
    if (kind !== kinds.line && kind !== kinds.polygon) return 'broken'
    const parts = partsOf(record)
    if (parts === null) return 'broken'
    return sound(
      kind === kinds.polygon
        ? areaOf(parts)
        : parts.length === 1
          ? { type: 'LineString', coordinates: parts[0]! }
          : { type: 'MultiLineString', coordinates: parts },
    )
  } catch (error) {
    // The record is shorter than what it says it holds.
    if (error instanceof RangeError) return 'broken'
    throw error
  }
}

type Simple = Exclude<Geometry, { type: 'GeometryCollection' }>

/** A coordinate that is no number (or Esri's "no data", below -1e38) spoils the shape. */
function sound(shape: Simple): Shape {
  const numbers = (shape.coordinates as unknown[]).flat(3) as number[]
  return numbers.length > 0 && numbers.every((number) => Number.isFinite(number) && number > -1e38) ? shape : 'broken'
}

const pointAt = (record: DataView, at: number): Position => [
  record.getFloat64(at, true),
  record.getFloat64(at + 8, true),
]

function pointsAt(record: DataView, from: number, count: number): Position[] {
  if (!(count >= 0 && from + count * 16 <= record.byteLength)) throw new RangeError('points')
  return Array.from({ length: count }, (_, index) => pointAt(record, from + index * 16))
}

/** null: no parts, or parts that do not follow each other. Lines of one point are no lines. */
function partsOf(record: DataView): Position[][] | null {
  const partCount = record.getInt32(36, true)
  const pointCount = record.getInt32(40, true)
  if (!(partCount > 0 && 44 + partCount * 4 <= record.byteLength)) return null
  const points = pointsAt(record, 44 + partCount * 4, pointCount)
  const parts: Position[][] = []
  for (let part = 0; part < partCount; part++) {
    const from = record.getInt32(44 + part * 4, true)
    const to = part + 1 < partCount ? record.getInt32(48 + part * 4, true) : pointCount
    if (!(from >= 0 && from <= to && to <= pointCount)) return null
    if (to - from > 1) parts.push(points.slice(from, to))
  }
  return parts.length > 0 ? parts : null
}

/** Outer rings run clockwise, holes the other way; a hole belongs to the ring around it. Written the wrong way round, each ring is an area. */
function areaOf(rings: readonly Position[][]): Simple {
  const outer = rings.filter((ring) => turn(ring) < 0)
  const polygons = (outer.length > 0 ? outer : rings).map((ring) => [ring])
  for (const hole of outer.length > 0 ? rings.filter((ring) => turn(ring) >= 0) : []) {
    const around = polygons.find(([ring]) => polygons.length === 1 || isInside(hole[0]!, ring!))
    if (around) around.push(hole)
    else polygons.push([hole])
  }
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: polygons[0]! }
    : { type: 'MultiPolygon', coordinates: polygons }
}

/** Twice the area, negative where the ring runs clockwise (y upwards). */
function turn(ring: readonly Position[]): number {
  const [x0, y0] = [ring[0]![0]!, ring[0]![1]!]
  let sum = 0
  for (let at = 1; at < ring.length; at++)
    sum += (ring[at - 1]![0]! - x0) * (ring[at]![1]! - y0) - (ring[at]![0]! - x0) * (ring[at - 1]![1]! - y0)
  return sum
}

function isInside(place: Position, ring: readonly Position[]): boolean {
  const [x, y] = [place[0]!, place[1]!]
  let inside = false
  for (let at = 1; at < ring.length; at++) {
    const [ax, ay, bx, by] = [ring[at - 1]![0]!, ring[at - 1]![1]!, ring[at]![0]!, ring[at]![1]!]
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside
  }
  return inside
}

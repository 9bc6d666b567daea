/** A value out of a file -> a sound GeoJSON geometry, or null. Positions are neither moved nor swapped here. */
import type { Geometry } from 'geojson'
import { isObject } from './json-text'

/** A collection of mixed shapes is no place of a facility and no boundary: null. */
export function readGeometry(value: unknown): Geometry | null {
  if (!isObject(value)) return null
  const type = value['type']
  const shape = typeof type === 'string' ? shapes.get(type) : undefined
  const coordinates = value['coordinates']
  // The checks below prove the shape that the type asserts; foreign members are left behind.
  return shape?.(coordinates) ? ({ type, coordinates } as Geometry) : null
}

type Check = (value: unknown) => boolean

/** Longitude, latitude, and perhaps a height; finite, and never text. */
const position: Check = (value) =>
  Array.isArray(value) &&
  value.length >= 2 &&
  value.every((number) => typeof number === 'number' && Number.isFinite(number))
const listOf =
  (check: Check, least: number): Check =>
  (value) =>
    Array.isArray(value) && value.length >= least && value.every(check)
const line = listOf(position, 2)

/** The standard wants four positions, the last equal to the first; three make an area too, when the writer forgot to close it. */
const ring = listOf(position, 3)
const polygon = listOf(ring, 1)

const shapes: ReadonlyMap<string, Check> = new Map([
  ['Point', position],
  ['MultiPoint', listOf(position, 1)],
  ['LineString', line],
  ['MultiLineString', listOf(line, 1)],
  ['Polygon', polygon],
  ['MultiPolygon', listOf(polygon, 1)],
])

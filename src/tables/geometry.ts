/** Geometry of map files -> longitude/latitude in WGS84: always a copy, two numbers a point. */
import type { Geometry, Position } from 'geojson'
import type { Pair } from '../geo/crs'
import type { RawRow } from '../sources/raw-table'
import { eastFirst, settleSystem, type CoordinateSystem } from './coordinate-system'
import type { ProblemList } from './problem-list'

export type Geometries = { readonly system: CoordinateSystem; readonly of: (row: RawRow) => Geometry | null }

const sampled = 2000

/** Reads the system once for the whole layer; a shape with a point outside its system is null and said. */
export function readGeometries(
  rows: readonly RawRow[],
  declared: string | null,
  near: readonly [number, number] | null,
  problems: ProblemList,
): Geometries {
  const pairs: Pair[] = []
  for (const { geometry } of rows) {
    if (geometry) collect(geometry, pairs)
    if (pairs.length >= sampled) break
  }
  const ordered = pairs.map(eastFirst)
  const turned = ordered.filter((pair, at) => pair !== pairs[at]).length * 2 > pairs.length
  const system = settleSystem(turned ? ordered : pairs, declared, near, problems)
  const { place } = system
  const exchange = turned !== system.swapped
  if (exchange && place) problems.add('position-swapped', 'warning')
  const move = (position: Position): Position => {
    const [a = NaN, b = NaN] = position
    const found = exchange ? place!(b, a) : place!(a, b)
    if (found === null) throw outside
    return [found[0], found[1]]
  }
  return {
    system,
    of: ({ row, geometry }) => {
      if (!geometry || !place) return null
      try {
        return moved(geometry, move)
      } catch (error) {
        problems.add(error === outside ? 'position-outside' : 'geometry-unreadable', 'warning', row)
        return null
      }
    },
  }
}

/** Leaves the shape at its first point that cannot be placed. */
const outside = new Error('a point outside the coordinate system')

function moved(geometry: Geometry, move: (position: Position) => Position): Geometry {
  switch (geometry.type) {
    case 'Point':
      return { type: 'Point', coordinates: move(geometry.coordinates) }
    case 'MultiPoint':
      return { type: 'MultiPoint', coordinates: geometry.coordinates.map(move) }
    case 'LineString':
      return { type: 'LineString', coordinates: geometry.coordinates.map(move) }
    case 'MultiLineString':
      return { type: 'MultiLineString', coordinates: geometry.coordinates.map((line) => line.map(move)) }
    case 'Polygon':
      return { type: 'Polygon', coordinates: geometry.coordinates.map((ring) => ring.map(move)) }
    case 'MultiPolygon':
      return {
        type: 'MultiPolygon',
        coordinates: geometry.coordinates.map((polygon) => polygon.map((ring) => ring.map(move))),
      }
    case 'GeometryCollection':
      return { type: 'GeometryCollection', geometries: geometry.geometries.map((each) => moved(each, move)) }
  }
}

function collect(geometry: Geometry, pairs: Pair[]): void {
  if (geometry.type === 'GeometryCollection') return geometry.geometries.forEach((each) => collect(each, pairs))
  flat(geometry.coordinates, pairs)
}

function flat(coordinates: unknown, pairs: Pair[]): void {
  if (!Array.isArray(coordinates) || pairs.length >= sampled) return
  const [a, b] = coordinates as readonly unknown[]
  if (typeof a === 'number' && typeof b === 'number') pairs.push([a, b])
  else for (const each of coordinates as readonly unknown[]) flat(each, pairs)
}

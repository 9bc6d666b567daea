/** A shape as a GeoPackage keeps it: a header with its extent, then well-known binary, little-endian. */
import type { Geometry, Position } from 'geojson'

export type Extent = readonly [minX: number, minY: number, maxX: number, maxY: number]

/** Only points and multipolygons are written. */
export function geometryBytes(geometry: Geometry, srs: number): Uint8Array {
  if (geometry.type === 'Point') {
    const writer = new Writer(8 + 21)
    writer.header(srs, null)
    writer.byte(1)
    writer.int(1)
    writer.position(geometry.coordinates)
    return writer.bytes
  }
  if (geometry.type !== 'MultiPolygon') throw new Error(`not written: ${geometry.type}`)
  const extent = extentOf(geometry)
  const polygons = geometry.coordinates
  const size = polygons.reduce((sum, rings) => sum + 9 + rings.reduce((all, ring) => all + 4 + 16 * ring.length, 0), 9)
  const writer = new Writer(8 + 32 + size)
  writer.header(srs, extent)
  writer.byte(1)
  writer.int(6)
  writer.int(polygons.length)
  for (const rings of polygons) {
    writer.byte(1)
    writer.int(3)
    writer.int(rings.length)
    for (const ring of rings) {
      writer.int(ring.length)
      for (const position of ring) writer.position(position)
    }
  }
  return writer.bytes
}

/** null: no position at all. */
export function extentOf(geometry: Geometry | null): Extent | null {
  if (!geometry) return null
  const positions = geometry.type === 'Point' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates.flat(2) : []
  return unionOf(positions.map(([x = NaN, y = NaN]): Extent => [x, y, x, y]))
}

export function unionOf(extents: readonly (Extent | null)[]): Extent | null {
  let all: Extent | null = null
  for (const each of extents) if (each) all = all ? [Math.min(all[0], each[0]), Math.min(all[1], each[1]), Math.max(all[2], each[2]), Math.max(all[3], each[3])] : each
  return all
}

class Writer {
  readonly bytes: Uint8Array
  private readonly view: DataView
  private at = 0
  constructor(size: number) {
    this.bytes = new Uint8Array(size)
    this.view = new DataView(this.bytes.buffer)
  }
  byte(value: number): void {
    this.view.setUint8(this.at++, value)
  }
  int(value: number): void {
    this.view.setInt32(this.at, value, true)
    this.at += 4
  }
  position([x = NaN, y = NaN]: Position): void {
    this.view.setFloat64(this.at, x, true)
    this.view.setFloat64(this.at + 8, y, true)
    this.at += 16
  }
  /** 'GP', version 0, little-endian, with an extent or without. */
  header(srs: number, extent: Extent | null): void {
    this.bytes.set([0x47, 0x50, 0, extent ? 0b11 : 0b01])
    this.at = 4
    this.int(srs)
    if (extent) {
      this.position([extent[0], extent[2]])
      this.position([extent[1], extent[3]])
    }
  }
}

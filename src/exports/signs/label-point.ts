/** A place inside a boundary for its name and sign, whatever its shape. For pictures only. */
import type { MultiPolygon, Polygon, Position } from 'geojson'
import type { LngLat } from '../../tables/ledger'

/** Middle of the widest stretch inside the largest part, on the parallel through its centroid; null without a ring. Looked for once for each boundary. */
export function labelPoint(boundary: Polygon | MultiPolygon): LngLat | null {
  const known = found.get(boundary)
  if (known !== undefined) return known
  const place = lookFor(boundary)
  found.set(boundary, place)
  return place
}

const found = new WeakMap<Polygon | MultiPolygon, LngLat | null>()

function lookFor(boundary: Polygon | MultiPolygon): LngLat | null {
  const parts = boundary.type === 'Polygon' ? [boundary.coordinates] : boundary.coordinates
  let largest: Position[][] | null = null
  let size = -1
  for (const part of parts) {
    const area = Math.abs(shoelace(part[0] ?? []).twiceArea)
    if (area > size) [largest, size] = [part, area]
  }
  const outer = largest?.[0]
  if (!largest || !outer || outer.length < 4) return null
  const { lng, lat } = shoelace(outer)
  return widestMiddle(largest, lat) ?? [lng, lat]
}

/** Even-odd over all rings, so a hole splits the stretch. */
function widestMiddle(rings: readonly Position[][], lat: number): LngLat | null {
  const crossings: number[] = []
  for (const ring of rings)
    for (let i = 0; i + 1 < ring.length; i++) {
      const [x1 = 0, y1 = 0] = ring[i] ?? []
      const [x2 = 0, y2 = 0] = ring[i + 1] ?? []
      if (y1 > lat !== y2 > lat) crossings.push(x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1))
    }
  crossings.sort((a, b) => a - b)
  let best: LngLat | null = null
  let width = 0
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const from = crossings[i] ?? 0
    const to = crossings[i + 1] ?? 0
    if (to - from > width) [best, width] = [[(from + to) / 2, lat], to - from]
  }
  return best
}

/** Measured from the first corner: far from zero the products would lose their last digits. */
function shoelace(ring: readonly Position[]): { twiceArea: number; lng: number; lat: number } {
  const [x0 = 0, y0 = 0] = ring[0] ?? []
  let twiceArea = 0
  let sumX = 0
  let sumY = 0
  for (let i = 0; i + 1 < ring.length; i++) {
    const x1 = (ring[i]?.[0] ?? 0) - x0
    const y1 = (ring[i]?.[1] ?? 0) - y0
    const x2 = (ring[i + 1]?.[0] ?? 0) - x0
    const y2 = (ring[i + 1]?.[1] ?? 0) - y0
    const cross = x1 * y2 - x2 * y1
    twiceArea += cross
    sumX += (x1 + x2) * cross
    sumY += (y1 + y2) * cross
  }
  return twiceArea === 0
    ? { twiceArea, lng: x0, lat: y0 }
    : { twiceArea, lng: x0 + sumX / (3 * twiceArea), lat: y0 + sumY / (3 * twiceArea) }
}

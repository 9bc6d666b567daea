/** A place inside a shape, for a label or for asking which unit holds the shape. */
import type { MultiPolygon, Polygon, Position } from 'geojson'

/** The middle of the widest stretch at the shape's middle latitude, holes left out; null for an empty shape. Of several parts, the first. */
export function innerPoint(shape: Polygon | MultiPolygon): [number, number] | null {
  const rings = shape.type === 'Polygon' ? shape.coordinates : shape.coordinates[0]
  if (!rings?.[0]?.length) return null
  const lats = rings[0].map(([, lat]) => lat!)
  const lat = (Math.min(...lats) + Math.max(...lats)) / 2
  const cuts = rings.flatMap((ring) => crossings(ring, lat)).sort((a, b) => a - b)
  let best: [number, number] | null = null
  for (let i = 0; i + 1 < cuts.length; i += 2) {
    const stretch: [number, number] = [cuts[i]!, cuts[i + 1]!]
    if (!best || stretch[1] - stretch[0] > best[1] - best[0]) best = stretch
  }
  return best ? [(best[0] + best[1]) / 2, lat] : null
}

/** Longitudes where the ring crosses the latitude. */
function crossings(ring: readonly Position[], lat: number): number[] {
  const found: number[] = []
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i] as [number, number]
    const [xj, yj] = ring[j] as [number, number]
    if (yi > lat !== yj > lat) found.push(((xj - xi) * (lat - yi)) / (yj - yi) + xi)
  }
  return found
}

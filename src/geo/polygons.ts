/** Which shapes hold a point. The only door to flatbush. (Interim: first by order, ray cast; geo/ owns this file.) */
import Flatbush from 'flatbush'
import type { MultiPolygon, Polygon, Position } from 'geojson'

export type PolygonIndex = {
  /** Index of the first shape that holds the point, in the order given; -1 when none does. */
  readonly first: (lng: number, lat: number) => number
}

const polygonsOf = (shape: Polygon | MultiPolygon): Position[][][] => (shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates)

export function polygonIndex(shapes: readonly (Polygon | MultiPolygon)[]): PolygonIndex {
  if (shapes.length === 0) return { first: () => -1 }
  const index = new Flatbush(shapes.length)
  for (const shape of shapes) {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
    for (const [lng, lat] of polygonsOf(shape).flat(2) as unknown as [number, number][]) {
      west = Math.min(west, lng)
      east = Math.max(east, lng)
      south = Math.min(south, lat)
      north = Math.max(north, lat)
    }
    index.add(west, south, east, north)
  }
  index.finish()
  return {
    first: (lng, lat) => {
      const hits = index.search(lng, lat, lng, lat).sort((a, b) => a - b)
      return hits.find((at) => holds(shapes[at]!, lng, lat)) ?? -1
    },
  }
}

export function holds(shape: Polygon | MultiPolygon, lng: number, lat: number): boolean {
  return polygonsOf(shape).some((rings) => rings.reduce((inside, ring) => (crosses(ring, lng, lat) ? !inside : inside), false))
}

function crosses(ring: readonly Position[], lng: number, lat: number): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i] as [number, number]
    const [xj, yj] = ring[j] as [number, number]
    if (yi > lat !== yj > lat && lng < ((xj - xi) * (lat - yi)) / (yj - yi) + xi) inside = !inside
  }
  return inside
}

/** A point inside the shape (the middle of the widest stretch of its middle latitude). */
export function pointOnShape(shape: Polygon | MultiPolygon): [number, number] | null {
  const ring = polygonsOf(shape)[0]?.[0]
  if (!ring) return null
  const lats = ring.map(([, lat]) => lat!)
  const lat = (Math.min(...lats) + Math.max(...lats)) / 2
  const cuts: number[] = []
  for (const rings of polygonsOf(shape)[0]!.entries()) {
    const at = rings[1]
    for (let i = 0, j = at.length - 1; i < at.length; j = i++) {
      const [xi, yi] = at[i] as [number, number]
      const [xj, yj] = at[j] as [number, number]
      if (yi > lat !== yj > lat) cuts.push(((xj - xi) * (lat - yi)) / (yj - yi) + xi)
    }
  }
  cuts.sort((a, b) => a - b)
  let best: [number, number] | null = null
  for (let i = 0; i + 1 < cuts.length; i += 2) if (!best || cuts[i + 1]! - cuts[i]! > best[1] - best[0]) best = [cuts[i]!, cuts[i + 1]!]
  return best ? [(best[0] + best[1]) / 2, lat] : null
}

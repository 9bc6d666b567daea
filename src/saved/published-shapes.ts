/**
 * Boundaries for a small file: whole steps of 1e-5 degrees, simplified along the stretches between the places where three units meet,
 * so that neighbours still share one line. For the eye only, nothing is counted in them.
 */
import type { MultiPolygon, Polygon, Position } from 'geojson'

type Shape = Polygon | MultiPolygon | null

/** Rings of each shape: the first place, then steps. The tolerance is doubled until all shapes together have no more places than `mostPlaces`. */
export function publishedRings(shapes: readonly Shape[], mostPlaces = Math.max(14_000, 40 * shapes.length)): readonly (readonly (readonly number[])[] | null)[] {
  const rings = shapes.map((shape) => (shape ? ringsOf(shape) : null))
  const corners = cornersOf(rings.flatMap((each) => each ?? []))
  let tolerance = firstToleranceM
  for (;;) {
    const simple = rings.map((each) => each?.map((ring) => simplified(ring, corners, tolerance)).filter((ring) => ring.length >= 3) ?? null)
    const places = simple.reduce((sum, each) => sum + (each?.reduce((all, ring) => all + ring.length, 0) ?? 0), 0)
    if (places <= mostPlaces || tolerance > lastToleranceM) return simple.map((each) => each?.map(steps) ?? null)
    tolerance *= 2
  }
}

/** The places of a published ring again, × 1e5. */
export function placesOf(ring: readonly number[]): [number, number][] {
  const places: [number, number][] = []
  let [x, y] = [0, 0]
  for (let at = 0; at + 1 < ring.length; at += 2) {
    x += ring[at]!
    y += ring[at + 1]!
    places.push([x, y])
  }
  return places
}

/** Never -0, which no file can hold. */
export const whole = (degrees: number): number => Math.round(degrees * 1e5) + 0

const firstToleranceM = 4
const lastToleranceM = 2000

type Place = readonly [number, number]
const keyOf = ([x, y]: Place): string => `${x} ${y}`

/** Open rings of whole places, repeats dropped. */
function ringsOf(shape: Polygon | MultiPolygon): Place[][] {
  const parts = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates
  return parts.flat().map((ring) => {
    const places = ring.flatMap(([lng, lat]: Position): Place[] => (Math.abs(lng!) <= 180 && Math.abs(lat!) <= 90 ? [[whole(lng!), whole(lat!)]] : []))
    const apart = places.filter((place, at) => at === 0 || keyOf(place) !== keyOf(places[at - 1]!))
    if (apart.length > 1 && keyOf(apart[0]!) === keyOf(apart.at(-1)!)) apart.pop()
    return apart
  })
}

/** Places where lines part: their neighbours along all rings are not just the two of one line. */
function cornersOf(rings: readonly (readonly Place[])[]): ReadonlySet<string> {
  const neighbours = new Map<string, Set<string>>()
  for (const ring of rings)
    ring.forEach((place, at) => {
      const key = keyOf(place)
      const found = neighbours.get(key) ?? new Set<string>()
      found.add(keyOf(ring[(at + 1) % ring.length]!)).add(keyOf(ring[(at + ring.length - 1) % ring.length]!))
      neighbours.set(key, found)
    })
  return new Set([...neighbours].filter(([, near]) => near.size > 2).map(([key]) => key))
}

/** Between corners; a ring without any is cut at two places that depend on the ring alone, not on where it begins. */
function simplified(ring: readonly Place[], corners: ReadonlySet<string>, tolerance: number): Place[] {
  if (ring.length < 4) return [...ring]
  let cuts = ring.flatMap((place, at) => (corners.has(keyOf(place)) ? [at] : []))
  if (cuts.length < 2) {
    const first = cuts[0] ?? extreme(ring, ([x, y]) => x * 4e7 + y)
    const [fx, fy] = ring[first]!
    cuts = [first, extreme(ring, ([x, y]) => (x - fx) ** 2 + (y - fy) ** 2 + x / 1e9)].sort((a, b) => a - b)
  }
  return cuts.flatMap((from, at) => {
    const to = cuts[(at + 1) % cuts.length]!
    const stretch = to > from ? ring.slice(from, to + 1) : [...ring.slice(from), ...ring.slice(0, to + 1)]
    // Neighbours walk one line in opposite directions: it is simplified in one.
    const [a, b] = [stretch[0]!, stretch.at(-1)!]
    const forward = a[0] < b[0] || (a[0] === b[0] && a[1] <= b[1])
    const thin = forward ? thinned(stretch, tolerance) : thinned([...stretch].reverse(), tolerance).reverse()
    return thin.slice(0, -1)
  })
}

const extreme = (ring: readonly Place[], rank: (place: Place) => number): number => ring.reduce((best, place, at) => (rank(place) > rank(ring[best]!) ? at : best), 0)

/** Douglas and Peucker, in metres. */
function thinned(line: readonly Place[], tolerance: number): Place[] {
  const keep = new Uint8Array(line.length)
  keep[0] = keep[line.length - 1] = 1
  const flat = Math.cos(((line[0]?.[1] ?? 0) / 1e5) * (Math.PI / 180))
  const stack: [number, number][] = [[0, line.length - 1]]
  for (let span = stack.pop(); span; span = stack.pop()) {
    const [from, to] = span
    let [far, most] = [-1, tolerance]
    for (let at = from + 1; at < to; at++) {
      const away = awayM(line[at]!, line[from]!, line[to]!, flat)
      if (away > most) [far, most] = [at, away]
    }
    if (far < 0) continue
    keep[far] = 1
    stack.push([from, far], [far, to])
  }
  return line.filter((_, at) => keep[at] === 1)
}

/** 1e-5 degrees are 1.11 m. */
function awayM([x, y]: Place, [ax, ay]: Place, [bx, by]: Place, flat: number): number {
  const [dx, dy, px, py] = [(bx - ax) * flat, by - ay, (x - ax) * flat, y - ay]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length))
  return 1.11 * Math.hypot(px - along * dx, py - along * dy)
}

const steps = (ring: readonly Place[]): number[] => ring.flatMap(([x, y], at) => (at === 0 ? [x, y] : [x - ring[at - 1]![0], y - ring[at - 1]![1]]))

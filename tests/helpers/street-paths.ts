/** The textbook's shortest path over a walk network, slow and obvious. */
import type { StreetGraph } from '../../src/geo/streets/street-graph'

/** Whole millimetres from one vertex to every other; Infinity where no way leads. */
export function shortestMm({ lng, from, to, mm }: StreetGraph, start: number): Float64Array {
  const next: { to: number; mm: number }[][] = Array.from(lng, () => [])
  from.forEach((a, piece) => {
    next[a]!.push({ to: to[piece]!, mm: mm[piece]! })
    next[to[piece]!]!.push({ to: a, mm: mm[piece]! })
  })
  const best = new Float64Array(lng.length).fill(Infinity)
  best[start] = 0
  // Sorted by distance, nearest last.
  const open = [{ at: start, mm: 0 }]
  for (let here = open.pop(); here; here = open.pop()) {
    if (here.mm > best[here.at]!) continue
    for (const step of next[here.at]!) {
      const reached = here.mm + step.mm
      if (reached >= best[step.to]!) continue
      best[step.to] = reached
      let place = open.length
      while (place > 0 && open[place - 1]!.mm < reached) place--
      open.splice(place, 0, { at: step.to, mm: reached })
    }
  }
  return best
}

/** The vertex at a place, the first of several; throws when there is none. */
export function vertexAt({ lng, lat }: StreetGraph, [x, y]: readonly [number, number]): number {
  const found = lng.findIndex((each, at) => Math.abs(each - x) < 1e-9 && Math.abs(lat[at]! - y) < 1e-9)
  if (found === -1) throw new Error(`no vertex at ${x}, ${y}`)
  return found
}

/** Metres between two places along the streets; null where no way leads. */
export function walkM(graph: StreetGraph, from: readonly [number, number], to: readonly [number, number]): number | null {
  const mm = shortestMm(graph, vertexAt(graph, from))[vertexAt(graph, to)]!
  return mm === Infinity ? null : mm / 1000
}

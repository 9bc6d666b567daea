/** Which vertices hang together. */
import type { StreetGraph } from './street-graph'

export type Components = {
  /** Component of each vertex; numbered by their lowest vertex. */
  readonly of: Int32Array
  readonly vertices: Int32Array
  /** Length of its pieces, millimetres. */
  readonly mm: Float64Array
  /** 1: an island, too small to be part of the walk network: under 1 km of length and under 1 % of the vertices. */
  readonly island: Uint8Array
}

export function componentsOf(graph: Pick<StreetGraph, 'lng' | 'from' | 'to' | 'mm'>): Components {
  const { from, to, mm } = graph
  const count = graph.lng.length
  // Union-find; the root is always the lowest vertex, so that the numbers do not depend on the order of the pieces.
  const parent = new Int32Array(count)
  for (let v = 0; v < count; v++) parent[v] = v
  const root = (v: number): number => {
    while (parent[v] !== v) {
      parent[v] = parent[parent[v]]
      v = parent[v]
    }
    return v
  }
  for (let piece = 0; piece < from.length; piece++) {
    const a = root(from[piece])
    const b = root(to[piece])
    if (a < b) parent[b] = a
    else parent[a] = b
  }
  const of = new Int32Array(count)
  let components = 0
  for (let v = 0; v < count; v++) of[v] = parent[v] === v ? components++ : of[root(v)]
  const vertices = new Int32Array(components)
  const lengths = new Float64Array(components)
  for (let v = 0; v < count; v++) vertices[of[v]]++
  for (let piece = 0; piece < from.length; piece++) lengths[of[from[piece]]] += mm[piece]
  const island = Uint8Array.from(vertices, (own, c) => (lengths[c] < islandLimits.mm && own < count * islandLimits.share ? 1 : 0))
  return { of, vertices, mm: lengths, island }
}

/** An island is smaller than both: the length of its pieces, and its share of all vertices. */
export const islandLimits = { mm: 1_000_000, share: 0.01 } as const

/** Folds the vertices where nothing branches into chains, and puts junctions and chains in order. */
import type { Components } from './components'
import { hilbertOrder } from './hilbert'
import type { StreetGraph } from './street-graph'

export type Chains = {
  readonly junctions: number
  readonly source: Int32Array
  readonly chainsFrom: Int32Array
  readonly chainFrom: Int32Array
  readonly chainTo: Int32Array
  readonly inner: Int32Array
  readonly pieces: Int32Array
  readonly pieceSource: Int32Array
  readonly pieceTurned: Uint8Array
}

/**
 * A junction is a vertex where three or more pieces meet, or a lone vertex. A part without one (a ring, a single line) gets its lowest end,
 * or lowest vertex, as its junction. Every other vertex lies inside a chain; the end of a dead end is the last inner vertex of its chain.
 */
export function chainsOf(graph: StreetGraph, components: Components): Chains {
  const { from, to } = graph
  const vertices = graph.lng.length
  const { first, around } = piecesAround(graph)
  const order = hilbertOrder(graph.lng, graph.lat, junctionsOf(first, components))
  const junctions = order.length
  const numberOf = new Int32Array(vertices).fill(-1)
  for (let v = 0; v < junctions; v++) numberOf[order[v]] = v

  const source = new Int32Array(vertices)
  source.set(order)
  const most = from.length
  const chainsFrom = new Int32Array(junctions + 1)
  const chainFrom = new Int32Array(most)
  const chainTo = new Int32Array(most)
  const inner = new Int32Array(most + 1)
  const pieces = new Int32Array(most + 1)
  const pieceSource = new Int32Array(most)
  const pieceTurned = new Uint8Array(most)
  const walked = new Uint8Array(most)
  let chain = 0
  let innerCount = 0
  let pieceCount = 0
  for (let v = 0; v < junctions; v++) {
    const start = order[v]
    for (let k = first[start]; k < first[start + 1]; k++) {
      let piece = around[k]
      if (walked[piece] === 1) continue
      let at = start
      for (;;) {
        walked[piece] = 1
        pieceSource[pieceCount] = piece
        const turned = from[piece] === at ? 0 : 1
        pieceTurned[pieceCount++] = turned
        at = turned === 1 ? from[piece] : to[piece]
        if (numberOf[at] >= 0) break
        source[junctions + innerCount++] = at
        const here = first[at]
        if (first[at + 1] - here === 1) break
        piece = around[here] === piece ? around[here + 1] : around[here]
      }
      chainFrom[chain] = v
      chainTo[chain] = numberOf[at] >= 0 ? numberOf[at] : junctions
      chain++
      inner[chain] = innerCount
      pieces[chain] = pieceCount
    }
    chainsFrom[v + 1] = chain
  }
  return {
    junctions, source, chainsFrom, pieceSource, pieceTurned,
    chainFrom: chainFrom.slice(0, chain), chainTo: chainTo.slice(0, chain), inner: inner.slice(0, chain + 1), pieces: pieces.slice(0, chain + 1),
  }
}

/** The pieces at each vertex, by number; a piece that starts and ends at one vertex stands there twice. */
function piecesAround({ lng, from, to }: StreetGraph): { first: Int32Array; around: Int32Array } {
  const first = new Int32Array(lng.length + 1)
  for (let piece = 0; piece < from.length; piece++) {
    first[from[piece] + 1]++
    first[to[piece] + 1]++
  }
  for (let v = 0; v < lng.length; v++) first[v + 1] += first[v]
  const next = first.slice(0, lng.length)
  const around = new Int32Array(2 * from.length)
  for (let piece = 0; piece < from.length; piece++) {
    around[next[from[piece]]++] = piece
    around[next[to[piece]]++] = piece
  }
  return { first, around }
}

function junctionsOf(first: Int32Array, components: Components): Int32Array {
  const vertices = first.length - 1
  const degree = (v: number) => first[v + 1] - first[v]
  /** Per component: -1 when it has a junction of its own, else the vertex that stands in for one. */
  const standIn = new Int32Array(components.vertices.length).fill(vertices)
  for (let v = 0; v < vertices; v++) {
    const c = components.of[v]
    if (degree(v) !== 2 && degree(v) !== 1) standIn[c] = -1
    else if (standIn[c] === vertices || (standIn[c] >= 0 && degree(v) === 1 && degree(standIn[c]) === 2)) standIn[c] = v
  }
  const found = new Int32Array(vertices)
  let count = 0
  for (let v = 0; v < vertices; v++) if ((degree(v) !== 1 && degree(v) !== 2) || standIn[components.of[v]] === v) found[count++] = v
  return found.slice(0, count)
}

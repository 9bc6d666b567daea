/**
 * The walk network: a street graph made ready for search. Vertices where nothing branches are folded into chains between junctions, with
 * their offsets kept, so that the distance of every vertex follows from those of two junctions; junctions lie in Hilbert order.
 * Only typed arrays and the list of lines: it can be sent to a worker and saved as it is.
 */
import { beadsOf } from './beads'
import type { Beads } from './beads'
import { chainsOf } from './chains'
import { componentsOf } from './components'
import { pieceCosts, plainPace } from './pace'
import type { Pace } from './pace'
import type { StreetGraph } from './street-graph'

export type WalkNetwork = {
  /** Network vertices 0 … junctions - 1 are the junctions; the others follow in the order of their chains. */
  readonly junctions: number
  readonly lng: Float64Array
  readonly lat: Float64Array
  /** Vertex of the street graph behind each network vertex. */
  readonly source: Int32Array

  /** Chains, sorted by the junction that they start from: those of junction v are chainsFrom[v] … chainsFrom[v + 1] - 1. */
  readonly chainsFrom: Int32Array
  readonly chainFrom: Int32Array
  /** The other end: a higher junction, the same one for a loop, `junctions` (which no search ever reaches) for a dead end. */
  readonly chainTo: Int32Array
  /** Cost of the whole chain, millimetres of level way. */
  readonly chainCost: Int32Array
  /** Chain c has the inner vertices junctions + inner[c] … junctions + inner[c + 1] - 1; the last one of a dead end is its end. */
  readonly inner: Int32Array
  /** Cost from the chain's start to each inner vertex. */
  readonly innerCost: Int32Array

  /** The same once more for the inner loops, four numbers for each chain so that they are read together: from, to, cost, inner; one more closes the last. */
  readonly chainTable: Int32Array

  /** The inner vertices for the searches: bead k is vertex junctions + k. */
  readonly innerBeads: Beads

  /** Arcs of junction v, the cheapest first: first[v] … first[v + 1] - 1; arc a leads to arcs[2a] at the cost arcs[2a + 1]. Loops and dead ends have none. */
  readonly first: Int32Array
  readonly arcs: Int32Array
  readonly arcChain: Int32Array
  /** The most that any junction has. */
  readonly mostArcs: number

  /** Pieces in the order of the chains: those of chain c are pieces[c] … pieces[c + 1] - 1. */
  readonly pieces: Int32Array
  /** Number of each in the street graph, and 1 where the chain runs through it from `to` to `from`. */
  readonly pieceSource: Int32Array
  readonly pieceTurned: Uint8Array
  readonly pieceMm: Int32Array
  readonly pieceCost: Int32Array
  readonly pieceLine: Int32Array
  readonly pieceFlags: Uint8Array
  readonly lines: StreetGraph['lines']

  /** Component of each junction; of each component its vertices, its millimetres, and 1 for an island (not snapped to). */
  readonly component: Int32Array
  readonly componentVertices: Int32Array
  readonly componentMm: Float64Array
  readonly componentIsland: Uint8Array
  readonly pace: Pace
}

/** The cost of what was not reached; any two costs can be added to it. */
export const unreached = 0x3fffffff

export function walkNetworkOf(graph: StreetGraph, pace: Pace = plainPace): WalkNetwork {
  const components = componentsOf(graph)
  const chains = chainsOf(graph, components)
  const { source, junctions, pieceSource } = chains
  const pick = (column: Int32Array) => pieceSource.map((piece) => column[piece])
  const lng = new Float64Array(source.length)
  const lat = new Float64Array(source.length)
  for (let v = 0; v < source.length; v++) {
    lng[v] = graph.lng[source[v]]
    lat[v] = graph.lat[source[v]]
  }
  const pieceFlags = new Uint8Array(pieceSource.length)
  for (let piece = 0; piece < pieceSource.length; piece++) pieceFlags[piece] = graph.flags[pieceSource[piece]]
  const component = new Int32Array(junctions)
  for (let v = 0; v < junctions; v++) component[v] = components.of[source[v]]
  const shape = {
    ...chains,
    lng,
    lat,
    pieceMm: pick(graph.mm),
    pieceLine: pick(graph.line),
    pieceFlags,
    lines: graph.lines,
    component,
    componentVertices: components.vertices,
    componentMm: components.mm,
    componentIsland: components.island,
  }
  return costed(shape, pick(pieceCosts(graph, pace)), pace)
}

/** The same streets at another pace. */
export function paced(network: WalkNetwork, pace: Pace): WalkNetwork {
  const graph = streetGraphOf(network)
  const costs = pieceCosts(graph, pace)
  return costed(network, network.pieceSource.map((piece) => costs[piece]), pace)
}

/** Metres of street in the whole network. */
export const lengthM = (network: WalkNetwork): number => network.componentMm.reduce((sum, mm) => sum + mm, 0) / 1000

/** The street graph that a network was made of: every vertex, piece and line under its own number. */
export function streetGraphOf(network: WalkNetwork): StreetGraph {
  const { source, pieces, pieceSource, pieceTurned, pieceMm, pieceLine, pieceFlags } = network
  const lng = new Float64Array(source.length)
  const lat = new Float64Array(source.length)
  for (let v = 0; v < source.length; v++) {
    lng[source[v]] = network.lng[v]
    lat[source[v]] = network.lat[v]
  }
  const [from, to, mm, line] = [0, 0, 0, 0].map(() => new Int32Array(pieceSource.length))
  const flags = new Uint8Array(pieceSource.length)
  for (let c = 0; c < network.chainFrom.length; c++)
    for (let k = pieces[c]; k < pieces[c + 1]; k++) {
      const piece = pieceSource[k]
      const start = source[vertexBefore(network, c, k)]
      const end = source[vertexAfter(network, c, k)]
      from[piece] = pieceTurned[k] === 1 ? end : start
      to[piece] = pieceTurned[k] === 1 ? start : end
      mm[piece] = pieceMm[k]
      line[piece] = pieceLine[k]
      flags[piece] = pieceFlags[k]
    }
  return { lng, lat, from, to, mm, line, flags, lines: network.lines }
}

/** Network vertex at which piece k of chain c starts, seen along the chain. */
export const vertexBefore = (network: WalkNetwork, c: number, k: number): number => (k === network.pieces[c] ? network.chainFrom[c] : network.junctions + network.inner[c] + (k - network.pieces[c]) - 1)

/** Network vertex at which it ends. */
export function vertexAfter(network: WalkNetwork, c: number, k: number): number {
  const nth = network.inner[c] + (k - network.pieces[c])
  return nth < network.inner[c + 1] ? network.junctions + nth : network.chainTo[c]
}

/** Cost from the chain's start to where piece k starts. */
export const costBefore = (network: WalkNetwork, c: number, k: number): number => (k === network.pieces[c] ? 0 : network.innerCost[network.inner[c] + (k - network.pieces[c]) - 1])

/** A network without what follows from the cost of its pieces. */
export type StreetShape = Omit<WalkNetwork, 'chainCost' | 'chainTable' | 'innerBeads' | 'innerCost' | 'first' | 'arcs' | 'arcChain' | 'mostArcs' | 'pieceCost' | 'pace'>

/** Everything that follows from what the pieces cost; a cost below 1 mm counts as 1, and no chain is longer than 1,000 km. */
export function costed(shape: StreetShape, pieceCost: Int32Array, pace: Pace): WalkNetwork {
  const { junctions, chainFrom, chainTo, inner, pieces } = shape
  const chainCost = new Int32Array(chainFrom.length)
  const innerCost = new Int32Array(inner[chainFrom.length])
  const first = new Int32Array(junctions + 1)
  for (let c = 0; c < chainFrom.length; c++) {
    let cost = 0
    let vertex = inner[c]
    for (let k = pieces[c]; k < pieces[c + 1]; k++) {
      cost = Math.min(unreached, cost + Math.max(1, pieceCost[k]))
      if (vertex < inner[c + 1]) innerCost[vertex++] = cost
    }
    chainCost[c] = cost
    if (chainTo[c] === junctions || chainTo[c] === chainFrom[c]) continue
    first[chainFrom[c] + 1]++
    first[chainTo[c] + 1]++
  }
  for (let v = 0; v < junctions; v++) first[v + 1] += first[v]
  const next = first.slice(0, junctions)
  const arcs = new Int32Array(2 * first[junctions])
  const arcChain = new Int32Array(first[junctions])
  for (let c = 0; c < chainFrom.length; c++) {
    const a = chainFrom[c]
    const b = chainTo[c]
    if (b === junctions || b === a) continue
    const cost = chainCost[c]
    put(a, b, cost, c)
    put(b, a, cost, c)
  }
  let mostArcs = 0
  for (let v = 0; v < junctions; v++) mostArcs = Math.max(mostArcs, first[v + 1] - first[v])
  const chainTable = chainTableOf({ junctions, chainFrom, chainTo, chainCost, inner })
  return { ...shape, pieceCost, chainCost, chainTable, innerBeads: beadsOf({ junctions, chainFrom, chainTo, chainCost }, inner, innerCost), innerCost, first, arcs, arcChain, mostArcs, pace }

  /** Puts an arc behind those of its junction that are not dearer. */
  function put(from: number, to: number, cost: number, chain: number): void {
    let at = next[from]++
    for (; at > first[from] && arcs[2 * at - 1] > cost; at--) {
      arcs[2 * at] = arcs[2 * at - 2]
      arcs[2 * at + 1] = arcs[2 * at - 1]
      arcChain[at] = arcChain[at - 1]
    }
    arcs[2 * at] = to
    arcs[2 * at + 1] = cost
    arcChain[at] = chain
  }
}

function chainTableOf({ junctions, chainFrom, chainTo, chainCost, inner }: Pick<WalkNetwork, 'junctions' | 'chainFrom' | 'chainTo' | 'chainCost' | 'inner'>): Int32Array {
  const chains = chainFrom.length
  const table = new Int32Array(4 * chains + 4)
  for (let c = 0; c < chains; c++) {
    table[4 * c] = chainFrom[c]
    table[4 * c + 1] = chainTo[c]
    table[4 * c + 2] = chainCost[c]
    table[4 * c + 3] = inner[c]
  }
  table.set([junctions, junctions, 0, inner[chains]], 4 * chains)
  return table
}

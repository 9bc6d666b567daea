/**
 * A network of its own in which pieces can be closed and opened again in place: the streets need not be built anew. A closed piece keeps its place in its
 * chain and costs more than any walk; whoever stands behind it is as far from the chain's other end as before.
 */
import { chainOfPieces } from './piece-cells'
import { islandLimits } from './components'
import { unreached } from './walk-network'
import type { WalkNetwork } from './walk-network'

export type ClosableNetwork = {
  /** Its `shut` says which pieces nobody may enter: the closed ones, and those of what they cut off as an island. */
  readonly network: WalkNetwork & { readonly shut: Uint8Array }
  /** Makes ready for exactly these pieces of the street graph to be closed; null: not in place, since two of them are on one chain. */
  readonly closing: (pieces: readonly number[]) => Closing | null
}

export type Closing = {
  /** Chains that are to be walked otherwise than now. */
  readonly chains: readonly number[]
  /** Does it; answers with the chains of pieces that may be entered now and could not be, or the reverse. */
  readonly make: () => readonly number[]
}

export function closableNetwork(base: WalkNetwork): ClosableNetwork {
  const shut = new Uint8Array(base.pieceSource.length)
  const network = { ...base, chainCost: base.chainCost.slice(), innerCost: base.innerCost.slice(), chainTable: base.chainTable.slice(), arcs: base.arcs.slice(), arcChain: base.arcChain.slice(), shut }
  const chainOf = chainOfPieces(base)
  const pieceOf = new Int32Array(base.pieceSource.length)
  base.pieceSource.forEach((source, piece) => (pieceOf[source] = piece))
  /** The closed piece of each chain that has one. */
  let closed: ReadonlyMap<number, number> = new Map()
  let notEntered: readonly number[] = []

  return {
    network,
    closing: (pieces) => {
      const asked = new Map([...new Set(pieces)].map((source) => [chainOf[pieceOf[source]], pieceOf[source]]))
      if (asked.size < new Set(pieces).size) return null
      const chains = [...new Set([...closed.keys(), ...asked.keys()])].filter((chain) => closed.get(chain) !== asked.get(chain))
      return { chains, make: () => make(asked, chains) }
    },
  }

  function make(asked: ReadonlyMap<number, number>, chains: readonly number[]): readonly number[] {
    for (const chain of chains) {
      const [before, after] = [closed.get(chain), asked.get(chain)]
      if (before !== undefined) lengthen(chain, before, -gapOf(before))
      if (after !== undefined) lengthen(chain, after, gapOf(after))
    }
    closed = asked
    const now = [...new Set([...asked.values(), ...islandPieces(network, asked)])]
    const were = new Set(notEntered)
    const are = new Set(now)
    for (const piece of notEntered) shut[piece] = 0
    for (const piece of now) shut[piece] = 1
    const changed = [...notEntered.filter((piece) => !are.has(piece)), ...now.filter((piece) => !were.has(piece))]
    notEntered = now
    return [...new Set(changed.map((piece) => chainOf[piece]))]
  }

  /** By how much a piece grows when it is closed. */
  function gapOf(piece: number): number {
    return unreached - Math.max(1, base.pieceCost[piece])
  }

  function lengthen(chain: number, piece: number, by: number): void {
    const { inner, innerCost, pieces, chainCost, chainTable, chainFrom, chainTo, junctions } = network
    for (let vertex = inner[chain] + piece - pieces[chain]; vertex < inner[chain + 1]; vertex++) innerCost[vertex] += by
    chainCost[chain] += by
    chainTable[4 * chain + 2] = chainCost[chain]
    if (chainTo[chain] === junctions || chainTo[chain] === chainFrom[chain]) return
    putArc(chainFrom[chain], chain)
    putArc(chainTo[chain], chain)
  }

  /** Writes the chain's cost into its arc at a junction, whose arcs stay in the order of their costs. */
  function putArc(junction: number, chain: number): void {
    const { first, arcs, arcChain, chainCost } = network
    let at = first[junction]
    while (arcChain[at] !== chain) at++
    const head = arcs[2 * at]
    for (; at + 1 < first[junction + 1] && arcs[2 * at + 3] < chainCost[chain]; at++) copyArc(at + 1, at)
    for (; at > first[junction] && arcs[2 * at - 1] > chainCost[chain]; at--) copyArc(at - 1, at)
    arcs[2 * at] = head
    arcs[2 * at + 1] = chainCost[chain]
    arcChain[at] = chain
  }

  function copyArc(from: number, to: number): void {
    const { arcs, arcChain } = network
    arcs[2 * to] = arcs[2 * from]
    arcs[2 * to + 1] = arcs[2 * from + 1]
    arcChain[to] = arcChain[from]
  }
}

/** The pieces of every island on either side of a closed piece; what was an island before is not listed. */
function islandPieces(network: WalkNetwork, closed: ReadonlyMap<number, number>): readonly number[] {
  const { chainFrom, chainTo, junctions, component, componentIsland } = network
  const found: number[] = []
  for (const [chain, piece] of closed) {
    if (componentIsland[component[chainFrom[chain]]] === 1) continue
    found.push(...piecesIfIsland(network, closed, chainFrom[chain], []))
    if (chainTo[chain] !== junctions) found.push(...piecesIfIsland(network, closed, chainTo[chain], []))
    else found.push(...piecesIfIsland(network, closed, -1, range(piece + 1, network.pieces[chain + 1])))
  }
  return found
}

/** All pieces that hang together with a junction (-1: with none) and some pieces; empty as soon as they are too much to be an island. */
function piecesIfIsland({ junctions, source, first, arcChain, chainsFrom, chainFrom, chainTo, inner, pieces, pieceMm }: WalkNetwork, closed: ReadonlyMap<number, number>, start: number, own: readonly number[]): readonly number[] {
  const mostVertices = source.length * islandLimits.share
  const found: number[] = []
  let mm = 0
  let vertices = 0
  const seen = new Set<number>()
  const walked = new Set<number>()
  const stack: number[] = []
  const come = (junction: number): void => {
    if (junction === junctions || seen.has(junction)) return
    seen.add(junction)
    stack.push(junction)
    vertices++
  }
  const take = (from: number, to: number): void => {
    for (let piece = from; piece < to; piece++) {
      found.push(piece)
      mm += pieceMm[piece]
    }
  }
  const along = (chain: number, junction: number): void => {
    const shut = closed.get(chain)
    if (shut === undefined) {
      if (walked.has(chain)) return
      walked.add(chain)
      take(pieces[chain], pieces[chain + 1])
      vertices += inner[chain + 1] - inner[chain]
      come(chainFrom[chain])
      come(chainTo[chain])
      return
    }
    // Up to the closed piece, from either end that hangs together with the rest.
    const key = (end: number) => -1 - 2 * chain - end
    if (chainFrom[chain] === junction && !walked.has(key(0))) {
      walked.add(key(0))
      take(pieces[chain], shut)
      vertices += shut - pieces[chain]
    }
    if (chainTo[chain] === junction && !walked.has(key(1))) {
      walked.add(key(1))
      take(shut + 1, pieces[chain + 1])
      vertices += pieces[chain + 1] - shut - 1
    }
  }
  if (start === -1) {
    for (const piece of own) take(piece, piece + 1)
    vertices += own.length + 1
  } else come(start)
  for (let junction = stack.pop(); junction !== undefined && mm < islandLimits.mm && vertices < mostVertices; junction = stack.pop()) {
    for (let chain = chainsFrom[junction]; chain < chainsFrom[junction + 1]; chain++) along(chain, junction)
    for (let arc = first[junction]; arc < first[junction + 1]; arc++) along(arcChain[arc], junction)
  }
  return mm < islandLimits.mm && vertices < mostVertices ? found : []
}

const range = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at)

/** A street graph with some pieces closed and some links added: what a gate opened, a path shut or a new crossing does to it. */
import { metresBetween } from '../ruler'
import { edgeIndexOf } from './edge-index'
import type { Snaps } from './edge-index'
import type { StreetGraph } from './street-graph'
import { walkNetworkOf } from './walk-network'

export type StreetEdits = {
  /** Pieces of the graph that nobody may pass. */
  readonly closed: readonly number[]
  /** New ways between the nearest places on the streets to two points ([lng, lat]); both within 100 m of an open street. */
  readonly links: readonly StreetLink[]
}

export type StreetLink = {
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
  readonly flags?: number
  /** Whole millimetres, where the way is known to be longer than the straight line between its ends. */
  readonly mm?: number
}

export type EditedStreets = {
  readonly graph: StreetGraph
  /** Piece of the given graph behind each piece; -1 for a link. */
  readonly piece: Int32Array
  /** Links that could not be made, by their place in the list: an end is too far from any open street. */
  readonly refused: readonly number[]
}

/** The given graph is left as it is; every link is tied to it, not to another link. */
export function editedStreets(graph: StreetGraph, edits: StreetEdits): EditedStreets {
  const closed = new Set(edits.closed)
  const kept = Int32Array.from(graph.from.keys()).filter((piece) => !closed.has(piece))
  const open: StreetGraph = { ...graph, from: pick(graph.from, kept), to: pick(graph.to, kept), mm: pick(graph.mm, kept), line: pick(graph.line, kept), flags: Uint8Array.from(kept, (piece) => graph.flags[piece]) }
  if (edits.links.length === 0) return { graph: open, piece: kept, refused: [] }

  const index = edgeIndexOf(walkNetworkOf(open))
  const ends = index.snap({ lng: Float64Array.from(edits.links.flatMap(({ from, to }) => [from[0], to[0]])), lat: Float64Array.from(edits.links.flatMap(({ from, to }) => [from[1], to[1]])) })
  const made = edits.links.map((link, k) => ({ link, k })).filter(({ k }) => ends.chain[2 * k] >= 0 && ends.chain[2 * k + 1] >= 0)
  const pieces = columnsOf(open, kept)
  const vertexOf = cutAt(open, ends, made.flatMap(({ k }) => [2 * k, 2 * k + 1]), pieces)
  const lines = [...graph.lines]
  for (const { link, k } of made) {
    const [a, b] = [vertexOf[2 * k], vertexOf[2 * k + 1]]
    const metres = metresBetween(pieces.lng[a], pieces.lat[a], pieces.lng[b], pieces.lat[b])
    pieces.add(a, b, Math.max(1, link.mm ?? 0, Math.round(metres * 1000)), lines.length, link.flags ?? 0, -1)
    lines.push({ id: `link ${k}`, kind: 'link', name: null })
  }
  return { graph: { ...pieces.graph(), lines }, piece: Int32Array.from(pieces.source), refused: edits.links.flatMap((_, k) => (made.some((one) => one.k === k) ? [] : [k])) }
}

/** Cuts the pieces at the snapped places and answers with the vertex of each snap. Every piece is cut once into all of its parts. */
function cutAt(open: StreetGraph, ends: Snaps, which: readonly number[], pieces: Columns): number[] {
  const vertexOf: number[] = []
  const byPiece = new Map<number, number[]>()
  for (const end of which) byPiece.set(ends.piece[end], [...(byPiece.get(ends.piece[end]) ?? []), end])
  for (const [piece, cuts] of byPiece) {
    let at = open.from[piece]
    let done = 0
    for (const end of [...cuts].sort((a, b) => ends.pieceMm[a] - ends.pieceMm[b] || a - b)) {
      const along = ends.pieceMm[end]
      if (along === done) vertexOf[end] = at
      else if (along >= open.mm[piece]) vertexOf[end] = open.to[piece]
      else {
        const cut = pieces.vertex(ends.lng[end], ends.lat[end])
        if (done === 0) pieces.replace(piece, cut, along)
        else pieces.add(at, cut, along - done, open.line[piece], open.flags[piece], pieces.source[piece])
        ;[at, done] = [cut, along]
        vertexOf[end] = cut
      }
    }
    if (done > 0) pieces.add(at, open.to[piece], open.mm[piece] - done, open.line[piece], open.flags[piece], pieces.source[piece])
  }
  return vertexOf
}

type Columns = ReturnType<typeof columnsOf>

/** The graph as lists that can grow; the piece numbers of the open graph stay, parts come after them. */
function columnsOf(open: StreetGraph, kept: Int32Array) {
  const [lng, lat] = [Array.from(open.lng), Array.from(open.lat)]
  const [from, to, mm, line, flags, source] = [open.from, open.to, open.mm, open.line, open.flags, kept].map((column) => Array.from(column))
  return {
    lng,
    lat,
    source,
    vertex(x: number, y: number): number {
      lng.push(x)
      return lat.push(y) - 1
    },
    replace(piece: number, newTo: number, newMm: number): void {
      to[piece] = newTo
      mm[piece] = newMm
    },
    add(a: number, b: number, length: number, ofLine: number, flag: number, of: number): void {
      from.push(a)
      to.push(b)
      mm.push(length)
      line.push(ofLine)
      flags.push(flag)
      source.push(of)
    },
    graph: (): Omit<StreetGraph, 'lines'> => ({ lng: Float64Array.from(lng), lat: Float64Array.from(lat), from: Int32Array.from(from), to: Int32Array.from(to), mm: Int32Array.from(mm), line: Int32Array.from(line), flags: Uint8Array.from(flags) }),
  }
}

const pick = (column: Int32Array, which: Int32Array): Int32Array => which.map((piece) => column[piece])

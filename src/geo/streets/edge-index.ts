/** The nearest place on a street (on a piece, not only at a vertex) to any point, islands left out. */
import { metresBetween, equatorial, eccentricitySquared, radian } from '../ruler'
import type { Points } from '../grid'
import { placed } from '../grid'
import { chainOfPieces, piecesInCells } from './piece-cells'
import { costBefore } from './walk-network'
import type { WalkNetwork } from './walk-network'
import { WalkSearch } from './walk-search'

/** Where points enter the network, as columns. */
export type Snaps = {
  /** Chain of the network; -1: no street at all, no position, or further than the limit asked for. */
  readonly chain: Int32Array
  /** Cost from the chain's start, millimetres. */
  readonly offset: Int32Array
  /** Off-network stretch in millimetres; where chain is -1 the distance to the nearest street if there is one, else -1. */
  readonly offMm: Int32Array
  /** Piece of the street graph, and the true millimetres from its `from` end. */
  readonly piece: Int32Array
  readonly pieceMm: Int32Array
  /** The place on the street, degrees. */
  readonly lng: Float64Array
  readonly lat: Float64Array
  /**
   * 1: another line lies within 5 m of being as near, and walking from the one place to the other takes over 100 m: which street the point
   * belongs to decides its distances, so a person should look (a viaduct over a street, two banks of a canal).
   */
  readonly ambiguous: Uint8Array
}

export type EdgeIndex = {
  /** Snaps every point; those further than maxM from any street are left out (chain -1). Into the columns given, where a hand asks again and again. */
  readonly snap: (points: Points, maxM?: number, into?: Snaps) => Snaps
}

export const snapLimitM = 100
const ambiguousWithinM = 5
const ambiguousWalkMm = 100_000
/** No street of a city is looked for beyond this. */
const furthestM = 1_000_000

/** shut: 1 for each piece that nobody may enter for now (closable-network.ts). */
export function edgeIndexOf(network: WalkNetwork & { readonly shut?: Uint8Array }): EdgeIndex {
  const cells = piecesInCells(network)
  const { west, south, perLng, perLat, columns, rows, starts, list, aLng, aLat, bLng, bLat } = cells
  const { pieceSource, pieceLine, pieceMm, pieceCost, pieceTurned, shut } = network
  const chainOf = chainOfPieces(network)
  const search = new WalkSearch(network)
  // The piece and the place on it that the last look found.
  let best = -1
  let bestMm = 0
  let bestAlong = 0
  let others: number[] = []

  return { snap }

  function snap({ lng, lat }: Points, maxM = snapLimitM, into: Snaps | null = null): Snaps {
    const snaps = into ? emptied(into) : emptySnaps(lng.length)
    for (let i = 0; i < lng.length; i++) if (placed(lng[i], lat[i]) && list.length > 0) snapOne(i, lng[i], lat[i], maxM, snaps)
    return snaps
  }

  function snapOne(i: number, x: number, y: number, maxM: number, snaps: Snaps): void {
    const sine = Math.sin(y * radian)
    const bend = 1 - eccentricitySquared * sine * sine
    const perX = (radian * equatorial * Math.cos(y * radian)) / Math.sqrt(bend)
    const perY = (radian * equatorial * (1 - eccentricitySquared)) / (bend * Math.sqrt(bend))
    best = -1
    let looked = firstLookM
    look(x, y, perX, perY, looked, -1)
    if (best < 0) look(x, y, perX, perY, (looked = secondLookM), -1)
    // Far from every street: whatever lies in the nearest cells says how far to look.
    if (best < 0) seek(x, y, perX, perY)
    if (best < 0 || bestMm > furthestM * 1000) return
    if (bestMm > looked * 1000) look(x, y, perX, perY, bestMm / 1000, -1)
    const piece = best
    const along = bestAlong
    const offLng = aLng[piece] + along * (bLng[piece] - aLng[piece])
    const offLat = aLat[piece] + along * (bLat[piece] - aLat[piece])
    const offMm = Math.round(metresBetween(x, y, offLng, offLat) * 1000)
    snaps.offMm[i] = offMm
    snaps.piece[i] = pieceSource[piece]
    snaps.pieceMm[i] = Math.round(along * pieceMm[piece])
    snaps.lng[i] = offLng
    snaps.lat[i] = offLat
    if (offMm > maxM * 1000) return
    const chain = chainOf[piece]
    snaps.chain[i] = chain
    snaps.offset[i] = offsetOf(piece, along)
    others = []
    look(x, y, perX, perY, bestMm / 1000 + ambiguousWithinM, pieceLine[piece])
    if (others.length > 0 && farApart(chain, snaps.offset[i])) snaps.ambiguous[i] = 1
  }

  /**
   * Measures every piece that can be within the radius (metres). Without a line: keeps the nearest, of equals (to the millimetre) the lowest of
   * the street graph. With one: lists the pieces of other lines within the radius, and where they are nearest.
   */
  function look(x: number, y: number, perX: number, perY: number, radius: number, except: number): void {
    const wide = (radius / perX) * 1.0001
    const high = (radius / perY) * 1.0001
    const rowLow = line(y - high - south, perLat, rows)
    const rowHigh = line(y + high - south, perLat, rows)
    for (let row = rowLow; row <= rowHigh; row++) {
      // How far the circle reaches to either side in this row; the rows at the border go on without end.
      const under = row === 0 ? 0 : south + row / perLat - y
      const over = row === rows - 1 ? 0 : y - (south + (row + 1) / perLat)
      const off = Math.max(0, under, over) / high
      const half = off < 1 ? wide * Math.sqrt(1 - off * off) + hair : 0
      measure(x, y, perX, perY, radius, except, row * columns + line(x - half - west, perLng, columns), row * columns + line(x + half - west, perLng, columns))
    }
  }

  /** Rings of cells around the place until one holds pieces: one of them is found, the nearest of all perhaps not. */
  function seek(x: number, y: number, perX: number, perY: number): void {
    const column = line(x - west, perLng, columns)
    const row = line(y - south, perLat, rows)
    for (let ring = 0; best < 0 && ring < Math.max(columns, rows); ring++)
      for (let r = Math.max(0, row - ring); r <= Math.min(rows - 1, row + ring); r++) {
        const whole = r === row - ring || r === row + ring
        for (let c = column - ring; c <= column + ring; c += whole || ring === 0 ? 1 : 2 * ring) if (c >= 0 && c < columns) measure(x, y, perX, perY, Infinity, -1, r * columns + c, r * columns + c)
      }
  }

  /** The pieces of some neighbouring cells of one row. */
  function measure(x: number, y: number, perX: number, perY: number, radius: number, except: number, firstCell: number, lastCell: number): void {
    for (let k = starts[firstCell]; k < starts[lastCell + 1]; k++) {
      const piece = list[k]
      if (shut !== undefined && shut[piece] === 1) continue
      const ax = (aLng[piece] - x) * perX
      const ay = (aLat[piece] - y) * perY
      const dx = (bLng[piece] - x) * perX - ax
      const dy = (bLat[piece] - y) * perY - ay
      const square = dx * dx + dy * dy
      let along = square > 0 ? -(ax * dx + ay * dy) / square : 0
      along = along < 0 ? 0 : along > 1 ? 1 : along
      const offX = ax + along * dx
      const offY = ay + along * dy
      const metres2 = offX * offX + offY * offY
      if (except < 0) {
        if (best >= 0 && metres2 * 1e6 > (bestMm + 1) * (bestMm + 1)) continue
        const mm = Math.round(Math.sqrt(metres2) * 1000)
        if (best >= 0 && (mm > bestMm || (mm === bestMm && pieceSource[piece] >= pieceSource[best]))) continue
        best = piece
        bestMm = mm
        bestAlong = along
      } else if (pieceLine[piece] !== except && metres2 <= radius * radius) others.push(piece, along)
    }
  }

  /** True when some other place of the last look is more than 100 m of walking away. */
  function farApart(chain: number, offset: number): boolean {
    const { chainFrom, chainTo, chainCost } = network
    search.seedPlace(chain, offset, 0, ambiguousWalkMm)
    search.run(ambiguousWalkMm)
    let far = false
    for (let k = 0; k < others.length && !far; k += 2) {
      const other = chainOf[others[k]]
      const otherOffset = offsetOf(others[k], others[k + 1])
      const round = Math.min(search.mm[chainFrom[other]] + otherOffset, search.mm[chainTo[other]] + chainCost[other] - otherOffset)
      far = Math.min(round, other === chain ? Math.abs(otherOffset - offset) : Infinity) > ambiguousWalkMm
    }
    search.clear()
    return far
  }

  function offsetOf(piece: number, along: number): number {
    const cost = Math.round(along * pieceCost[piece])
    const chain = chainOf[piece]
    return Math.min(network.chainCost[chain], costBefore(network, chain, piece) + (pieceTurned[piece] === 1 ? pieceCost[piece] - cost : cost))
  }
}

const firstLookM = 30
const secondLookM = 120
/** Degrees: what rounding may take off the width of a circle. */
const hair = 1e-9

const line = (degrees: number, perDegree: number, count: number): number => Math.max(0, Math.min(count - 1, Math.floor(degrees * perDegree)))

function emptySnaps(count: number): Snaps {
  const [chain, offset, offMm, piece, pieceMm] = [0, 0, 0, 0, 0].map(() => new Int32Array(count))
  return emptied({ chain, offset, offMm, piece, pieceMm, lng: new Float64Array(count), lat: new Float64Array(count), ambiguous: new Uint8Array(count) })
}

function emptied(snaps: Snaps): Snaps {
  for (const column of [snaps.chain, snaps.offMm, snaps.piece]) column.fill(-1)
  for (const column of [snaps.offset, snaps.pieceMm, snaps.ambiguous]) column.fill(0)
  for (const column of [snaps.lng, snaps.lat]) column.fill(NaN)
  return snaps
}

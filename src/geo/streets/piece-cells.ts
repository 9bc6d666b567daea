/**
 * The pieces of a network sorted into cells of longitude and latitude; islands, pieces without a position and pieces of over 100 km left out.
 * The cells lie where nearly all pieces lie, and those at the border hold whatever is beyond it: one stray node cannot spread the cells over half the earth.
 */
import { placed } from '../grid'
import { equatorial, radian } from '../ruler'
import { vertexAfter, vertexBefore } from './walk-network'
import type { WalkNetwork } from './walk-network'

export type PieceCells = {
  readonly west: number
  readonly south: number
  /** Cells per degree. */
  readonly perLng: number
  readonly perLat: number
  readonly columns: number
  readonly rows: number
  /** Cell c holds the pieces list[starts[c]] … list[starts[c + 1] - 1]; cells run west to east, then north. */
  readonly starts: Int32Array
  readonly list: Int32Array
  /** Both ends of each piece as in the street graph, `from` first: a place on it does not depend on the way its chain runs. Degrees. */
  readonly aLng: Float64Array
  readonly aLat: Float64Array
  readonly bLng: Float64Array
  readonly bLat: Float64Array
}

export function piecesInCells(network: WalkNetwork): PieceCells {
  const { lng, lat, chainFrom, pieces, pieceTurned, component, componentIsland } = network
  const count = network.pieceSource.length
  const [aLng, aLat, bLng, bLat] = [0, 0, 0, 0].map(() => new Float64Array(count))
  const used: number[] = []
  for (let c = 0; c < chainFrom.length; c++) {
    const island = componentIsland[component[chainFrom[c]]] === 1
    for (let k = pieces[c]; k < pieces[c + 1]; k++) {
      const turned = pieceTurned[k] === 1
      const a = turned ? vertexAfter(network, c, k) : vertexBefore(network, c, k)
      const b = turned ? vertexBefore(network, c, k) : vertexAfter(network, c, k)
      aLng[k] = lng[a]
      aLat[k] = lat[a]
      bLng[k] = lng[b]
      bLat[k] = lat[b]
      if (island || !placed(lng[a], lat[a]) || !placed(lng[b], lat[b]) || Math.abs(lng[a] - lng[b]) > longestDegrees || Math.abs(lat[a] - lat[b]) > longestDegrees) continue
      used.push(k)
    }
  }
  if (used.length === 0) return { west: 0, south: 0, perLng: 1, perLat: 1, columns: 1, rows: 1, starts: new Int32Array(2), list: new Int32Array(0), aLng, aLat, bLng, bLat }

  const [west, east] = mostOf(used, aLng)
  const [south, north] = mostOf(used, aLat)
  const width = Math.max(1, (east - west) * radian * equatorial * Math.cos(((south + north) / 2) * radian))
  const height = Math.max(1, (north - south) * radian * equatorial)
  // Two pieces for each cell, if they were spread evenly; never finer than 20 m.
  const side = Math.max(20, Math.sqrt((2 * width * height) / used.length), width / 8192, height / 8192)
  const columns = Math.max(1, Math.floor(width / side))
  const rows = Math.max(1, Math.floor(height / side))
  const perLng = columns / Math.max(east - west, 1e-9)
  const perLat = rows / Math.max(north - south, 1e-9)
  const starts = new Int32Array(columns * rows + 1)
  for (const k of used) eachCell(k, (cell) => starts[cell + 1]++)
  for (let c = 0; c < columns * rows; c++) starts[c + 1] += starts[c]
  const next = starts.slice(0, -1)
  const list = new Int32Array(starts[columns * rows])
  for (const k of used) eachCell(k, (cell) => (list[next[cell]++] = k))
  return { west, south, perLng, perLat, columns, rows, starts, list, aLng, aLat, bLng, bLat }

  /** The cells that a piece passes: in every row that it crosses, from where it enters the row to where it leaves it. */
  function eachCell(k: number, visit: (cell: number) => void): void {
    const x1 = (aLng[k] - west) * perLng
    const y1 = (aLat[k] - south) * perLat
    const x2 = (bLng[k] - west) * perLng
    const y2 = (bLat[k] - south) * perLat
    const rowLow = line(Math.min(y1, y2) - slack, rows)
    const rowHigh = line(Math.max(y1, y2) + slack, rows)
    for (let row = rowLow; row <= rowHigh; row++) {
      let [low, high] = [Math.min(x1, x2), Math.max(x1, x2)]
      if (rowHigh > rowLow && y1 !== y2) {
        const below = row === 0 ? -Infinity : row - slack
        const above = row === rows - 1 ? Infinity : row + 1 + slack
        const enter = x1 + ((Math.max(below, Math.min(y1, y2)) - y1) / (y2 - y1)) * (x2 - x1)
        const leave = x1 + ((Math.min(above, Math.max(y1, y2)) - y1) / (y2 - y1)) * (x2 - x1)
        low = Math.max(low, Math.min(enter, leave))
        high = Math.min(high, Math.max(enter, leave))
      }
      const last = line(high + slack, columns)
      for (let column = line(low - slack, columns); column <= last; column++) visit(row * columns + column)
    }
  }
}

/** Chain of each piece. */
export function chainOfPieces(network: WalkNetwork): Int32Array {
  const chainOf = new Int32Array(network.pieceSource.length)
  for (let c = 0; c < network.chainFrom.length; c++) chainOf.fill(c, network.pieces[c], network.pieces[c + 1])
  return chainOf
}

/** Where 98 of 100 lie, and a tenth of that to either side. */
function mostOf(used: readonly number[], column: Float64Array): readonly [number, number] {
  const step = Math.max(1, Math.floor(used.length / sampleSize))
  const sample: number[] = []
  for (let k = 0; k < used.length; k += step) sample.push(column[used[k]])
  sample.sort((a, b) => a - b)
  const low = sample[Math.floor(sample.length * 0.01)]
  const high = sample[Math.ceil(sample.length * 0.99) - 1]
  return [low - (high - low) / 10, high + (high - low) / 10]
}

const sampleSize = 4000
const longestDegrees = 1

/** A hair of a cell, so that a piece on the border between two stands in both. */
const slack = 1e-6

const line = (cells: number, count: number): number => Math.max(0, Math.min(count - 1, Math.floor(cells)))

import { expect, test } from 'vitest'
import { beadsOf } from '../../../src/geo/streets/beads'
import { beadsWithin } from '../../../src/geo/streets/beads-within'
import type { StreetGraph } from '../../../src/geo/streets/street-graph'
import { WalkLabels } from '../../../src/geo/streets/walk-labels'
import { unreached, walkNetworkOf } from '../../../src/geo/streets/walk-network'
import { WalkSearch } from '../../../src/geo/streets/walk-search'
import { gridTown } from '../../helpers/grid-town'

const side = 90
const block = 100_000

/** A lattice of 90 by 90 crossings, 100 m apart: every walk is as long as its blocks east and north together. */
function lattice(): StreetGraph {
  const at = (x: number, y: number) => y * side + x
  const every = Array.from({ length: side }, (_, y) => Array.from({ length: side }, (_, x) => ({ x, y }))).flat()
  const pieces = every.flatMap(({ x, y }) => [...(x + 1 < side ? [[at(x, y), at(x + 1, y)]] : []), ...(y + 1 < side ? [[at(x, y), at(x, y + 1)]] : [])])
  return {
    lng: Float64Array.from(every, ({ x }) => 103 + x / 1000),
    lat: Float64Array.from(every, ({ y }) => 25 + y / 1000),
    from: Int32Array.from(pieces, ([a]) => a),
    to: Int32Array.from(pieces, ([, b]) => b),
    mm: new Int32Array(pieces.length).fill(block),
    line: new Int32Array(pieces.length),
    flags: new Uint8Array(pieces.length),
    lines: [{ id: 'w', kind: 'residential', name: null }],
  }
}

/** Blocks from a corner of the lattice to each junction. */
const blocksFrom = (source: Int32Array, x: number, y: number): number[] => Array.from(source.subarray(0, side * side - 4), (vertex) => Math.abs((vertex % side) - x) + Math.abs(Math.floor(vertex / side) - y))

test('a search that outgrows its queue still gives every junction its distance, and the next one too', () => {
  const network = walkNetworkOf(lattice())
  // The four corners have two streets each: they are bends, no junctions.
  expect(network.junctions).toBe(side * side - 4)
  const search = new WalkSearch(network)
  for (const [x, y] of [[1, 0], [40, 40]] as const) {
    search.seed(network.source.indexOf(y * side + x), 7, unreached - 1)
    search.run(unreached - 1)
    expect(search.count).toBe(network.junctions)
    expect(Array.from(search.mm.subarray(0, network.junctions))).toEqual(blocksFrom(network.source, x, y).map((blocks) => blocks * block + 7))
    search.clear()
    expect(search.mm.every((mm) => mm === unreached)).toBe(true)
  }
})

test('labels that outgrow their queue name the nearer of two sites, the lower one halfway, and list whoever heard of it', () => {
  const network = walkNetworkOf(lattice())
  const labels = new WalkLabels(network)
  labels.seed(5, network.source.indexOf(1), 0, unreached - 1)
  labels.seed(3, network.source.indexOf(40 * side + 60), 0, unreached - 1)
  labels.run(unreached - 1)
  const [far, near] = [blocksFrom(network.source, 1, 0), blocksFrom(network.source, 60, 40)]
  expect(Array.from(labels.label.subarray(0, 2 * network.junctions))).toEqual(near.flatMap((blocks, v) => [Math.min(blocks, far[v]) * block, blocks <= far[v] ? 3 : 5]))
  const heard = new Set<number>()
  for (let k = 0; k < labels.touchedCount; k += 2) heard.add(labels.touched[k])
  expect(heard.size).toBe(network.junctions)
})

test('what stands on a chain is found once: from the nearer end, or from the only end within the limit', () => {
  // A street of 600 m between two crossings, with a bead at every 100 m, the last one 50 m aside.
  const network = gridTown().street([0, -1], [0, 1]).street([0, 0], [6, 0]).street([6, -1], [6, 1]).network()
  const long = [...network.chainFrom.keys()].find((c) => network.chainTo[c] !== network.junctions)!
  const first = Int32Array.from({ length: network.chainFrom.length + 1 }, (_, c) => (c > long ? 5 : 0))
  const beads = beadsOf(network, first, Int32Array.of(100_000, 200_000, 300_000, 400_000, 500_000), Int32Array.of(0, 0, 0, 0, 50_000))
  const search = new WalkSearch(network)
  const from = (end: Int32Array, start: number, limit: number, leftOut = { first: 0, last: 0 }) => {
    const [found, mm] = [new Int32Array(6), new Int32Array(6)]
    search.seed(end[long], start, limit)
    search.run(limit)
    const count = beadsWithin(beads, search, limit, leftOut, found, mm)
    search.clear()
    return Array.from({ length: count }, (_, k) => [found[k], mm[k]]).sort((a, b) => a[0] - b[0])
  }
  const whole = [[0, 100_000], [1, 200_000], [2, 300_000], [3, 400_000], [4, 550_000]]
  expect(from(network.chainFrom, 0, 600_000)).toEqual(whole)
  expect(from(network.chainFrom, 0, 549_999)).toEqual(whole.slice(0, 4))
  expect(from(network.chainTo, 0, 599_999)).toEqual([[0, 500_000], [1, 400_000], [2, 300_000], [3, 200_000], [4, 150_000]])
  expect(from(network.chainTo, 50_000, 300_000)).toEqual([[3, 250_000], [4, 200_000]])
  expect(from(network.chainTo, 0, 599_999, { first: 1, last: 4 })).toEqual([[0, 500_000], [4, 150_000]])
})

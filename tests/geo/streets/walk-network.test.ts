import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { deserialiseNetwork, serialiseNetwork } from '../../../src/geo/streets/network-bytes'
import type { StreetGraph } from '../../../src/geo/streets/street-graph'
import { nearestOfVertices, VertexSet, verticesWithin } from '../../../src/geo/streets/vertex-reach'
import { edgeIndexOf } from '../../../src/geo/streets/edge-index'
import { labelsOf, nobody } from '../../../src/geo/streets/walk-labels'
import { lengthM, paced, streetGraphOf, unreached, walkNetworkOf } from '../../../src/geo/streets/walk-network'
import { WalkSearch } from '../../../src/geo/streets/walk-search'
import { walkReach } from '../../../src/reach/walk'
import { bruteFrom } from '../../helpers/brute-walk'
import { gridTown } from '../../helpers/grid-town'
import { randomStreets, randomTown } from '../../helpers/random-streets'

// Many random towns: longer on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

describe('folding', () => {
  test('a street with bends between two crossings is one chain with its offsets', () => {
    const network = gridTown().street([0, 0], [5, 0]).street([0, -1], [0, 1]).street([5, -1], [5, 1]).network()
    expect(network.junctions).toBe(2)
    const between = [...network.chainFrom.keys()].filter((c) => network.chainTo[c] < network.junctions)
    expect(between).toHaveLength(1)
    expect(network.chainCost[between[0]]).toBe(500_000)
    expect([...network.innerCost.slice(network.inner[between[0]], network.inner[between[0] + 1])]).toEqual([100_000, 200_000, 300_000, 400_000])
    expect([...network.chainTo].filter((to) => to === network.junctions)).toHaveLength(4)
    expect(lengthM(network)).toBe(900)
  })

  test('a ring, a single street, a loop at one corner and a lone vertex have one junction each at most', () => {
    const ring = gridTown().street([0, 0], [2, 0]).street([2, 0], [2, 2]).street([2, 2], [0, 2]).street([0, 2], [0, 0]).network()
    expect([ring.junctions, ring.chainFrom.length, ring.chainTo[0], ring.chainCost[0]]).toEqual([1, 1, 0, 800_000])
    const single = gridTown().street([0, 0], [4, 0]).network()
    expect([single.junctions, single.chainTo[0], single.inner[1]]).toEqual([1, 1, 4])
    const graph: StreetGraph = { lng: Float64Array.of(103.8, 103.9), lat: Float64Array.of(25, 25), from: Int32Array.of(0), to: Int32Array.of(0), mm: Int32Array.of(7), line: Int32Array.of(0), flags: Uint8Array.of(0), lines: [{ id: 'w', kind: 'path', name: null }] }
    const loop = walkNetworkOf(graph)
    expect([loop.junctions, loop.chainFrom.length, loop.first[loop.junctions]]).toEqual([2, 1, 0])
  })

  test('every vertex, piece and line can be had back as it was', () => {
    fc.assert(
      fc.property(randomStreets, (graph) => {
        expect(streetGraphOf(walkNetworkOf(graph))).toEqual(graph)
      }),
    )
  })

  test('every vertex and piece stands in exactly one place, and the components hold them all', () => {
    fc.assert(
      fc.property(randomStreets, (graph) => {
        const network = walkNetworkOf(graph)
        expect([...network.source].sort((a, b) => a - b)).toEqual([...graph.lng.keys()])
        expect([...network.pieceSource].sort((a, b) => a - b)).toEqual([...graph.from.keys()])
        expect(network.componentVertices.reduce((sum, count) => sum + count, 0)).toBe(graph.lng.length)
        expect(Math.round(lengthM(network) * 1000)).toBe(graph.mm.reduce((sum, mm) => sum + mm, 0))
      }),
    )
  })
})

describe('searching', () => {
  test('the nearest site of every vertex is that of Dijkstra over every vertex, in blocks of any size', () => {
    fc.assert(
      fc.property(randomTown({ demand: 0, sites: 8 }), fc.constantFrom(1e9, 700_000), fc.integer({ min: 1, max: 4 }), ({ graph, sites }, limit, block) => {
        const network = walkNetworkOf(graph)
        const snaps = edgeIndexOf(network).snap(sites)
        const every = [...snaps.chain.keys()].map((j) => (snaps.chain[j] < 0 ? null : bruteFrom(graph, snaps.piece[j], snaps.pieceMm[j], snaps.offMm[j])))
        const { mm, site } = nearestOfVertices(network, snaps, limit)
        const blocks = labelsOf(network, snaps, limit, block)
        for (let v = 0; v < mm.length; v++) {
          const row = every.map((distance) => distance?.[network.source[v]] ?? Infinity)
          const least = Math.min(Infinity, ...row)
          const expected = least <= limit ? [least, row.indexOf(least)] : [unreached, nobody]
          expect([mm[v], site[v]]).toEqual(expected)
          if (v < network.junctions) expect([...blocks.label.slice(2 * v, 2 * v + 2)]).toEqual(expected)
        }
      }),
      { numRuns: 200 },
    )
  })

  test('the vertices within a limit are those of Dijkstra, one search after the other on the same arrays', () => {
    fc.assert(
      fc.property(randomTown({ demand: 0, sites: 4 }), fc.integer({ min: 0, max: 1_500_000 }), ({ graph, sites }, limit) => {
        const network = walkNetworkOf(graph)
        const snaps = edgeIndexOf(network).snap(sites)
        const search = new WalkSearch(network)
        const out = new VertexSet()
        for (const j of snaps.chain.keys()) {
          if (snaps.chain[j] < 0) continue
          const place = { chain: snaps.chain[j], offset: snaps.offset[j], offMm: snaps.offMm[j] }
          search.seedPlace(place.chain, place.offset, place.offMm, limit)
          search.run(limit)
          const count = verticesWithin(network, search, place, limit, out)
          search.clear()
          const found = Array.from({ length: count }, (_, k) => [network.source[out.vertices[k]], out.mm[k]])
          const expected = bruteFrom(graph, snaps.piece[j], snaps.pieceMm[j], snaps.offMm[j]).flatMap((mm, v) => (mm <= limit ? [[v, mm]] : []))
          expect(found.sort((a, b) => a[0] - b[0])).toEqual(expected)
        }
      }),
      { numRuns: 150 },
    )
  })
})

describe('streets that cannot be', () => {
  test('a vertex without a position, a length of nothing and one of half the earth harm nobody else', () => {
    const town = gridTown().street([0, 0], [5, 0]).street([2, 0], [2, 2]).street([2, 2], [4, 2]).facility([0, 0]).people([1, 0], 1).people([5, 0], 2)
    const graph = town.graph()
    graph.lng[graph.from[8]] = NaN
    graph.mm[5] = 0
    graph.mm[6] = -5
    graph.mm[8] = 2_000_000_000
    const reach = walkReach(walkNetworkOf(graph), town.demand(), town.sites(), [500])
    expect([...reach.metres]).toEqual([100, 500])
    expect(town.reached(reach.within[0])).toBe(3)
  })
})

describe('another pace', () => {
  test('changes costs only, and the plain pace gives the same network back', () => {
    const graph = gridTown().street([0, 0], [3, 0]).steps([3, 0], [5, 0]).crossing([5, 0], [6, 0]).graph()
    const plain = walkNetworkOf(graph)
    const slow = paced(plain, { speed: 1, crossingDelayS: 10, stepsPenalty: 3 })
    expect([...slow.pieceCost].reduce((sum, cost) => sum + cost, 0)).toBe(300_000 + 600_000 + 110_000)
    expect(slow).toEqual(walkNetworkOf(graph, { speed: 1, crossingDelayS: 10, stepsPenalty: 3 }))
    expect(paced(slow, plain.pace)).toEqual(plain)
  })
})

describe('the saved form', () => {
  test('opens as the same network and gives the same reach', () => {
    fc.assert(
      fc.property(randomTown({ demand: 6, sites: 4 }), ({ graph, demand, sites }) => {
        const network = walkNetworkOf({ ...graph, lines: graph.lines.map((line, k) => ({ ...line, name: k === 1 ? '胜利路 "北"' : null })) })
        const opened = deserialiseNetwork(serialiseNetwork(network))
        expect(opened).toEqual(network)
        expect(walkReach(opened!, demand, sites, [500])).toEqual(walkReach(network, demand, sites, [500]))
      }),
    )
  })

  test('an empty network is saved and opened too', () => {
    const empty = gridTown().network()
    expect(deserialiseNetwork(serialiseNetwork(empty))).toEqual(empty)
  })

  test('damaged bytes are refused or still a sound network, never an endless search', () => {
    const town = gridTown().street([0, 0], [5, 0]).street([2, 0], [2, 4]).street([2, 4], [5, 0]).facility([0, 0]).people([2, 4], 1)
    const whole = new Uint8Array(serialiseNetwork(town.network()))
    expect(deserialiseNetwork(new ArrayBuffer(3))).toBeNull()
    let refused = 0
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), fc.boolean(), (at, by, cut) => {
        const bytes = cut ? whole.slice(0, at) : whole.slice()
        if (!cut) bytes[at] ^= by
        const opened = deserialiseNetwork(bytes.buffer)
        if (opened === null) refused++
        else walkReach(opened, town.demand(), town.sites(), [500])
      }),
      { numRuns: 1500 },
    )
    expect(refused).toBeGreaterThan(300)
  })
})

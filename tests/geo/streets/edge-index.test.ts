import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { edgeIndexOf } from '../../../src/geo/streets/edge-index'
import { editedStreets } from '../../../src/geo/streets/street-edits'
import { walkNetworkOf } from '../../../src/geo/streets/walk-network'
import { bruteSnapMetres } from '../../helpers/brute-walk'
import { gridTown, latOf, lngOf } from '../../helpers/grid-town'
import { randomTown } from '../../helpers/random-streets'

// Many random towns: longer on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const at = (x: number, y: number) => ({ lng: Float64Array.of(lngOf(x)), lat: Float64Array.of(latOf(y)) })

test('a point enters at the nearest place on the street, not at its nearest vertex', () => {
  const town = gridTown().street([0, 0], [3, 0])
  const snap = edgeIndexOf(town.network()).snap(at(1.4, 0.5))
  expect([snap.piece[0], snap.pieceMm[0]]).toEqual([1, 40_000])
  expect(snap.offMm[0]).toBeGreaterThan(49_990)
  expect(snap.offMm[0]).toBeLessThan(50_010)
  expect([snap.lng[0], snap.lat[0]]).toEqual([expect.closeTo(lngOf(1.4), 9), expect.closeTo(latOf(0), 9)])
})

test('of two streets at the same distance the piece that was drawn first is taken, whichever way the town is turned', () => {
  expect(edgeIndexOf(gridTown().street([0, 0], [3, 0]).street([0, 0.5], [3, 0.5]).network()).snap(at(1.4, 0.25)).piece[0]).toBe(1)
  expect(edgeIndexOf(gridTown().street([0, 0.5], [3, 0.5]).street([0, 0], [3, 0]).network()).snap(at(1.4, 0.25)).piece[0]).toBe(1)
})

test('a point far from everything is measured to the nearest street and not put on it', () => {
  const snap = edgeIndexOf(gridTown().street([0, 0], [3, 0]).network()).snap(at(503, 0))
  expect(snap.chain[0]).toBe(-1)
  expect(snap.offMm[0] / 1000).toBeGreaterThan(49_900)
  expect(edgeIndexOf(gridTown().street([0, 0], [3, 0]).network()).snap(at(503, 0), 60_000).chain[0]).toBe(0)
})

test('the nearest place is that of a look at every piece, in any direction and far away', () => {
  fc.assert(
    fc.property(randomTown({ demand: 5, sites: 0 }), fc.constantFrom(0, 0.004, -0.03), ({ graph, demand }, away) => {
      const network = walkNetworkOf(graph)
      // Islands are small in so small a town: only lone vertices, which have no piece.
      const every = [...graph.from.keys()]
      const points = { lng: demand.lng.map((x) => x + away), lat: demand.lat.map((y) => y - away / 2) }
      const snap = edgeIndexOf(network).snap(points)
      points.lng.forEach((x, i) => {
        const metres = bruteSnapMetres(graph, x, points.lat[i], every)
        expect(snap.offMm[i] / 1000).toBeLessThan(metres + 0.002 + metres * 1e-5)
        expect(snap.offMm[i] / 1000).toBeGreaterThan(metres - 0.6)
        expect(snap.chain[i] >= 0).toBe(snap.offMm[i] <= 100_000)
      })
    }),
    { numRuns: 15 },
  )
})

test('one stray node half the earth away, and a piece of thousands of kilometres, change nothing for anybody else', () => {
  fc.assert(
    fc.property(randomTown({ demand: 8, sites: 0 }), ({ graph, demand }) => {
      const stray = (x: number, y: number) => {
        const v = graph.lng.length
        return { ...graph, lng: Float64Array.of(...graph.lng, x, x + 0.001), lat: Float64Array.of(...graph.lat, y, y), from: Int32Array.of(...graph.from, v, v), to: Int32Array.of(...graph.to, v + 1, graph.from[0]), mm: Int32Array.of(...graph.mm, 100_000, 500_000_000), line: Int32Array.of(...graph.line, graph.line[0], graph.line[0]), flags: Uint8Array.of(...graph.flags, 0, 0) }
      }
      const before = edgeIndexOf(walkNetworkOf(graph)).snap(demand)
      const after = edgeIndexOf(walkNetworkOf(stray(0, 0))).snap(demand)
      expect([...after.offMm]).toEqual([...before.offMm])
      expect([...after.piece]).toEqual([...before.piece])
      // And who lives by the stray street is put on it.
      const there = edgeIndexOf(walkNetworkOf(stray(0, 0))).snap({ lng: Float64Array.of(0.0005), lat: Float64Array.of(0.0001) })
      expect([there.piece[0], Math.round(there.offMm[0] / 1000)]).toEqual([graph.from.length, 11])
    }),
    { numRuns: 40 },
  )
})

test('a link cuts the streets where it meets them and leaves every length as it was', () => {
  const graph = gridTown().street([0, 0], [3, 0]).street([0, 1], [3, 1]).graph()
  const link = (x: number, y: number, u: number, v: number) => ({ from: [lngOf(x), latOf(y)] as const, to: [lngOf(u), latOf(v)] as const })
  const edited = editedStreets(graph, { closed: [0], links: [link(1.25, 0, 1.25, 1), link(1.75, 0.1, 2, 1), link(0, 50, 0, 1)] })
  expect(edited.refused).toEqual([2])
  const streets = [...edited.piece.keys()].filter((piece) => edited.piece[piece] >= 0)
  const sumOf = (piece: number) => streets.filter((part) => edited.piece[part] === piece).map((part) => edited.graph.mm[part])
  expect(sumOf(0)).toEqual([])
  expect(sumOf(1)).toEqual([25_000, 50_000, 25_000])
  expect(sumOf(4)).toEqual([25_000, 75_000])
  expect(streets.reduce((sum, piece) => sum + edited.graph.mm[piece], 0)).toBe(500_000)
  expect([...edited.piece.keys()].filter((piece) => edited.piece[piece] < 0).map((piece) => Math.round(edited.graph.mm[piece] / 100))).toEqual([1000, 1031])
  expect(graph.from).toHaveLength(6)
})

import fc from 'fast-check'
import { area, booleanPointInPolygon } from '@turf/turf'
import type { MultiPolygon } from 'geojson'
import { expect, test, vi } from 'vitest'
import { walkNetworkOf } from '../../src/geo/streets/walk-network'
import { isochronePainter } from '../../src/reach/isochrone'
import { gridTown, latOf, lngOf } from '../helpers/grid-town'
import type { GridTown } from '../helpers/grid-town'
import { randomTown } from '../helpers/random-streets'

// Many random towns: longer on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const picture = (town: GridTown, limitM: number, options = {}): MultiPolygon => isochronePainter(town.network(), options).around(town.sites().lng[0], town.sites().lat[0], limitM)!
const inside = (shape: MultiPolygon, x: number, y: number): boolean => booleanPointInPolygon([lngOf(x), latOf(y)], shape)

test('a street is drawn 25 m to either side and cut exactly where the budget ends', () => {
  const shape = picture(gridTown().street([0, 0], [20, 0]).facility([10, 0]), 420)
  expect(shape.coordinates).toHaveLength(1)
  // A street of 840 m with round ends of 25 m.
  const expected = 840 * 50 + Math.PI * 25 * 25
  expect(Math.abs(area(shape) / expected - 1)).toBeLessThan(0.02)
  expect([14.19, 14.44].map((x) => inside(shape, x, 0))).toEqual([true, true])
  expect([14.5, 5.5].map((x) => inside(shape, x, 0))).toEqual([false, false])
  expect([0.2, 0.3].map((y) => inside(shape, 10, y))).toEqual([true, false])
})

test('the outline lies 25 m from the streets that are reached: to 3 m along them, to 6 m in their corners', () => {
  // 420 m each way from a crossing.
  const shape = picture(gridTown().street([0, 0], [20, 0]).street([10, -9], [10, 9]).facility([10, 0]), 420)
  const off = shape.coordinates.flat().flatMap((ring) =>
    ring.slice(1).flatMap((end, k) =>
      [0, 0.2, 0.4, 0.6, 0.8].map((share) => {
        const [east, north] = [0, 1].map((axis) => ring[k][axis] + share * (end[axis] - ring[k][axis]))
        const x = Math.abs((east - lngOf(10)) / (lngOf(1) - lngOf(0))) * 100
        const y = Math.abs((north - latOf(0)) / (latOf(1) - latOf(0))) * 100
        return Math.min(Math.hypot(Math.max(0, x - 420), y), Math.hypot(x, Math.max(0, y - 420))) - 25
      }),
    ),
  )
  expect(off.length).toBeGreaterThan(100)
  expect(Math.max(...off.map(Math.abs))).toBeLessThan(6)
  expect(off.filter((metres) => Math.abs(metres) > 3).length).toBeLessThan(off.length / 10)
})

test('a block inside four streets is a hole, and rings turn as GeoJSON asks', () => {
  const town = gridTown().street([0, 0], [2, 0]).street([2, 0], [2, 2]).street([2, 2], [0, 2]).street([0, 2], [0, 0]).facility([0, 0])
  const shape = picture(town, 800)
  expect(shape.coordinates.map((polygon) => polygon.length)).toEqual([2])
  expect(inside(shape, 1, 1)).toBe(false)
  expect(inside(shape, 1, 0.1)).toBe(true)
  const turn = (ring: readonly (readonly number[])[]) => ring.slice(1).reduce((sum, [x, y], k) => sum + (ring[k][0] - lngOf(1)) * (y - latOf(1)) - (x - lngOf(1)) * (ring[k][1] - latOf(1)), 0)
  expect(turn(shape.coordinates[0][0])).toBeGreaterThan(0)
  expect(turn(shape.coordinates[0][1])).toBeLessThan(0)
  // One block short of the far corner the ring is open.
  expect(picture(town, 300).coordinates.map((polygon) => polygon.length)).toEqual([1])
})

test('the other bank of a river is not in the picture, though it is near', () => {
  const town = gridTown().street([0, 0], [9, 0]).street([0, 1], [9, 1]).street([9, 0], [9, 1]).facility([2, 0])
  expect(inside(picture(town, 500), 2, 1)).toBe(false)
  expect(inside(picture(town, 1700), 2, 1)).toBe(true)
})

test('the way from the facility to its street belongs to the picture, and to its budget', () => {
  const shape = picture(gridTown().street([0, 0], [20, 0]).facility([10, 0.8]), 300)
  expect(inside(shape, 10, 0.5)).toBe(true)
  expect(inside(shape, 12.1, 0)).toBe(true)
  expect(inside(shape, 12.6, 0)).toBe(false)
})

test('a facility off the network has no picture, one whose budget ends before the street an empty one', () => {
  const town = gridTown().street([0, 0], [20, 0])
  const painter = isochronePainter(town.network())
  expect(painter.around(lngOf(5), latOf(1.1), 500)).toBeNull()
  expect(painter.around(NaN, latOf(1), 500)).toBeNull()
  expect(painter.around(lngOf(5), latOf(0.9), 50)).toEqual({ type: 'MultiPolygon', coordinates: [] })
})

test('the union of two facilities far apart has two parts, and near ones melt into one', () => {
  const town = gridTown().street([0, 0], [40, 0]).facility([5, 0]).facility([35, 0])
  const painter = isochronePainter(town.network())
  expect(painter.union(town.sites(), 500).coordinates).toHaveLength(2)
  expect(painter.union(town.sites(), 1600).coordinates).toHaveLength(1)
  expect(painter.union({ lng: new Float64Array(0), lat: new Float64Array(0) }, 500).coordinates).toEqual([])
})

test('one picture after the other is what each would be alone', () => {
  const town = gridTown().street([0, 0], [40, 0]).street([20, -5], [20, 5]).facility([5, 0])
  const painter = isochronePainter(town.network())
  const first = painter.around(lngOf(5), latOf(0), 700)
  painter.around(lngOf(20), latOf(3), 1500)
  expect(painter.around(lngOf(5), latOf(0), 700)).toEqual(first)
})

test('a longer walk never draws less, and every ring is closed and of some size', () => {
  fc.assert(
    fc.property(randomTown({ demand: 0, sites: 1 }, { demand: 0, sites: 1 }), fc.integer({ min: 100, max: 900 }), ({ graph, sites }, limit) => {
      const painter = isochronePainter(walkNetworkOf(graph))
      const small = painter.around(sites.lng[0], sites.lat[0], limit)
      const large = painter.around(sites.lng[0], sites.lat[0], limit + 200)
      if (!small || !large) return
      for (const ring of large.coordinates.flat()) {
        expect(ring.length).toBeGreaterThanOrEqual(4)
        expect(ring[0]).toEqual(ring.at(-1))
      }
      expect(area(large)).toBeGreaterThan(area(small) * 0.97 - 50)
    }),
    { numRuns: 150 },
  )
})

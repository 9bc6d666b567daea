import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { metresBetween } from '../../src/geo/ruler'
import { edgeIndexOf } from '../../src/geo/streets/edge-index'
import { walkNetworkOf } from '../../src/geo/streets/walk-network'
import { walkRoutes } from '../../src/reach/route'
import { walkReach } from '../../src/reach/walk'
import { bruteWalk } from '../helpers/brute-walk'
import { gridTown, latOf, lngOf } from '../helpers/grid-town'
import { randomTown } from '../helpers/random-streets'

// Many random towns: longer on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const at = (...blocks: readonly (readonly [number, number])[]) => ({ lng: Float64Array.from(blocks, ([x]) => lngOf(x)), lat: Float64Array.from(blocks, ([, y]) => latOf(y)) })

test('the way is told street by street, with the metres beside the street at both ends', () => {
  const town = gridTown().street([0, 0], [4, 0], '东风路').crossing([4, 0], [4, 1]).steps([4, 1], [4, 2]).street([4, 2], [0, 2], '西门街').facility([2, 2.2])
  const [route] = walkRoutes(town.network(), at([1, -0.12]), town.sites(), { speed: 0.8, crossingDelayS: 20, stepsPenalty: 2 })
  expect(route.parts.map(({ kind, name }) => [kind, name])).toEqual([['off-network', null], ['street', '东风路'], ['crossing', null], ['steps', null], ['street', '西门街'], ['off-network', null]])
  expect(route.parts.map(({ metres }) => Math.round(metres))).toEqual([12, 300, 100, 100, 200, 20])
  expect(route.parts.map(({ seconds }) => Math.round(seconds))).toEqual([15, 375, 145, 250, 250, 25])
  expect(route.parts[1].coordinates[0]).toEqual([expect.closeTo(lngOf(1), 8), expect.closeTo(latOf(0), 8)])
  expect(route.parts[1].coordinates).toHaveLength(4)
})

test('the nearest and the second-nearest facility are told, each on its own way, and a third when asked', () => {
  const town = gridTown().street([0, 0], [50, 0]).facility([40, 0]).facility([3, 0]).facility([49, 0])
  const told = (count?: number) => walkRoutes(town.network(), at([5, 0]), town.sites(), count === undefined ? {} : { count }).map(({ site, metres }) => [site, metres])
  expect(told()).toEqual([[1, 200], [0, 3500]])
  expect(told(3)).toEqual([[1, 200], [0, 3500], [2, 4400]])
})

test('a facility 30 km down a road with nothing on it is found', () => {
  const town = gridTown().street([0, 0], [3, 0]).street([1, 0], [1, 2]).street([3, 0], [300, 0]).street([300, 0], [300, 2]).street([300, 0], [302, 0]).facility([301, 0])
  expect(walkRoutes(town.network(), at([0, 0]), town.sites())[0].metres).toBe(30_100)
  const cut = gridTown().street([0, 0], [30, 0]).street([0, 2], [30, 2]).facility([3, 2])
  expect(walkRoutes(cut.network(), at([0, 0]), cut.sites())).toEqual([])
})

test('the gate that is nearest on foot is the one that the way starts at', () => {
  const town = gridTown().street([0, 0], [10, 0]).facility([0, 0])
  expect(walkRoutes(town.network(), at([9, 0], [4, 0]), town.sites())[0].start).toBe(1)
})

test('every way is as long as its distance, hangs together, and leads to the nearest facility of the reach', () => {
  let told = 0
  fc.assert(
    fc.property(randomTown({ demand: 3, sites: 5 }, { demand: 1, sites: 0 }), ({ graph, demand, sites }) => {
      const network = walkNetworkOf(graph)
      const index = edgeIndexOf(network)
      const every = bruteWalk(graph, index.snap(demand), index.snap(sites))
      // The demand points are taken as the gates of one compound.
      const compound = { lng: demand.lng.slice(0, 1), lat: demand.lat.slice(0, 1), accessPoints: { ...demand, first: Int32Array.of(0, demand.lng.length) } }
      const reach = walkReach(network, compound, sites, [])
      const routes = walkRoutes(network, demand, sites)
      const ways = [...sites.lng.keys()].map((j) => ({ site: j, metres: Math.min(...every.map((row) => row[j])) / 1000 })).filter(({ metres }) => metres < Infinity)
      expect(routes.map(({ site, metres }) => ({ site, metres }))).toEqual(ways.sort((a, b) => a.metres - b.metres || a.site - b.site).slice(0, 2))
      expect(routes[0]?.site ?? -1).toBe(reach.nearest[0])
      for (const { metres, seconds, parts, start, site } of routes) {
        told++
        expect(Math.abs(parts.reduce((sum, part) => sum + part.metres, 0) - metres)).toBeLessThan(0.001 * (parts.length + 1))
        expect(seconds).toBeCloseTo(metres / 0.8, 6)
        const line = parts.flatMap(({ coordinates }) => coordinates)
        const ends = [[demand.lng[start], demand.lat[start]], [sites.lng[site], sites.lat[site]]]
        for (const [k, end] of ends.entries()) if (metres > 0.01) expect(metresBetween(end[0], end[1], ...line.at(k === 0 ? 0 : -1)!)).toBeLessThan(0.01)
        parts.slice(1).forEach((part, k) => expect(metresBetween(...parts[k].coordinates.at(-1)!, ...part.coordinates[0])).toBeLessThan(0.01))
      }
    }),
    { numRuns: 300 },
  )
  expect(told).toBeGreaterThan(200)
})

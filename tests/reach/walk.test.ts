import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { metresBetween } from '../../src/geo/ruler'
import { edgeIndexOf } from '../../src/geo/streets/edge-index'
import { walkNetworkOf } from '../../src/geo/streets/walk-network'
import { circleReach } from '../../src/reach/circle'
import { eachWalkWithin, walkReach } from '../../src/reach/walk'
import { bruteWalk } from '../helpers/brute-walk'
import { gridTown } from '../helpers/grid-town'
import type { GridTown } from '../helpers/grid-town'
import { randomTown } from '../helpers/random-streets'

// Many random towns: longer on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const reachOf = (town: GridTown, limits: readonly number[], options = {}) => walkReach(town.network(), town.demand(), town.sites(), limits, options)
/** The weights reached within each limit. */
const sums = (town: GridTown, limits: readonly number[], options = {}) => reachOf(town, limits, options).within.map((counts) => town.reached(counts))

describe('in a town drawn by hand', () => {
  test('a facility reaches the people 400 m down the street, not those 600 m away', () => {
    const town = gridTown().street([0, 0], [10, 0]).facility([0, 0]).people([4, 0], 1).people([6, 0], 2).people([10, 0], 4)
    expect(sums(town, [399.999, 400, 600, 1000])).toEqual([0, 1, 3, 7])
    expect([...reachOf(town, []).metres]).toEqual([400, 600, 1000])
  })

  test('the way goes round the blocks, not across them', () => {
    const town = gridTown().street([0, 0], [5, 0]).street([5, 0], [5, 5]).facility([0, 0]).people([5, 5], 1)
    expect(reachOf(town, [900]).metres[0]).toBe(1000)
    expect(sums(town, [900, 1000])).toEqual([0, 1])
  })

  test('a river without a bridge is not crossed, however near the other bank is', () => {
    const banks = gridTown().street([0, 0], [9, 0]).street([0, 1], [9, 1]).facility([2, 0]).people([2, 1], 1).people([3, 0], 2)
    expect(sums(banks, [1000])).toEqual([2])
    expect(reachOf(banks, [1000]).nearest[0]).toBe(-1)
    expect(reachOf(banks.street([9, 0], [9, 1], 'bridge'), [1000]).metres[0]).toBe(1500)
  })

  test('a viaduct over a street is no junction', () => {
    const town = gridTown().street([0, 0], [0, 8]).viaduct([-4, 4], [4, 4]).facility([0, 0]).people([4, 4], 1).people([0, 8], 2)
    // The two lines are not joined anywhere; the viaduct is a part of its own, large enough not to be an island.
    expect(sums(town, [2000])).toEqual([2])
    expect(reachOf(town.street([4, 4], [4, 0]).street([4, 0], [0, 0]), [2000]).metres[0]).toBe(800)
  })

  test('a compound that backs onto a facility is not covered through its wall: the gate on the far side counts', () => {
    const streets = () => gridTown().street([0, 0], [6, 0]).street([6, 0], [6, 4]).street([6, 4], [0, 4]).facility([1, 0])
    expect(sums(streets().people([1, 0.1], 1), [500])).toEqual([1])
    const walled = streets().people([1, 0.1], 1, [[1, 4]])
    expect(sums(walled, [500])).toEqual([0])
    expect(reachOf(walled, [500]).metres[0]).toBe(1400)
  })

  test('of several gates the nearest counts, and a compound with two gates near a facility is counted once', () => {
    const town = gridTown().street([0, 0], [10, 0]).facility([0, 0]).people([5, 0.3], 1, [[9, 0], [3, 0], [4, 0]])
    const reach = reachOf(town, [1000, 300])
    expect(reach.metres[0]).toBe(300)
    expect(reach.within.map((counts) => counts[0])).toEqual([1, 1])
  })

  test('two places on one street between two junctions are as far apart as the street says', () => {
    const town = gridTown().street([0, 0], [1, 0]).facility([0.25, 0]).people([0.75, 0], 1).people([0.1, 0], 2)
    expect([...reachOf(town, []).metres]).toEqual([50, 15])
  })

  test('the other way round is taken where the street between is the longer one', () => {
    // A bent street of 800 m between two corners that are 100 m apart.
    const town = gridTown().street([0, 0], [0, 3.5]).street([0, 3.5], [1, 3.5]).street([1, 3.5], [1, 0]).street([0, 0], [1, 0]).facility([0, 0.5]).people([1, 0.5], 1)
    expect(reachOf(town, []).metres[0]).toBe(200)
  })

  test('the stretch beside the street is charged at both ends', () => {
    const town = gridTown().street([0, 0], [10, 0]).facility([2, 0.2]).people([5, -0.3], 1)
    const reach = reachOf(town, [])
    expect(reach.metres[0]).toBeCloseTo(350, 2)
    expect(reach.snapMetres[0]).toBeCloseTo(30, 2)
    expect(reach.siteSnapMetres[0]).toBeCloseTo(20, 2)
  })

  test('a point or a facility over 100 m from any street is said and not used', () => {
    const town = gridTown().street([0, 0], [10, 0]).facility([2, 0]).facility([3, 1.01]).people([5, 1.01], 1).people([5, 0.99], 2)
    const reach = reachOf(town, [1000])
    expect([...reach.excluded]).toEqual([1, 0])
    expect([...reach.siteExcluded]).toEqual([0, 1])
    expect(reach.snapMetres[0]).toBeCloseTo(101, 1)
    expect(reach.nearest[0]).toBe(-1)
    expect(reach.within[0][1]).toBe(1)
  })

  test('a dead end is walked into and out of, past its end there is nothing', () => {
    const town = gridTown().street([0, 0], [10, 0]).street([5, 0], [5, 3]).facility([5, 3]).people([5, 1], 1).people([0, 0], 2).people([5, 3.5], 4)
    expect([...reachOf(town, []).metres]).toEqual([200, 800, expect.closeTo(50, 2)])
  })

  test('a ring is walked the shorter way round', () => {
    const ring = gridTown().street([0, 0], [3, 0]).street([3, 0], [3, 3]).street([3, 3], [0, 3]).street([0, 3], [0, 0])
    const town = ring.facility([0, 1]).people([3, 0], 1).people([3, 3], 2).people([3, 2], 4).people([0, 2], 8)
    expect([...reachOf(town, []).metres]).toEqual([400, 500, 600, 100])
  })

  test('a ring road that hangs on a street by one corner is walked too', () => {
    const town = gridTown().street([0, 0], [10, 0]).street([10, 0], [12, 0]).street([12, 0], [12, 2]).street([12, 2], [10, 2]).street([10, 2], [10, 0])
    expect([...reachOf(town.facility([12, 1]).people([10, 1], 1).people([5, 0], 2), []).metres]).toEqual([400, 800])
  })

  test('an island is reported and nobody is put on it', () => {
    const town = gridTown()
    for (let row = 0; row < 15; row++) town.street([0, row], [15, row]).street([row, 0], [row, 14])
    town.street([20, 5], [20.5, 5]).facility([15, 5]).people([20.2, 5], 1).people([11, 5], 2)
    const network = town.network()
    expect([...network.componentIsland]).toEqual([0, 1])
    expect([...reachOf(town, []).excluded]).toEqual([1, 0])
  })

  test('of two facilities at the same distance the first is the nearest, and both count', () => {
    const town = gridTown().street([0, 0], [10, 0]).facility([7, 0]).facility([3, 0]).facility([3, 0]).people([5, 0], 1)
    const reach = reachOf(town, [200])
    expect(reach.nearest[0]).toBe(0)
    expect(reach.within[0][0]).toBe(3)
  })

  test('a facility across the boundary serves; how far the nearest is asked for can be limited', () => {
    const town = gridTown().street([0, 0], [90, 0]).facility([90, 0]).people([0, 0], 1)
    expect(reachOf(town, [720]).metres[0]).toBe(9000)
    expect(reachOf(town, [720], { maxM: 8999.999 }).nearest[0]).toBe(-1)
    expect(reachOf(town, [720], { maxM: 9000 }).nearest[0]).toBe(0)
  })

  test('steps cost more and a crossing takes its seconds once, where the user says so', () => {
    const town = gridTown().street([0, 0], [2, 0]).steps([2, 0], [3, 0]).crossing([3, 0], [5, 0]).street([5, 0], [6, 0]).facility([0, 0]).people([6, 0], 1).people([4, 0], 2)
    expect([...reachOf(town, []).metres]).toEqual([600, 400])
    expect([...reachOf(town, [], { stepsPenalty: 2 }).metres]).toEqual([700, 500])
    // 30 s at 0.8 m/s are 24 m; half-way over the crossing half of them have passed.
    expect([...reachOf(town, [], { crossingDelayS: 30 }).metres]).toEqual([624, 412])
    expect([...reachOf(town, [], { crossingDelayS: 30, speed: 1, stepsPenalty: 1.5 }).metres]).toEqual([680, 465])
  })

  test('unknown places, an empty network and an empty list are nobody, never an error', () => {
    const town = gridTown().street([0, 0], [3, 0]).facility([NaN, 0]).facility([1, 0]).people([NaN, NaN], 1).people([2, 0], 2)
    const reach = reachOf(town, [500, NaN, -1, Infinity])
    expect([...reach.nearest]).toEqual([-1, 1])
    expect(reach.within.map((counts) => town.reached(counts))).toEqual([2, 0, 0, 2])
    expect(reach.snapMetres[0]).toBeNaN()
    const nowhere = gridTown().facility([1, 0]).people([2, 0], 2)
    expect([...reachOf(nowhere, [500]).excluded]).toEqual([1])
    expect(reachOf(gridTown().street([0, 0], [1, 0]), [500]).nearest).toHaveLength(0)
  })
})

describe('a point between two streets', () => {
  test('is ambiguous where changing the street is a long way, and not at an ordinary corner', () => {
    const canal = gridTown().street([0, 0], [9, 0]).street([0, 0.4], [9, 0.4]).street([9, 0], [9, 0.4]).facility([0, 0])
    expect([...reachOf(canal.people([1, 0.21], 1).people([1, 0.05], 2), []).ambiguous]).toEqual([1, 0])
    const corner = gridTown().street([0, 0], [9, 0]).street([5, 0], [5, 5]).facility([0, 0]).people([5.1, 0.1], 1)
    expect([...reachOf(corner, []).ambiguous]).toEqual([0])
  })
})

describe('against the slow twin', () => {
  const limits = [300, 720, 1500]
  test('every distance, count and nearest facility is that of Dijkstra over every vertex, to the millimetre', () => {
    let reachedPairs = 0
    fc.assert(
      fc.property(randomTown({ demand: 10, sites: 6 }), ({ graph, demand, sites }) => {
        const network = walkNetworkOf(graph)
        const index = edgeIndexOf(network)
        const every = bruteWalk(graph, index.snap(demand), index.snap(sites))
        const reach = walkReach(network, demand, sites, limits)
        every.forEach((row, i) => {
          const least = Math.min(Infinity, ...row)
          expect(reach.nearest[i]).toBe(least < Infinity ? row.indexOf(least) : -1)
          expect(reach.metres[i]).toBe(least < Infinity ? least / 1000 : NaN)
          expect(limits.map((_, l) => reach.within[l][i])).toEqual(limits.map((limit) => row.filter((mm) => mm <= limit * 1000).length))
          if (least < Infinity) reachedPairs++
        })
        const pairs: string[] = []
        eachWalkWithin(network, demand, sites, 720, (i, j, metres) => pairs.push(`${i} ${j} ${metres}`))
        expect(pairs.sort()).toEqual(every.flatMap((row, i) => row.flatMap((mm, j) => (mm <= 720_000 ? [`${i} ${j} ${mm / 1000}`] : []))).sort())
      }),
      { numRuns: 400 },
    )
    expect(reachedPairs).toBeGreaterThan(500)
  })

  test('several gates are the least of their ways', () => {
    fc.assert(
      fc.property(randomTown({ demand: 9, sites: 6 }, { demand: 9, sites: 0 }), ({ graph, demand: gates, sites }) => {
        const network = walkNetworkOf(graph)
        const each = walkReach(network, gates, sites, limits)
        const every = bruteWalk(graph, edgeIndexOf(network).snap(gates), edgeIndexOf(network).snap(sites))
        // Points 0, 1, 2 have 4, 0 and 5 gates; point 1 is where gate 8 is.
        const demand = { lng: Float64Array.of(NaN, gates.lng[8], NaN), lat: Float64Array.of(NaN, gates.lat[8], NaN), accessPoints: { ...gates, first: Int32Array.of(0, 4, 4, 9) } }
        const reach = walkReach(network, demand, sites, limits)
        const groups = [[0, 1, 2, 3], [8], [4, 5, 6, 7, 8]]
        groups.forEach((group, i) => {
          const least = Math.min(Infinity, ...group.map((gate) => each.metres[gate]).filter((metres) => !Number.isNaN(metres)))
          expect(reach.metres[i]).toBe(least < Infinity ? least : NaN)
          expect(limits.map((_, l) => reach.within[l][i])).toEqual(limits.map((limit) => every[0].filter((_, j) => group.some((gate) => every[gate][j] <= limit * 1000)).length))
        })
      }),
      { numRuns: 150 },
    )
  })
})

describe('always', () => {
  test('more metres, one more facility or a greater speed never reach fewer', () => {
    fc.assert(
      fc.property(randomTown({ demand: 10, sites: 6 }, { demand: 0, sites: 2 }), fc.integer({ min: 0, max: 1500 }), fc.integer({ min: 0, max: 500 }), ({ graph, demand, sites }, metres, more) => {
        const network = walkNetworkOf(graph)
        const fewer = { lng: sites.lng.slice(1), lat: sites.lat.slice(1) }
        const [narrow, wide] = walkReach(network, demand, sites, [metres, metres + more]).within
        const [without] = walkReach(network, demand, fewer, [metres]).within
        // 15 minutes with 20 s lost at each crossing.
        const slow = walkReach(network, demand, sites, [0.64 * 900], { speed: 0.64, crossingDelayS: 20 }).within[0]
        const fast = walkReach(network, demand, sites, [1.2 * 900], { speed: 1.2, crossingDelayS: 20 }).within[0]
        for (let i = 0; i < narrow.length; i++) {
          expect(wide[i]).toBeGreaterThanOrEqual(narrow[i])
          expect(narrow[i]).toBeGreaterThanOrEqual(without[i])
          expect(fast[i]).toBeGreaterThanOrEqual(slow[i])
        }
      }),
      { numRuns: 100 },
    )
  })

  test('no walk is shorter than the straight line, so the walk lies within the circle', () => {
    fc.assert(
      fc.property(randomTown({ demand: 10, sites: 6 }), ({ graph, demand, sites }) => {
        const network = walkNetworkOf(graph)
        const reach = walkReach(network, demand, sites, [720])
        const circle = circleReach(demand, sites, [720.002])
        for (let i = 0; i < reach.nearest.length; i++) {
          expect(circle.within[0][i]).toBeGreaterThanOrEqual(reach.within[0][i])
          if (reach.nearest[i] >= 0) expect(reach.metres[i] + 0.002).toBeGreaterThan(metresBetween(demand.lng[i], demand.lat[i], sites.lng[reach.nearest[i]], sites.lat[reach.nearest[i]]))
        }
      }),
      { numRuns: 150 },
    )
  })

  test('the order of the pieces and vertices does not show', () => {
    fc.assert(
      fc.property(randomTown({ demand: 8, sites: 5 }), ({ graph, demand, sites }) => {
        const last = graph.lng.length - 1
        const turned = { ...graph, lng: graph.lng.slice().reverse(), lat: graph.lat.slice().reverse(), from: graph.from.map((v) => last - v), to: graph.to.map((v) => last - v) }
        expect(walkReach(walkNetworkOf(turned), demand, sites, [720])).toEqual(walkReach(walkNetworkOf(graph), demand, sites, [720]))
      }),
      { numRuns: 100 },
    )
  })
})

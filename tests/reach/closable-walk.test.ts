import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editedStreets } from '../../src/geo/streets/street-edits'
import type { StreetGraph } from '../../src/geo/streets/street-graph'
import { walkNetworkOf } from '../../src/geo/streets/walk-network'
import { closableWalk } from '../../src/reach/closable-walk'
import { walkReach } from '../../src/reach/walk'
import { gridTown, latOf, lngOf } from '../helpers/grid-town'
import { randomTown } from '../helpers/random-streets'

test('a closed piece sends people round the block, and closes nothing behind it to those who live there', () => {
  // Pieces of 100 m: 0 to 9 along the street, then 10 up, 11 to 20 back beside it, 21 down.
  const town = gridTown()
    .street([0, 0], [10, 0])
    .street([10, 0], [10, 1])
    .street([10, 1], [0, 1])
    .street([0, 1], [0, 0])
    .facility([0, 0])
    .people([4, 0], 1)
    .people([8, 0], 2)
  const walk = closableWalk(town.network(), town.demand())
  const set = walk.sites(town.sites(), Infinity)
  expect([...set.metres]).toEqual([400, 800])
  expect([...walk.close([5])!.get(set)!].sort()).toContain(1)
  expect([...set.metres]).toEqual([400, 1400])
  walk.close([1])
  expect([...set.metres]).toEqual([1800, 1400])
  walk.close([])
  expect([...set.metres]).toEqual([400, 800])
})

test('a pocket that is cut off is an island: who lives there enters the next street', () => {
  // A long street, so that four vertices are less than one in a hundred; the pocket hangs on its end by piece 500.
  const town = gridTown()
    .street([0, 0], [500, 0])
    .street([500, 0], [500, 0.5])
    .street([500, 0.5], [498, 0.5])
    .facility([490, 0])
    .people([498, 0.4], 1)
  const walk = closableWalk(town.network(), town.demand())
  const set = walk.sites(town.sites(), Infinity)
  expect(set.metres[0]).toBeCloseTo(10 + 200 + 50 + 1000, 1)
  walk.close([500])
  expect(set.metres[0]).toBeCloseTo(40 + 800, 1)
  walk.close([])
  expect(set.metres[0]).toBeCloseTo(10 + 200 + 50 + 1000, 1)
})

test('sites that come to know the streets while one is closed stand on it as soon as it opens', () => {
  // Two streets 50 m apart, joined at one end; the facility and the people stand at the other end of the first one.
  const town = gridTown().street([0, 0], [9, 0]).street([0, 0.5], [9, 0.5]).street([0, 0], [0, 0.5]).facility([8.8, 0]).people([7, 0], 1)
  const walk = closableWalk(town.network(), town.demand())
  walk.close([8])
  const set = walk.sites(town.sites(), Infinity)
  // Across to the second street, which is nearer than the first one's end, and back by its far end.
  expect(set.metres[0]).toBeCloseTo(50 + 880 + 50 + 700, 0)
  walk.close([])
  expect(set.metres[0]).toBeCloseTo(180, 0)
})

test('two pieces of one chain are not closed in place', () => {
  const town = gridTown().street([0, 0], [10, 0]).facility([0, 0]).people([4, 0], 1)
  expect(closableWalk(town.network(), town.demand()).close([3, 4])).toBeNull()
})

/** The town with a long street beside it, so that what is cut off is an island or not by its length. */
function withLongStreet(graph: StreetGraph, vertices: number): StreetGraph {
  const first = graph.lng.length
  const numbers = Array.from({ length: vertices }, (_, at) => at)
  const joinI = (column: Int32Array, more: number[]) => Int32Array.from([...column, ...more])
  return {
    ...graph,
    lng: Float64Array.from([...graph.lng, ...numbers.map((at) => lngOf(20 + at / 10))]),
    lat: Float64Array.from([...graph.lat, ...numbers.map(() => latOf(20))]),
    from: joinI(graph.from, numbers.map((at) => (at === 0 ? 0 : first + at - 1))),
    to: joinI(graph.to, numbers.map((at) => first + at)),
    mm: joinI(graph.mm, numbers.map((at) => (at === 0 ? 4_000_000 : 10_000))),
    line: joinI(graph.line, numbers.map(() => 0)),
    flags: new Uint8Array(graph.flags.length + vertices),
  }
}

const edit = fc.record({ kind: fc.constantFrom('move', 'remove', 'close', 'close', 'close', 'open'), which: fc.nat(), x: fc.integer({ min: 0, max: 20 }), y: fc.integer({ min: 0, max: 20 }) })

for (const [kind, vertices] of [['the smallest towns', 0], ['towns in which a cut-off street is an island', 600]] as const)
  test(`in ${kind} the nearest and the metres are those of streets that are built anew, whatever closes, opens and moves`, () => {
    let inPlace = 0
    fc.assert(
      fc.property(randomTown({ demand: 14, sites: 6 }, { demand: 5, sites: 1 }), fc.array(edit, { minLength: 1, maxLength: 12, size: 'max' }), fc.constantFrom(Infinity, 900), ({ graph: drawn, demand, sites }, edits, maxM) => {
        const graph = vertices === 0 ? drawn : withLongStreet(drawn, vertices)
        const walk = closableWalk(walkNetworkOf(graph), demand)
        const set = walk.sites(sites, maxM)
        const placed = { lng: sites.lng.slice(), lat: sites.lat.slice() }
        const closed = new Set<number>()
        for (const { kind: what, which, x, y } of edits) {
          const before = { nearest: set.nearest.slice(), metres: set.metres.slice() }
          let changed: readonly number[] = []
          if (what === 'move' || what === 'remove') {
            const site = which % placed.lng.length
            ;[placed.lng[site], placed.lat[site]] = what === 'move' ? [lngOf(x / 2), latOf(y / 2)] : [NaN, NaN]
            changed = set.move(site, placed.lng[site]!, placed.lat[site]!)
          } else {
            const piece = what === 'close' ? which % drawn.from.length : [...closed][which % Math.max(1, closed.size)]
            if (piece === undefined) continue
            if (what === 'close') closed.add(piece)
            else closed.delete(piece)
            const answer = walk.close([...closed])
            if (answer === null) {
              closed.delete(piece)
              continue
            }
            inPlace++
            changed = answer.get(set)!
          }
          const anew = walkReach(walkNetworkOf(editedStreets(graph, { closed: [...closed], links: [] }).graph), demand, placed, [], { maxM })
          expect([...set.nearest]).toEqual([...anew.nearest])
          expect([...set.metres]).toEqual([...anew.metres])
          expect(Array.from(placed.lng, (_, site) => set.isLeftOut(site))).toEqual(Array.from(anew.siteExcluded, (is, site) => is === 1 && !Number.isNaN(placed.lng[site])))
          expect(Array.from(demand.lng, (_, point) => walk.isOffStreets(point))).toEqual(Array.from(anew.excluded, (is) => is === 1))
          set.nearest.forEach((site, point) => {
            if (site !== before.nearest[point] || !Object.is(set.metres[point], before.metres[point])) expect(changed).toContain(point)
          })
        }
      }),
      { numRuns: 120 },
    )
    expect(inPlace).toBeGreaterThan(150)
  })

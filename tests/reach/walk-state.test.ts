import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { editedStreets } from '../../src/geo/streets/street-edits'
import { walkNetworkOf } from '../../src/geo/streets/walk-network'
import { walkReach } from '../../src/reach/walk'
import type { WalkReach } from '../../src/reach/walk'
import { createWalkState } from '../../src/reach/walk-state'
import { gridTown, latOf, lngOf } from '../helpers/grid-town'
import { randomTown } from '../helpers/random-streets'

// Many random towns: longer on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const limits = [300, 720]
const columns = (reach: WalkReach) => ({ ...reach, within: reach.within.map((counts) => [...counts]) })

test('a facility that moves down the street takes its people with it', () => {
  const town = gridTown().street([0, 0], [20, 0]).facility([0, 0]).facility([20, 0]).people([2, 0], 1).people([9, 0], 2).people([18, 0], 4)
  const state = createWalkState(town.network(), town.demand(), town.sites(), [300])
  expect(town.reached(state.reach.within[0])).toBe(5)
  expect([...state.moveSite(0, lngOf(7), latOf(0))].sort()).toEqual([0, 1])
  expect(town.reached(state.reach.within[0])).toBe(6)
  expect([...state.reach.metres]).toEqual([500, 200, 200])
  expect([...state.removeSite(1)]).toEqual([2])
  expect([...state.reach.metres]).toEqual([500, 200, 1100])
  expect(state.addSite(lngOf(2), latOf(0))).toEqual({ site: 2, changed: Int32Array.of(0) })
  expect([...state.reach.nearest]).toEqual([2, 0, 0])
})

test('a far edit changes nothing here', () => {
  const town = gridTown().street([0, 0], [60, 0]).facility([0, 0]).facility([50, 0]).facility([60, 0]).people([2, 0], 1).people([55, 0], 2)
  const state = createWalkState(town.network(), town.demand(), town.sites(), [1000])
  expect([...state.moveSite(2, lngOf(56), latOf(0))]).toEqual([1])
})

test('closing the bridge cuts the other bank off, opening it again gives everything back', () => {
  const town = gridTown().street([0, 0], [10, 0]).street([0, 3], [10, 3]).street([5, 0], [5, 3]).facility([5, 0]).people([5, 3], 1).people([7, 0], 2)
  const state = createWalkState(town.network(), town.demand(), town.sites(), [500])
  const before = structuredClone(columns(state.reach))
  expect(town.reached(state.reach.within[0])).toBe(3)
  // The bridge was drawn last: its three pieces are 20, 21 and 22.
  expect([...state.closeEdge(21)]).toEqual([0])
  expect(town.reached(state.reach.within[0])).toBe(2)
  expect([...state.openEdge(21)]).toEqual([0])
  expect(columns(state.reach)).toEqual(before)
})

test('a gate through a wall brings the street behind it near', () => {
  const town = gridTown().street([0, 0], [9, 0]).street([0, 0.5], [9, 0.5]).street([9, 0], [9, 0.5]).facility([1, 0]).people([1, 0.5], 1)
  const state = createWalkState(town.network(), town.demand(), town.sites(), [500])
  expect(state.reach.metres[0]).toBe(1650)
  const gate = { from: [lngOf(2.5), latOf(0)], to: [lngOf(2.5), latOf(0.5)] } as const
  expect([...state.addLink(gate)]).toEqual([0])
  expect(state.reach.metres[0]).toBeCloseTo(350, 2)
  expect([...state.removeLink(gate)]).toEqual([0])
  expect(state.reach.metres[0]).toBe(1650)
})

const edit = fc.record({ kind: fc.constantFrom('move', 'move', 'move', 'add', 'remove', 'close', 'open', 'link'), which: fc.nat(), x: fc.integer({ min: 0, max: 20 }), y: fc.integer({ min: 0, max: 20 }) })

test('after any edits every number is the one that a full recomputation gives', () => {
  let changes = 0
  fc.assert(
    fc.property(randomTown({ demand: 12, sites: 5 }, { demand: 4, sites: 0 }), fc.array(edit, { minLength: 1, maxLength: 12, size: 'max' }), fc.constantFrom(Infinity, 900), fc.boolean(), ({ graph, demand, sites }, edits, maxM, gated) => {
      const network = walkNetworkOf(graph)
      // In one town of two the first points have two gates each; elsewhere everybody has one way in.
      const people = gated ? { ...demand, accessPoints: { lng: demand.lng.slice(0, 4), lat: demand.lat.slice(0, 4), first: Int32Array.from({ length: demand.lng.length + 1 }, (_, i) => Math.min(4, 2 * i)) } } : demand
      const state = createWalkState(network, people, sites, limits, { maxM })
      const closed = new Set<number>()
      const links: { from: [number, number]; to: [number, number] }[] = []
      const siteLng = [...sites.lng]
      const siteLat = [...sites.lat]
      for (const { kind, which, x, y } of edits) {
        const before = structuredClone(columns(state.reach))
        const [lng, lat] = [lngOf(x / 2), latOf(y / 2)]
        const site = siteLng.length > 0 ? which % siteLng.length : 0
        const piece = which % graph.from.length
        let changed: Int32Array = new Int32Array(0)
        if (kind === 'move' && siteLng.length > 0) [changed, siteLng[site], siteLat[site]] = [state.moveSite(site, lng, lat), lng, lat]
        if (kind === 'remove' && siteLng.length > 0) [changed, siteLng[site], siteLat[site]] = [state.removeSite(site), NaN, NaN]
        if (kind === 'add') {
          changed = state.addSite(lng, lat).changed
          siteLng.push(lng)
          siteLat.push(lat)
        }
        if (kind === 'close') [changed] = [state.closeEdge(piece), closed.add(piece)] as const
        if (kind === 'open') [changed] = [state.openEdge(piece), closed.delete(piece)] as const
        if (kind === 'link') {
          const link: (typeof links)[number] = { from: [lng, lat], to: [lngOf(y / 2), latOf(x / 2)] }
          changed = state.addLink(link)
          links.push(link)
        }
        const streets = closed.size + links.length > 0 ? walkNetworkOf(editedStreets(graph, { closed: [...closed], links }).graph) : network
        const full = columns(walkReach(streets, people, { lng: Float64Array.from(siteLng), lat: Float64Array.from(siteLat) }, limits, { maxM }))
        const now = columns(state.reach)
        expect(now).toEqual(full)
        const differs = [...now.nearest.keys()].filter((i) => now.nearest[i] !== before.nearest[i] || !Object.is(now.metres[i], before.metres[i]) || !Object.is(now.snapMetres[i], before.snapMetres[i]) || now.ambiguous[i] !== before.ambiguous[i] || now.excluded[i] !== before.excluded[i] || now.within.some((counts, l) => counts[i] !== before.within[l][i]))
        expect([...changed].sort((a, b) => a - b)).toEqual(differs)
        changes += differs.length
      }
    }),
    { numRuns: 250 },
  )
  expect(changes).toBeGreaterThan(1000)
})

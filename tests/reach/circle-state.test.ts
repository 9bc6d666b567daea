import fc from 'fast-check'
import { expect, test } from 'vitest'
import { circleReach, nearestWithin } from '../../src/reach/circle'
import { circleState, type Site } from '../../src/reach/circle-state'
import { places } from '../helpers/brute'

/** The sites that live, in the order of their ranks, as circleReach wants them. */
function fromScratch(demand: ReturnType<typeof places>, sites: ReadonlyMap<number, Site>, limits: readonly number[]) {
  const inOrder = [...sites].sort(([, a], [, b]) => a.rank - b.rank)
  const reach = circleReach(demand, places(inOrder.map(([, { lng, lat }]) => [lng, lat] as const)), limits)
  return { nearest: Array.from(reach.nearest, (index) => (index === -1 ? -1 : inOrder[index]![0])), metres: [...reach.metres], within: reach.within.map((counts) => [...counts]) }
}

// Whole thousandths of a degree: many places coincide and many distances tie.
const spot = (size: number, west = 103.8) => fc.tuple(fc.integer({ min: 0, max: size }), fc.integer({ min: 0, max: size })).map(([x, y]): readonly [number, number] => [turned(west + x / 1000), 25.5 + y / 1000])
const turned = (lng: number): number => (lng > 180 ? lng - 360 : lng)
const change = (size: number, west?: number, slots = 7) => fc.record({ slot: fc.nat(slots), what: fc.constantFrom('add', 'move', 'move', 'remove'), at: spot(size, west) })

for (const [extent, size, siteSize, west] of [['a town', 12, 12, 103.8], ['a province', 4000, 4000, 103.8], ['a town, the sites mostly far from it', 12, 3000, 103.8], ['a place on the 180th meridian', 40, 40, 179.98]] as const)
  test(`after any sites came, moved and went in ${extent}, every point has the nearest, the millimetres and the counts of a sweep from scratch`, () => {
    fc.assert(
      fc.property(fc.array(spot(size, west), { minLength: 1, maxLength: 40 }), fc.array(spot(siteSize, west), { maxLength: 24 }), fc.array(change(siteSize, west, 24), { maxLength: 25 }), (points, first, changes) => {
        const demand = places([...points, [NaN, NaN]])
        const limits = [500, 1000]
        const sites = new Map(first.map(([lng, lat], slot): [number, Site] => [slot, { lng, lat, rank: slot }]))
        const state = circleState(demand, [...sites.values()], limits)
        let known = fromScratch(demand, sites, limits)
        for (const { slot, what, at } of changes) {
          const site = { lng: at[0], lat: at[1], rank: slot }
          if (what === 'remove') {
            state.removeSite(slot)
            sites.delete(slot)
          } else {
            if (sites.has(slot)) state.moveSite(slot, site)
            else state.addSite(slot, site)
            sites.set(slot, site)
          }
          const now = fromScratch(demand, sites, limits)
          expect({ nearest: [...state.nearest], metres: [...state.metres], within: state.within.map((counts) => [...counts]) }).toEqual(now)
          const touched = new Set(state.touched())
          now.metres.forEach((metres, point) => {
            const same = Object.is(metres, known.metres[point]) && now.nearest[point] === known.nearest[point] && now.within.every((counts, index) => counts[point] === known.within[index]![point])
            if (!same) expect(touched.has(point)).toBe(true)
          })
          state.settle()
          known = now
        }
      }),
      { numRuns: 100 },
    )
  })

test('with a limit a point has the nearest site within it, and none further away', () => {
  fc.assert(
    fc.property(fc.array(spot(30), { minLength: 1, maxLength: 30 }), fc.array(spot(30), { maxLength: 5 }), fc.array(change(30), { maxLength: 20 }), (points, first, changes) => {
      const demand = places([...points, [NaN, NaN]])
      const sites = new Map(first.map(([lng, lat], slot): [number, Site] => [slot, { lng, lat, rank: slot }]))
      const state = circleState(demand, [...sites.values()], [], 800)
      for (const { slot, what, at } of changes) {
        const site = { lng: at[0], lat: at[1], rank: slot }
        if (what === 'remove') {
          state.removeSite(slot)
          sites.delete(slot)
        } else {
          if (sites.has(slot)) state.moveSite(slot, site)
          else state.addSite(slot, site)
          sites.set(slot, site)
        }
        const inOrder = [...sites].sort(([, a], [, b]) => a.rank - b.rank)
        const now = nearestWithin(demand, places(inOrder.map(([, { lng, lat }]) => [lng, lat] as const)), 800)
        expect({ nearest: [...state.nearest], metres: [...state.metres] }).toEqual({ nearest: Array.from(now.nearest, (index) => (index === -1 ? -1 : inOrder[index]![0])), metres: [...now.metres] })
      }
    }),
    { numRuns: 150 },
  )
})

test('a change on one side of the town leaves the points of the other side untouched', () => {
  const points = Array.from({ length: 400 }, (_, index) => [103.8 + (index % 20) / 200, 25.5 + Math.floor(index / 20) / 200] as const)
  const state = circleState(places(points), Array.from({ length: 25 }, (_, index): Site => ({ lng: 103.8 + (index % 5) / 50, lat: 25.5 + Math.floor(index / 5) / 50, rank: index })))
  state.moveSite(0, { lng: 103.803, lat: 25.503, rank: 0 })
  expect(state.touched().length).toBeGreaterThan(0)
  expect(state.touched().every((point) => points[point]![0] < 103.83 && points[point]![1] < 25.53)).toBe(true)
})

test('on both sides of the 180th meridian the short way counts', () => {
  const state = circleState(places([[179.999, 10], [-179.999, 10]]), [{ lng: -179.99, lat: 10, rank: 0 }])
  state.addSite(1, { lng: 179.9985, lat: 10, rank: 1 })
  expect([...state.nearest]).toEqual([1, 1])
  state.removeSite(1)
  expect([...state.nearest]).toEqual([0, 0])
  expect(state.metres[0]).toBe(circleReach(places([[179.999, 10]]), places([[-179.99, 10]]), []).metres[0])
})

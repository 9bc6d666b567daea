import fc from 'fast-check'
import { expect, test } from 'vitest'
import { degreesAround, gridOf, planeError, planeOf } from '../../src/geo/grid'
import { metresBetween, placeAt } from '../../src/geo/ruler'
import { places } from '../helpers/brute'

const lat = fc.double({ min: -80, max: 80, noNaN: true })
const azimuth = fc.double({ min: 0, max: 360, noNaN: true })

test('every placed point is in one cell, listed by number; unknown ones are in none', () => {
  const grid = gridOf(places([[103, 25], [NaN, 25], [103.1, 25.1], [103, 25], [200, 25]]), 1000)
  expect([...grid.order].sort()).toEqual([0, 2, 3])
  expect(grid.starts[grid.starts.length - 1]).toBe(3)
  const [first, second] = [grid.order.indexOf(0), grid.order.indexOf(3)]
  expect(second).toBe(first + 1)
})

test('the fast ruler is never further off than it says, up to 150 km and 80 degrees', () => {
  fc.assert(
    fc.property(lat, azimuth, fc.oneof(fc.double({ min: 0, max: 2000, noNaN: true }), fc.double({ min: 0, max: 149_000, noNaN: true })), (y, turn, metres) => {
      const there = placeAt(103, y, turn, metres)
      if (Math.abs(there[1]) > 80) return
      const { lng, arc, half } = planeOf(places([[103, y], there]))
      const fast = Math.hypot(((lng[1] as number) - (lng[0] as number)) * ((half[0] as number) + (half[1] as number)), (arc[1] as number) - (arc[0] as number))
      const exact = metresBetween(103, y, ...there)
      expect(Math.abs(fast - exact)).toBeLessThanOrEqual(planeError(Math.max(Math.abs(y), Math.abs(there[1])))(exact))
    }),
    { numRuns: 5000 },
  )
})

test('no place within the metres lies outside the degrees around', () => {
  fc.assert(
    fc.property(fc.double({ min: -89, max: 89, noNaN: true }), azimuth, fc.double({ min: 0, max: 300_000, noNaN: true }), (y, turn, metres) => {
      const there = placeAt(0, y, turn, metres)
      const around = degreesAround(metres, Math.abs(y))
      expect(Math.abs(there[1] - y)).toBeLessThanOrEqual(around.lat)
      expect(Math.abs(there[0])).toBeLessThanOrEqual(around.lng)
    }),
    { numRuns: 3000 },
  )
})

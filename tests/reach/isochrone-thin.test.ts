import fc from 'fast-check'
import { expect, test } from 'vitest'
import { thinned } from '../../src/reach/isochrone-thin'

const flat = (corners: readonly (readonly [number, number])[]): Float64Array => Float64Array.from(corners.flat())
const pairs = (ring: Float64Array): [number, number][] => Array.from({ length: ring.length / 2 }, (_, k) => [ring[2 * k], ring[2 * k + 1]])

test('corners on the way are left out, those of the shape stay', () => {
  const square = [[0, 0], [10, 0], [20, 0.5], [40, 0], [40, 40], [20, 39], [0, 40], [0, 20]] as const
  expect(pairs(thinned(flat(square), square.length, 2))).toEqual([[0, 0], [40, 0], [40, 40], [0, 40]])
})

test('a thin spike that turns back on its own way keeps its end', () => {
  const spike = [[0, 0], [50, 0], [100, 0.2], [50, 0.4], [0, 30]] as const
  expect(pairs(thinned(flat(spike), spike.length, 1))).toContainEqual([100, 0.2])
})

test('no corner left out lies further than the tolerance from the line that replaces it, and those kept stand in their order', () => {
  const corner = fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 }))
  fc.assert(
    fc.property(fc.array(corner, { minLength: 1, maxLength: 60 }), fc.integer({ min: 1, max: 20 }), (steps, tolerance) => {
      // Short steps, no two at one place, so that many corners lie nearly on a line.
      const corners = steps.map(([x, y], k) => [k * 3 + x / 150, y / 30 + (k % 7)] as const)
      const kept = pairs(thinned(flat(corners), corners.length, tolerance))
      let line = -1
      for (const [x, y] of corners) {
        if (line + 1 < kept.length && kept[line + 1][0] === x && kept[line + 1][1] === y) {
          line++
          continue
        }
        const [[ax, ay], [bx, by]] = [kept[line], kept[(line + 1) % kept.length]]
        const square = (bx - ax) ** 2 + (by - ay) ** 2
        const share = square > 0 ? Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / square)) : 0
        expect(Math.hypot(x - ax - share * (bx - ax), y - ay - share * (by - ay))).toBeLessThan(tolerance + 1e-9)
      }
      expect(line).toBe(kept.length - 1)
    }),
    { numRuns: 500 },
  )
})

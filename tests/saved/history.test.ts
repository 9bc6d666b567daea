import fc from 'fast-check'
import { expect, test } from 'vitest'
import { thinned } from '../../src/saved/history'

const minute = 60_000
const now = Date.UTC(2026, 10, 21, 12)
const ago = (...minutes: readonly number[]): number[] => minutes.map((each) => now - each * minute)

test('of the last quarter of an hour every minute stays, of three hours every ten minutes, of two days every hour, of thirty days every day', () => {
  expect(thinned(ago(5, 4, 3, 2, 1, 0), now)).toEqual([])
  // 10:55, 10:57 and 10:59 share ten minutes: the first stays.
  expect(thinned(ago(65, 63, 61, 0), now)).toEqual(ago(63, 61))
  expect(thinned(ago(60 * 20 + 50, 60 * 20 + 10, 0), now)).toEqual(ago(60 * 20 + 10))
  expect(thinned(ago(60 * 24 * 10 + 300, 60 * 24 * 10, 0), now)).toEqual(ago(60 * 24 * 10))
})

test('what is older than thirty days goes; the newest stays whatever its age', () => {
  expect(thinned(ago(60 * 24 * 31, 0), now)).toEqual(ago(60 * 24 * 31))
  expect(thinned(ago(60 * 24 * 400), now)).toEqual([])
})

test('law: thinning twice takes nothing more, the newest always stays, and fewer than three hundred are ever left', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 60 * 24 * 40 }), { maxLength: 400 }), (minutes) => {
      const times = [...new Set(ago(...minutes))].sort((a, b) => a - b)
      const gone = new Set(thinned(times, now))
      const left = times.filter((time) => !gone.has(time))
      expect(thinned(left, now)).toEqual([])
      expect(left.at(-1)).toBe(times.at(-1))
      expect(left.length).toBeLessThan(300)
      // A day that had an entry within the thirty still has one.
      const days = (all: readonly number[]) => new Set(all.filter((time) => now - time <= 30 * 24 * 60 * minute).map((time) => Math.floor(time / (24 * 60 * minute))))
      expect(days(left)).toEqual(days(times))
    }),
    { numRuns: 200, seed: 7 },
  )
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { largestRemainders } from '../../src/indicators/allocation'
import { area, fact, judged, type Town } from '../helpers/town'

const ids = (weights: readonly number[]) => weights.map((_, index) => `d${index}`)
const sum = (values: readonly number[]) => values.reduce((total, value) => total + Math.round(value * 100), 0) / 100

/** The definition, in whole hundredths: everybody's whole steps, then one step each to the largest remainders, the rest to the largest of all. */
function byDefinition(whole: number, weights: readonly number[], step: number): number[] {
  const all = BigInt(weights.reduce((total, weight) => total + weight, 0))
  const cents = BigInt(Math.round(whole * 100))
  const stepCents = BigInt(Math.round(step * 100))
  const due = weights.map((weight) => ((cents * BigInt(weight)) / (all * stepCents)) * stepCents)
  const rest = weights.map((weight, index) => cents * BigInt(weight) - due[index]! * all)
  const order = weights.map((_, index) => index).sort((a, b) => (rest[b]! > rest[a]! ? 1 : rest[b]! < rest[a]! ? -1 : a - b))
  let left = cents - due.reduce((total, part) => total + part, 0n)
  for (const index of order) {
    if (left < stepCents) break
    due[index]! += stepCents
    left -= stepCents
  }
  due[order[0]!]! += left
  return due.map((part) => Number(part) / 100)
}

describe('largest remainders', () => {
  test('100 yuan by 1:1:1 are 34, 33, 33: the tie goes to the first', () => {
    expect(largestRemainders(100, [1, 1, 1], 1, ['a', 'b', 'c'])).toEqual([34, 33, 33])
    expect(largestRemainders(100, [1, 1, 1], 1, ['c', 'b', 'a'])).toEqual([33, 33, 34])
    expect(largestRemainders(100, [1, 1, 1], 0.01, ['a', 'b', 'c'])).toEqual([33.34, 33.33, 33.33])
  })

  test('500,000 yuan by 1:2 in wan-yuan are 170,000 and 330,000', () => {
    expect(largestRemainders(500_000, [1, 2], 10_000, ['a', 'b'])).toEqual([170_000, 330_000])
  })

  test('the parts are exactly the whole under every rounding, and what the definition says', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 9 }).filter((list) => list.some((weight) => weight > 0))
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900_000_000 }), weights, fc.constantFrom(1, 0.01, 10_000), (cents, list, step) => {
        const parts = largestRemainders(cents / 100, list, step, ids(list))
        expect(sum(parts)).toBe(cents / 100)
        expect(parts).toEqual(byDefinition(cents / 100, list, step))
      }),
      { numRuns: 400 },
    )
  })
})

describe('the allocation of the lottery fund by persons (XM-03)', () => {
  const town = (allocated: readonly (number | null)[], total: number | null = 300): Town => ({
    areas: [area('city', 'city'), ...allocated.map((_, index) => area('ABC'[index]!, 'county', 'city'))],
    facts: [...(total === null ? [] : [fact('area', 'city', 'lottery-allocation-total', total, '2022')]), ...allocated.flatMap((value, index) => [fact('area', 'ABC'[index]!, 'guarantee-persons', 10, '2022'), ...(value === null ? [] : [fact('area', 'ABC'[index]!, 'lottery-allocated', value, '2022')])])],
  })

  test('100 each of 300: met; one yuan beside is within a step while the sum is the total; two are not', () => {
    expect(judged('XM-03', town([100, 100, 100]))).toMatchObject({ state: 'met', numerator: 3, denominator: 3, value: 0 })
    expect(judged('XM-03', town([101, 99, 100])).state).toBe('met')
    expect(judged('XM-03', town([102, 98, 100]))).toMatchObject({ state: 'unmet', numerator: 1, denominator: 3, value: 2, shortfallOfUnits: 4 })
  })

  test('each within a step but the sum not the total: unmet, and said', () => {
    expect(judged('XM-03', town([101, 100, 100]))).toMatchObject({ state: 'unmet', why: [{ code: 'sum-differs', detail: '301 / 300' }] })
  })

  test('a district without a figure, or no total: no-data; a wrong one beside it is unmet all the same', () => {
    expect(judged('XM-03', town([100, 100, null]))).toMatchObject({ state: 'no-data', numerator: 2, denominator: 2 })
    expect(judged('XM-03', town([100, 100, 100], null)).state).toBe('no-data')
    expect(judged('XM-03', town([150, 100, null])).state).toBe('unmet')
  })

  test('a zone is no district of its own here', () => {
    const given = town([150, 150, null])
    const zoned = { ...given, areas: given.areas!.map((unit) => (unit.id === 'C' ? { ...unit, zone: true } : unit)) }
    expect(judged('XM-03', zoned)).toMatchObject({ state: 'met', denominator: 2, excluded: [{ id: 'C', why: 'functional-zone' }] })
  })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupSum } from '../../src/indicators/group-sum'

test('three numbers sum to what they are together, and to what is left when one of them goes', () => {
  const sum = groupSum(3)
  ;[1, 2, 4].forEach((value, group) => sum.set(group, value))
  expect(sum.sum()).toBe(7)
  sum.set(1, 0)
  expect([sum.sum(), sum.at(1)]).toEqual([5, 0])
})

test('the sum of no groups is nothing', () => {
  expect(groupSum(0).sum()).toBe(0)
})

test('parts of people give the same bytes in whatever order they were written and changed', () => {
  const part = fc.double({ min: 0, max: 1e6, noNaN: true })
  fc.assert(
    fc.property(
      fc.array(part, { minLength: 1, maxLength: 700 }),
      fc.array(fc.tuple(fc.nat(699), part, fc.boolean()), { maxLength: 60 }),
      (first, changes) => {
        const values = first.slice()
        const kept = groupSum(values.length)
        values.forEach((value, group) => kept.set(group, value))
        for (const [at, value, asksNow] of changes) {
          const group = at % values.length
          values[group] = value
          kept.set(group, value)
          if (asksNow) kept.sum()
        }
        const anew = groupSum(values.length)
        for (let group = values.length - 1; group >= 0; group--) anew.set(group, values[group]!)
        expect(Object.is(kept.sum(), anew.sum())).toBe(true)
        expect(kept.sum()).toBeCloseTo(
          values.reduce((sum, value) => sum + value, 0),
          3,
        )
      },
    ),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { apartOf } from '../../src/compute/apart'
import { differenceOf } from '../../src/indicators/difference/difference'
import { createLive } from '../../src/indicators/live/live'
import { shippedPacks } from '../../src/policy/shipped'
import { applyEdit } from '../../src/scenario/edit'
import { randomEdit, smallTown } from '../helpers/random-edits'
import { randomFrom } from '../helpers/random'
import { result, unit } from '../helpers/tiny-study'

test('of two judgings stay the clauses that were judged anew, with the units that are no longer what they were', () => {
  const same = result({ clause: 'A', units: [unit('x')] })
  const before = result({ clause: 'B', units: [unit('x'), unit('y'), unit('gone')] })
  const after = { ...before, units: [unit('x'), unit('y', { state: 'unmet' }), unit('new')] }
  const apart = apartOf([same, before], [same, after])
  expect(apart.before.map(({ clause, units }) => [clause, units.map(({ id }) => id)])).toEqual([['B', ['y', 'gone']]])
  expect(apart.after.map(({ clause, units }) => [clause, units.map(({ id }) => id)])).toEqual([['B', ['y', 'new']]])
  expect(apartOf([same], [same])).toEqual({ before: [], after: [] })
})

test('lists of other clauses are left whole', () => {
  const [a, b] = [result({ clause: 'A' }), result({ clause: 'B' })]
  expect(apartOf([a], [b])).toEqual({ before: [a], after: [b] })
})

test('law: the difference of what is apart is the difference of the whole, whatever was edited', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
      const random = randomFrom(seed)
      const base = smallTown()
      const live = createLive(base, shippedPacks, {})
      let study = base
      for (let step = 0; step < 6; step++) {
        const before = live.results()
        const next = applyEdit(study, { ...randomEdit(random), id: `s1.${step}` } as Parameters<typeof applyEdit>[1]).study
        const { results } = live.to(next)
        const apart = apartOf(before, results)
        expect(differenceOf(apart.before, study, apart.after, next)).toEqual(differenceOf(before, study, results, next))
        study = next
      }
    }),
    { numRuns: 40 },
  )
})

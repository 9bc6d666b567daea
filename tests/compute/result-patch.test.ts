import { describe, expect, test } from 'vitest'
import { patchOf, patched } from '../../src/compute/result-patch'
import { createLive } from '../../src/indicators/live/live'
import { shippedPacks } from '../../src/policy/shipped'
import { newScenario, perform } from '../../src/scenario/scenario'
import { studyUnder } from '../../src/scenario/study-under'
import { randomEdit, smallTown } from '../helpers/random-edits'
import { randomFrom } from '../helpers/random'

describe('what differs between two answers', () => {
  for (const seed of [1, 2, 3])
    test(`makes the second of the first to the byte, along a plan (seed ${seed})`, () => {
      const random = randomFrom(seed)
      const town = smallTown()
      const live = createLive(town, shippedPacks)
      let plan = newScenario([], { name: 'A' })
      let before = live.results()
      let held = structuredClone(before)
      for (let step = 0; step < 25; step++) {
        plan = perform(plan, randomEdit(random))
        const { results } = live.to(studyUnder(town, plan))
        held = [...patched(held, structuredClone(patchOf(before, results) ?? []))]
        expect(JSON.stringify(held)).toBe(JSON.stringify(results))
        before = results
      }
    })

  test('tells one unit where one changed, and leaves the rest the very objects that they were', () => {
    const unit = (id: string, value: number) => ({ id, name: id, state: 'met' as const, numerator: value, denominator: 1, value, shortfall: 0, why: [] })
    const result = (value: number, others: readonly ReturnType<typeof unit>[]) => ({ ...live.results()[0]!, value, units: [unit('a', value), ...others] })
    const live = createLive(smallTown(), shippedPacks)
    const others = [unit('b', 1), unit('c', 1)]
    const [before, after] = [[result(1, others)], [result(2, others)]]
    const patches = patchOf(before, after)!
    expect(patches[0]!.units).toEqual([[0, unit('a', 2)]])
    const made = patched(before, patches)
    expect(made).toEqual(after)
    expect(made[0]!.units[1]).toBe(others[0])
  })

  test('is nothing between an answer and itself, and cannot be said of other clauses', () => {
    const results = createLive(smallTown(), shippedPacks).results()
    expect(patchOf(results, results)).toEqual([])
    expect(patchOf(results, results.slice(1))).toBeNull()
    expect(patchOf(results, [...results.slice(1), results[0]!])).toBeNull()
  })
})

/**
 * 200 plans of 200 edits each, drawn by chance, half of them on streets and on foot: following them is judging from nothing, byte for byte. It is
 * judged from nothing after the 100th edit and at the end; all undone is the base, all redone the end. Two test files share them, so that two cores can.
 */
import { describe, expect, test, vi } from 'vitest'
import { judge } from '../../src/indicators/judge'
import { createLive } from '../../src/indicators/live/live'
import type { Options, Study } from '../../src/model/study'
import { shippedPacks } from '../../src/policy/shipped'
import { newScenario, perform, redo, undo, type Scenario } from '../../src/scenario/scenario'
import { studyUnder } from '../../src/scenario/study-under'
import { randomFrom } from './random'
import { randomEdit, smallTown } from './random-edits'
import { withLattice } from './random-walk-town'

const [plans, edits, every, together] = [200, 200, 100, 10]

/** Odd seeds walk, even ones count by the circle. */
export function followLongPlans(way: 'on foot' | 'by circle'): void {
  vi.setConfig({ testTimeout: 600_000 })
  const onFoot = way === 'on foot'
  describe(`a plan of 200 edits in a small town that is followed edit by edit, ${way}`, () => {
    for (let first = 1; first <= plans; first += together)
      test(`is what judging from nothing says after 100 edits and at the end, there and back (seeds ${first} to ${first + together - 1})`, () => {
        for (let seed = first; seed < first + together; seed++) if ((seed % 2 === 1) === onFoot) followed(seed, onFoot)
      })
  })
}

function followed(seed: number, onFoot: boolean): void {
  const random = randomFrom(seed)
  const base = onFoot ? withLattice(smallTown(), random) : smallTown()
  const options: Options = onFoot ? { reachModel: 'walk' } : {}
  const live = createLive(base, shippedPacks, options)
  const atBase = JSON.stringify(live.results())
  let plan: Scenario = newScenario([], { name: 'A' })
  for (let edit = 1; edit <= edits; edit++) {
    plan = perform(plan, randomEdit(random))
    const { results } = live.to(studyUnder(base, plan))
    if (edit % every === 0) expectSame(results, studyUnder(base, plan), options, `seed ${seed}, edit ${edit}`)
  }
  const atEnd = JSON.stringify(live.results())
  plan = stepped(plan, undo)
  expect(JSON.stringify(live.to(studyUnder(base, plan)).results) === atBase, `seed ${seed}: all undone is the base`).toBe(true)
  plan = stepped(plan, redo)
  expect(JSON.stringify(live.to(studyUnder(base, plan)).results) === atEnd, `seed ${seed}: all redone is the end`).toBe(true)
}

function stepped(plan: Scenario, step: (plan: Scenario) => Scenario): Scenario {
  let at = plan
  for (let next = step(at); next !== at; next = step(at)) at = next
  return at
}

function expectSame(results: readonly unknown[], study: Study, options: Options, words: string): void {
  const apart = judge(study, shippedPacks, options).find((result, at) => JSON.stringify(result) !== JSON.stringify(results[at]))
  expect(apart?.clause, words).toBeUndefined()
}

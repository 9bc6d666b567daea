import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { judge } from '../../../src/indicators/judge'
import { createLive } from '../../../src/indicators/live/live'
import type { Options, Study } from '../../../src/model/study'
import { shippedPacks } from '../../../src/policy/shipped'
import type { EditDraft } from '../../../src/scenario/edit'
import { newScenario, perform, redo, undo, type Scenario } from '../../../src/scenario/scenario'
import { studyUnder } from '../../../src/scenario/study-under'
import { randomEdit, smallTown } from '../../helpers/random-edits'
import { randomFrom } from '../../helpers/random'
import { randomOptions, randomTown } from '../../helpers/random-town'
import { withLattice } from '../../helpers/random-walk-town'
import { area, compound, facility, studyOf } from '../../helpers/town'
import { editOf, streetEdit } from '../../helpers/town-edits'

vi.setConfig({ testTimeout: 120_000 })

/** The first result that is not, byte for byte, what judging from nothing gives. */
function firstApart(live: readonly unknown[], study: Study, options: Options): unknown {
  const full = judge(study, shippedPacks, options)
  const at = full.findIndex((result, index) => JSON.stringify(result) !== JSON.stringify(live[index]))
  return at === -1 ? null : { live: live[at], full: full[at] }
}

/** Follows a plan through steps, back and forth, and holds every answer against a full one. */
function followed(base: Study, steps: readonly ('edit' | 'undo' | 'redo')[], draft: () => EditDraft, options: Options): void {
  const live = createLive(base, shippedPacks, options)
  expect(firstApart(live.results(), base, options)).toBeNull()
  let plan: Scenario = newScenario([], { name: 'A' })
  let before = live.results()
  for (const step of steps) {
    plan = step === 'edit' ? perform(plan, draft()) : step === 'undo' ? undo(plan) : redo(plan)
    const study = studyUnder(base, plan)
    const { results, changed } = live.to(study)
    expect(firstApart(results, study, options), `${step} ${JSON.stringify(plan.edits[plan.done - 1])}`).toBeNull()
    results.forEach((result, index) => expect(result === before[index] || changed.includes(result.clause)).toBe(true))
    before = results
  }
}

const stepsOf = (random: () => number, count: number) => Array.from({ length: count }, () => (['edit', 'edit', 'edit', 'undo', 'undo', 'redo'] as const)[Math.floor(random() * 6)]!)

describe('judging what changed gives the bytes of judging everything', () => {
  for (const seed of [1, 2, 3, 4])
    test(`along a plan of the small town, undone and redone (seed ${seed})`, () => {
      const random = randomFrom(seed)
      followed(smallTown(), stepsOf(random, 60), () => randomEdit(random), {})
    })

  test('in towns, under readings and along plans drawn by chance', () => {
    fc.assert(
      fc.property(randomTown, randomOptions, fc.integer({ min: 1, max: 1e6 }), (town, options, seed) => {
        const random = randomFrom(seed)
        followed(studyOf(town), stepsOf(random, 8), () => editOf(random), { ...options, reachModel: 'circle' })
      }),
      { numRuns: 25 },
    )
  })

  for (const reachModel of ['circle', 'walk'])
    test(`on streets, the ${reachModel} with the other way beside it`, () => {
      fc.assert(
        fc.property(randomTown, randomOptions, fc.integer({ min: 1, max: 1e6 }), (town, options, seed) => {
          const random = randomFrom(seed)
            followed(withLattice(studyOf(town), random), stepsOf(random, 8), () => (random() < 0.2 ? streetEdit(random) : editOf(random)), { ...options, reachModel })
        }),
        { numRuns: 12 },
      )
    })
})

describe('only what a change touches is judged again', () => {
  const town = studyOf({
    areas: [area('K', 'county'), area('s', 'subdistrict', 'K'), area('c1', 'community', 's'), area('c2', 'community', 's')],
    facilities: [facility('F', 'COMM', 'community', 'c1', { at: [103, 25], floorAreaM2: 100 }), facility('G', 'COMM', 'community', 'c2', { at: [103.02, 25] })],
    compounds: [compound('A', { area: 'c1', households: 500, careAreaM2: 60, age: 'old' })],
    people: [{ id: 'p1', at: [103.001, 25], area: 'c1', elders60: 10 }, { id: 'p2', at: [103.021, 25], area: 'c2', elders60: 20 }],
  })

  test('a facility that moves within its unit leaves every clause alone but those that measure how far people are', () => {
    const live = createLive(town, shippedPacks)
    const { changed } = live.to(studyUnder(town, perform(newScenario([], { name: 'A' }), { type: 'move-facility', facility: 'F', to: [103.03, 25] })))
    expect([...changed].sort()).toEqual(['CQ-05c', 'QJ-16', 'XM-01', 'XM-02'])
    const circle = live.results().find(({ clause }) => clause === 'QJ-16')!
    expect([circle.numerator, circle.denominator]).toEqual([20, 30])
  })

  test('the units that the facility does not serve keep the very objects of their answers', () => {
    const live = createLive(town, shippedPacks)
    const before = live.results().find(({ clause }) => clause === 'QJ-16')!.units
    live.to(studyUnder(town, perform(newScenario([], { name: 'A' }), { type: 'move-facility', facility: 'F', to: [103.0005, 25] })))
    const after = live.results().find(({ clause }) => clause === 'QJ-16')!.units
    expect(after.map((unit, index) => unit === before[index])).toEqual([false, true])
  })

  test('households that change judge again their compound and those of its pool, and no other', () => {
    const estate = studyOf({ areas: [area('K', 'county')], compounds: ['A', 'B', 'C', 'D'].map((id) => compound(id, { households: 1000, careAreaM2: 200, age: 'new', pool: id < 'C' ? 'p' : null })) })
    const live = createLive(estate, shippedPacks)
    const unitsNow = () => live.results().find(({ clause }) => clause === 'QJ-13')!.units
    const before = unitsNow()
    live.to(studyUnder(estate, perform(newScenario([], { name: 'A' }), { type: 'set-households', of: { kind: 'compound', id: 'A' }, households: 600 })))
    expect(unitsNow().map((unit, index) => unit === before[index])).toEqual([false, false, true, true])
    // 400 m² for 1600 households that owe 25 m² per hundred.
    expect(unitsNow()[0]!.value).toBe(25)
    expect(unitsNow().map(({ state }) => state)).toEqual(['met', 'met', 'unmet', 'unmet'])
  })

  test('a room that two compounds share is divided anew for both when one of them grows', () => {
    const shared = studyOf({ areas: [area('K', 'county')], facilities: [facility('F', 'COMM', 'community', 'K', { floorAreaM2: 300, serves: ['A', 'B'] })], compounds: ['A', 'B'].map((id) => compound(id, { households: 500, age: 'new' })) })
    const live = createLive(shared, shippedPacks)
    const after = studyUnder(shared, perform(newScenario([], { name: 'A' }), { type: 'set-households', of: { kind: 'compound', id: 'A' }, households: 1000 }))
    live.to(after)
    expect(firstApart(live.results(), after, {})).toBeNull()
    expect(live.results().find(({ clause }) => clause === 'QJ-13')!.units.map(({ numerator }) => numerator)).toEqual([200, 100])
  })

  test('the same study again changes nothing', () => {
    expect(createLive(town, shippedPacks).to(town).changed).toEqual([])
  })
})

/** Coverage read as reached, and towns where nobody wrote down where people live: followed edit by edit as well. */
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { judge } from '../../../src/indicators/judge'
import { createLive } from '../../../src/indicators/live/live'
import { changesBetween } from '../../../src/indicators/live/live-changes'
import { demandPoints } from '../../../src/indicators/reach-figures'
import { demandOf } from '../../../src/model/build-people'
import type { Options, Study } from '../../../src/model/study'
import { shippedPacks } from '../../../src/policy/shipped'
import type { EditDraft } from '../../../src/scenario/edit'
import { newScenario, perform, undo } from '../../../src/scenario/scenario'
import { studyUnder } from '../../../src/scenario/study-under'
import { randomFrom } from '../../helpers/random'
import { randomOptions, randomTown, type DrawnTown } from '../../helpers/random-town'
import { withLattice } from '../../helpers/random-walk-town'
import { area, compound, facility, studyOf } from '../../helpers/town'
import { editOf, streetEdit } from '../../helpers/town-edits'

vi.setConfig({ testTimeout: 120_000 })

const under = (base: Study, ...edits: EditDraft[]): Study => studyUnder(base, edits.reduce((plan, edit) => perform(plan, edit), newScenario([], { name: 'A' })))

/** Who is counted where nobody wrote down points. */
const demands = {
  people: (town: DrawnTown) => studyOf(town),
  compounds: ({ people: _, ...town }: DrawnTown) => studyOf(town),
  units: ({ people: _, ...town }: DrawnTown) => studyOf({ ...town, compounds: town.compounds.map((each) => ({ ...each, at: null })) }),
} as const

const gateEdit = (random: () => number): EditDraft => ({ type: 'open-gate', compound: 'P0', at: [103 + Math.floor(random() * 30) / 1000, 25] })

describe('judging what changed gives the bytes of judging everything', () => {
  for (const from of ['people', 'compounds', 'units'] as const)
    for (const reachModel of ['circle', 'walk'])
      test(`where the ${from} stand for the people, by the ${reachModel}`, () => {
        fc.assert(
          fc.property(randomTown, randomOptions, fc.integer({ min: 1, max: 1e6 }), fc.boolean(), (town, drawn, seed, streets) => {
            const random = randomFrom(seed)
            const bare = demands[from](town)
            const base = streets || reachModel === 'walk' ? withLattice(bare, random) : bare
            const options: Options = { ...drawn, coverage: 'reached', reachModel }
            const live = createLive(base, shippedPacks, options)
            let plan = newScenario([], { name: 'A' })
            for (let step = 0; step < 7; step++) {
              const draft = base.streets && random() < 0.15 ? streetEdit(random) : random() < 0.1 ? gateEdit(random) : editOf(random)
              plan = random() < 0.25 ? undo(plan) : perform(plan, draft)
              const study = studyUnder(base, plan)
              const { results } = live.to(study)
              // From nothing: a study that remembers no demand.
              const full = judge({ ...study }, shippedPacks, options)
              const at = full.findIndex((result, index) => JSON.stringify(result) !== JSON.stringify(results[index]))
              expect(at === -1 ? null : { live: results[at], full: full[at] }, JSON.stringify(plan.edits[plan.done - 1])).toBeNull()
            }
          }),
          { numRuns: 4 },
        )
      })
})

describe('only what a change touches is counted again', () => {
  const areas = [area('K', 'county'), area('s', 'subdistrict', 'K'), area('c1', 'community', 's', { urbanRural: '111' }), area('c2', 'community', 's', { urbanRural: '111' })]
  const facilities = [facility('F', 'COMM', 'community', 'c1', { at: [103, 25] }), facility('G', 'COMM', 'community', 'c2', { at: [103.05, 25] })]
  const reached: Options = { coverage: 'reached' }
  const unitsOf = (live: ReturnType<typeof createLive>) => live.results().find(({ clause }) => clause === 'QJ-12')!.units
  const moved: EditDraft = { type: 'move-facility', facility: 'F', to: [103.03, 25] }

  test('of the reached reading: the community that the other station reaches keeps its very answer', () => {
    const town = studyOf({ areas, facilities, people: [{ id: 'p1', at: [103.001, 25], area: 'c1', elders60: 10 }, { id: 'p2', at: [103.051, 25], area: 'c2', elders60: 20 }] })
    const live = createLive(town, shippedPacks, reached)
    const before = unitsOf(live)
    expect(before.map(({ numerator }) => numerator)).toEqual([10, 20])
    live.to(under(town, moved))
    expect(unitsOf(live).map((unit, at) => [unit.numerator, unit === before[at]])).toEqual([[0, false], [20, true]])
  })

  test('where compounds stand for the people: one that grows is counted again, and the others are not', () => {
    const town = studyOf({ areas, facilities, compounds: [compound('A', { area: 'c1', at: [103.001, 25], elders60: 10 }), compound('B', { area: 'c2', at: [103.051, 25], elders60: 20 })] })
    const live = createLive(town, shippedPacks, reached)
    const before = unitsOf(live)
    const grown = under(town, { type: 'set-elders', of: { kind: 'compound', id: 'A' }, elders60: 70 })
    expect(changesBetween(town, grown).people).toEqual({ points: [0] })
    live.to(grown)
    expect(unitsOf(live).map((unit, at) => [unit.numerator, unit === before[at]])).toEqual([[70, false], [20, true]])
    expect({ ...demandPoints(grown) }).toEqual(demandOf(grown))
  })

  test('a facility that a plan adds leaves the points of the compounds as they are', () => {
    const town = studyOf({ areas, facilities, compounds: [compound('A', { area: 'c1', at: [103.001, 25], elders60: 10, careAreaM2: 50 })] })
    const added = under(town, { type: 'add-facility', name: '新站', kind: 'COMM', at: [103.001, 25], floorAreaM2: 100, serves: ['A'] })
    expect(changesBetween(town, added).people).toBe('none')
    expect(demandPoints(added).people).toBe(demandPoints(town).people)
  })
})

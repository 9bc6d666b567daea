/** Streets that a plan opens or closes: every figure about walks follows, and no other. */
import { describe, expect, test } from 'vitest'
import { explain } from '../../../src/indicators/explain/explain'
import { judge } from '../../../src/indicators/judge'
import { createLive } from '../../../src/indicators/live/live'
import { compareWalk } from '../../../src/indicators/walk/walk-comparison'
import type { Study } from '../../../src/model/study'
import { reachStudy } from '../../../src/reach/reach-study'
import { walkOf } from '../../../src/reach/study-walk'
import { explainWalk } from '../../../src/reach/walk-explained'
import type { ScenarioEdit } from '../../../src/scenario/edit'
import { studyUnder } from '../../../src/scenario/study-under'
import { riverStreets, riverTown } from '../../helpers/river-town'
import { clauseOf, compound } from '../../helpers/town'
import { at, onStreets } from '../../helpers/walk-study'

const river = onStreets(riverTown, riverStreets())
const footbridge: ScenarioEdit = { id: 'bridge', type: 'add-link', line: [at([0, 0]), at([0, 2])], lengthM: null }
const fence: ScenarioEdit = { id: 'fence', type: 'close-street', at: at([2.5, 0]) }
const under = (...edits: readonly ScenarioEdit[]): Study => studyUnder(river, { edits, done: edits.length })
const onFoot = { reachModel: 'walk', walkSpeed: 0.8, passShare: 0.85 }
const { pack, clause } = clauseOf('QJ-16')
const clauseUnder = (study: Study, options = {}) => judge(study, [pack], { ...onFoot, ...options }).find((result) => result.clause === 'QJ-16')!
const reached = (study: Study) => reachStudy(study, { metres: [720], walk: { speed: 0.8 } }).total.within[0]!.elders60

describe('a plan that changes the streets', () => {
  test('changes the verdict of the clause: a footbridge brings the 2 elders of the far bank in, a fence keeps the 1 of this bank out', () => {
    expect([river, under(footbridge), under(fence), under(footbridge, fence)].map((study) => clauseUnder(study).numerator)).toEqual([1, 3, 0, 2])
    expect([river, under(footbridge), under(fence), under(footbridge, fence)].map(reached)).toEqual([1, 3, 0, 2])
    // With half of the people enough, the bridge alone turns the verdict: c, 800 m off, is the larger part of the rest.
    expect([river, under(footbridge)].map((study) => clauseUnder(study, { walkSpeed: 1.2, passShare: 1 }).state)).toEqual(['unmet', 'met'])
  })

  test('changes 覆盖 read as reached, the comparison with the circle, the explanation and the way that is drawn', () => {
    const located = (study: Study) => judge(study, [pack], { ...onFoot, coverage: 'reached' }).find((result) => result.clause === 'QJ-12')!.numerator
    expect([river, under(footbridge)].map(located)).toEqual([1, 3])
    const comparison = (study: Study) => compareWalk(study, pack, clause, onFoot)!
    expect([river, under(footbridge)].map((study) => comparison(study).disagreement.people['circle-only'])).toEqual([6, 4])
    expect(comparison(under(fence)).band.steps.map(({ numerator }) => numerator)).toEqual([0, 0, 0, 0])
    const shown = (study: Study) => explain(study, [pack], judge(study, [pack], onFoot), 'QJ-16', null, onFoot)!.value
    expect(shown(under(footbridge))).toBeCloseTo(3 / 7, 9)
    const way = (study: Study) => explainWalk(study, { kind: 'point', id: 'b' }, study.facilities, 720, { speed: 0.8 })!
    expect([way(river).state, way(under(footbridge)).state, way(under(footbridge)).routes[0]!.metres]).toEqual(['too-far', 'within', 200])
    expect(way(under(footbridge)).routes[0]!.parts.map(({ line }) => line)).toEqual(['link 0'])
  })

  test('leaves the circle and every clause about tables as they are, and the base untouched', () => {
    const before = judge(river, [pack], { passShare: 0.85 })
    const after = judge(under(footbridge, fence), [pack], { passShare: 0.85 })
    expect(after.map(({ state, numerator, denominator }) => [state, numerator, denominator])).toEqual(before.map(({ state, numerator, denominator }) => [state, numerator, denominator]))
    expect(clauseUnder(river).numerator).toBe(1)
  })

  test('is drawn: the new way as the plan has it, the closed piece as it lies; what could not be made is not', () => {
    const nowhere: ScenarioEdit = { id: 'nowhere', type: 'add-link', line: [at([0, 0]), at([0, 30])], lengthM: null }
    const { marks, problems } = walkOf(under(footbridge, fence, nowhere))!
    expect(marks.map(({ change }) => change)).toEqual(['closed', 'link'])
    expect(marks[1]!.coordinates).toEqual([at([0, 0]), at([0, 2])])
    expect(marks[0]!.coordinates.map(([lng]) => lng).sort()).toEqual([at([2, 0])[0], at([3, 0])[0]])
    expect(problems.map(({ code }) => code)).toEqual(['edit-impossible'])
  })
})

test('a gate opened on the side of the facility brings a compound in', () => {
  const compounds = onStreets({ ...riverTown, people: [], compounds: [compound('C', { area: 'c1', households: 5, gates: [at([2, 2])], at: at([2, 0.3]) })] }, riverStreets())
  const open = studyUnder({ ...compounds, people: null }, { edits: [{ id: 'gate', type: 'open-gate', compound: 'C', at: at([2, 0]) }], done: 1 })
  const reachedBy = (study: Study) => clauseUnder(study, { reachPeople: 'households' }).numerator
  expect([reachedBy({ ...compounds, people: null }), reachedBy(open)]).toEqual([0, 5])
})

test('kept up while facilities and streets change, every clause on foot is what judging from nothing gives, waits and steps and all', () => {
  const steps = onStreets(riverTown, riverStreets().steps([4, 0], [4, -3]).crossing([6, 0], [6, -1]))
  const move = (id: string, block: readonly [number, number]): ScenarioEdit => ({ id, type: 'move-facility', facility: 'F', to: at(block) })
  const plans: readonly (readonly ScenarioEdit[])[] = [[move('m1', [4, -2])], [move('m1', [4, -2]), footbridge], [move('m1', [4, -2]), footbridge, move('m2', [6, -1])], [fence], []]
  for (const options of [{ ...onFoot, crossingDelay: 30, stepsPenalty: 2 }, { ...onFoot, walkSpeed: 1.2, crossingDelay: 60 }, onFoot]) {
    const live = createLive(steps, [pack], options)
    for (const edits of plans) {
      const study = studyUnder(steps, { edits, done: edits.length })
      expect(live.to(study).results).toEqual(judge(study, [pack], options))
    }
  }
})

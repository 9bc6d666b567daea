import { describe, expect, test } from 'vitest'
import type { Study } from '../../src/model/study'
import { readScenarios, writeScenarios } from '../../src/scenario/read-scenarios'
import { branch, duplicate, findScenario, freeze, newScenario, perform, redo, remove, undo, withScenario, type Scenario } from '../../src/scenario/scenario'
import { problemsUnder, studyUnder } from '../../src/scenario/study-under'
import { deepFrozen, randomEdit, smallTown } from '../helpers/random-edits'
import { randomFrom } from '../helpers/random'

const close = { type: 'close-facility', facility: 'F1' } as const
const move = { type: 'move-facility', facility: 'F2', to: [103.035, 25.005] } as const
const planA = perform(perform(newScenario([], { name: '方案A' }), close), move)

describe('a plan', () => {
  test('numbers its edits, and never gives the number of a cut edit again', () => {
    expect(planA.edits.map(({ id }) => id)).toEqual(['s1.1', 's1.2'])
    expect(perform(undo(planA), close).edits.map(({ id }) => id)).toEqual(['s1.1', 's1.3'])
  })

  test('undo lowers the counter, redo raises it, and neither runs over the ends', () => {
    const start = undo(undo(planA))
    expect([planA.done, undo(planA).done, start.done]).toEqual([2, 1, 0])
    expect(undo(start)).toBe(start)
    expect(redo(redo(start))).toEqual(planA)
    expect(redo(planA)).toBe(planA)
  })

  test('a new edit cuts what was undone', () => {
    const other = perform(undo(planA), { type: 'reopen-facility', facility: 'F4' })
    expect([other.edits.map(({ type }) => type), other.done]).toEqual([['close-facility', 'reopen-facility'], 2])
  })

  test('a frozen plan takes no edit, no undo and no redo until it is thawed', () => {
    const frozen = freeze(planA)
    expect([perform(frozen, close), undo(frozen), redo(freeze(undo(planA)))]).toEqual([frozen, frozen, freeze(undo(planA))])
    expect(undo(freeze(frozen, false)).done).toBe(1)
  })

  test('a branch copies what is done, a copy copies all; later edits of one do not touch the other', () => {
    const half = undo(planA)
    const b = branch([half], half, { name: '方案B', colour: '#d55e00' })
    expect([b.id, b.from, b.edits, b.done, b.colour]).toEqual(['s2', 's1', half.edits.slice(0, 1), 1, '#d55e00'])
    const c = duplicate([half, b], freeze(half), { name: '方案A 副本' })
    expect([c.id, c.from, c.edits.length, c.done, c.frozen, c.name]).toEqual(['s3', 'base', 2, 1, false, '方案A 副本'])
    expect(perform(b, move).edits.map(({ id }) => id)).toEqual(['s1.1', 's2.1'])
    expect(half.edits.length).toBe(2)
  })

  test('the id of a removed plan is not given again while copies of its edits live', () => {
    const b = branch([planA], planA, { name: '方案B' })
    const left = remove([planA, b], 's1')
    expect(left).toEqual([b])
    const only = remove([planA, { ...b, id: 'x', from: 'base' }], 's1')
    expect(newScenario(only, { name: '方案C' }).id).toBe('s2')
  })

  test('is found by id or by a name that only one has', () => {
    const b = newScenario([planA], { name: '方案B' })
    const twin = { ...b, id: 's9' }
    expect([findScenario([planA, b], 's2'), findScenario([planA, b], '方案A'), findScenario([b, twin], '方案B'), findScenario([], 'base')]).toEqual([b, planA, undefined, undefined])
    expect(withScenario([planA, b], undo(planA)).map(({ done }) => done)).toEqual([1, 0])
    expect(withScenario([planA], b)).toEqual([planA, b])
  })
})

describe('the study under a plan', () => {
  const base = smallTown()

  test('is the very base without edits, and the same object for the same edits', () => {
    expect([studyUnder(base, null), studyUnder(base, undo(undo(planA)))].every((study) => study === base)).toBe(true)
    expect(studyUnder(base, planA)).toBe(studyUnder(base, structuredClone(planA)))
    expect(studyUnder(base, branch([planA], planA, { name: 'B' }))).toBe(studyUnder(base, planA))
    expect(studyUnder(base, undo(planA)).facilities[0]!.stage).toBe('closed')
  })

  test('a drag that asks for a thousand ends keeps answering right', () => {
    for (let step = 0; step < 1000; step++) {
      const dragged = perform(undo(planA), { ...move, to: [103 + step / 1e5, 25.005] })
      expect(studyUnder(base, dragged).facilities[1]!.at).toEqual([103 + step / 1e5, 25.005])
    }
    expect(studyUnder(base, planA).facilities[1]!.at).toEqual(move.to)
  })

  test('each edit says what came of it, with its number and kind', () => {
    const plan = perform(planA, { type: 'close-facility', facility: 'gone' })
    expect(problemsUnder(base, plan)).toEqual([
      { code: 'edit-area-followed', severity: 'info', at: { row: 2, column: 'move-facility' }, detail: 'F2: c2 → c4' },
      { code: 'edit-target-missing', severity: 'warning', at: { row: 3, column: 'close-facility' }, detail: 'gone' },
    ])
  })
})

describe('a saved plan', () => {
  test('comes back with keys and edits that this version does not know, and those are not applied', () => {
    const raw = [
      {
        id: 's1', name: '方案A', author: '张', frozen: true, edits: [{ id: 's1.1', type: 'close-facility', facility: 'F1', by: '李' }, { id: 's1.2', type: 'teleport-facility', facility: 'F2' }, { type: 'move-facility', facility: 'F2' }, 7],
      },
    ]
    const { scenarios, problems } = readScenarios(raw)
    expect(problems.map(({ code, at, detail }) => [code, at.column, detail])).toEqual([
      ['edit-kind-unknown', 'scenarios.0.edits.1', 'teleport-facility'],
      ['edit-unreadable', 'scenarios.0.edits.2', 'move-facility: to'],
      ['edit-unreadable', 'scenarios.0.edits.3', '7'],
    ])
    const [plan] = scenarios as [Scenario]
    expect([plan.done, plan.made, plan.from, plan.other]).toEqual([4, 4, 'base', { author: '张' }])
    const base = smallTown()
    expect(studyUnder(base, plan).facilities.map(({ stage }) => stage)).toEqual(['closed', 'operating', 'operating', 'closed'])
    const [written] = writeScenarios(scenarios) as [Record<string, unknown>]
    expect(written.edits).toEqual(raw[0]!.edits)
    expect(written).toMatchObject({ author: '张', frozen: true, done: 4 })
  })

  test('what is no plan is said and kept; a second plan of one id too', () => {
    const raw = ['x', { name: 'no id' }, { id: 'base' }, { id: 's1' }, { id: 's1', name: 'again' }, { id: 's2', edits: 'none', done: 9, colour: 'url(x)' }]
    const { scenarios, unread, problems } = readScenarios(raw)
    expect([scenarios.map(({ id, name, done, colour }) => [id, name, done, colour]), unread]).toEqual([[['s1', 's1', 0, null], ['s2', 's2', 0, null]], [raw[0], raw[1], raw[2], raw[4]]])
    expect(problems.map(({ code }) => code)).toEqual(['scenario-unreadable', 'scenario-unreadable', 'scenario-unreadable', 'scenario-twice', 'study-key-wrong', 'study-key-wrong', 'study-key-wrong'])
    expect(readScenarios(writeScenarios(scenarios, unread)).scenarios).toEqual(scenarios)
  })

  test('a key called __proto__ reaches no prototype', () => {
    const { scenarios } = readScenarios(JSON.parse('[{"id":"s1","__proto__":{"evil":1},"edits":[{"id":"a","type":"close-facility","facility":"F1","__proto__":{"evil":1}}]}]') as unknown[])
    expect([scenarios[0]!.other, 'evil' in scenarios[0]!, 'evil' in scenarios[0]!.edits[0]!]).toEqual([{}, false, false])
  })
})

describe('two hundred random edits', () => {
  const seeds = Array.from({ length: 200 }, (_, seed) => seed)
  const base = deepFrozen(smallTown())
  const columns = columnsOf(base)

  test('undone all, redone all, saved and opened again: the same studies, over 200 seeds', () => {
    for (const seed of seeds) {
      const random = randomFrom(seed)
      let plan = newScenario([], { name: `方案${seed}` })
      const along: Study[] = []
      for (let step = 0; step < 200; step++) {
        plan = perform(plan, randomEdit(random))
        along.push(studyUnder(base, plan))
      }
      const end = studyUnder(base, plan)
      let back = plan
      for (let step = 199; step > 0; step--) {
        back = undo(back)
        expect(studyUnder(base, back) === along[step - 1]).toBe(true)
      }
      back = undo(back)
      expect(studyUnder(base, back) === base && back.done === 0).toBe(true)
      for (let step = 0; step < 200; step++) back = redo(back)
      expect(back).toEqual(plan)
      expect(studyUnder(base, back) === end).toBe(true)
      const [reopened] = readScenarios(JSON.parse(JSON.stringify(writeScenarios([plan]))) as unknown[]).scenarios as [Scenario]
      expect(reopened).toEqual(plan)
      if (seed % 20 === 0) {
        // Another town of the same content remembers nothing: everything is applied afresh.
        const afresh = studyUnder(smallTown(), reopened)
        expect({ ...afresh, base: null }).toEqual({ ...end, base: null })
      }
    }
    expect(columnsOf(base)).toEqual(columns)
    expect(base).toEqual(smallTown())
  }, 60_000)

  test('an edit that changes nothing says why, and one that changes something leaves no broken record', () => {
    let idle = 0
    for (const seed of seeds.slice(0, 50)) {
      const random = randomFrom(seed)
      let plan = newScenario([], { name: 'x' })
      let before: Study = base
      for (let step = 0; step < 60; step++) {
        plan = perform(plan, randomEdit(random))
        const study = studyUnder(base, plan)
        const said = problemsUnder(base, plan).filter(({ at }) => at.row === plan.done)
        if (study === before) {
          idle++
          expect(said.length).toBeGreaterThan(0)
        } else expect(study.base === base).toBe(true)
        before = study
      }
      expect(before.facilities.map(({ id }) => id)).toEqual([...new Set(before.facilities.map(({ id }) => id))].sort())
      const areas = new Set(base.areas.map(({ id }) => id))
      for (const facility of before.facilities) expect(facility.area === null || areas.has(facility.area)).toBe(true)
      for (const { careAreaM2 } of before.compounds) expect(careAreaM2 === null || (Number.isFinite(careAreaM2) && careAreaM2 >= 0)).toBe(true)
    }
    expect(idle).toBeGreaterThan(100)
  })
})

function columnsOf(study: Study): readonly (readonly number[])[] {
  return Object.values(study.people!).flatMap((column: unknown) => (column instanceof Float64Array || column instanceof Int32Array ? [[...column]] : []))
}

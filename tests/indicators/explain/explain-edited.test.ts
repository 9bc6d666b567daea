/** A number that an edit has set says so, and names the ledger's cell for the ledger's own value only. */
import { describe, expect, test } from 'vitest'
import { explain } from '../../../src/indicators/explain/explain'
import type { ExplainedInput } from '../../../src/indicators/explanation'
import { judge } from '../../../src/indicators/judge'
import type { Study } from '../../../src/model/study'
import { shippedPacks } from '../../../src/policy/shipped'
import { emptyBook, studyWithBook, type BookEntry } from '../../../src/rectify/book'
import type { EditDraft } from '../../../src/scenario/edit'
import { newScenario, perform } from '../../../src/scenario/scenario'
import { studyUnder } from '../../../src/scenario/study-under'
import { editedText } from '../../../src/text/why'
import { sampleStudy } from '../../helpers/sample'

const base = await sampleStudy()
const packs = shippedPacks.filter(({ id }) => id === 'qujing-2023')
const compound = base.compounds.find(({ careAreaM2, households, pool, age }) => age === 'new' && pool === null && careAreaM2 !== null && careAreaM2 > 0 && households !== null)!

/** The inputs of one compound's figure of new compounds, under a record of the office and a plan. */
function inputsOf(drafts: readonly EditDraft[], book: readonly BookEntry[] = [], before = studyWithBook(base, { ...emptyBook, strokes: [book], done: book.length === 0 ? 0 : 1 }).study): readonly ExplainedInput[] {
  const plan = drafts.reduce(perform, newScenario([], { name: 'A' }))
  return askedOf(studyUnder(before, plan), before, plan.edits)
}

function askedOf(study: Study, before: Study, edits: ReturnType<typeof newScenario>['edits']): readonly ExplainedInput[] {
  return explain(study, packs, judge(study, packs), 'QJ-13', compound.id, study.options, { before, edits })!.inputs
}

const of = (inputs: readonly ExplainedInput[], key: string) => inputs.find((input) => input.id === compound.id && input.key === key)!
const households = (count: number): EditDraft => ({ type: 'set-households', of: { kind: 'compound', id: compound.id }, households: count })
const done = (areaM2: number): BookEntry => ({ of: { kind: 'compound', id: compound.id }, status: 'done', areaM2 })

describe('a number of an explanation', () => {
  test('names its cell while the ledger says it', () => {
    const inputs = inputsOf([])
    expect(of(inputs, 'households')).toMatchObject({ value: compound.households, at: { file: 'compounds.csv', column: '规划户数' } })
    expect(inputs.every(({ edited }) => edited === undefined)).toBe(true)
  })

  test('says which edit of the plan set it, and what the ledger says in which cell', () => {
    const cell = of(inputsOf([]), 'households').at!
    const inputs = inputsOf([{ type: 'close-facility', facility: base.facilities[0]!.id }, households(4321)])
    expect(of(inputs, 'households')).toEqual({ key: 'households', id: compound.id, name: compound.name, value: 4321, edited: { from: compound.households, at: cell, recorded: false, steps: [{ number: 2, type: 'set-households' }] } })
    expect(of(inputs, 'careAreaM2').at).toMatchObject({ column: '已配面积' })
  })

  test('lists every edit that changed it, and none once it is what the ledger says again', () => {
    expect(of(inputsOf([households(1), households(2)]), 'households').edited!.steps.map(({ number }) => number)).toEqual([1, 2])
    const back = of(inputsOf([households(1), households(compound.households!)]), 'households')
    expect([back.edited, back.at?.column]).toEqual([undefined, '规划户数'])
  })

  test("says that the office's own record set it, and the plan after it", () => {
    expect(of(inputsOf([], [done(987)]), 'careAreaM2')).toMatchObject({ value: 987, edited: { from: compound.careAreaM2, at: { column: '已配面积' }, recorded: true, steps: [] } })
    expect(of(inputsOf([], [done(987)]), 'careAreaM2').at).toBeUndefined()
    const both = inputsOf([{ type: 'set-rectification', ...done(1234) }], [done(987)])
    expect(of(both, 'careAreaM2').edited).toMatchObject({ recorded: true, steps: [{ number: 1, type: 'set-rectification' }] })
  })

  test('of a compound that a new room serves says which edit made the room', () => {
    const inputs = inputsOf([{ type: 'add-facility', name: '新站', kind: 'COMM', at: compound.at!, floorAreaM2: 300, serves: [compound.id], stage: 'operating' }])
    // The statement of the compound grows by the new room.
    expect(of(inputs, 'careAreaM2')).toMatchObject({ value: compound.careAreaM2! + 300, edited: { from: compound.careAreaM2, steps: [{ number: 1, type: 'add-facility' }] } })
  })

  test('of a new facility has no ledger behind it', () => {
    const plan = perform(newScenario([], { name: 'A' }), { type: 'add-facility', name: '新站', kind: 'COMM', at: compound.at!, floorAreaM2: 300, serves: [compound.id], stage: 'operating' })
    const study = studyUnder(base, plan)
    const options = { areaFrom: 'facilities' }
    const ofNew = explain(study, packs, judge(study, packs, options), 'QJ-13', compound.id, options, { before: base, edits: plan.edits })!.inputs.filter(({ name }) => name === '新站')
    expect(ofNew.find(({ key }) => key === 'floorAreaM2')?.value).toBe(300)
    for (const input of ofNew) expect([input.at, input.edited]).toEqual([undefined, { recorded: false, steps: [{ number: 1, type: 'add-facility' }] }])
  })

  test('is said to be edited where nobody tells by which edit', () => {
    const study = studyUnder(base, perform(newScenario([], { name: 'A' }), households(4321)))
    expect(of(explain(study, packs, judge(study, packs), 'QJ-13', compound.id)!.inputs, 'households').edited).toMatchObject({ from: compound.households, recorded: false, steps: [] })
  })

  test('of a unit, stated or in the roster, says the same', () => {
    const fact = base.facts.find(({ item, of: owner }) => item === 'elders65' && owner.kind === 'area')
    const unit = fact?.of.id ?? base.areas[0]!.id
    const plan = perform(newScenario([], { name: 'A' }), { type: 'set-elders', of: { kind: 'area', id: unit }, elders65: 77_777 })
    const study = studyUnder(base, plan)
    const inputs = judge(study, shippedPacks).flatMap((result) => explain(study, shippedPacks.filter(({ id }) => id === result.policy), [result], result.clause, null, study.options, { before: base, edits: plan.edits })!.inputs)
    const set = inputs.filter(({ key, id, value }) => key === 'elders65' && id === unit && value === 77_777)
    expect(set.length).toBeGreaterThan(0)
    for (const input of set) expect([input.at, input.edited?.steps]).toEqual([undefined, [{ number: 1, type: 'set-elders' }]])
  })
})

describe('the words of an edited number', () => {
  test('name the edit, then the value and the cell of the ledger', () => {
    expect(editedText('zh', { from: '1,200', place: 'compounds.csv · 第 5 行', recorded: false, steps: [{ number: 2, type: 'set-households' }] })).toBe('由方案第 2 步“改户数”改定；原台账为 1,200（compounds.csv · 第 5 行）')
    expect(editedText('en', { from: null, place: null, recorded: false, steps: [{ number: 1, type: 'add-facility' }] })).toBe('added by edit 1 of the plan (add), not in the ledger')
    expect(editedText('zh', { from: '空', place: null, recorded: true, steps: [] })).toBe('由整改台账改定；原台账为 空')
  })
})

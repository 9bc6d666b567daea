/** What is typed in the tables: each is one edit of the plan, and what is refused is said and changes nothing. */
import { describe, expect, test } from 'vitest'
import { recordProgress } from '../../src/state/commands/rectify-record'
import { beginPlan, deletePlan, freezePlan } from '../../src/state/commands/change-plans'
import { makeFacility } from '../../src/state/commands/make-facility'
import { performEdit, redoEdit } from '../../src/state/commands/perform-edit'
import { typeCell } from '../../src/state/commands/type-cell'
import { undoLast } from '../../src/state/commands/undo-last'
import { facilityRows } from '../../src/state/facility-rows'
import { figureTyped, placeTyped, servesTyped, servicesTyped } from '../../src/state/typed-cells'
import { redoable, undoable } from '../../src/state/undoable'
import { unitRows } from '../../src/state/unit-rows'
import type { RectificationItem } from '../../src/rectify/item'
import { planWorld } from '../helpers/plan-world'
import { area, facility, result, study, unit } from '../helpers/tiny-study'
import { compound, plot } from '../helpers/town'

describe('a text in a cell', () => {
  test('is a figure, blank is unknown, and a per cent lets the figure grow in whole numbers', () => {
    expect(['300', '1,200', '０'.normalize('NFKC'), '', '+10%', '-50％', '100%'].map((text) => figureTyped('zh', text, 41))).toEqual([300, 1200, 0, null, 45, 21, 82].map((value) => ({ value })))
  })

  test('that is no figure says what may be written', () => {
    for (const text of ['约三百', '-5', '12亩', '-200%']) expect(figureTyped('zh', text, 41), text).toHaveProperty('wrong')
    expect(figureTyped('zh', '+10%', null)).toEqual({ wrong: '现在的数不详，不能按百分比增减' })
  })

  test('names services in Chinese, in English or by their code, each once; blank says that they are unsaid', () => {
    expect(servicesTyped('zh', '助餐、日间照料, 助餐；short stay')).toEqual({ value: ['meal', 'day-care', 'short-stay'] })
    expect(servicesTyped('zh', ' ')).toEqual({ value: null })
    expect(servicesTyped('zh', '助餐、按摩、理发')).toEqual({ wrong: '没有这种服务：按摩、理发' })
  })

  test('names whom a facility serves; a name that two have is not guessed at, but keeps who is served already', () => {
    const town = study({ compounds: [compound('P-1', { name: '阳光花园', area: 'a' }), compound('P-2', { name: '阳光花园', area: 'b' })] })
    expect(servesTyped(town, 'zh', '甲社区、P-2', null)).toEqual({ value: ['a', 'P-2'] })
    expect(servesTyped(town, 'zh', '阳光花园', null)).toEqual({ wrong: '没有这个单元或小区，或者有好几个：阳光花园' })
    expect(servesTyped(town, 'zh', '阳光花园、甲社区', ['P-2'])).toEqual({ value: ['P-2', 'a'] })
    expect(servesTyped(town, 'zh', '', ['P-2'])).toEqual({ value: null })
  })

  test('is a place where it is two degrees', () => {
    expect(placeTyped('zh', '103.5, 25.25')).toEqual({ value: [103.5, 25.25] })
    for (const text of ['103.5', '25.25, 103.5', '103.5 25.2 7', '这里']) expect(placeTyped('zh', text), text).toHaveProperty('wrong')
  })
})

describe('an edit from a table', () => {
  test('is one edit of the plan', async () => {
    const { app, plans } = await planWorld()
    expect(await typeCell(app, { type: 'rekind-facility', facility: 'F-1', services: ['meal'] })).toBeNull()
    expect(await typeCell(app, { type: 'set-elders', of: { kind: 'area', id: 'a' }, elders60: 120 })).toBeNull()
    expect(plans().map(({ edits }) => edits.map(({ type }) => type))).toEqual([['rekind-facility', 'set-elders']])
  })

  test('that is refused says why, there and nowhere else, and leaves the plan as it was', async () => {
    const { app, state, plans } = await planWorld()
    await beginPlan(app)
    expect(await typeCell(app, { type: 'serve', facility: 'F-1', serves: ['nobody'] })).toContain('nobody')
    expect(await typeCell(app, { type: 'reopen-facility', facility: 'F-1' })).toContain('甲站')
    expect(state().workshop).toMatchObject({ refused: null, notice: null })
    expect(plans()[0]!.edits).toEqual([])
    freezePlan(app, true)
    expect(await typeCell(app, { type: 'close-facility', facility: 'F-1' })).toContain('已锁定')
  })

  test('shows in the rows that were typed over', async () => {
    const { app, state } = await planWorld({ study: study({ facilities: [facility('F-1', { name: '甲站', area: 'a', serves: ['a'], services: ['meal'], at: [1, 2] })] }) })
    await typeCell(app, { type: 'rekind-facility', facility: 'F-1', services: ['meal', 'day-care'] })
    await typeCell(app, { type: 'resize-facility', facility: 'F-1', nursingBeds: 7 })
    expect(facilityRows(state().study!, 'zh')).toMatchObject([{ services: '助餐、日间照料', serves: '甲社区', servedIds: ['a'], nursingBeds: 7, levelCode: 'community', at: [1, 2] }])
  })

  test('finds its counts in units and compounds, and none in a facility', () => {
    const town = study({ areas: [area('a', { households: 300, elders60: 90 })], compounds: [compound('P', { households: 40 })] })
    const rows = unitRows(town, result({ units: [unit('a', { kind: 'area' }), unit('P', { kind: 'compound' }), unit('F-1', { kind: 'facility' })] }), 'zh')
    expect(rows.map(({ counts }) => counts)).toEqual([{ of: { kind: 'area', id: 'a' }, households: 300, elders60: 90 }, { of: { kind: 'compound', id: 'P' }, households: 40, elders60: null }, null])
  })
})

test('a plot becomes the facility that was filled in, in one edit, and is selected', async () => {
  const { app, state, plans } = await planWorld({ study: study({ plots: [plot('L-1', { name: '闲置小学', use: 'candidate', area: 'c', floorAreaM2: 900 })] }) })
  const asked = { name: '丙日间照料中心', kind: 'COMM', level: null, stage: 'operating', floorAreaM2: 600, beds: 12, nursingBeds: null, services: ['day-care', 'short-stay'] } as const
  await makeFacility(app, { type: 'plot-to-facility', plot: 'L-1', ...asked })
  const { level: _, ...said } = asked
  expect(state().study?.facilities.find(({ plot }) => plot === 'L-1')).toMatchObject({ ...said, level: 'community', levelProposed: true, area: 'c' })
  expect(state().selection).toEqual({ kind: 'facility', id: '+s1.1' })
  expect(plans()[0]!.edits).toHaveLength(1)
})

describe('撤销', () => {
  const item = { kind: 'compound', measure: 'm2', unit: 'P', name: '丙苑', clause: 'T-1', policy: 'tiny-2025', progress: { status: 'open', note: null, evidence: null, areaM2: null } } as unknown as RectificationItem

  test('says of the plan what would be undone and done again, and nothing where nothing is', async () => {
    const { app, state } = await planWorld()
    expect([undoable(state()), redoable(state())]).toEqual([null, null])
    await performEdit(app, { type: 'close-facility', facility: 'F-1' })
    expect([undoable(state()), redoable(state())]).toEqual(['撤销：停用 · 甲站', null])
    await undoLast(app)
    expect([undoable(state()), redoable(state())]).toEqual([null, '重做：停用 · 甲站'])
    await redoEdit(app)
    freezePlan(app, true)
    expect([undoable(state()), redoable(state())]).toEqual([null, null])
  })

  test('on the base takes back what the office recorded last', async () => {
    const { app, state } = await planWorld({ study: study({ compounds: [compound('P', { name: '丙苑', careAreaM2: 10 })] }) })
    await recordProgress(app, [item], { status: 'done', areaM2: 260 })
    expect(undoable(state())).toBe('撤销整改台账里最近的一次登记')
    await undoLast(app)
    expect(state().rectify.book.done).toBe(0)
    expect([undoable(state()), redoable(state())]).toEqual([null, '重做整改台账里撤销的一次登记'])
  })

  test('after a plan was deleted brings it back', async () => {
    const { app, state, plans } = await planWorld()
    await performEdit(app, { type: 'close-facility', facility: 'F-1' })
    await deletePlan(app)
    expect(undoable(state())).toBe('恢复刚删除的方案A')
    await undoLast(app)
    expect(plans().map(({ name }) => name)).toEqual(['方案A'])
  })
})

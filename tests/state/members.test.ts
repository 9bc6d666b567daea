import { describe, expect, test } from 'vitest'
import { pickMember, pickPooled, pickServed } from '../../src/state/commands/pick-members'
import { addPlace, beginClosing, beginLink, dropLastPlace, finishLink } from '../../src/state/commands/draw-way'
import { dropAt, takeTool } from '../../src/state/commands/drag-facility'
import { freezePlan } from '../../src/state/commands/change-plans'
import { performEdit, undoEdit } from '../../src/state/commands/perform-edit'
import { select } from '../../src/state/commands/select'
import { choicesFor, choiceTyped, membersOf, poolSums } from '../../src/state/members'
import { planWorld } from '../helpers/plan-world'
import { area, compound, facility, studyOf } from '../helpers/town'

const town = () =>
  studyOf({
    areas: [area('s', 'subdistrict'), area('c', 'community', 's', { name: '东门社区' }), area('d', 'community', 's', { name: '东门社区' })],
    compounds: [compound('A', { name: '阳光苑', area: 'c', pool: 'p', households: 100, careAreaM2: 50 }), compound('B', { name: '阳光新苑', area: 'c', pool: 'p', households: 200, careAreaM2: null }), compound('C', { name: '和谐家园', area: 'd' })],
    facilities: [facility('F', 'COMM', 'community', 'c', { serves: ['A', 'd', 'gone'] })],
  })
const world = () => planWorld({ study: town() })
const settled = () => new Promise((resolve) => setTimeout(resolve, 20))

describe('members', () => {
  test('of a facility are those it serves that exist; of a compound those of its pool; of others nobody', () => {
    expect(membersOf(town(), { kind: 'facility', id: 'F' })).toEqual([{ kind: 'compound', id: 'A' }, { kind: 'area', id: 'd' }])
    expect(membersOf(town(), { kind: 'compound', id: 'A' })).toEqual([{ kind: 'compound', id: 'A' }, { kind: 'compound', id: 'B' }])
    expect(membersOf(town(), { kind: 'compound', id: 'C' })).toEqual([])
    expect(membersOf(town(), null)).toEqual([])
  })

  test('sum up to unknown where one of them does not say', () => {
    const { compounds } = town()
    expect(poolSums(compounds.slice(0, 2))).toEqual({ households: 300, careAreaM2: null })
    expect(poolSums(compounds.slice(0, 1))).toEqual({ households: 100, careAreaM2: 50 })
  })

  test('are found by a typed name where it is theirs alone; one that two have must be told apart', () => {
    const kinds = ['area', 'compound'] as const
    expect(choiceTyped(town(), 'zh', '阳光苑', kinds)?.id).toBe('A')
    expect(choiceTyped(town(), 'zh', '和谐', kinds)?.id).toBe('C')
    expect(choiceTyped(town(), 'zh', 'B', kinds)?.id).toBe('B')
    expect(choiceTyped(town(), 'zh', '东门社区', kinds)).toBeNull()
    expect(choiceTyped(town(), 'zh', '没有', kinds)).toBeNull()
    expect(choicesFor(town(), 'zh', '阳光', kinds).map(({ label }) => label)).toEqual(['阳光苑（住宅小区 · 东门社区）', '阳光新苑（住宅小区 · 东门社区）'])
  })

  test('picked on the map join and leave the service of a facility, each one edit', async () => {
    const { app, plans, state } = await world()
    select(app, { kind: 'facility', id: 'F' })
    pickServed(app, 'F')
    expect(pickMember(app, { kind: 'compound', id: 'C' })).toBe(true)
    await settled()
    expect(pickMember(app, { kind: 'compound', id: 'A' })).toBe(true)
    await settled()
    expect(state().study?.facilities[0]?.serves).toEqual(['C', 'd'])
    expect(plans()[0]?.edits.map(({ type }) => type)).toEqual(['serve', 'serve'])
    // A facility cannot be served: the pick is swallowed, nothing changes, and the selection stays.
    expect(pickMember(app, { kind: 'facility', id: 'F' })).toBe(true)
    expect(plans()[0]?.done).toBe(2)
    pickServed(app, null)
    expect(pickMember(app, { kind: 'compound', id: 'B' })).toBe(false)
  })

  test('move between two pools by a click, and out of one by another', async () => {
    const { app, state } = await world()
    pickPooled(app, 'q')
    pickMember(app, { kind: 'compound', id: 'A' })
    await settled()
    expect(state().study?.compounds.map(({ pool }) => pool)).toEqual(['q', 'p', null])
    pickMember(app, { kind: 'compound', id: 'A' })
    await settled()
    expect(state().study?.compounds.map(({ pool }) => pool)).toEqual([null, 'p', null])
  })
})

describe('a change of the streets', () => {
  test('a link is drawn click by click, a double click counts once, the last place can be dropped, and the whole is one edit', async () => {
    const { app, state, plans } = await world()
    beginLink(app)
    await dropAt(app, [0, 0])
    await finishLink(app, null)
    expect(plans()).toEqual([])
    await dropAt(app, [1, 0])
    await dropAt(app, [1, 0])
    addPlace(app, [9, 9])
    dropLastPlace(app)
    expect(state().workshop.way).toEqual({ kind: 'link', line: [[0, 0], [1, 0]] })
    await finishLink(app, 80)
    expect(plans()[0]?.edits).toEqual([{ id: 's1.1', type: 'add-link', line: [[0, 0], [1, 0]], lengthM: 80 }])
    expect(state().workshop).toMatchObject({ way: null, tool: null })
    await undoEdit(app)
    expect(state().study?.streetChanges).toBeUndefined()
  })

  test('a street is closed where one clicks, a gate opens where one clicks', async () => {
    const { app, plans } = await world()
    beginClosing(app)
    await dropAt(app, [0.5, 0.5])
    takeTool(app, { kind: 'gate', compound: 'A' })
    await dropAt(app, [0.6, 0.6])
    expect(plans()[0]?.edits.map(({ type }) => type)).toEqual(['close-street', 'open-gate'])
  })
})

test('an edit that is refused says why where it was asked for, until another one is done', async () => {
  const { app, state } = await world()
  await performEdit(app, { type: 'set-pool', compound: 'A', pool: 'p' })
  expect(state().workshop.refused).toMatchObject({ word: 'notice.unchanged', problems: [{ code: 'edit-without-effect' }] })
  await performEdit(app, { type: 'set-pool', compound: 'A', pool: 'q' })
  expect(state().workshop.refused).toBeNull()
  freezePlan(app, true)
  await performEdit(app, { type: 'set-pool', compound: 'A', pool: 'p' })
  expect(state().workshop.refused?.word).toBe('notice.frozen')
  select(app, { kind: 'compound', id: 'A' })
  expect(state().workshop.refused).toBeNull()
})

import { describe, expect, test } from 'vitest'
import { createClient, inlineWorker } from '../../src/compute/client'
import { createHandlers } from '../../src/compute/handlers'
import { judge } from '../../src/indicators/judge'
import { createLive } from '../../src/indicators/live/live'
import type { Study } from '../../src/model/study'
import { shippedPacks } from '../../src/policy/shipped'
import { reachStudy } from '../../src/reach/reach-study'
import type { RectificationItem } from '../../src/rectify/item'
import { remediesFor } from '../../src/rectify/remedies'
import type { App } from '../../src/state/app'
import { recordProgress, redoRecord, undoRecord } from '../../src/state/commands/rectify-record'
import { bookAside, keepMonth } from '../../src/state/commands/rectify-snapshot'
import { showPlan } from '../../src/state/commands/show-plan'
import { showStudy } from '../../src/state/commands/show-study'
import { tryRemedy } from '../../src/state/commands/try-remedy'
import { forgetful } from '../../src/state/kept'
import { gateRows, itemsOf, linesOf, shownItems, snapshotAgainst, totalsOf } from '../../src/state/rectify-rows'
import { firstRectify } from '../../src/state/rectify'
import { sessionParts } from '../../src/state/session-parts'
import { createState } from '../../src/state/state'
import { area, compound, fact, studyOf } from '../helpers/town'

const units = [area('d', 'county', null, { name: '甲区' }), area('s', 'subdistrict', 'd', { name: '东街道' }), area('t', 'subdistrict', 'd', { name: '西街道' }), area('c', 'community', 's', { name: '一社区' }), area('e', 'community', 't', { name: '二社区' })]
const home = (id: string, careAreaM2: number | null, more = {}) => compound(id, { name: `${id}苑`, area: 'c', households: 1000, age: 'new', completed: '2020', careAreaM2, at: [103.5, 25.5], ...more })
const town = (...compounds: Parameters<typeof studyOf>[0]['compounds'] & object) => studyOf({ areas: units, compounds, facts: [fact('compound', 'A', 'sync-built', false)], asOf: '2025-06-30' })
const may = town(home('A', 100, { elders60: 50, responsible: '住建局', due: '2024' }), home('B', 200, { elders60: 300, area: 'e' }))

async function world(study: Study) {
  const unread = (): never => {
    throw new Error('no file is read here')
  }
  const handlers = createHandlers({ readStudy: unread, judge, createLive, explain: () => null, reachStudy, packs: shippedPacks })
  await handlers.load({ study }, { progress: () => undefined, signal: new AbortController().signal })
  const client = createClient(() => inlineWorker(handlers))
  const app: App = { store: createState({ policies: ['qujing-2023'] }), ask: client.ask, opening: async () => ({ sources: [], sample: false }), kept: forgetful, save: () => undefined, turns: new Map() }
  await showStudy(app, study, { sources: [], without: [], sample: false, imported: true })
  const state = () => app.store.getState()
  const items = () => itemsOf(state().study!, state().results!)
  const item = (unit: string, clause = 'QJ-13') => items().find((each) => each.unit === unit && each.clause === clause)
  const verdict = (unit: string, clause = 'QJ-13') => state().results!.find((result) => result.clause === clause)!.units.find(({ id }) => id === unit)?.state
  return { app, state, items, item, verdict, handlers }
}

describe('what is typed on the list', () => {
  test('is recorded on the base and begins no plan; the area that was found is judged', async () => {
    const { app, state, item, verdict } = await world(may)
    await recordProgress(app, [item('A')!], { status: 'done', areaM2: 260, evidence: '2025-06' })
    expect(state().workshop.plans).toEqual([])
    expect(verdict('A')).toBe('met')
    expect(item('A')).toBeUndefined()
    expect(state().workshop.base).toBe(may)
  })

  test('is undone and redone, and judged each time', async () => {
    const { app, item, verdict } = await world(may)
    await recordProgress(app, [item('A')!, item('B')!], { areaM2: 250 })
    expect([verdict('A'), verdict('B')]).toEqual(['met', 'met'])
    await undoRecord(app)
    expect([verdict('A'), verdict('B')]).toEqual(['unmet', 'unmet'])
    await redoRecord(app)
    expect([verdict('A'), verdict('B')]).toEqual(['met', 'met'])
  })

  test('about one compound’s rooms is the same for every clause that asks for them, and not for the four steps', async () => {
    const { app, item } = await world(may)
    await recordProgress(app, [item('A', 'QJ-15')!], { status: 'started', note: '已立项' })
    expect([item('A')?.progress.status, item('A', 'QJ-15')?.progress.note, item('A', 'QJ-07')?.progress.status]).toEqual(['started', '已立项', 'open'])
    await recordProgress(app, [item('A', 'QJ-07')!], { status: 'done' })
    expect([item('A')?.progress.status, item('A', 'QJ-07')?.progress.status, item('A', 'QJ-15')?.unit]).toEqual(['started', 'done', 'A'])
  })

  test('holds under every plan, and the very same thing typed again is no stroke', async () => {
    const { app, state, item } = await world(may)
    await recordProgress(app, [item('B')!], { status: 'started' })
    await recordProgress(app, [item('B')!], { status: 'started' })
    expect(state().rectify.book.strokes.length).toBe(1)
    const find = remediesFor(state().study!, state().results!, [item('A')!], { packs: shippedPacks.filter(({ id }) => id === 'qujing-2023'), options: {} })
    const [remedy] = find(item('A')!)
    await tryRemedy(app, item('A')!, remedy!)
    expect(state().workshop.plans.map(({ name, done }) => [name, done])).toEqual([['A苑·补建', 1]])
    expect(item('A')).toBeUndefined()
    expect(item('B')?.progress.status).toBe('started')
    await showPlan(app, null)
    expect(item('A')?.shortfall).toBe(150)
  })

  test('is kept with the session, the undone stroke too', async () => {
    const { app, state, item } = await world(may)
    const part = sessionParts.find(({ name }) => name === 'rectification')!
    expect(part.of(state())).toBeNull()
    await recordProgress(app, [item('A')!], { status: 'started' })
    await undoRecord(app)
    keepMonth(app, 'month')
    expect(part.of(state())).toBe(part.of(state()))
    expect(part.bring(JSON.parse(JSON.stringify(part.of(state()))), state()).rectify?.book).toEqual(state().rectify.book)
  })
})

test('the next ledger keeps the record and the list that was, and a compound that got another number is still known', async () => {
  const { app, state, item, handlers } = await world(may)
  await recordProgress(app, [item('B')!], { status: 'started', note: '已签约' })
  const book = await bookAside(app)
  const june = { ...town(home('1', 250, { name: 'A苑' }), home('2', 200, { name: 'B苑' }), home('3', 10)), asOf: '2025-07-31' }
  await handlers.load({ study: june }, { progress: () => undefined, signal: new AbortController().signal })
  await showStudy(app, june, { sources: [], without: [], sample: false, imported: true, joined: true, book })
  expect(item('2')?.progress).toMatchObject({ status: 'started', note: '已签约' })
  expect(state().rectify.book.snapshots.map(({ kind, asOf, items }) => [kind, asOf, items.some(({ name }) => name === 'A苑')])).toEqual([['ledger', '2025-06-30', true]])
})

test('a list is kept of what is, never of what a plan would make of it', async () => {
  const { app, state, item } = await world(may)
  const find = remediesFor(state().study!, state().results!, [item('A')!], { packs: shippedPacks, options: {} })
  await tryRemedy(app, item('A')!, find(item('A')!)[0]!)
  expect(keepMonth(app, 'month')).toBe(false)
  const book = await bookAside(app)
  expect(book.snapshots[0]?.items.some(({ unit, clause }) => unit === 'A' && clause === 'QJ-13')).toBe(true)
})

describe('the list as it is looked at', () => {
  const view = { ...firstRectify }
  const items = itemsOf(may, judge(may, shippedPacks.filter(({ id }) => id === 'qujing-2023')))
  const title = (item: RectificationItem) => item.clause
  const names = (change: Partial<typeof view>) => shownItems(items, { ...view, ...change }, title).map(({ unit, clause }) => `${unit} ${clause}`)

  test('begins with compounds, and among them where most elders wait', () => expect(names({}).slice(0, 5)).toEqual(['B QJ-13', 'B QJ-15', 'A QJ-07', 'A QJ-13', 'A QJ-15']))
  test('is narrowed by clause, problem, overdue and words', () => {
    expect(names({ clause: 'qujing-2023 QJ-13' })).toEqual(['B QJ-13', 'A QJ-13'])
    expect(names({ overdue: true, clause: 'qujing-2023 QJ-13' })).toEqual(['A QJ-13'])
    expect(names({ find: '住建局 qj-15' })).toEqual(['A QJ-15'])
    expect(names({ find: '西街道', clause: 'qujing-2023 QJ-13' })).toEqual(['B QJ-13'])
    expect(names({ fault: 'provision', status: 'started' })).toEqual([])
  })
  test('puts what is not known last whichever way it is sorted', () => {
    const due = (descending: boolean) => shownItems(items, { ...view, clause: 'qujing-2023 QJ-13', sort: { column: 'responsible', descending } }, title).map(({ unit }) => unit)
    expect([due(false), due(true)]).toEqual([['A', 'B'], ['A', 'B']])
  })
  test('in groups counts a compound’s rooms and people once', () => {
    const lines = linesOf(shownItems(items, { ...view, find: '苑' }, title), { group: 'subdistrict', folded: ['subdistrict s'] })
    expect(lines.map((line) => (line.kind === 'group' ? [line.name, line.items.length, line.m2, line.people] : line.item.unit))).toEqual([['西街道', 2, 50, 300], 'B', 'B', ['东街道', 3, 150, 50]])
    expect(totalsOf([])).toEqual({ m2: null, people: null })
  })
  test('of the four steps holds the compounds of which the ledger speaks', () => expect(gateRows(may).map(({ compound: { id }, problems }) => [id, problems])).toEqual([['A', 1]]))
  test('is held against the latest earlier month unless another is asked for', () => {
    const snapshot = (asOf: string) => ({ kind: 'month' as const, asOf, clauses: [], items: [] })
    const all = [snapshot('2025-04-30'), snapshot('2025-05-31'), snapshot('2025-06-30')]
    expect([snapshotAgainst(all, null, '2025-06-30')?.asOf, snapshotAgainst(all, 'month 2025-04-30', '2025-06-30')?.asOf, snapshotAgainst([], null, '2025-06-30')]).toEqual(['2025-05-31', '2025-04-30', null])
  })
})

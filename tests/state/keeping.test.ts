import { describe, expect, test } from 'vitest'
import { keepSafe, keepSession, noPage } from '../../src/state/commands/keep-session'
import { openAtStart } from '../../src/state/commands/open-at-start'
import { performEdit } from '../../src/state/commands/perform-edit'
import { goBackTo, showKeeping } from '../../src/state/commands/show-keeping'
import { showStudy } from '../../src/state/commands/show-study'
import { takeOver } from '../../src/state/commands/take-over'
import { beginPlan } from '../../src/state/commands/change-plans'
import { chooseOption } from '../../src/state/commands/choose-option'
import { allSessions, openSession } from '../../src/saved/sessions'
import { studyKey } from '../../src/saved/study-key'
import { memoryHolds, memoryKeeper, memoryShelf } from '../helpers/memory-shelf'
import { planWorld } from '../helpers/plan-world'
import { study } from '../helpers/tiny-study'

const reopen = { type: 'reopen-facility', facility: 'F-2' } as const
const close = { type: 'close-facility', facility: 'F-1' } as const
const settle = (ms = 0) => new Promise((resolve) => setTimeout(resolve, ms))
const key = studyKey(study())
/** Tabs of one browser on one study. */
function browser() {
  const shelf = memoryShelf()
  const holds = memoryHolds()
  const marks = new Map<string, string>()
  const shared = { get: (name: string) => marks.get(name) ?? null, set: (name: string, value: string | null) => void (value === null ? marks.delete(name) : marks.set(name, value)) }
  return { shelf, marks, tab: (tab: string) => memoryKeeper({ shelf, tab, holds: holds(tab), marks: shared }) }
}
const kept = async (shelf: ReturnType<typeof memoryShelf>, name = key) => {
  const read = await openSession(shelf, name)
  return 'value' in read ? read.value.session : null
}
const editsIn = (plans: readonly { readonly edits: readonly unknown[] }[]) => plans.map(({ edits }) => edits.length)

describe('a session', () => {
  test('is written within a second of an edit, with its number, and goes on where it was', async () => {
    const { shelf, tab } = browser()
    const { app } = await planWorld({ keeper: tab('a') })
    const stop = keepSafe(app)
    await performEdit(app, reopen)
    await chooseOption(app, 'coverage', 'served', 'located')
    await settle(400)
    stop()
    expect(await kept(shelf)).toMatchObject({ writer: 'a', options: { coverage: 'served' }, plan: 's1' })
    const again = await planWorld({ keeper: tab('a') })
    expect(again.plans()).toEqual(app.store.getState().workshop.plans)
    expect(again.state()).toMatchObject({ options: { coverage: 'served' }, keeping: { revision: (await kept(shelf))?.revision, role: 'writer' } })
    expect(again.state().keeping.revision).toBeGreaterThan(0)
  })

  test('is written at once when the page is hidden, and only when something changed', async () => {
    const { shelf, tab } = browser()
    const { app } = await planWorld({ keeper: tab('a') })
    let hide: () => void = () => undefined
    const stop = keepSafe(app, { ...noPage, onHidden: (then) => (hide = then) })
    hide()
    await settle()
    expect(await kept(shelf)).toBeNull()
    await performEdit(app, reopen)
    hide()
    await settle()
    stop()
    expect(editsIn((await kept(shelf))?.plans as never)).toEqual([1])
  })

  test('what a page had no time to write when it was left is found when it comes back, once', async () => {
    const { shelf, tab } = browser()
    const { app } = await planWorld({ keeper: tab('a') })
    let leave: () => void = () => undefined
    const stop = keepSafe(app, { ...noPage, onLeave: (then) => (leave = then) })
    await performEdit(app, reopen)
    await keepSession(app)
    // The database does not answer any more.
    shelf.refuse = 'refused'
    await performEdit(app, close)
    leave()
    await settle()
    stop()
    shelf.refuse = null
    expect(editsIn((await kept(shelf))?.plans as never)).toEqual([1])
    const again = await planWorld({ keeper: tab('a') })
    expect(editsIn(again.plans())).toEqual([2])
    expect(editsIn((await planWorld({ keeper: tab('a') })).plans())).toEqual([1])
  })

  test.each(['full', 'blocked', 'refused'] as const)('that cannot be written says so at once (%s), is tried again, and the warning goes when it is kept', async (refuse) => {
    const { shelf, tab } = browser()
    const { app, state } = await planWorld({ keeper: tab('a') })
    const stop = keepSafe(app)
    shelf.refuse = refuse
    await performEdit(app, reopen)
    await settle(350)
    expect(state().keeping).toMatchObject({ trouble: refuse, waits: true })
    shelf.refuse = null
    // A new change does not wait for the next try.
    await performEdit(app, close)
    await settle(350)
    stop()
    expect(state().keeping).toMatchObject({ trouble: null, waits: false })
    expect(editsIn((await kept(shelf))?.plans as never)).toEqual([2])
  })

  test('of a later program is left alone, and that is said', async () => {
    const { shelf, tab } = browser()
    const later = { version: 99, plans: 'in another shape', revision: 7 }
    await shelf.write(async (tables) => tables.put('sessions', key, later))
    const { app, state } = await planWorld({ keeper: tab('a') })
    expect(state().keeping.trouble).toBe('newer')
    await performEdit(app, reopen)
    await keepSession(app)
    expect(shelf.box.get('sessions')?.get(key)).toEqual(later)
  })

  test('keeps what this version does not know', async () => {
    const { shelf, tab } = browser()
    const first = await planWorld({ keeper: tab('a') })
    await performEdit(first.app, reopen)
    await keepSession(first.app)
    const written = shelf.box.get('sessions')?.get(key) as Record<string, unknown>
    await shelf.write(async (tables) => tables.put('sessions', key, { ...written, office: '规划科', parts: { ...(written.parts as object), later: { kept: true } } }))
    const again = await planWorld({ keeper: tab('a') })
    await performEdit(again.app, close)
    await keepSession(again.app)
    expect(shelf.box.get('sessions')?.get(key)).toMatchObject({ office: '规划科', parts: { later: { kept: true } }, revision: 2 })
  })
})

describe('two tabs on one study', () => {
  test('the second looks; what it changes is kept beside, and opened again both are there', async () => {
    const { shelf, tab } = browser()
    const one = await planWorld({ keeper: tab('a') })
    const stopOne = keepSafe(one.app)
    await performEdit(one.app, reopen)
    await keepSession(one.app)
    const before = await kept(shelf)
    const two = await planWorld({ keeper: tab('b') })
    expect(two.state().keeping.role).toBe('reader')
    await performEdit(two.app, close)
    await keepSession(two.app)
    expect(two.state().keeping.role).toBe('branch')
    expect(await kept(shelf)).toEqual(before)
    // The first goes on as if nothing had been.
    await beginPlan(one.app)
    await keepSession(one.app)
    expect(one.state().keeping).toMatchObject({ role: 'writer', trouble: null })
    expect((await kept(shelf))?.plans).toHaveLength(2)
    stopOne()
    const later = await planWorld({ keeper: tab('a') })
    expect(later.plans().map(({ name, edits }) => [name, edits.length])).toEqual([['方案A', 1], ['方案B', 0], ['方案A（另一标签页）', 2]])
    await keepSession(later.app)
    expect([...(shelf.box.get('sessions')?.keys() ?? [])]).toEqual([key])
  })

  test('the second takes over with the newest state; the first is told and writes nothing over it', async () => {
    const { shelf, tab } = browser()
    const one = await planWorld({ keeper: tab('a') })
    await performEdit(one.app, reopen)
    await keepSession(one.app)
    const two = await planWorld({ keeper: tab('b') })
    const stop = keepSafe(two.app)
    await performEdit(one.app, close)
    await keepSession(one.app)
    await takeOver(two.app)
    await settle(20)
    stop()
    expect(editsIn(two.plans())).toEqual([2])
    expect(two.state().keeping).toMatchObject({ role: 'writer', trouble: null })
    expect(one.state().keeping).toMatchObject({ role: 'reader', taken: true })
    await beginPlan(one.app)
    await keepSession(one.app)
    expect(one.state().keeping.role).toBe('branch')
    expect(await kept(shelf)).toMatchObject({ writer: 'b', revision: two.state().keeping.revision })
  })

  test('a tab that has gone on to another study does not keep the first from others', async () => {
    const { tab } = browser()
    const one = await planWorld({ keeper: tab('a') })
    await showStudy(one.app, study({ name: '别处' }), { sources: [], without: [], sample: false, imported: true, written: [] })
    expect((await planWorld({ keeper: tab('b') })).state().keeping.role).toBe('writer')
  })

  test('without any turn between them, the later save over an unseen state is not done', async () => {
    const { shelf, tab } = browser()
    const always = { take: async () => ({ release: () => undefined }), takeOver: async () => ({ release: () => undefined }), letGo: () => undefined }
    const [one, two] = [await planWorld({ keeper: { ...tab('a'), holds: always } }), await planWorld({ keeper: { ...tab('b'), holds: always } })]
    await performEdit(one.app, reopen)
    await keepSession(one.app)
    await performEdit(two.app, close)
    await keepSession(two.app)
    expect(await kept(shelf)).toMatchObject({ writer: 'a', revision: 1 })
    expect(await kept(shelf, `${key}~b`)).toMatchObject({ writer: 'b' })
    expect(two.state().keeping).toMatchObject({ role: 'branch', taken: true })
  })
})

test('one goes back to an earlier state, and from there to the one that was left', async () => {
  const { tab } = browser()
  const keeper = tab('a')
  const { app, state, plans } = await planWorld({ keeper })
  await performEdit(app, reopen)
  await keepSession(app)
  keeper.clock += 120_000
  await performEdit(app, close)
  await keepSession(app)
  await showKeeping(app, true)
  const history = () => state().keeping.shown?.history ?? []
  expect(history().map(({ edits }) => edits)).toEqual([2, 1])
  keeper.clock += 1000
  await goBackTo(app, history()[1]!.session)
  expect(editsIn(plans())).toEqual([1])
  await goBackTo(app, history().find(({ edits }) => edits === 2)!.session)
  expect(editsIn(plans())).toEqual([2])
})

describe('after a page that did not end by itself', () => {
  const cut = async () => {
    const world = browser()
    const first = await planWorld({ keeper: world.tab('a') })
    first.app.store.setState({ sample: true, imported: false })
    const stop = keepSafe(first.app)
    await performEdit(first.app, reopen)
    await keepSession(first.app)
    await world.shelf.write(async (tables) => tables.put('marks', 'last', key))
    stop()
    // Another process of the browser: the turns of the dead tab are gone, its mark is still there.
    const { app, state } = await planWorld()
    const keeper = memoryKeeper({ shelf: world.shelf, tab: 'b', marks: { get: (name) => world.marks.get(name) ?? null, set: () => undefined } })
    const again = { ...app, keeper, opening: async () => ({ sources: [], sample: true, startedWith: 'sample' }) }
    return { ...world, again, state }
  }

  test('what was found is said before anything is opened', async () => {
    const { again, state } = await cut()
    void openAtStart(again)
    await settle(20)
    expect(state().keeping.recovery?.session).toMatchObject({ name: '三社区街', asOf: '2025-12-31', plans: [{ id: 's1' }] })
  })

  test('begun anew, the work is laid aside and not destroyed', async () => {
    const { again, state, shelf } = await cut()
    const before = (await kept(shelf))?.revision ?? NaN
    const opened = openAtStart(again)
    await settle(20)
    state().keeping.recovery?.answer('discard')
    await opened
    expect(await kept(shelf)).toMatchObject({ plans: [], revision: before + 1 })
    const all = await allSessions(shelf)
    expect('value' in all && all.value).toHaveLength(1)
    expect([...(shelf.box.get('history')?.values() ?? [])].some((row) => ((row as { plans: unknown[] }).plans.length ?? 0) === 1)).toBe(true)
  })
})

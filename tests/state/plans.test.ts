import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import type { WalkPictures } from '../../src/compute/walking'
import type { App } from '../../src/state/app'
import { beginPlan, branchPlan, deletePlan, describePlan, duplicatePlan, freezePlan, restorePlans } from '../../src/state/commands/change-plans'
import { comparePlans, compareShown } from '../../src/state/commands/compare-plans'
import { dragTo, dropAt, takeTool } from '../../src/state/commands/drag-facility'
import { keepSafe, keepSession } from '../../src/state/commands/keep-session'
import { performEdit, redoEdit, undoEdit } from '../../src/state/commands/perform-edit'
import { select } from '../../src/state/commands/select'
import { showPlan, stepPlan } from '../../src/state/commands/show-plan'
import { showWorth } from '../../src/state/commands/weigh-all'
import { editWords } from '../../src/state/edit-words'
import { freeName, planColours } from '../../src/state/plan-names'
import { memoryKeeper, memoryShelf } from '../helpers/memory-shelf'
import { judgeByHand, planWorld } from '../helpers/plan-world'
import { randomEdit, smallTown } from '../helpers/random-edits'
import { randomFrom } from '../helpers/random'
import { area, facility, study } from '../helpers/tiny-study'
import { people } from '../helpers/town'

const reopen = { type: 'reopen-facility', facility: 'F-2' } as const
const close = { type: 'close-facility', facility: 'F-1' } as const
const settle = (ms = 0) => new Promise((resolve) => setTimeout(resolve, ms))
const square = (west: number) => ({ type: 'Polygon' as const, coordinates: [[[west, 0], [west + 1, 0], [west + 1, 1], [west, 1], [west, 0]]] })
/** Three communities of one degree each, side by side; a centre stands in the first. */
const drawn = () => study({ areas: [area('street', { level: 'subdistrict', parent: null }), ...['a', 'b', 'c'].map((id, at) => area(id, { boundary: square(at), at: [at + 0.5, 0.5] }))], facilities: [facility('F-1', { area: 'a', at: [0.5, 0.5] })] })

describe('an edit', () => {
  test('on the base begins a plan, leaves the base alone, and is judged', async () => {
    const { app, state, plans, numerator } = await planWorld()
    const base = state().workshop.base
    expect(numerator()).toBe(1)
    expect(await performEdit(app, reopen)).toBe(true)
    expect(plans().map(({ name, done }) => [name, done])).toEqual([['方案A', 1]])
    expect(state().workshop).toMatchObject({ plan: 's1', notice: { word: 'notice.begun' } })
    expect(state().workshop.base).toBe(base)
    expect(state().study?.facilities.map(({ stage }) => stage)).toEqual(['operating', 'operating'])
    expect(numerator()).toBe(2)
    await showPlan(app, null)
    expect(state().study).toBe(base)
    expect(numerator()).toBe(1)
  })

  test('sends the worker edits, never the study, and of the base nothing', async () => {
    const { app, calls } = await planWorld()
    await performEdit(app, reopen)
    const [ofBase, ofPlan] = calls.filter(({ call }) => call === 'evaluate')
    expect(ofBase?.input).not.toHaveProperty('edits')
    expect(ofPlan?.input).toMatchObject({ edits: [{ id: 's1.1', ...reopen }] })
    expect(JSON.stringify(calls)).not.toContain('乙站')
  })

  test('is undone and redone one step at a time, to the very base', async () => {
    const { app, state, numerator } = await planWorld()
    await performEdit(app, reopen)
    await performEdit(app, close)
    expect(numerator()).toBe(1)
    await undoEdit(app)
    expect(numerator()).toBe(2)
    await undoEdit(app)
    expect(state().study).toBe(state().workshop.base)
    await undoEdit(app)
    expect(state().workshop.plans[0]?.done).toBe(0)
    await redoEdit(app)
    await redoEdit(app)
    expect(state().study?.facilities.map(({ stage }) => stage)).toEqual(['closed', 'operating'])
  })

  test('that changes nothing is not kept, and the reason is said', async () => {
    const { app, state, plans } = await planWorld()
    expect(await performEdit(app, { type: 'reopen-facility', facility: 'F-1' })).toBe(false)
    expect(await performEdit(app, { type: 'close-facility', facility: 'gone' })).toBe(false)
    expect(plans()).toEqual([])
    expect(state().workshop.notice?.problems?.map(({ code }) => code)).toEqual(['edit-target-missing'])
  })

  test('of a frozen plan is refused until a branch takes it', async () => {
    const { app, state, plans } = await planWorld()
    await performEdit(app, reopen)
    freezePlan(app, true)
    expect(await performEdit(app, close)).toBe(false)
    await undoEdit(app)
    expect(plans()[0]?.done).toBe(1)
    expect(state().workshop.notice?.word).toBe('notice.frozen')
    await branchPlan(app)
    expect(await performEdit(app, close)).toBe(true)
    expect(plans().map(({ done, from }) => [done, from])).toEqual([[1, 'base'], [2, 's1']])
  })
})

describe('the list of plans', () => {
  test('a duplicate carries what was undone, a branch does not', async () => {
    const { app, plans } = await planWorld()
    await performEdit(app, reopen)
    await performEdit(app, close)
    await undoEdit(app)
    await duplicatePlan(app)
    await showPlan(app, 's1')
    await branchPlan(app)
    expect(plans().map(({ name, edits, done }) => [name, edits.length, done])).toEqual([['方案A', 2, 1], ['方案A 副本', 2, 1], ['方案B', 1, 1]])
  })

  test('a deleted plan can be put back in its place, with what was made meanwhile', async () => {
    const { app, state, plans } = await planWorld()
    await beginPlan(app)
    await beginPlan(app)
    await showPlan(app, 's1')
    await deletePlan(app)
    expect(plans().map(({ id }) => id)).toEqual(['s2'])
    expect(state().workshop.plan).toBeNull()
    describePlan(app, 's2', { note: '晚上再看' })
    await restorePlans(app)
    expect(plans().map(({ id, note }) => [id, note])).toEqual([['s1', ''], ['s2', '晚上再看']])
    expect(state().workshop.plan).toBe('s1')
  })

  test('a name that is wiped out stays what it was', async () => {
    const { app, plans } = await planWorld()
    await beginPlan(app)
    describePlan(app, 's1', { name: '  ', colour: planColours[2] })
    expect(plans()[0]).toMatchObject({ name: '方案A', colour: planColours[2] })
  })

  test('previous and next go round, the base among them', async () => {
    const { app, state } = await planWorld()
    await beginPlan(app)
    await beginPlan(app)
    await showPlan(app, null)
    const seen = []
    for (let turn = 0; turn < 3; turn++) {
      await stepPlan(app, 1)
      seen.push(state().workshop.plan)
    }
    await stepPlan(app, -1)
    expect([...seen, state().workshop.plan]).toEqual(['s1', 's2', null, 's2'])
  })

  test('names go on after Z and fill gaps', async () => {
    const { app, plans } = await planWorld()
    for (let at = 0; at < 27; at++) await beginPlan(app)
    expect(plans().map(({ name }) => name).slice(24)).toEqual(['方案Y', '方案Z', '方案27'])
    expect(freeName(plans().filter(({ name }) => name !== '方案C'), 'zh')).toBe('方案C')
    expect(new Set(plans().slice(0, planColours.length).map(({ colour }) => colour)).size).toBe(planColours.length)
  })
})

describe('a drag', () => {
  test('moves the facility at once, is no edit until it is dropped, and is then exactly one', async () => {
    const { app, state, plans } = await planWorld({ study: drawn() })
    takeTool(app, { kind: 'move', facility: 'F-1' })
    dragTo(app, [1.2, 0.5])
    expect(state().workshop.drag).toEqual({ facility: 'F-1', to: [1.2, 0.5] })
    dragTo(app, [2.4, 0.5])
    expect(plans()).toEqual([])
    await settle(200)
    expect(state().results?.[0]?.units.map(({ id, state }) => [id, state])).toEqual([['a', 'unmet'], ['b', 'unmet'], ['c', 'met']])
    await dropAt(app, [1.5, 0.5])
    expect(plans().map(({ edits }) => edits)).toEqual([[{ id: 's1.1', type: 'move-facility', facility: 'F-1', to: [1.5, 0.5] }]])
    expect(state().workshop).toMatchObject({ tool: null, drag: null })
    expect(state().results).toEqual(judgeByHand(state().study ?? drawn()))
  })

  test('of a hundred places asks the worker for few, and for the last', async () => {
    const world = await planWorld({ study: drawn() })
    const asked: unknown[] = []
    let answer = (): void => undefined
    const held = new Promise<void>((resolve) => (answer = resolve))
    // A worker that takes as long as it likes over its first answer: no clock decides.
    const ask: App['ask'] = async (call, input, options) => {
      if (call === 'evaluate' && asked.push(input) === 1) await held
      return world.app.ask(call, input, options)
    }
    const app: App = { ...world.app, ask }
    takeTool(app, { kind: 'move', facility: 'F-1' })
    for (let step = 1; step <= 100; step++) dragTo(app, [0.5 + step / 100, 0.5])
    expect(asked).toMatchObject([{ edits: [{ to: [0.51, 0.5] }] }])
    answer()
    await vi.waitFor(() => expect(asked.length).toBeGreaterThan(1))
    await settle(50)
    expect(asked).toMatchObject([{ edits: [{ to: [0.51, 0.5] }] }, { edits: [{ to: [1.5, 0.5] }] }])
  })

  test('counts who is near at every place, as the study with the facility there does', async () => {
    const areas = drawn().areas
    const { app, state, calls } = await planWorld({ study: { ...drawn(), people: people([{ id: 'p1', at: [0.5, 0.5], elders60: 1 }, { id: 'p2', at: [1.5, 0.5], elders60: 2 }], areas) } })
    const near = () => state().reach?.total.within[0]?.elders60
    await vi.waitFor(() => expect(near()).toBe(1))
    takeTool(app, { kind: 'move', facility: 'F-1' })
    dragTo(app, [1.5, 0.5])
    await vi.waitFor(() => expect(near()).toBe(2))
    expect(calls.filter(({ call }) => call === 'reach')).toHaveLength(1)
    dragTo(app, [2.5, 0.5])
    await vi.waitFor(() => expect(near()).toBe(0))
    takeTool(app, null)
    await vi.waitFor(() => expect(near()).toBe(1))
  })

  test('that is given up leaves everything as it was', async () => {
    const { app, state, plans } = await planWorld({ study: drawn() })
    takeTool(app, { kind: 'move', facility: 'F-1' })
    dragTo(app, [2.4, 0.5])
    takeTool(app, null)
    await settle(20)
    expect(state().study).toBe(state().workshop.base)
    expect(state().results?.[0]?.units[0]?.state).toBe('met')
    expect(plans()).toEqual([])
  })
})

describe('what each facility is worth', () => {
  test('comes for all that run, in few questions, and waits while something is held', async () => {
    const many = Array.from({ length: 450 }, (_, at) => facility(`F-${at}`, { area: 'a', at: [0.5, 0.5] }))
    const { app, state, calls } = await planWorld({ study: { ...drawn(), facilities: [...many, facility('shut', { stage: 'closed' })] } })
    app.store.setState({ dockTab: 'facilities' })
    takeTool(app, { kind: 'move', facility: 'F-1' })
    showWorth(app, true)
    await settle(50)
    expect(calls.filter(({ call }) => call === 'worth')).toEqual([])
    takeTool(app, null)
    await vi.waitFor(() => expect(state().workshop.worth?.losses.size).toBe(450))
    expect(state().workshop.worth).toMatchObject({ of: 450, stopped: false })
    // One clause: two hundred facilities at a time.
    expect(calls.filter(({ call }) => call === 'worth').map(({ input }) => (input as { facilities: readonly string[] }).facilities.length)).toEqual([200, 200, 50])
  })
})

describe('a comparison', () => {
  test('says what a plan gains, and turned round the reverse', async () => {
    const { app, state } = await planWorld()
    await performEdit(app, reopen)
    await compareShown(app)
    const forth = state().workshop.comparison?.judged?.difference
    await comparePlans(app, 's1', null)
    const back = state().workshop.comparison?.judged?.difference
    expect(forth?.clauses[0]?.gained.map(({ id }) => id)).toEqual(['b'])
    expect(back?.clauses[0]?.lost.map(({ id }) => id)).toEqual(['b'])
    await comparePlans(app, 's1', 's1')
    expect(state().workshop.comparison?.judged?.difference.clauses).toEqual([])
  })

  test('has the walks of both plans where the main map shows walks, and asks for none where it shows circles', async () => {
    const { app, state, calls } = await planWorld()
    await performEdit(app, reopen)
    const asked = () => calls.filter(({ call }) => call === 'pictures').map(({ input }) => input)
    await compareShown(app)
    expect([asked(), state().workshop.comparison?.walks]).toEqual([[], null])
    const drawn: WalkPictures[] = [1, 2].map((limit) => ({ metres: [limit], facility: null, shapes: [null] }))
    const ask: App['ask'] = (call, input, options) => (call === 'pictures' ? (calls.push({ call, input }), Promise.resolve(drawn[asked().length - 1] as never)) : app.ask(call, input, options))
    app.store.setState(({ walking }) => ({ walking: { ...walking, model: 'walk', speed: 0.8 } }))
    await compareShown({ ...app, ask })
    expect(asked()).toMatchObject([{ metres: [480, 720], facility: null }, { metres: [480, 720], edits: [reopen] }])
    expect(asked()[0]).not.toHaveProperty('edits')
    expect(state().workshop.comparison?.walks).toEqual({ before: drawn[0], after: drawn[1] })
  })

  test('leaves the plan that is shown on the screen alone', async () => {
    const { app, state } = await planWorld()
    await performEdit(app, reopen)
    const { study: shown, results } = state()
    await comparePlans(app, null, null)
    expect([state().study, state().results]).toEqual([shown, results])
  })
})

test('a selected facility that runs is weighed: what its community would lose; one that is closed is not', async () => {
  const { app, state } = await planWorld()
  select(app, { kind: 'facility', id: 'F-1' })
  await settle(30)
  expect(state().workshop.weight?.answer?.difference.totals.unitsLost).toBe(1)
  select(app, { kind: 'facility', id: 'F-2' })
  expect(state().workshop.weight).toBeNull()
})

describe('plans on this computer', () => {
  test('are written within a second and go on after the page is opened again', async () => {
    const keeper = memoryKeeper({ shelf: memoryShelf() })
    const { app } = await planWorld({ keeper })
    const stop = keepSafe(app)
    await performEdit(app, reopen)
    await performEdit(app, close)
    await undoEdit(app)
    await settle(700)
    stop()
    const again = await planWorld({ keeper })
    expect(again.plans()).toEqual(app.store.getState().workshop.plans)
    expect(again.state().workshop.plan).toBe('s1')
    expect(again.numerator()).toBe(2)
    await redoEdit(again.app)
    expect(again.numerator()).toBe(1)
  })

})

test('an edit is told by what it does and to whom', () => {
  expect(editWords('zh', study(), { id: 's1.1', ...close })).toBe('停用 · 甲站')
  expect(editWords('zh', study(), { id: 's1.1', type: 'set-elders', of: { kind: 'area', id: 'b' }, elders60: 3 })).toBe('改老人数 · 乙社区')
  expect(editWords('zh', study(), { id: 's1.1', type: 'kept', raw: {} })).toBe('本版不认识的修改，原样保留')
})

test('law: whatever is done in a workshop, what is judged is the plan, undoing all is the base, redoing all the end, and what was kept is the same', async () => {
  const town = smallTown()
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 1e9 }), async (seed) => {
      const random = randomFrom(seed)
      const keeper = memoryKeeper({ shelf: memoryShelf() })
      const { app, state } = await planWorld({ study: town, keeper })
      const stop = keepSafe(app)
      await beginPlan(app)
      for (let step = 0; step < 40; step++) {
        const turn = random()
        if (turn < 0.15) await undoEdit(app)
        else if (turn < 0.25) await redoEdit(app)
        else if (turn < 0.3) await branchPlan(app)
        else await performEdit(app, randomEdit(random))
      }
      const end = state().study
      expect(state().results).toEqual(judgeByHand(end ?? town))
      await keepSession(app)
      stop()
      const again = await planWorld({ study: town, keeper })
      expect(again.state().study).toEqual(end)
      expect(again.plans()).toEqual(state().workshop.plans)
      const plan = () => state().workshop.plans.find(({ id }) => id === state().workshop.plan)
      const done = plan()?.done ?? 0
      for (let step = 0; step < done; step++) await undoEdit(app)
      expect(state().study).toBe(town)
      for (let step = 0; step < done; step++) await redoEdit(app)
      expect(state().study).toEqual(end)
    }),
    { numRuns: 6, seed: 20261 },
  )
}, 60_000)

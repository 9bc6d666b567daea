/** A facility that is held over the map: everything follows its place; one edit is made when it is let go. */
import type { LngLat } from '../../tables/ledger'
import { takeTurn, type App } from '../app'
import { editsShown, planShown, setWorkshop, type MapTool } from '../workshop'
import { countHeld } from './count-reach'
import { addPlace, closeStreetAt } from './draw-way'
import { drawHeldWalk } from './draw-walks'
import { followPlan } from './show-plan'
import { performEdit } from './perform-edit'

/** Takes up a tool; null lays it down, and what was held goes back. */
export function takeTool(app: App, tool: MapTool | null): void {
  const { drag } = app.store.getState().workshop
  setWorkshop(app, { tool, drag: null, ...(tool?.kind === 'place' ? { adding: app.store.getState().workshop.adding ?? { at: null } } : {}) })
  if (drag) void followPlan(app)
  if (tool?.kind === 'move') void getReady(app, tool.facility)
}

/** Before it is carried anywhere: the computing part measures all others, so that the first place is answered as quickly as the next. */
async function getReady(app: App, facility: string): Promise<void> {
  const at = app.store.getState().study?.facilities.find(({ id }) => id === facility)?.at
  // What cannot be answered now says so when it is carried.
  if (at) await countHeld(app, { facility, to: at }, new AbortController().signal).catch(() => undefined)
}

/** The circles follow at once, and what is judged, walked and counted a moment later: one place at a time, always the latest. The study follows when it is let go. */
export function dragTo(app: App, to: LngLat): void {
  const { workshop } = app.store.getState()
  const { base, tool } = workshop
  const plan = planShown(workshop)
  if (!base || tool?.kind !== 'move' || plan?.frozen) return
  setWorkshop(app, { drag: { facility: tool.facility, to } })
  void judgeHeld(app)
}

/** Lets go, or says a place: one edit, or one place more. */
export async function dropAt(app: App, to: LngLat): Promise<void> {
  const { tool } = app.store.getState().workshop
  switch (tool?.kind) {
    case 'place':
      return setWorkshop(app, { adding: { at: to }, tool: null })
    case 'link':
      return addPlace(app, to)
    case 'closing':
      return closeStreetAt(app, to)
    case 'gate':
      setWorkshop(app, { tool: null })
      return void (await performEdit(app, { type: 'open-gate', compound: tool.compound, at: to }))
    case 'move':
      setWorkshop(app, { tool: null })
      return void (await performEdit(app, { type: 'move-facility', facility: tool.facility, to }))
  }
}

const judging = new WeakMap<App, { again: boolean }>()

async function judgeHeld(app: App): Promise<void> {
  const running = judging.get(app)
  if (running) {
    running.again = true
    return
  }
  const mine = { again: true }
  judging.set(app, mine)
  const signal = takeTurn(app, 'evaluate')
  try {
    while (mine.again && !signal.aborted) {
      mine.again = false
      const { workshop, policies, ownPacks, options } = app.store.getState()
      const { drag } = workshop
      if (!drag) break
      const judged = app.ask('evaluate', { policies, own: ownPacks, options, ...editsShown(app), passing: true }, { signal })
      const beside = Promise.allSettled([drawHeldWalk(app, drag.facility, signal), countHeld(app, drag, signal), nextFrame()])
      const results = await judged
      if (!signal.aborted && app.store.getState().workshop.drag) app.store.setState({ results })
      await beside
    }
  } catch {
    // Let go, or the worker died: the judging that follows says so.
  } finally {
    judging.delete(app)
  }
}

/** One answer for each picture of the screen; where there is no screen, at once. */
const nextFrame = (): Promise<void> => new Promise((resolve) => (typeof requestAnimationFrame === 'function' ? requestAnimationFrame(() => resolve()) : setTimeout(resolve)))

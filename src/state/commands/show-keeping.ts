/** The place that says how safe the work is: earlier states, other studies of this computer, going back to one of them. */
import { entryOf } from '../../saved/history'
import { allSessions, dropSession, earlierSessions } from '../../saved/sessions'
import { workIn, type Session } from '../../saved/session'
import { readScenarios } from '../../scenario/read-scenarios'
import type { App } from '../app'
import { setKeeping } from '../keeping'
import { planNamed, setWorkshop } from '../workshop'
import { keepSession, layAsideNow } from './keep-session'
import { openKept } from './open-session'
import { followPlan } from './show-plan'

export async function showKeeping(app: App, shown: boolean): Promise<void> {
  const { keeper } = app
  if (!keeper || !shown) return setKeeping(app, { shown: null })
  const { study } = app.store.getState().keeping
  const [history, all] = await Promise.all([study === null ? { value: [] } : earlierSessions(keeper.shelf, study), allSessions(keeper.shelf)])
  const others = ('value' in all ? all.value : []).filter((session) => session.study !== study && session.name !== '')
  setKeeping(app, {
    shown: {
      history: ('value' in history ? history.value : []).map((session) => ({ ...entryOf(session), session })),
      others: others.map((session) => ({ study: session.study, name: session.name, asOf: session.asOf, savedAt: session.savedAt, ...workIn(session), whole: session.files !== null })),
    },
  })
}

/** The plans as they were; what stands now goes into the history first. */
export async function goBackTo(app: App, { plans: written, plan }: Session): Promise<void> {
  if (!(await keepSession(app))) return
  await layAsideNow(app)
  const { scenarios: plans, unread } = readScenarios(written)
  setWorkshop(app, { plans, unread, plan: planNamed({ plans }, plan)?.id ?? null, tool: null, drag: null, adding: null })
  await followPlan(app)
  await showKeeping(app, true)
}

export async function openOther(app: App, study: string): Promise<void> {
  if (!app.keeper) return
  await keepSession(app)
  const all = await allSessions(app.keeper.shelf)
  const session = 'value' in all ? all.value.find((each) => each.study === study) : undefined
  setKeeping(app, { shown: null })
  if (session) await openKept(app, session)
}

export async function forgetOther(app: App, study: string): Promise<void> {
  if (!app.keeper) return
  await dropSession(app.keeper.shelf, study)
  await showKeeping(app, true)
}

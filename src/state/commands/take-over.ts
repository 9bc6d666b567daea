/** Makes this tab the one that saves the study; what both tabs did stays. */
import { laidBeside } from '../../saved/kept-plans'
import { openSession } from '../../saved/sessions'
import { readScenarios } from '../../scenario/read-scenarios'
import { sayPlan } from '../../text/plans'
import type { App } from '../app'
import { setKeeping } from '../keeping'
import { setWorkshop } from '../workshop'
import { branchOf, keepSession, lostTo } from './keep-session'
import { followPlan } from './show-plan'
import { markOpen } from './unclean-end'

export async function takeOver(app: App): Promise<void> {
  const { keeper } = app
  const { study } = app.store.getState().keeping
  if (!keeper || study === null) return
  await keeper.holds.takeOver(study, () => lostTo(app, study))
  const found = await openSession(keeper.shelf, study)
  const state = app.store.getState()
  if (state.keeping.study !== study) return
  if ('trouble' in found) return setKeeping(app, { trouble: found.trouble })
  const { session } = found.value
  const kept = session ? readScenarios(session.plans) : null
  const { plans: mine, plan } = state.workshop
  // First whose turn it is: the change of the plans below is saved at once.
  setKeeping(app, { role: 'writer', taken: false, revision: session?.revision ?? 0, files: session?.files ?? state.keeping.files, absorbs: [branchOf(study, keeper)] })
  if (kept) {
    // Plans that only this tab has, and those that it took further, come to lie beside.
    const plans = laidBeside(kept.scenarios, state.keeping.role === 'branch' || state.keeping.waits ? mine : [], (name) => sayPlan(state.language, 'name.otherTab', { name }))
    setWorkshop(app, { plans, unread: kept.unread, plan: plans.some(({ id }) => id === plan) ? plan : (session?.plan ?? null) })
  }
  markOpen(app)
  await followPlan(app)
  await keepSession(app)
}

/** Shows another plan, or the base; results, map and tables follow. */
import type { App } from '../app'
import { studyShown } from '../rectify'
import { setWorkshop } from '../workshop'
import { followStreets } from './build-streets'
import { countReach } from './count-reach'
import { judgeStudy } from './judge-study'
import { weighFacility } from './weigh-facility'

/** null: the base. */
export async function showPlan(app: App, plan: string | null): Promise<void> {
  setWorkshop(app, { plan, tool: null, drag: null, adding: null, way: null, refused: null })
  await followPlan(app)
}

/** The one before or after, the base first, round and round. */
export function stepPlan(app: App, by: 1 | -1): Promise<void> {
  const { plans, plan } = app.store.getState().workshop
  const all = [null, ...plans.map(({ id }) => id)]
  return showPlan(app, all[(all.indexOf(plan) + by + all.length) % all.length] ?? null)
}

/** After any change of a plan: the study as it leaves it, judged. */
export async function followPlan(app: App): Promise<void> {
  const { workshop } = app.store.getState()
  if (!workshop.base) return
  app.store.setState((state) => ({ study: studyShown(state) }))
  await judgeStudy(app)
  void countReach(app)
  void followStreets(app)
  void weighFacility(app)
}

/** Trying all poolings that fit together: one new plan. */
import type { FittingTogether } from '../../rectify/allocation'
import { newScenario, perform, withScenario } from '../../scenario/scenario'
import { sayRectify } from '../../text/rectify'
import type { App } from '../app'
import { freeColour } from '../plan-names'
import { setWorkshop } from '../workshop'
import { followPlan } from './show-plan'

export async function tryTogether(app: App, { groups }: FittingTogether): Promise<void> {
  const { workshop, language } = app.store.getState()
  const plan = newScenario(workshop.plans, { name: sayRectify(language, 'together.plan'), colour: freeColour(workshop.plans) })
  const after = groups.flatMap(({ edits }) => edits).reduce(perform, plan)
  setWorkshop(app, { plans: withScenario(workshop.plans, after), plan: after.id, drag: null, refused: null, notice: { word: 'notice.begun', values: { name: plan.name } } })
  await followPlan(app)
}

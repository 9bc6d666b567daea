/** Trying a remedy: a new plan with its edits, shown at once, so that every clause and the map say what it mends. */
import { itemKey, type RectificationItem, type Remedy } from '../../rectify/item'
import { newScenario, perform, withScenario } from '../../scenario/scenario'
import { sayRectify } from '../../text/rectify'
import type { App } from '../app'
import { freeColour } from '../plan-names'
import { planShown, setWorkshop } from '../workshop'
import { followPlan } from './show-plan'

/** Goes into the plan that is shown where it can be edited, else into a new one named after the unit. */
export async function tryRemedy(app: App, item: RectificationItem, { kind, edits }: Pick<Remedy, 'kind' | 'edits'>): Promise<void> {
  const { workshop, language } = app.store.getState()
  const { plans } = workshop
  const shown = planShown(workshop)
  const name = sayRectify(language, 'try.plan', { name: item.name, remedy: sayRectify(language, `remedy.${kind}`) })
  const plan = shown && !shown.frozen ? shown : newScenario(plans, { name, colour: freeColour(plans) })
  const after = edits.reduce(perform, plan)
  setWorkshop(app, { plans: withScenario(plans, after), plan: after.id, drag: null, refused: null, notice: shown === plan ? null : { word: 'notice.begun', values: { name: plan.name } } })
  app.store.setState(({ rectify }) => ({ rectify: { ...rectify, item: itemKey(item) } }))
  await followPlan(app)
}

/** The list of plans: begin, branch, duplicate, rename, freeze, delete, and put back what was deleted. */
import { branch, duplicate, freeze, newScenario, remove, withScenario, type Scenario } from '../../scenario/scenario'
import { sayPlan } from '../../text/plans'
import type { App } from '../app'
import { freeColour, freeName } from '../plan-names'
import { planNamed, planShown, setWorkshop } from '../workshop'
import { followPlan, showPlan } from './show-plan'

/** An empty plan on the base. */
export function beginPlan(app: App): Promise<void> {
  const { workshop, language } = app.store.getState()
  const { plans } = workshop
  return added(app, newScenario(plans, { name: freeName(plans, language), colour: freeColour(plans) }))
}

/** A plan that begins where the one that is shown stands; on the base, an empty one. */
export function branchPlan(app: App): Promise<void> {
  const { workshop, language } = app.store.getState()
  const { plans } = workshop
  const plan = planShown(workshop)
  return plan ? added(app, branch(plans, plan, { name: freeName(plans, language), colour: freeColour(plans) })) : beginPlan(app)
}

/** A copy, undone edits and all. */
export async function duplicatePlan(app: App): Promise<void> {
  const { workshop, language } = app.store.getState()
  const { plans } = workshop
  const plan = planShown(workshop)
  if (plan) await added(app, duplicate(plans, plan, { name: sayPlan(language, 'name.copy', { name: plan.name }), note: plan.note, colour: freeColour(plans) }))
}

/** Name, note, colour; a blank name stays what it was. */
export function describePlan(app: App, id: string, words: Partial<Pick<Scenario, 'name' | 'note' | 'colour'>>): void {
  const { workshop } = app.store.getState()
  const plan = planNamed(workshop, id)
  if (!plan) return
  const name = words.name?.trim() || plan.name
  setWorkshop(app, { plans: withScenario(workshop.plans, { ...plan, ...words, name }) })
}

export function freezePlan(app: App, frozen: boolean): void {
  const { workshop } = app.store.getState()
  const plan = planShown(workshop)
  if (plan) setWorkshop(app, { plans: withScenario(workshop.plans, freeze(plan, frozen)), tool: null, adding: null })
}

/** The notice can put it back. */
export async function deletePlan(app: App): Promise<void> {
  const { workshop } = app.store.getState()
  const { plans, plan: id } = workshop
  const plan = planShown(workshop)
  if (!plan) return
  setWorkshop(app, { plans: remove(plans, plan.id), notice: { word: 'notice.deleted', values: { name: plan.name }, restore: { plans, plan: id } } })
  await showPlan(app, null)
}

/** 撤销 of the notice; plans that were made meanwhile stay too. */
export async function restorePlans(app: App): Promise<void> {
  const { workshop } = app.store.getState()
  const restore = workshop.notice?.restore
  if (!restore) return
  const made = workshop.plans.filter(({ id }) => !restore.plans.some((plan) => plan.id === id))
  const known = restore.plans.map((plan) => planNamed(workshop, plan.id) ?? plan)
  setWorkshop(app, { plans: [...known, ...made], plan: restore.plan, notice: null })
  await followPlan(app)
}

export const dismissNotice = (app: App): void => setWorkshop(app, { notice: null })

async function added(app: App, plan: Scenario): Promise<void> {
  const { plans } = app.store.getState().workshop
  setWorkshop(app, { plans: [...plans, plan], notice: null })
  await showPlan(app, plan.id)
}

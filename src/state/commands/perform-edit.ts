/** One more edit of the plan that is shown; undo and redo. On the base, which is locked, a new plan takes the edit. */
import type { EditDraft } from '../../scenario/edit'
import { newScenario, perform, redo, undo, withScenario, type Scenario } from '../../scenario/scenario'
import { problemsUnder, studyUnder } from '../../scenario/study-under'
import type { App } from '../app'
import { freeColour, freeName } from '../plan-names'
import { baseRecorded } from '../rectify'
import { planShown, setWorkshop } from '../workshop'
import { redoRecord, undoRecord } from './rectify-record'
import { followPlan } from './show-plan'

/** True: the edit is done. What it left to say, or why it changes nothing, is in the notice. */
export async function performEdit(app: App, draft: EditDraft): Promise<boolean> {
  const { workshop, language } = app.store.getState()
  const { plans } = workshop
  const base = baseRecorded(app.store.getState())
  if (!base) return false
  const shown = planShown(workshop)
  if (shown?.frozen) {
    // What was held on the map goes back to its place.
    setWorkshop(app, { notice: { word: 'notice.frozen', values: { name: shown.name } }, refused: { word: 'notice.frozen', values: { name: shown.name }, problems: [] }, tool: null, drag: null })
    await followPlan(app)
    return false
  }
  const plan = shown ?? newScenario(plans, { name: freeName(plans, language), colour: freeColour(plans) })
  const after = perform(plan, draft)
  const problems = problemsUnder(base, after).filter(({ at }) => at.row === after.done)
  if (studyUnder(base, after) === studyUnder(base, plan)) {
    setWorkshop(app, { drag: null, refused: { word: 'notice.unchanged', problems }, notice: { word: 'notice.unchanged', problems } })
    await followPlan(app)
    return false
  }
  const notice = shown ? (problems.length > 0 ? ({ word: 'notice.beyond', problems } as const) : null) : ({ word: 'notice.begun', values: { name: plan.name }, problems } as const)
  setWorkshop(app, { plans: withScenario(plans, after), plan: after.id, drag: null, refused: null, notice })
  await followPlan(app)
  return true
}

export const undoEdit = (app: App): Promise<void> => step(app, undo)
export const redoEdit = (app: App): Promise<void> => step(app, redo)

async function step(app: App, by: (plan: Scenario) => Scenario): Promise<void> {
  const { workshop } = app.store.getState()
  const plan = planShown(workshop)
  // The base itself has one thing that people write: the office's record.
  if (!plan) return by === undo ? undoRecord(app) : redoRecord(app)
  const after = by(plan)
  if (after === plan) return
  setWorkshop(app, { plans: withScenario(workshop.plans, after), notice: null, refused: null, drag: null })
  await followPlan(app)
}

/** Judges two plans and says what one changes against the other. */
import { differenceOf } from '../../indicators/difference/difference'
import { paceOf } from '../../reach/pace-options'
import { studyUnder } from '../../scenario/study-under'
import { askIn, stopTurn, takeTurn, type App } from '../app'
import { baseRecorded } from '../rectify'
import { walkMetres } from '../walking'
import { editsOf, planNamed, setWorkshop, type CompareView, type Comparison, type PlanSide } from '../workshop'

/** null: the base. */
export async function comparePlans(app: App, from: string | null, to: string | null): Promise<void> {
  const { workshop } = app.store.getState()
  if (!workshop.base) return
  const signal = takeTurn(app, 'compare')
  setWorkshop(app, { comparison: { from, to, judged: null, walks: null }, tool: null, adding: null, way: null })
  const before = await sideOf(app, signal, from)
  const after = before && (await sideOf(app, signal, to))
  if (!before || !after) return
  const judged = { before, after, difference: differenceOf(before.results, before.study, after.results, after.study) }
  setWorkshop(app, { comparison: { from, to, judged, walks: null } })
  const walks = await walksOf(app, signal, from, to)
  if (walks) setWorkshop(app, { comparison: { from, to, judged, walks } })
}

/** The plan that is shown against the base, or the first plan where the base is shown. */
export function compareShown(app: App): Promise<void> {
  const { plans, plan } = app.store.getState().workshop
  return comparePlans(app, null, plan ?? plans[0]?.id ?? null)
}

export const setCompareView = (app: App, compareView: CompareView): void => setWorkshop(app, { compareView })

export function closeComparison(app: App): void {
  stopTurn(app, 'compare')
  setWorkshop(app, { comparison: null })
}

/** What the main map shows of the walks, under each of the two; null: the circle is shown, or the question was given up. */
async function walksOf(app: App, signal: AbortSignal, from: string | null, to: string | null): Promise<Comparison['walks']> {
  const { walking, kinds, options } = app.store.getState()
  if (walking.model !== 'walk') return null
  const under = (id: string | null) => {
    const edits = editsOf(planNamed(app.store.getState().workshop, id))
    return askIn(app, 'compare', signal, 'pictures', { metres: walkMetres(walking.speed), pace: paceOf(options, walking.speed), kinds, stages: ['operating'], facility: null, ...(edits.length === 0 ? {} : { edits }) })
  }
  const before = await under(from)
  const after = signal.aborted ? null : await under(to)
  return signal.aborted ? null : { before: before ?? null, after: after ?? null }
}

async function sideOf(app: App, signal: AbortSignal, id: string | null): Promise<PlanSide | null> {
  const { workshop, policies, ownPacks, options } = app.store.getState()
  const base = baseRecorded(app.store.getState())
  if (!base) return null
  const plan = planNamed(workshop, id)
  const edits = editsOf(plan)
  const results = await askIn(app, 'compare', signal, 'evaluate', { policies, own: ownPacks, options, ...(edits.length === 0 ? {} : { edits }) })
  return results && { study: studyUnder(base, plan), results }
}

/** Counts the people inside the two circles (or walks) of the shown kinds, and draws the walks anew. */
import type { Calls } from '../../compute/calls'
import { effortOf } from '../../reach/pace-options'
import type { LngLat } from '../../tables/ledger'
import { askIn, takeTurn, type App } from '../app'
import { walkMetres } from '../walking'
import { editsOf, editsShown, planShown } from '../workshop'
import { drawWalks } from './draw-walks'

export async function countReach(app: App): Promise<void> {
  const signal = takeTurn(app, 'reach')
  if (app.store.getState().walking.model === 'walk') void drawWalks(app)
  const question = reachQuestion(app)
  if (!question) return app.store.setState({ reach: null })
  const reach = await askIn(app, 'reach', signal, 'reach', question)
  if (reach) app.store.setState({ reach })
}

/** Counts anew for the place where something is held over the map; what was let go meanwhile is counted by the edit. */
export async function countHeld(app: App, { facility, to }: { readonly facility: string; readonly to: LngLat }, signal: AbortSignal): Promise<void> {
  const question = reachQuestion(app)
  // Of the plan without what is held: that is carried on.
  const edits = editsOf(planShown(app.store.getState().workshop))
  const total = question && (await app.ask('reachHeld', { ...question, edits, held: { facility, to } }, { signal }))
  const { reach, workshop } = app.store.getState()
  if (total && reach && !signal.aborted && workshop.drag) app.store.setState({ reach: { ...reach, total } })
}

/** null: nobody wrote down where people live. */
function reachQuestion(app: App): Calls['reach']['input'] | null {
  const { study, metres, kinds, walking, options } = app.store.getState()
  const onFoot = walking.model === 'walk'
  return study?.people ? { metres: onFoot ? walkMetres(walking.speed) : metres, speed: onFoot ? walking.speed : null, effort: effortOf(options), kinds, stages: ['operating'], ...editsShown(app) } : null
}

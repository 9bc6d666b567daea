/** Counts the people inside the two circles (or walks) of the shown kinds, and draws the walks anew. */
import type { Calls } from '../../compute/calls'
import { effortOf } from '../../reach/pace-options'
import { askIn, takeTurn, type App } from '../app'
import { walkMetres } from '../walking'
import { editsShown } from '../workshop'
import { drawWalks } from './draw-walks'

export async function countReach(app: App): Promise<void> {
  const signal = takeTurn(app, 'reach')
  if (app.store.getState().walking.model === 'walk') void drawWalks(app)
  const question = reachQuestion(app)
  if (!question) return app.store.setState({ reach: null })
  const reach = await askIn(app, 'reach', signal, 'reach', question)
  if (reach) app.store.setState({ reach })
}

/** Counts without a word of work while something is held over the map; what was let go meanwhile is counted by the edit. */
export async function countHeld(app: App): Promise<void> {
  const signal = takeTurn(app, 'reach')
  const question = reachQuestion(app)
  const reach = question && (await app.ask('reach', question, { signal }).catch(() => null))
  if (reach && !signal.aborted && app.store.getState().workshop.drag) app.store.setState({ reach })
}

/** null: nobody wrote down where people live. */
function reachQuestion(app: App): Calls['reach']['input'] | null {
  const { study, metres, kinds, walking, options } = app.store.getState()
  const onFoot = walking.model === 'walk'
  return study?.people ? { metres: onFoot ? walkMetres(walking.speed) : metres, speed: onFoot ? walking.speed : null, effort: effortOf(options), kinds, stages: ['operating'], ...editsShown(app) } : null
}

/** Pictures of the elder walk: of all shown facilities together, and of the selected one. */
import { paceOf } from '../../reach/pace-options'
import { askIn, takeTurn, type App } from '../app'
import { setWalking, walkMetres } from '../walking'
import { editsShown } from '../workshop'

export async function drawWalks(app: App): Promise<void> {
  const signal = takeTurn(app, 'walks')
  const { walking, kinds, options } = app.store.getState()
  if (walking.model !== 'walk') return
  const pictures = await askIn(app, 'walks', signal, 'pictures', { metres: walkMetres(walking.speed), pace: paceOf(options, walking.speed), kinds, stages: ['operating'], facility: null, ...editsShown(app) })
  if (!signal.aborted) setWalking(app, { pictures })
}

export async function drawOwnWalk(app: App): Promise<void> {
  const signal = takeTurn(app, 'own-walk')
  const { walking, kinds, selection, options } = app.store.getState()
  if (walking.own !== null) setWalking(app, { own: null })
  if (walking.model !== 'walk' || selection?.kind !== 'facility') return
  const own = await askIn(app, 'own-walk', signal, 'pictures', { metres: walkMetres(walking.speed), pace: paceOf(options, walking.speed), kinds, stages: ['operating'], facility: selection.id, ...editsShown(app) })
  if (!signal.aborted) setWalking(app, { own })
}

/** Around what is held over the map; what was drawn stays until then. */
export async function drawHeldWalk(app: App, facility: string, signal: AbortSignal): Promise<void> {
  const { walking, kinds, options } = app.store.getState()
  if (walking.model !== 'walk') return
  const own = await app.ask('pictures', { metres: walkMetres(walking.speed), pace: paceOf(options, walking.speed), kinds, stages: ['operating'], facility, ...editsShown(app) }, { signal })
  if (!signal.aborted && app.store.getState().workshop.drag) setWalking(app, { own })
}

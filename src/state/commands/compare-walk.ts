/** Puts the legal circle and the elder walk of the chosen clause side by side. */
import { askIn, takeTurn, type App } from '../app'
import { canWalk, setWalking } from '../walking'
import { editsShown } from '../workshop'
import { buildStreets } from './choose-model'

/** Asked again after every judging and every choice, once there are streets to walk on. */
export async function compareWalk(app: App): Promise<void> {
  const signal = takeTurn(app, 'walk')
  const { walking, policy, clause, ownPacks, options, results } = app.store.getState()
  if (clause === null || results === null || !canWalk(walking)) return setWalking(app, { compared: null })
  const comparison = await askIn(app, 'walk', signal, 'walk', { own: ownPacks, options, ...editsShown(app), policy, clause })
  if (!signal.aborted) setWalking(app, { compared: comparison && { policy, clause, comparison } })
}

/** On the user's wish the streets are built first; what the map shows stays. */
export async function compareWalkNow(app: App): Promise<void> {
  if (await buildStreets(app)) await compareWalk(app)
}

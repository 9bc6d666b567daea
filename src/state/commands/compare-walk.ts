/** Puts the legal circle and the elder walk of the chosen clause side by side. */
import { askIn, takeTurn, type App } from '../app'
import { canWalk, hasStreetFiles, setWalking } from '../walking'
import { editsShown } from '../workshop'
import { buildStreets } from './build-streets'

/** Asked again after every judging and every choice, once there are streets to walk on; a reading on foot has built them already. */
export async function compareWalk(app: App): Promise<void> {
  const { study, options: read, walking: before } = app.store.getState()
  if (read.reachModel === 'walk' && before.streets === null && study && hasStreetFiles(study)) await buildStreets(app)
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

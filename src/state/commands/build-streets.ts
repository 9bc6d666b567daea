/** Makes the walk network of the open study, once, and again as often as a plan changes the streets; with progress, and a cancel that leaves everything as it was. */
import type { Study } from '../../model/study'
import { askIn, takeTurn, type App } from '../app'
import { canWalk, setWalking } from '../walking'
import { editsShown } from '../workshop'

/** False when it was cancelled, or when nothing can be walked (then the report says why). */
export async function buildStreets(app: App): Promise<boolean> {
  const { walking, study, options } = app.store.getState()
  const { streetChanges } = study ?? {}
  if (canWalk(walking) && sameChanges(walking.streetChanges, streetChanges)) return true
  const signal = takeTurn(app, 'streets')
  const streets = await askIn(app, 'streets', signal, 'streets', { options, ...editsShown(app) })
  if (!streets || app.store.getState().study !== study) return false
  setWalking(app, { streets, streetChanges })
  return streets.lack === null
}

/** The streets that are shown follow the plan; nothing where none were asked for yet. */
export async function followStreets(app: App): Promise<void> {
  if (canWalk(app.store.getState().walking)) await buildStreets(app)
}

const sameChanges = (a: Study['streetChanges'], b: Study['streetChanges']): boolean => a === b || JSON.stringify(a ?? []) === JSON.stringify(b ?? [])

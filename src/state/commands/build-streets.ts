/** Makes the walk network of the open study, once; with progress, and a cancel that leaves everything as it was. */
import { askIn, takeTurn, type App } from '../app'
import { canWalk, setWalking } from '../walking'
import { editsShown } from '../workshop'

/** False when it was cancelled, or when nothing can be walked (then the report says why). */
export async function buildStreets(app: App): Promise<boolean> {
  const { walking, study, options } = app.store.getState()
  if (canWalk(walking)) return true
  const signal = takeTurn(app, 'streets')
  const streets = await askIn(app, 'streets', signal, 'streets', { options, ...editsShown(app) })
  if (!streets || app.store.getState().study !== study) return false
  setWalking(app, { streets })
  return streets.lack === null
}

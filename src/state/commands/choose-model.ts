/** Shows and counts the legal circle, or the elder walk; the streets are built when they are first walked on. */
import { askIn, takeTurn, type App } from '../app'
import { canWalk, setWalking } from '../walking'
import { editsShown } from '../workshop'
import { compareWalk } from './compare-walk'
import { countReach } from './count-reach'
import { traceWalk } from './trace-walk'

export async function chooseModel(app: App, model: 'circle' | 'walk'): Promise<void> {
  if (model === 'walk' && !(await buildStreets(app))) return
  setWalking(app, { model })
  await Promise.all([countReach(app), traceWalk(app), compareWalk(app)])
}

/** False when it was cancelled, or when nothing can be walked (then the report says why). */
export async function buildStreets(app: App): Promise<boolean> {
  const { walking, study } = app.store.getState()
  if (canWalk(walking)) return true
  const signal = takeTurn(app, 'streets')
  const streets = await askIn(app, 'streets', signal, 'streets', editsShown(app))
  if (!streets || app.store.getState().study !== study) return false
  setWalking(app, { streets })
  return streets.lack === null
}

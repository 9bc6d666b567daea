/** Stops the work that is shown. */
import { stopTurn, type App } from '../app'
import { cancelImport } from './cancel-import'

export function cancelWork(app: App): void {
  const { work, draft } = app.store.getState()
  if (!work) return
  if (work.turn === 'import' && draft?.read === null) return cancelImport(app)
  stopTurn(app, work.turn)
}

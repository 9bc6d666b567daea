/** Stops the work that is shown; or the whole computing part, where it may not hear. */
import { stopTurn, type App } from '../app'
import { cancelImport } from './cancel-import'

export function cancelWork(app: App): void {
  const { work, draft } = app.store.getState()
  if (!work) return
  if (work.turn === 'import' && draft?.read === null) return cancelImport(app)
  stopTurn(app, work.turn)
}

/** What was asked is lost, the study and its plans are not: they are given to the one that is started in its place. */
export function stopHung(app: App): void {
  const { work, draft, explanation } = app.store.getState()
  // A figure whose formula was being looked for would wait for it for ever.
  app.store.setState({ quiet: null, work: null, ...(explanation ? {} : { why: null }) })
  if (work?.turn === 'import' && draft?.read === null) cancelImport(app)
  app.stopComputing?.()
}

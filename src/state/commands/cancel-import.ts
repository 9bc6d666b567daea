/** Leaves the import screen; the study is as it was. */
import { stopTurn, type App } from '../app'

export function cancelImport(app: App): void {
  stopTurn(app, 'import')
  app.store.setState({ draft: null, failure: null })
}

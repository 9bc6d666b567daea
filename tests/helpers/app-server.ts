/** The built app on a free port, opened on a study: what `serve` does, inside the test. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createAppServer, listenFrom, LOOPBACK } from '../../src/cli/app-server'
import { repository } from './shared'

export type RunningApp = { readonly address: string; readonly close: () => Promise<void> }

/** study: a study folder or packed file; null: none. The app itself is built once, by tests/browser/build-app.ts. */
export async function startApp(study: string | null, app = join(repository, 'dist', 'app')): Promise<RunningApp> {
  if (!existsSync(join(app, 'index.html')))
    throw new Error('the app is not built; the errors of the build are printed above')
  const server = createAppServer({ app, study, tileHosts: [] })
  const port = await listenFrom(server, 0)
  if (port === null) throw new Error('no free port')
  return {
    address: `http://${LOOPBACK}:${port}/`,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}

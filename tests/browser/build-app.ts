/** Before the browser tests: the app is built once, when a source is newer than the last build. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildAppIfStale } from '../../bin/build-app.mjs'
import { repository } from '../helpers/shared'

export default function setup(): void {
  try {
    buildAppIfStale(repository)
  } catch {
    // What failed is printed. Without its page the old app is not tested by mistake, and the other tests still run.
    rmSync(join(repository, 'dist', 'app', 'index.html'), { force: true })
  }
}

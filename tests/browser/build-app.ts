/** Before the browser tests: the app is built once, when a source is newer than the last build. */
import { buildAppIfStale } from '../../bin/build-app.mjs'
import { repository } from '../helpers/shared'

export default function setup(): void {
  buildAppIfStale(repository)
}

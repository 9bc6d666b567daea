/** The two legal distances in metres, the smaller first. */
import type { App } from '../app'
import { countReach } from './count-reach'

export async function setMetres(app: App, metres: readonly [number, number]): Promise<void> {
  app.store.setState({ metres })
  await countReach(app)
}

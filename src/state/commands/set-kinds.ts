/** Which facility kinds are shown and have circles; null: all. */
import type { FacilityKind } from '../../model/study'
import type { App } from '../app'
import { countReach } from './count-reach'

export async function setKinds(app: App, kinds: readonly FacilityKind[] | null): Promise<void> {
  app.store.setState({ kinds })
  await countReach(app)
}

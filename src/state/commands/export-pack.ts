/** A copy of a policy pack as a file: a starting point for a document of one's own. */
import { shippedPacks } from '../../policy/shipped'
import type { App } from '../app'
import { packNamed } from '../packs'

/** The copy of a shipped pack has an id of its own, so that both can stand side by side. */
export function exportPack(app: App, id: string): void {
  const pack = packNamed(app.store.getState(), id)
  if (!pack) return
  const copy = shippedPacks.includes(pack) ? { ...pack, id: `${pack.id}-copy` } : pack
  app.save(`${copy.id}.json`, new TextEncoder().encode(`${JSON.stringify(copy, null, 2)}\n`), 'application/json')
}

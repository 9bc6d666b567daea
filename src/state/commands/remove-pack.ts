/** Takes a pack that the user loaded out of the study. */
import type { App } from '../app'
import { policiesFor } from '../packs'
import { choosePacks } from './choose-packs'

export async function removePack(app: App, id: string): Promise<void> {
  const { policies, ownPacks } = app.store.getState()
  const rest = { ownPacks: ownPacks.filter((pack) => pack.id !== id) }
  if (policies.includes(id)) await choosePacks(app, policiesFor(rest, policies))
  app.store.setState(rest)
}

/** Judges by other policy documents: one, or several at once. */
import type { App } from '../app'
import { allPacks } from '../packs'
import { firstState } from '../state'
import { judgeStudy } from './judge-study'

/** In whatever order they are chosen they are judged in the order of the list; an empty choice changes nothing. */
export async function choosePacks(app: App, chosen: readonly string[]): Promise<void> {
  const state = app.store.getState()
  const policies = allPacks(state).map(({ id }) => id).filter((id) => chosen.includes(id))
  if (policies.length === 0 || policies.join() === state.policies.join()) return
  const stays = policies.includes(state.policy)
  const { why, explanation, coverage, lacking } = firstState
  app.store.setState({ policies, results: null, lacking, clauses: firstState.clauses, ...(stays ? {} : { clause: null, policy: '', why, explanation, coverage }) })
  await judgeStudy(app)
}

/** Adds a document to those that are judged, or leaves it out; the last one stays. */
export function togglePack(app: App, id: string): Promise<void> {
  const { policies } = app.store.getState()
  return choosePacks(app, policies.includes(id) ? policies.filter((other) => other !== id) : [...policies, id])
}

/** Judges by another policy document. */
import type { App } from '../app'
import { judgeStudy } from './judge-study'

export async function choosePack(app: App, policy: string): Promise<void> {
  if (policy === app.store.getState().policy) return
  app.store.setState({ policy, results: null, clause: null, clauseFilter: null, why: null, explanation: null })
  await judgeStudy(app)
}

/** Asks how a figure came about and shows it. */
import { askIn, stopTurn, takeTurn, type App } from '../app'
import { editsShown } from '../workshop'
import type { WhyQuestion } from '../state'

export async function openWhy(app: App, why: WhyQuestion): Promise<void> {
  app.store.setState({ why, explanation: null, clause: why.clause, policy: why.policy })
  await explainAgain(app)
}

export function closeWhy(app: App): void {
  stopTurn(app, 'explain')
  app.store.setState({ why: null, explanation: null })
}

/** After a change of reading the open answer is asked for again. */
export async function explainAgain(app: App): Promise<void> {
  const signal = takeTurn(app, 'explain')
  const { why, policies, ownPacks, options, results } = app.store.getState()
  if (!why || !results?.some((result) => result.clause === why.clause && result.policy === why.policy)) return
  const explanation = await askIn(app, 'explain', signal, 'explain', { policies, own: ownPacks, options, ...editsShown(app), ...why })
  if (explanation && app.store.getState().why === why) app.store.setState({ explanation })
}

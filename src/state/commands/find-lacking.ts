/** Asks what data would decide the clauses that have no verdict. */
import { askIn, takeTurn, type App } from '../app'
import { editsShown } from '../workshop'
import { clauseKey } from '../state'

export async function findLacking(app: App): Promise<void> {
  const signal = takeTurn(app, 'lacking')
  const { policies, ownPacks, options, study } = app.store.getState()
  const answer = await askIn(app, 'lacking', signal, 'lacking', { policies, own: ownPacks, options, ...editsShown(app) })
  if (answer && app.store.getState().study === study) app.store.setState({ lacking: new Map(answer.map((each) => [clauseKey(each), each])) })
}

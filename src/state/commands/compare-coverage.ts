/** Judges the chosen clause under every reading of 覆盖. */
import { askIn, takeTurn, type App } from '../app'
import { editsShown } from '../workshop'
import { clauseNamed } from '../packs'

/** Asked again after every judging and every choice; a clause with one reading of 覆盖 asks nothing. */
export async function compareCoverage(app: App): Promise<void> {
  const signal = takeTurn(app, 'coverage')
  const { policy, clause, ownPacks, options, results } = app.store.getState()
  const offered = clause === null ? undefined : clauseNamed({ ownPacks }, { policy, clause })?.readings.find(({ option }) => option === 'coverage')
  if (clause === null || results === null || !offered || offered.choices.length < 2) return app.store.setState({ coverage: null })
  const comparison = await askIn(app, 'coverage', signal, 'coverage', { own: ownPacks, options, ...editsShown(app), policy, clause })
  if (!signal.aborted) app.store.setState({ coverage: comparison && { policy, clause, comparison } })
}

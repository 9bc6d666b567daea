/** Shows one clause on the map and in the table; the open "why" follows it. */
import type { ClauseName } from '../../compute/calls'
import type { App } from '../app'
import { compareCoverage } from './compare-coverage'
import { compareWalk } from './compare-walk'
import { openWhy } from './open-why'
import { traceWalk } from './trace-walk'

export function chooseClause(app: App, { policy, clause }: ClauseName): void {
  const state = app.store.getState()
  if (state.clause === clause && state.policy === policy) return
  // A chart that is looked at follows the clause.
  app.store.setState(({ dockTab }) => ({ clause, policy, dockTab: dockTab === 'charts' ? dockTab : 'units', coverage: null }))
  if (state.why) void openWhy(app, { policy, clause, unit: null })
  void compareCoverage(app)
  void compareWalk(app)
  if (state.walking.model === 'walk') void traceWalk(app)
}

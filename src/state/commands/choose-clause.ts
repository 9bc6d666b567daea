/** Shows one clause on the map and in the table; the open "why" follows it. */
import type { App } from '../app'
import { openWhy } from './open-why'

export function chooseClause(app: App, clause: string): void {
  const state = app.store.getState()
  if (state.clause === clause) return
  app.store.setState({ clause, dockTab: 'units' })
  if (state.why) void openWhy(app, { clause, unit: null })
}

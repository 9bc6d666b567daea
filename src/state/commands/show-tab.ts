/** Brings one table of the dock forward. */
import type { App } from '../app'
import type { DockTab } from '../state'
import { weighAll } from './weigh-all'

export function showTab(app: App, dockTab: DockTab): void {
  app.store.setState({ dockTab })
  void weighAll(app)
}

/** Brings one table of the dock forward. */
import type { App } from '../app'
import type { DockTab } from '../state'

export const showTab = (app: App, dockTab: DockTab): void => app.store.setState({ dockTab })

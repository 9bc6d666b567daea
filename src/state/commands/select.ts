/** Selects one thing everywhere at once; null selects nothing. */
import type { App } from '../app'
import type { Selection } from '../state'

export const select = (app: App, selection: Selection | null): void => app.store.setState({ selection })

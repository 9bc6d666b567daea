/** Puts the notice of a failure away. */
import type { App } from '../app'

export const dismissFailure = (app: App): void => app.store.setState({ failure: null })

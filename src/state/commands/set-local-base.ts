/** A base map out of a picked file instead of tiles; null: none. */
import type { App } from '../app'
import type { LocalBase } from '../local-base'

export const setLocalBase = (app: App, localBase: LocalBase | null): void => app.store.setState({ localBase })

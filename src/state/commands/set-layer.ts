/** Shows or hides one layer of the map. */
import type { App } from '../app'
import type { Layers } from '../state'

export const setLayer = (app: App, layer: keyof Layers, shown: boolean): void => app.store.setState(({ layers }) => ({ layers: { ...layers, [layer]: shown } }))

/** The wall instead of the desk: larger type and targets, and a bar to step through the plans. */
import type { App } from '../app'
import { setWorkshop } from '../workshop'

export const setProjector = (app: App, projector: boolean): void => setWorkshop(app, { projector })
export const showKeys = (app: App, keysShown: boolean): void => setWorkshop(app, { keysShown })

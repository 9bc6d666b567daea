/** 撤销, by key, button or palette: a plan that was just deleted comes back first; then the last edit, or on the base the last entry of the office's record. */
import type { App } from '../app'
import { restorePlans } from './change-plans'
import { undoEdit } from './perform-edit'

export const undoLast = (app: App): Promise<void> => (app.store.getState().workshop.notice?.restore ? restorePlans(app) : undoEdit(app))

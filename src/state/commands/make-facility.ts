/** A facility that was not there, on a free place or on a plot; it is selected then, so that whom it serves can be said next. */
import type { EditDraft } from '../../scenario/edit'
import type { App } from '../app'
import { performEdit } from './perform-edit'
import { select } from './select'

export async function makeFacility(app: App, draft: Extract<EditDraft, { readonly type: 'add-facility' | 'plot-to-facility' }>): Promise<void> {
  const before = new Set(app.store.getState().study?.facilities.map(({ id }) => id))
  if (!(await performEdit(app, draft))) return
  const made = app.store.getState().study?.facilities.find(({ id }) => !before.has(id))
  if (made) select(app, { kind: 'facility', id: made.id })
}

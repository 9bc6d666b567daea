/** What the user says on the import screen: name, data date, what a column is, whether to join the present study. */
import type { GivenSettings } from '../../compute/given-settings'
import type { App } from '../app'
import type { ImportDraft } from '../state'
import { lookAt } from './import-files'

export async function nameImport(app: App, given: Pick<GivenSettings, 'name' | 'asOf'>): Promise<void> {
  const { draft } = app.store.getState()
  if (draft) await lookAt(app, { ...draft, given: { ...draft.given, ...given } }, draft.onto)
}

/** key '' means: not used. */
export async function mapColumn(app: App, file: string, header: string, key: string): Promise<void> {
  const { draft } = app.store.getState()
  if (!draft) return
  const columns = { ...draft.given.columns, [file]: { ...draft.given.columns?.[file], [header]: key } }
  await lookAt(app, { ...draft, given: { ...draft.given, columns } }, draft.onto)
}

/** In which coordinate system a file stands; '' means: as it says itself, else as its numbers look. */
export async function placeImport(app: App, file: string, crs: string): Promise<void> {
  const { draft } = app.store.getState()
  if (draft) await lookAt(app, { ...draft, given: { ...draft.given, crs: { ...draft.given.crs, [file]: crs } } }, draft.onto)
}

export async function importOnto(app: App, onto: ImportDraft['onto']): Promise<void> {
  const { draft } = app.store.getState()
  if (draft) await lookAt(app, draft, onto)
}

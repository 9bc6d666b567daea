/** The walk network for the saved study, so that it opens at once; null where there is none, or where it cannot be made now: the street files say all. */
import type { SourceFile } from '../../sources/raw-table'
import type { App } from '../app'
import { hasStreetFiles } from '../walking'

export async function streetsForSaving(app: App): Promise<SourceFile | null> {
  const { workshop, options } = app.store.getState()
  if (!workshop.base || !hasStreetFiles(workshop.base)) return null
  return app.ask('keepStreets', { options }).catch(() => null)
}

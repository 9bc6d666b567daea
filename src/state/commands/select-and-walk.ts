/** Selects a place out of a list of walks and shows how it is walked. */
import type { App } from '../app'
import type { Selection } from '../state'
import { chooseModel } from './choose-model'
import { select } from './select'

export async function selectAndWalk(app: App, selection: Selection): Promise<void> {
  select(app, selection)
  if (app.store.getState().walking.model !== 'walk') await chooseModel(app, 'walk')
}

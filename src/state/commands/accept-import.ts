/** The one step that replaces the study by what was imported. */
import { askIn, takeTurn, type App } from '../app'
import { showStudy } from './show-study'

export async function acceptImport(app: App): Promise<void> {
  const { draft, sources } = app.store.getState()
  const ticket = draft?.read?.ticket
  if (!draft || ticket === null || ticket === undefined) return
  const signal = takeTurn(app, 'study')
  const study = await askIn(app, 'study', signal, 'use', { ticket })
  if (!study) return
  const kept = draft.onto === 'current' ? sources.filter(({ name }) => !draft.replaces.includes(name) && !draft.sources.some((added) => added.name === name)) : []
  await showStudy(app, study, [...kept, ...draft.sources], { sample: false, imported: true })
}

/** The one step that replaces the study by what was imported. */
import { askIn, takeTurn, type App } from '../app'
import { bookAside } from './rectify-snapshot'
import { leftOut } from './import-files'
import { showStudy } from './show-study'

export async function acceptImport(app: App): Promise<void> {
  const { draft, sources, without } = app.store.getState()
  const ticket = draft?.read?.ticket
  if (!draft || ticket === null || ticket === undefined) return
  const signal = takeTurn(app, 'study')
  const aside = draft.onto === 'current' ? bookAside(app) : undefined
  const book = aside instanceof Promise ? await aside : aside
  const study = await askIn(app, 'study', signal, 'use', { ticket })
  if (!study) return
  const joined = draft.onto === 'current'
  await showStudy(app, study, {
    sources: joined ? [...sources, ...draft.sources] : draft.sources,
    without: joined ? leftOut(without, draft) : [],
    sample: false,
    imported: true,
    written: draft.read?.plans ?? [],
    rectification: draft.read?.rectification,
    // New ledgers of the open study are judged as it is.
    ...(draft.read?.packs && !joined ? { packs: draft.read.packs } : {}),
    joined,
    ...(book ? { book } : {}),
    given: draft.given,
  })
}

/** Brings a study back that is kept in this browser, files and all. */
import type { Session } from '../../saved/session'
import { askIn, failWith, failureOf, takeTurn, type App } from '../app'
import { readSources } from '../file-source'
import { readAddress } from '../view-address'
import { goToAddress } from './follow-address'
import { storedSources } from './keep-files'
import { showStudy } from './show-study'

/** False: it could not be opened; the study that is shown stays, and why is said. */
export async function openKept(app: App, session: Session): Promise<boolean> {
  const { keeper } = app
  if (!keeper || !session.files) return false
  const signal = takeTurn(app, 'study')
  app.store.setState({ work: { turn: 'study', progress: { step: 'opening', done: null, of: null } }, failure: null })
  try {
    const sources = storedSources(keeper, session.files)
    const files = await readSources(sources)
    if (signal.aborted) return false
    const { without, given } = session
    const read = await askIn(app, 'study', signal, 'read', { files, without, given })
    if (!read) return false
    if (read.ticket === null) {
      failWith(app, { code: 'study-unusable' })
      return false
    }
    const study = await askIn(app, 'study', signal, 'use', { ticket: read.ticket })
    if (!study) return false
    await showStudy(app, study, { sources, without, sample: session.sample, imported: session.imported, written: read.plans ?? [], rectification: read.rectification, ...(read.packs ? { packs: read.packs } : {}), given })
    await goToAddress(app, readAddress(session.view))
    return true
  } catch (error) {
    if (!signal.aborted) failWith(app, { code: 'kept-missing', detail: failureOf(error).detail ?? '' })
    return false
  }
}

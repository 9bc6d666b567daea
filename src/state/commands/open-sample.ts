/** Opens what the page was started with: the study given to `serve`, else the bundled sample town. */
import { askIn, failWith, failureOf, takeTurn, type App } from '../app'
import { readSources } from '../file-source'
import { showStudy } from './show-study'

export async function openSample(app: App): Promise<void> {
  const signal = takeTurn(app, 'study')
  app.store.setState({ work: { turn: 'study', progress: { step: 'opening', done: null, of: null } }, failure: null })
  try {
    const { sources, sample } = await app.opening()
    const files = await readSources(sources)
    if (signal.aborted) return
    const read = await askIn(app, 'study', signal, 'read', { files, without: [], given: {} })
    if (!read) return
    if (read.ticket === null) {
      // Nothing can be shown but the reasons: they wait on the import screen, where missing settings can be filled in.
      app.store.setState({ draft: { sources, onto: 'new', given: {}, read, replaces: [] } })
      return failWith(app, { code: 'study-unusable' })
    }
    const study = await askIn(app, 'study', signal, 'use', { ticket: read.ticket })
    if (study) await showStudy(app, study, { sources, without: [], sample, imported: false, written: read.plans ?? [], rectification: read.rectification, ...(read.packs ? { packs: read.packs } : {}) })
  } catch (error) {
    if (!signal.aborted) failWith(app, { code: 'sample-missing', detail: failureOf(error).detail ?? '' })
  }
}

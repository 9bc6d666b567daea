/** Looks at dropped or picked files and shows what they are; the study stays until accept-import. */
import { askIn, failWith, failureOf, takeTurn, type App } from '../app'
import { readSources, type FileSource } from '../file-source'
import { replacedFiles } from '../replaced-files'
import type { ImportDraft } from '../state'

export async function importFiles(app: App, sources: readonly FileSource[]): Promise<void> {
  if (sources.length === 0) return
  const { draft } = app.store.getState()
  const all = draft ? [...draft.sources.filter((old) => !sources.some(({ name }) => name === old.name)), ...sources] : sources
  await lookAt(app, { sources: all, onto: 'new', given: draft?.given ?? {}, read: null, replaces: [] })
}

/** Reads a draft. Loose ledgers without settings join the present study unless that is the sample or the user says otherwise. */
export async function lookAt(app: App, draft: ImportDraft, chosen?: ImportDraft['onto']): Promise<void> {
  const signal = takeTurn(app, 'import')
  app.store.setState({ draft, failure: null })
  try {
    const first = await askIn(app, 'import', signal, 'read', { files: await readSources(draft.sources), given: draft.given })
    if (!first) return closeUnread(app, signal)
    const { study, sample, sources } = app.store.getState()
    const mayJoin = study !== null && !sample && !first.hasSettings
    const onto = mayJoin ? (chosen ?? 'current') : 'new'
    if (onto === 'new' || !study) return app.store.setState({ draft: { ...draft, onto: 'new', read: first, replaces: [] } })
    const replaces = replacedFiles(study, first.files)
    const kept = sources.filter(({ name }) => !replaces.includes(name) && !draft.sources.some((added) => added.name === name))
    const joined = await askIn(app, 'import', signal, 'read', { files: await readSources([...kept, ...draft.sources]), given: draft.given })
    if (!joined) return closeUnread(app, signal)
    const files = joined.files.filter(({ file }) => draft.sources.some(({ name }) => name === file) || first.files.some((added) => added.file === file))
    app.store.setState({ draft: { ...draft, onto, read: { ...joined, hasSettings: true, files }, replaces } })
  } catch (error) {
    if (!signal.aborted) {
      closeUnread(app, signal)
      failWith(app, { code: 'files-unreadable', detail: failureOf(error).detail ?? '' })
    }
  }
}

/** A draft that could not be read leaves nothing behind; one that a newer look overtook stays as that look left it. */
function closeUnread(app: App, signal: AbortSignal): void {
  if (!signal.aborted) app.store.setState({ draft: null })
}

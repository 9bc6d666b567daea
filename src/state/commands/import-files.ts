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
    const first = await askIn(app, 'import', signal, 'read', { files: await readSources(draft.sources), without: [], given: draft.given })
    if (!first) return closeUnread(app, signal)
    const { study, sample, sources, without } = app.store.getState()
    const mayJoin = study !== null && !sample && !first.hasSettings
    const onto = mayJoin ? (chosen ?? 'current') : 'new'
    if (onto === 'new' || !study) return app.store.setState({ draft: { ...draft, onto: 'new', read: first, replaces: [] } })
    const brought = first.files.map(({ file }) => file)
    const replaces = replacedFiles(study, first.files).filter((name) => !brought.includes(name))
    const files = await readSources([...sources, ...draft.sources])
    const joined = await askIn(app, 'import', signal, 'read', { files, without: leftOut(without, { replaces, read: first }), given: draft.given })
    if (!joined) return closeUnread(app, signal)
    // What was known of the present study is not told again.
    const known = new Set(study.problems.map((problem) => JSON.stringify(problem)))
    const news = { files: joined.files.filter(({ file }) => brought.includes(file)), problems: joined.problems.filter((problem) => !known.has(JSON.stringify(problem))) }
    app.store.setState({ draft: { ...draft, onto, read: { ...joined, ...news, hasSettings: true }, replaces } })
  } catch (error) {
    if (!signal.aborted) {
      closeUnread(app, signal)
      failWith(app, { code: 'files-unreadable', detail: failureOf(error).detail ?? '' })
    }
  }
}

/** Names to leave out of old and new files together; a name that the new files bring counts again. */
export function leftOut(without: readonly string[], { replaces, read }: Pick<ImportDraft, 'replaces' | 'read'>): string[] {
  const brought = read?.files.map(({ file }) => file) ?? []
  return [...new Set([...without, ...replaces])].filter((name) => !brought.includes(name)).sort()
}

/** A draft that could not be read leaves nothing behind; one that a newer look overtook stays as that look left it. */
function closeUnread(app: App, signal: AbortSignal): void {
  if (!signal.aborted) app.store.setState({ draft: null })
}

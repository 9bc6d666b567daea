/** What was recognised in the dropped files, before anything is replaced. */
import { useEffect, useRef } from 'react'
import { cancelImport } from '../../state/commands/cancel-import'
import { acceptImport } from '../../state/commands/accept-import'
import type { ImportDraft } from '../../state/state'
import { formatNumber } from '../../text/numbers'
import { FileCard } from './file-card'
import { ImportButtons } from './import-buttons'
import { ImportSettings } from './import-settings'
import { ProblemList } from './problem-list'
import { useApp, useAppState, useSay, type Say } from '../use-app'

export function ImportScreen() {
  const draft = useAppState((state) => state.draft)
  return draft && <Draft draft={draft} />
}

function Draft({ draft }: { readonly draft: ImportDraft }) {
  const app = useApp()
  const { say } = useSay()
  const dialog = useRef<HTMLDialogElement>(null)
  const reading = useAppState((state) => state.work?.turn === 'import' || state.work?.turn === 'study')
  // Closing gives the focus back to where it was.
  useEffect(() => {
    const opened = dialog.current
    opened?.showModal()
    return () => opened?.close()
  }, [])
  const { read } = draft
  const stop = whyNot(say, draft)
  const loose = read?.problems.filter(({ at, code }) => !read.files.some(({ file }) => file === at.file) && code !== 'study-missing') ?? []
  return (
    <dialog
      ref={dialog}
      className="import-screen"
      aria-labelledby="import-title"
      onCancel={(event) => {
        event.preventDefault()
        cancelImport(app)
      }}
    >
      <header>
        <div>
          <h2 id="import-title">{say('import.title')}</h2>
          <p className="note">{say('import.lead')}</p>
        </div>
        <ImportButtons add />
      </header>
      <div className="import-files">
        {read && <ImportSettings draft={draft} read={read} />}
        {loose.length > 0 && (
          <section className="file-card">
            <ProblemList problems={loose} />
          </section>
        )}
        {read?.files.map((file) => <FileCard key={file.file} file={file} />)}
        {!read && (
          <div className="work-inline" role="status">
            <Reading />
          </div>
        )}
      </div>
      <footer>
        <p className="note figures">
          {read && say('import.files', { n: formatNumber(read.files.length) })}
          {draft.replaces.length > 0 && ` · ${say('import.replaces', { files: draft.replaces.join('、') })}`}
        </p>
        {stop && read && (
          <p className="note wrong" id="import-stop">
            {stop}
          </p>
        )}
        <button type="button" onClick={() => cancelImport(app)}>
          {say('import.cancel')}
        </button>
        <button type="button" className="primary" disabled={!read || stop !== null || reading} aria-describedby={stop ? 'import-stop' : undefined} onClick={() => void acceptImport(app)}>
          {say('import.use')}
        </button>
      </footer>
    </dialog>
  )
}

/** Behind a modal dialog the screen's own notice of work is not seen. */
function Reading() {
  const { say } = useSay()
  const progress = useAppState((state) => state.work?.progress)
  const { file, done = null, of = null } = progress ?? {}
  return (
    <>
      <p>
        {say('work.reading')}
        {file ? ` ${file}` : ''}
        {done !== null && of !== null && <span className="figures"> {say('work.howFar', { done: formatNumber(done), all: formatNumber(of) })}</span>}
      </p>
      {done !== null && of !== null && of > 0 ? <progress value={done} max={of} /> : <progress />}
    </>
  )
}

/** Why the files cannot be used yet, in words; null when they can. */
function whyNot(say: Say, { read }: ImportDraft): string | null {
  if (!read) return null
  if (read.ticket !== null) return read.name.trim() === '' ? say('import.needName') : null
  if (!read.files.some(({ tables }) => tables.some(({ ledger }) => ledger !== null))) return say('import.needTable')
  if (read.asOf === null) return say('import.needAsOf')
  return say('failure.study-unusable')
}

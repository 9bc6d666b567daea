/** After a page that did not end by itself: what was found, from when, and what shall be done with it. */
import { useEffect, useRef } from 'react'
import { saveSessionFile } from '../../state/commands/save-study'
import { workIn } from '../../saved/session'
import type { Keeping } from '../../state/keeping'
import { formatDate } from '../../text/numbers'
import { useApp, useAppState } from '../use-app'
import { timeWords, useKeeping, useSayStorage } from './use-storage'

export function RecoveryDialog() {
  const recovery = useKeeping((keeping) => keeping.recovery)
  return recovery && <Found recovery={recovery} />
}

function Found({ recovery }: { readonly recovery: NonNullable<Keeping['recovery']> }) {
  const app = useApp()
  const sayStorage = useSayStorage()
  const language = useAppState((state) => state.language)
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const opened = dialog.current
    opened?.showModal()
    return () => opened?.close()
  }, [])
  const { session } = recovery
  return (
    // Escape decides nothing: it must be said what shall become of the work.
    <dialog ref={dialog} className="modal recovery-dialog" aria-labelledby="recovery-title" onCancel={(event) => event.preventDefault()}>
      <h2 id="recovery-title">{sayStorage('recovery.title')}</h2>
      <p>{sayStorage('recovery.found', { time: timeWords(language, session.savedAt), name: session.name, asOf: formatDate(language, session.asOf), ...workIn(session) })}</p>
      {session.files && <p>{sayStorage('recovery.withFiles')}</p>}
      <div className="actions">
        <button type="button" className="primary" onClick={() => recovery.answer('open')}>
          {sayStorage('recovery.open')}
        </button>
        {session.files && (
          <button type="button" onClick={() => void saveSessionFile(app, session)}>
            {sayStorage('recovery.save')}
          </button>
        )}
        <button type="button" onClick={() => recovery.answer('discard')}>
          {sayStorage('recovery.discard')}
        </button>
      </div>
      <p className="note">{sayStorage('recovery.discardHint')}</p>
    </dialog>
  )
}

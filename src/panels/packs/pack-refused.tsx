/** A policy file that could not be loaded: each mistake with its line and what should stand there. */
import { useEffect, useRef } from 'react'
import { dismissRefusal } from '../../state/commands/load-pack'
import type { State } from '../../state/state'
import { refusalText } from '../../state/refusal-text'
import { useApp, useAppState, useSay } from '../use-app'

export function PackRefused() {
  const refused = useAppState((state) => state.packRefused)
  return refused && <Refused {...refused} />
}

function Refused({ file, problems }: NonNullable<State['packRefused']>) {
  const app = useApp()
  const { say, language } = useSay()
  const dialog = useRef<HTMLDialogElement>(null)
  // Closing gives the focus back to where it was.
  useEffect(() => {
    const opened = dialog.current
    opened?.showModal()
    return () => opened?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className="modal pack-refused"
      aria-labelledby="pack-refused-title"
      onCancel={(event) => {
        event.preventDefault()
        dismissRefusal(app)
      }}
    >
      <h2 id="pack-refused-title">{say('packs.refused', { file })}</h2>
      <p className="note">{say('packs.refusedLead')}</p>
      <ol>
        {problems.map((problem, index) => (
          <li key={index}>
            <span className="problem-place figures">{refusalText(language, problem).place}</span>
            {refusalText(language, problem).words}
          </li>
        ))}
      </ol>
      <div className="actions">
        <button type="button" className="primary" onClick={() => dismissRefusal(app)}>
          {say('failed.close')}
        </button>
      </div>
    </dialog>
  )
}

/** What this program is, what it promises, and whose work it stands on. */
import { useEffect, useRef, useState } from 'react'
import { version } from '../../../package.json'
import { readLicences, type Licence } from './licences'
import { useSayStorage } from '../storage/use-storage'

export function AboutButton() {
  const sayStorage = useSayStorage()
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="plain about-button" onClick={() => setOpen(true)}>
        {sayStorage('about.title')}
      </button>
      {open && <About close={() => setOpen(false)} />}
    </>
  )
}

function About({ close }: { readonly close: () => void }) {
  const sayStorage = useSayStorage()
  const dialog = useRef<HTMLDialogElement>(null)
  /** undefined: being read; null: not there. */
  const [licences, setLicences] = useState<readonly Licence[] | null | undefined>(undefined)
  useEffect(() => {
    const opened = dialog.current
    opened?.showModal()
    let gone = false
    void readLicences().then((read) => gone || setLicences(read))
    return () => {
      gone = true
      opened?.close()
    }
  }, [])
  return (
    <dialog ref={dialog} className="modal about-dialog" aria-labelledby="about-title" onClose={close}>
      <header>
        <h2 id="about-title">{sayStorage('about.version', { version })}</h2>
        <button type="button" onClick={close}>
          {sayStorage('about.close')}
        </button>
      </header>
      <p>{sayStorage('about.promise')}</p>
      <p>{sayStorage('about.licence')}</p>
      <h3>{sayStorage('about.third', { n: licences?.length ?? 0 })}</h3>
      {licences === undefined && <p className="note">{sayStorage('about.reading')}</p>}
      {licences === null && <p className="note">{sayStorage('about.missing')}</p>}
      <ul className="licence-list">
        {licences?.map(({ name, version, licence, text }) => (
          <li key={`${name} ${version}`}>
            <details>
              <summary>
                {name} {version} <span className="note">{licence}</span>
              </summary>
              <pre>{text}</pre>
            </details>
          </li>
        ))}
      </ul>
    </dialog>
  )
}

/** The small place in the bar that says whether the work is safe, and the sheet behind it. */
import { useEffect, useRef } from 'react'
import { saveStudy } from '../../state/commands/save-study'
import { showKeeping } from '../../state/commands/show-keeping'
import { StorageHistory } from './storage-history'
import { StorageLink } from './storage-link'
import { StorageOthers } from './storage-others'
import { useApp, useAppState } from '../use-app'
import { timeWords, useKeeping, useSayStorage } from './use-storage'

export function StorageStatus() {
  const app = useApp()
  const sayStorage = useSayStorage()
  const open = useKeeping(({ shown }) => shown !== null)
  const box = useRef<HTMLDivElement>(null)
  const word = useKeeping(({ trouble, role, waits, savedAt }) => {
    if (trouble !== null) return 'not'
    if (role === 'branch') return 'branch'
    if (role === 'reader') return 'reader'
    return waits ? 'waits' : savedAt === null ? 'nothing' : 'kept'
  })
  useEffect(() => {
    if (!open) return
    const outside = (event: PointerEvent): void => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) void showKeeping(app, false)
    }
    // The button that was pressed may be gone, and the focus with it: Escape still belongs to what lies on top.
    const escape = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      void showKeeping(app, false)
      box.current?.querySelector('button')?.focus()
    }
    document.addEventListener('pointerdown', outside)
    document.addEventListener('keydown', escape, true)
    return () => {
      document.removeEventListener('pointerdown', outside)
      document.removeEventListener('keydown', escape, true)
    }
  }, [app, open])
  return (
    <div ref={box} className="storage-status">
      <button type="button" className={`storage-word storage-${word}`} aria-expanded={open} title={sayStorage('status.title')} onClick={() => void showKeeping(app, !open)}>
        <Sign word={word} />
        <span className="storage-label">{sayStorage(`status.${word}`)}</span>
      </button>
      {open && <Sheet />}
    </div>
  )
}

function Sheet() {
  const app = useApp()
  const sayStorage = useSayStorage()
  const language = useAppState((state) => state.language)
  const savedAt = useKeeping((keeping) => keeping.savedAt)
  const revision = useKeeping((keeping) => keeping.revision)
  const files = useKeeping((keeping) => keeping.files)
  const persisted = useKeeping((keeping) => keeping.persisted)
  const trouble = useKeeping((keeping) => keeping.trouble)
  return (
    <section className="sheet storage-sheet" aria-label={sayStorage('status.title')}>
      <header>
        <h2>{sayStorage('status.title')}</h2>
        <button type="button" onClick={() => void showKeeping(app, false)}>
          {sayStorage('sheet.close')}
        </button>
      </header>
      {trouble && <p className="wrong">{sayStorage(`trouble.${trouble}`)}</p>}
      <p>{savedAt === null ? sayStorage('sheet.keptNothing') : sayStorage('sheet.keptAt', { time: timeWords(language, savedAt), n: revision })}</p>
      {files && <p>{sayStorage('sheet.withFiles')}</p>}
      {savedAt !== null && <p className="note">{sayStorage(persisted === null ? 'sheet.unasked' : persisted ? 'sheet.granted' : 'sheet.denied')}</p>}
      <div className="actions">
        <button type="button" className="primary" onClick={() => void saveStudy(app)}>
          {sayStorage('sheet.save')}
        </button>
      </div>
      <StorageLink />
      <StorageHistory />
      <StorageOthers />
    </section>
  )
}

/** Colour, sign and word: a tick, a dot that waits, a cross. */
function Sign({ word }: { readonly word: 'not' | 'branch' | 'reader' | 'waits' | 'nothing' | 'kept' }) {
  const paths = { kept: 'M2.5 6.5l2.5 2.5 5-6', nothing: 'M2.5 6.5l2.5 2.5 5-6', waits: 'M6 3v3.4l2.2 1.6M6 1a5 5 0 1 0 .01 0', not: 'M3 3l6 6M9 3l-6 6', reader: 'M1 6q5-6 10 0q-5 6-10 0M6 5v2', branch: 'M3 1v10M3 7q6 0 6-5' }
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      <path d={paths[word]} fill="none" stroke="currentColor" strokeWidth="1.5" />
    </svg>
  )
}

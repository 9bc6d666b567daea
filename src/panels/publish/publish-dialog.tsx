/** Publishing: what must be said, what is left out and why, how it will look, and the zip. */
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Published } from '../../saved/published'
import { preparePublication, publicPage, readPrevious, savePublication, type Publication } from '../../state/commands/publish-study'
import { formatDate } from '../../text/numbers'
import { sayPublish, type PublishWord } from '../../text/publish'
import { PublishPreview } from './publish-preview'
import { PublishShare } from './publish-share'
import { useApp, useAppState } from '../use-app'

export type SayPublish = (key: PublishWord, values?: Readonly<Record<string, string | number>>) => string

export function PublishButton() {
  const language = useAppState((state) => state.language)
  const ready = useAppState((state) => state.results !== null)
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" disabled={!ready} onClick={() => setOpen(true)}>
        {sayPublish(language, 'dialog.open')}
      </button>
      {open && <PublishDialog close={() => setOpen(false)} />}
    </>
  )
}

type Form = { readonly title: string; readonly source: string; readonly approval: string; readonly publicPhones: boolean; readonly below: number; readonly elder: boolean; readonly dark: boolean }

const belowChoices = [5, 10, 15, 20, 30, 50] as const

function PublishDialog({ close }: { readonly close: () => void }) {
  const app = useApp()
  const language = useAppState((state) => state.language)
  const study = useAppState((state) => state.study)
  const say: SayPublish = (key, values) => sayPublish(language, key, values)
  const dialog = useRef<HTMLDialogElement>(null)
  const [form, setForm] = useState<Form>({ title: study?.name ?? '', source: '', approval: '', publicPhones: false, below: 10, elder: false, dark: false })
  const [earlier, setEarlier] = useState<readonly Published[]>([])
  const [made, setMade] = useState<Publication | null>(null)
  /** null: being looked for; false: the single file does not carry the public page. */
  const [page, setPage] = useState<ReadonlyMap<string, Uint8Array> | false | null>(null)
  const change = (next: Partial<Form>): void => setForm({ ...form, ...next })

  useEffect(() => {
    const opened = dialog.current
    opened?.showModal()
    let gone = false
    void publicPage().then((found) => gone || setPage(found ?? false))
    return () => {
      gone = true
      opened?.close()
    }
  }, [])
  const { publicPhones, below } = form
  useEffect(() => {
    const controller = new AbortController()
    void preparePublication(app, { title: '', source: '', approval: '', publicPhones, suppressBelow: below, earlier }, controller.signal).then((publication) => {
      if (publication && !controller.signal.aborted) setMade(publication)
    })
    return () => controller.abort()
  }, [app, study, publicPhones, below, earlier])

  // Typing a title does not count anybody anew.
  const published = useMemo((): Published | null => {
    const approval = form.approval.trim() || null
    return made && { ...made.published, title: form.title.trim() || '…', source: form.source.trim() || '…', approval, watermark: approval === null ? 'internal' : null }
  }, [made, form.title, form.source, form.approval])
  const complete = form.title.trim() !== '' && form.source.trim() !== ''

  return (
    <dialog ref={dialog} className="publish-dialog" aria-labelledby="publish-title" onClose={close}>
      <header>
        <h2 id="publish-title">{say('dialog.title')}</h2>
        <button type="button" onClick={close}>
          {say('dialog.close')}
        </button>
      </header>
      <p className="note">{say('dialog.intro')}</p>
      <div className="publish-columns">
        <form className="publish-form" onSubmit={(event) => event.preventDefault()}>
          <Field label={say('dialog.name')} value={form.title} onChange={(title) => change({ title })} />
          <Field label={say('dialog.source')} value={form.source} hint={say('dialog.sourceHint')} onChange={(source) => change({ source })} />
          <Field label={say('dialog.approval')} value={form.approval} hint={say('dialog.approvalHint')} onChange={(approval) => change({ approval })} />
          {study && (
            <p>
              {say('dialog.asOf')} {formatDate(language, study.asOf)}
            </p>
          )}
          <label className="publish-check">
            <input type="checkbox" checked={form.publicPhones} disabled={!study?.facilities.some(({ phone }) => phone)} onChange={(event) => change({ publicPhones: event.currentTarget.checked })} />
            <span>
              {say('dialog.phones')}
              {!study?.facilities.some(({ phone }) => phone) && <span className="note"> {say('dialog.phonesNone')}</span>}
            </span>
          </label>
          <label>
            {say('dialog.below')}
            <select value={form.below} onChange={(event) => change({ below: Number(event.currentTarget.value) })}>
              {belowChoices.map((each) => (
                <option key={each}>{each}</option>
              ))}
            </select>
          </label>
          <EarlierFiles say={say} earlier={earlier} onRead={setEarlier} />
          <Notes publication={made} say={say} />
          <div className="actions">
            <button
              type="button"
              className="primary"
              disabled={!complete || !published || !page}
              onClick={() => {
                if (published && page) void savePublication(app, published, page)
              }}
            >
              {say(published?.watermark ? 'dialog.saveInternal' : 'dialog.save')}
            </button>
            <span role="status" className="note">
              {page === false ? say('dialog.notHere') : complete ? '' : say('dialog.incomplete')}
            </span>
          </div>
          {published && complete && <PublishShare published={published} elder={form.elder} />}
        </form>
        <section aria-label={say('dialog.preview')}>
          <div className="actions">
            <h3>{say('dialog.preview')}</h3>
            <label className="publish-check">
              <input type="checkbox" checked={form.elder} onChange={(event) => change({ elder: event.currentTarget.checked })} />
              {say('dialog.elder')}
            </label>
            <label className="publish-check">
              <input type="checkbox" checked={form.dark} onChange={(event) => change({ dark: event.currentTarget.checked })} />
              {say('dialog.dark')}
            </label>
          </div>
          {page === false ? (
            <p>{say('dialog.notHere')}</p>
          ) : published && page ? (
            <PublishPreview published={published} elder={form.elder} dark={form.dark} />
          ) : (
            <p role="status">{say('dialog.working')}</p>
          )}
        </section>
      </div>
    </dialog>
  )
}

function Field({ label, value, hint, onChange }: { readonly label: string; readonly value: string; readonly hint?: string; readonly onChange: (value: string) => void }) {
  return (
    <label>
      {label}
      <input type="text" value={value} maxLength={200} onChange={(event) => onChange(event.currentTarget.value)} />
      {hint && <span className="note">{hint}</span>}
    </label>
  )
}

/** Files chosen one after another add up; what is no published file is said by name. */
function EarlierFiles({ say, earlier, onRead }: { readonly say: SayPublish; readonly earlier: readonly Published[]; readonly onRead: (earlier: readonly Published[]) => void }) {
  const language = useAppState((state) => state.language)
  const [wrong, setWrong] = useState<readonly string[]>([])
  const take = async (files: readonly File[]): Promise<void> => {
    const read = await Promise.all(files.map(async (file) => ({ name: file.name, published: await readPrevious(new Uint8Array(await file.arrayBuffer())) })))
    setWrong(read.flatMap(({ name, published }) => (published ? [] : [name])))
    onRead([...earlier, ...read.flatMap(({ published }) => published ?? [])])
  }
  return (
    <div className="publish-file">
      <label>
        {say('dialog.previous')}
        <input type="file" accept=".js" multiple className="sr-only" onChange={(event) => void take([...(event.currentTarget.files ?? [])])} onClick={(event) => (event.currentTarget.value = '')} />
        <span className="publish-file-button">{say('dialog.previousChoose')}</span>
      </label>
      {earlier.length > 0 && (
        <button type="button" onClick={() => (setWrong([]), onRead([]))}>
          {say('dialog.previousForget')}
        </button>
      )}
      <span className="note" role="status">
        {earlier.length === 0 ? say('dialog.previousWhy') : say('dialog.previousRead', { n: earlier.length, dates: earlier.map(({ asOf }) => formatDate(language, asOf)).join('、') })}
      </span>
      {wrong.length > 0 && (
        <span className="wrong" role="alert">
          {say('dialog.previousWrong', { names: wrong.join('、') })}
        </span>
      )}
    </div>
  )
}

/** Nothing is left out in silence. */
function Notes({ publication, say }: { readonly publication: Publication | null; readonly say: SayPublish }) {
  if (!publication || publication.notes.length === 0) return null
  return (
    <section className="publish-notes" aria-label={say('dialog.notes')}>
      <h3>{say('dialog.notes')}</h3>
      <ul>
        {publication.notes.map((note) => (
          <li key={note.code}>{say(`note.${note.code}`, { n: note.count, names: 'names' in note ? note.names.slice(0, 10).join('、') : '' })}</li>
        ))}
      </ul>
    </section>
  )
}

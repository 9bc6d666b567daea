/** Which files the results can be handed out as: a line on each, one button each. */
import { useEffect, useRef, useState } from 'react'
import { productIds, type ProductId } from '../../exports/product-facts'
import { exportProduct } from '../../state/commands/export-product'
import { cancelWork } from '../../state/commands/cancel-work'
import { productWords, sayExportScreen } from '../../text/exports'
import { formatDate, formatNumber } from '../../text/numbers'
import { sayPlan } from '../../text/plans'
import { useApp, useAppState, useSay } from '../use-app'
import { usePlanShown } from '../use-plans'

export function ExportButton() {
  const { language } = useSay()
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        {sayExportScreen(language, 'button')}
      </button>
      {open && <ExportDialog close={() => setOpen(false)} />}
    </>
  )
}

function ExportDialog({ close }: { readonly close: () => void }) {
  const app = useApp()
  const { language } = useSay()
  const study = useAppState((state) => state.study)
  const judged = useAppState((state) => state.results !== null)
  const plan = usePlanShown()
  const dialog = useRef<HTMLDialogElement>(null)
  const [extra, setExtra] = useState(true)
  const [making, setMaking] = useState<ProductId | null>(null)
  const [made, setMade] = useState<string | null>(null)
  useEffect(() => {
    const opened = dialog.current
    opened?.showModal()
    return () => opened?.close()
  }, [])
  const make = (product: ProductId): void => {
    setMade(null)
    setMaking(product)
    void exportProduct(app, product, extra).then((name) => {
      setMaking(null)
      setMade(name)
      // What went wrong is said on the main screen.
      if (app.store.getState().failure) close()
    })
  }
  return (
    <dialog ref={dialog} className="modal export-dialog" aria-labelledby="export-title" onClose={close}>
      <header>
        <h2 id="export-title">{sayExportScreen(language, 'title')}</h2>
        <button type="button" onClick={close}>
          {sayExportScreen(language, 'close')}
        </button>
      </header>
      {study && <p className="note">{sayExportScreen(language, 'of', { plan: plan?.name ?? sayPlan(language, 'name.base'), date: formatDate(language, study.asOf) })}</p>}
      {!judged && <p>{sayExportScreen(language, 'noResults')}</p>}
      <ul className="export-list">
        {productIds.map((id) => (
          <ProductRow key={id} id={id} idle={making === null && judged} make={() => make(id)} />
        ))}
      </ul>
      <label className="export-extra">
        <input type="checkbox" checked={extra} disabled={making !== null} onChange={(event) => setExtra(event.currentTarget.checked)} />
        <span>
          {sayExportScreen(language, 'extra')}
          <small>{sayExportScreen(language, 'extraNote')}</small>
        </span>
      </label>
      {making ? <Making product={making} /> : <p className="note" role="status">{made === null ? sayExportScreen(language, 'stamp') : sayExportScreen(language, 'done', { file: made })}</p>}
    </dialog>
  )
}

function ProductRow({ id, idle, make }: { readonly id: ProductId; readonly idle: boolean; readonly make: () => void }) {
  const { language } = useSay()
  const { name, format, what } = productWords[id]
  return (
    <li>
      <p>
        <strong>{name[language]}</strong>
        <span className="export-format">{format[language]}</span>
        <span className="note">{what[language]}</span>
      </p>
      <button type="button" disabled={!idle} aria-label={sayExportScreen(language, 'makeLabel', { name: name[language], format: format[language] })} onClick={make}>
        {sayExportScreen(language, 'make')}
      </button>
    </li>
  )
}

function Making({ product }: { readonly product: ProductId }) {
  const app = useApp()
  const { language, say } = useSay()
  const progress = useAppState((state) => (state.work?.turn === 'export' ? state.work.progress : null))
  const far = progress && progress.done !== null && progress.of ? { done: progress.done, of: progress.of } : null
  return (
    <div className="export-making" role="status">
      <p>
        {progress && progress.step !== 'writing' ? say(`work.${progress.step}`) : sayExportScreen(language, 'making', { name: productWords[product].name[language] })}
        {far && <span className="figures"> {say('work.howFar', { done: formatNumber(far.done), all: formatNumber(far.of) })}</span>}
      </p>
      {far ? <progress value={far.done} max={far.of} /> : <progress />}
      <button type="button" onClick={() => cancelWork(app)}>
        {sayExportScreen(language, 'cancel')}
      </button>
    </div>
  )
}

/** The map on paper: what it will look like, what stands on it, and the ways out: printer, PNG at 300 dpi, SVG. */
import { useEffect, useMemo, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { mapPage, papers, paperSize, type MapLayers, type Paper } from '../../exports/map-picture/page'
import { judgedExtent } from '../../exports/map-picture/extents'
import { paperBasis, paperStamp } from '../../state/paper-basis'
import { saveSvg, savePng } from '../../state/commands/save-paper'
import { clauseNamed, packNamed } from '../../state/packs'
import { clauseKey } from '../../state/state'
import { planShown } from '../../state/workshop'
import { formatNumber } from '../../text/numbers'
import { sayPaper } from '../../text/papers'
import { DrawingView } from './drawing-view'
import { rasterise } from './rasterise'
import { useApp, useAppState, useSay } from '../use-app'

export function PrintButton() {
  const { language } = useSay()
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        {sayPaper(language, 'print.open')}
      </button>
      {open && <PrintDialog close={() => setOpen(false)} />}
    </>
  )
}

const extents = ['whole', 'judged'] as const

function PrintDialog({ close }: { readonly close: () => void }) {
  const app = useApp()
  const dialog = useRef<HTMLDialogElement>(null)
  const language = useAppState((state) => state.language)
  const study = useAppState((state) => state.study)
  const results = useAppState((state) => state.results)
  const plan = useAppState((state) => planShown(state.workshop)?.name ?? null)
  const metres = useAppState((state) => state.metres)
  const kinds = useAppState((state) => state.kinds)
  const layers = useAppState((state) => state.layers)
  const policy = useAppState((state) => state.policy)
  const clause = useAppState((state) => state.clause)
  const ownPacks = useAppState((state) => state.ownPacks)
  const word = (key: Parameters<typeof sayPaper>[1], values = {}) => sayPaper(language, key, values)
  const [paper, setPaper] = useState<Paper>('a4-landscape')
  const [title, setTitle] = useState(study ? word('print.titleOf', { study: study.name }) : '')
  const [source, setSource] = useState('')
  const [approval, setApproval] = useState('')
  const [chosen, setChosen] = useState(clause === null ? '' : clauseKey({ policy, clause }))
  const [around, setAround] = useState<(typeof extents)[number]>('whole')
  const [shown, setShown] = useState<MapLayers>({ circles: layers.circles, compounds: layers.compounds, facilities: layers.facilities, labels: layers.labels })
  const [png, setPng] = useState<'idle' | 'working' | 'failed'>('idle')
  useEffect(() => {
    const opened = dialog.current
    opened?.showModal()
    // While it is open the printer gets the sheet and nothing else.
    document.documentElement.classList.add('printing-map')
    return () => {
      opened?.close()
      document.documentElement.classList.remove('printing-map')
    }
  }, [])
  // Hashing the results of a large study takes a moment: once, when the dialog opens.
  const stamp = useMemo(() => {
    const basis = paperBasis(app.store.getState())
    return basis ? paperStamp(basis) : ''
  }, [app])
  const drawable = useMemo(() => (results ?? []).filter(({ units }) => units.length > 0), [results])
  const page = useMemo(() => {
    if (!study) return null
    const result = drawable.find((each) => clauseKey(each) === chosen) ?? null
    const of = result ? clauseNamed({ ownPacks }, result) : undefined
    const extent = result && around === 'judged' ? judgedExtent(study, result) : null
    return mapPage({ language, study, result, clause: of, document: (result && packNamed({ ownPacks }, result.policy)?.document.title) ?? '', plan, metres, kinds, layers: shown, paper, title, source, approval, stamp, ...(extent ? { extent } : {}) })
  }, [study, drawable, chosen, ownPacks, around, language, plan, metres, kinds, shown, paper, title, source, approval, stamp])
  const name = [title, plan, study?.asOf].filter(Boolean).join(' ')
  return (
    <dialog ref={dialog} className="print-dialog" aria-labelledby="print-title" onClose={close}>
      <header>
        <h2 id="print-title">{word('print.title')}</h2>
        <button type="button" onClick={close}>
          {word('print.close')}
        </button>
      </header>
      <form className="print-form" onSubmit={(event) => event.preventDefault()}>
        <label>
          {word('print.heading')}
          <input value={title} onChange={(event) => setTitle(event.currentTarget.value)} />
        </label>
        <label>
          {word('print.clause')}
          <select value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
            <option value="">{word('print.noClause')}</option>
            {drawable.map((each) => (
              <option key={clauseKey(each)} value={clauseKey(each)}>
                {each.clause} {clauseNamed({ ownPacks }, each)?.title[language]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {word('print.paper')}
          <select value={paper} onChange={(event) => setPaper(papers.find((each) => each === event.currentTarget.value) ?? paper)}>
            {papers.map((each) => (
              <option key={each} value={each}>
                {word(`print.${each}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {word('print.extent')}
          <select value={around} onChange={(event) => setAround(extents.find((each) => each === event.currentTarget.value) ?? around)}>
            {extents.map((each) => (
              <option key={each} value={each}>
                {word(`print.extent.${each}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {word('print.source')}
          <input value={source} placeholder={word('print.sourceHint')} onChange={(event) => setSource(event.currentTarget.value)} />
        </label>
        <label>
          {word('print.approval')}
          <input value={approval} aria-describedby="print-approval-hint" onChange={(event) => setApproval(event.currentTarget.value)} />
          <small id="print-approval-hint">{word('print.approvalHint')}</small>
        </label>
        <fieldset>
          <legend>{word('print.layers')}</legend>
          {(['circles', 'compounds', 'facilities', 'labels'] as const).map((each) => (
            <label key={each} className="check">
              <input type="checkbox" checked={shown[each]} onChange={(event) => setShown({ ...shown, [each]: event.currentTarget.checked })} />
              {word(`print.layer.${each}`)}
            </label>
          ))}
        </fieldset>
        {page && (
          <div className="print-actions">
            <button type="button" className="primary" onClick={() => window.print()}>
              {word('print.now')}
            </button>
            <button
              type="button"
              disabled={png === 'working'}
              onClick={() => {
                setPng('working')
                void savePng(app, page.drawing, name, 300, rasterise).then((made) => setPng(made ? 'idle' : 'failed'))
              }}
            >
              {word('print.png')}
            </button>
            <button type="button" onClick={() => saveSvg(app, page.drawing, name, paperSize(paper))}>
              {word('print.svg')}
            </button>
            <p role="status" className="note">
              {png === 'working' ? word('print.working') : png === 'failed' ? word('print.failed') : word('print.scaleNote', { n: formatNumber(page.scale) })}
            </p>
          </div>
        )}
      </form>
      <div className="print-preview" role="region" aria-label={word('print.preview')} tabIndex={0}>{page ? <DrawingView drawing={page.drawing} className="print-sheet" /> : <p>{word('map.empty')}</p>}</div>
      {page && createPortal(<div className={`print-only print-${paper}`}><DrawingView drawing={{ ...page.drawing, id: `${page.drawing.id}-print` }} /></div>, document.body)}
    </dialog>
  )
}

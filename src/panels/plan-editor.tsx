/** What can be done with the thing that is selected, over a corner of the map; every way by hand has its way by typing. */
import type { Area, Compound, Facility, Plot, Study } from '../model/study'
import { performEdit } from '../state/commands/perform-edit'
import { select } from '../state/commands/select'
import type { Selection } from '../state/state'
import { setWorkshop } from '../state/workshop'
import { columnName } from '../text/keys'
import { PlanAdd, PlanPlot } from './plan-add'
import { PlanFacility } from './plan-facility'
import { FigureFields, PlaceFields } from './plan-fields'
import { useApp, useAppState, useSay } from './use-app'
import { usePlanShown, useSayPlan, useWorkshop } from './use-plans'

type Target = { readonly kind: 'facility'; readonly record: Facility } | { readonly kind: 'plot'; readonly record: Plot } | { readonly kind: 'compound'; readonly record: Compound } | { readonly kind: 'area'; readonly record: Area }

export function PlanEditor() {
  const app = useApp()
  const { say } = useSay()
  const sayPlan = useSayPlan()
  const study = useAppState((state) => state.study)
  const selection = useAppState((state) => state.selection)
  const adding = useWorkshop(({ adding }) => adding !== null)
  const plan = usePlanShown()
  const locked = plan?.frozen ?? false
  const target = study && selection && !adding ? targetOf(study, selection) : null
  if (!study) return null
  if (!adding && !target)
    return (
      <button type="button" className="plan-add-button" disabled={locked} onClick={() => setWorkshop(app, { adding: { at: null }, tool: { kind: 'place' } })}>
        {sayPlan('editor.add')}
      </button>
    )
  return (
    <section className="plan-editor" aria-label={sayPlan('editor.title')}>
      <header>
        <div>
          <p className="note">{sayPlan(target ? `editor.${target.kind}` : 'editor.title')}</p>
          <h2>{target ? target.record.name : sayPlan('editor.add')}</h2>
        </div>
        <button type="button" onClick={() => select(app, null)}>
          {say('close')}
        </button>
      </header>
      {locked ? <p className="note">{sayPlan('editor.frozen')}</p> : plan === null && <p className="note">{sayPlan('editor.onBase')}</p>}
      {!target && <PlanAdd />}
      {target?.kind === 'facility' && <PlanFacility key={target.record.id} facility={target.record} locked={locked} />}
      {target?.kind === 'plot' && <PlanPlot key={target.record.id} plot={target.record} locked={locked} />}
      {target?.kind === 'compound' && <CompoundFields key={target.record.id} compound={target.record} locked={locked} />}
      {target?.kind === 'area' && <PeopleFields key={target.record.id} of={{ kind: 'area', id: target.record.id }} record={target.record} locked={locked} />}
    </section>
  )
}

function CompoundFields({ compound, locked }: { readonly compound: Compound; readonly locked: boolean }) {
  const app = useApp()
  const sayPlan = useSayPlan()
  const language = useAppState((state) => state.language)
  return (
    <>
      <PeopleFields of={{ kind: 'compound', id: compound.id }} record={compound} locked={locked} />
      <form
        key={compound.pool}
        className="figure-fields"
        onSubmit={(event) => {
          event.preventDefault()
          const written = new FormData(event.currentTarget).get('pool')
          void performEdit(app, { type: 'set-pool', compound: compound.id, pool: (typeof written === 'string' && written.trim()) || null })
        }}
      >
        <label>
          <span>{columnName(language, 'pool')}</span>
          <input type="text" name="pool" defaultValue={compound.pool ?? ''} placeholder={sayPlan('editor.poolNone')} disabled={locked} />
        </label>
        <button type="submit" disabled={locked}>
          {sayPlan('editor.apply')}
        </button>
      </form>
      <details>
        <summary>{sayPlan('editor.gates')}</summary>
        <ul className="gate-list figures">
          {compound.gates.map((at) => (
            <li key={at.join()}>
              {at.map((degrees) => degrees.toFixed(5)).join(', ')}
              <button type="button" disabled={locked} onClick={() => void performEdit(app, { type: 'close-gate', compound: compound.id, at })}>
                {sayPlan('editor.closeGate')}
              </button>
            </li>
          ))}
        </ul>
        <PlaceFields at={compound.at} disabled={locked} button={sayPlan('editor.openGate')} onApply={(at) => void performEdit(app, { type: 'open-gate', compound: compound.id, at })} />
      </details>
    </>
  )
}

/** Households and elders are two kinds of edit: each has its own button. */
function PeopleFields({ of, record, locked }: { readonly of: { readonly kind: 'compound' | 'area'; readonly id: string }; readonly record: Compound | Area; readonly locked: boolean }) {
  const app = useApp()
  return (
    <>
      <FigureFields keys={['households']} values={{ households: record.households }} disabled={locked} onApply={(changed) => void performEdit(app, { type: 'set-households', of, ...changed })} />
      <FigureFields keys={['elders60']} values={{ elders60: record.elders60 }} disabled={locked} onApply={(changed) => void performEdit(app, { type: 'set-elders', of, ...changed })} />
    </>
  )
}

function targetOf(study: Study, { kind, id }: Selection): Target | null {
  const named = <R extends { readonly id: string }>(records: readonly R[]): R | undefined => records.find((record) => record.id === id)
  const facility = kind === 'facility' ? named(study.facilities) : undefined
  if (facility) return { kind: 'facility', record: facility }
  const plot = kind === 'plot' ? named(study.plots) : undefined
  if (plot) return { kind: 'plot', record: plot }
  const compound = kind === 'compound' ? named(study.compounds) : undefined
  if (compound) return { kind: 'compound', record: compound }
  const area = kind === 'area' ? named(study.areas) : undefined
  return area ? { kind: 'area', record: area } : null
}

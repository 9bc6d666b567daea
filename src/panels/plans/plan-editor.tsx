/** What can be done with the thing that is selected, over a corner of the map; every way by hand has its way by typing. */
import type { ReactNode } from 'react'
import type { Area, Compound, Facility, Plot, Study } from '../../model/study'
import { takeTool } from '../../state/commands/drag-facility'
import { beginClosing, beginLink } from '../../state/commands/draw-way'
import { performEdit } from '../../state/commands/perform-edit'
import { select } from '../../state/commands/select'
import type { Selection } from '../../state/state'
import { setWorkshop } from '../../state/workshop'
import { problemWords } from '../../text/problems'
import { fill } from '../../text/say'
import { PlanAdd, PlanPlot } from './plan-add'
import { PlanFacility } from './plan-facility'
import { PlaceFields } from './plan-fields'
import { PoolFields } from './plan-members'
import { PeopleFields, pointRecord } from './plan-people'
import { PlanWay } from './plan-ways'
import { useApp, useAppState, useSay } from '../use-app'
import { usePlanShown, useSayPlan, useWorkshop } from '../use-plans'

type Target =
  | { readonly kind: 'facility'; readonly record: Facility }
  | { readonly kind: 'plot'; readonly record: Plot }
  | { readonly kind: 'compound'; readonly record: Compound }
  | { readonly kind: 'area'; readonly record: Area }
  | { readonly kind: 'point'; readonly record: NonNullable<ReturnType<typeof pointRecord>> & { readonly id: string; readonly name: string } }

export function PlanEditor() {
  const app = useApp()
  const { say } = useSay()
  const sayPlan = useSayPlan()
  const study = useAppState((state) => state.study)
  const selection = useAppState((state) => state.selection)
  const adding = useWorkshop(({ adding }) => adding !== null)
  const way = useWorkshop(({ way }) => way)
  const plan = usePlanShown()
  const locked = plan?.frozen ?? false
  // Beside the card that says how the place is walked there is no room for its figures: they wait behind their name.
  const walked = useAppState(({ walking }) => walking.model === 'walk' && walking.route !== null)
  const target = study && selection && !adding && !way ? targetOf(study, selection) : null
  if (!study) return null
  if (!adding && !way && !target)
    return (
      <div className="plan-tools" role="group" aria-label={sayPlan('editor.tools')}>
        <button type="button" disabled={locked} onClick={() => setWorkshop(app, { adding: { at: null }, tool: { kind: 'place' } })}>
          {sayPlan('editor.add')}
        </button>
        <button type="button" disabled={locked} onClick={() => beginLink(app)}>
          {sayPlan('ways.link')}
        </button>
        <button type="button" disabled={locked} onClick={() => beginClosing(app)}>
          {sayPlan('ways.closing')}
        </button>
      </div>
    )
  const title = target ? target.record.name : sayPlan(way ? (way.kind === 'link' ? 'ways.link' : 'ways.closing') : 'editor.add')
  return (
    <section className="plan-editor" aria-label={sayPlan('editor.title')}>
      <header>
        <div>
          <p className="note">{sayPlan(target ? `editor.${target.kind}` : 'editor.title')}</p>
          <h2>{title}</h2>
        </div>
        <button type="button" onClick={() => select(app, null)}>
          {say('close')}
        </button>
      </header>
      <Folded folded={walked && (target?.kind === 'point' || target?.kind === 'compound' || target?.kind === 'area')} title={sayPlan('editor.title')}>
        {locked ? <p className="note">{sayPlan('editor.frozen')}</p> : plan === null && <p className="note">{sayPlan('editor.onBase')}</p>}
        <Refused />
        {adding && <PlanAdd />}
        {way && <PlanWay way={way} locked={locked} />}
        {target?.kind === 'facility' && <PlanFacility key={target.record.id} facility={target.record} locked={locked} />}
        {target?.kind === 'plot' && <PlanPlot key={target.record.id} plot={target.record} locked={locked} />}
        {target?.kind === 'compound' && <CompoundFields key={target.record.id} compound={target.record} locked={locked} />}
        {(target?.kind === 'area' || target?.kind === 'point') && <PeopleFields key={target.record.id} of={{ kind: target.kind === 'area' ? 'area' : 'people', id: target.record.id }} record={target.record} locked={locked} />}
      </Folded>
    </section>
  )
}

function Folded({ folded, title, children }: { readonly folded: boolean; readonly title: string; readonly children: ReactNode }) {
  const body = <div className="plan-editor-body">{children}</div>
  if (!folded) return body
  return (
    <details className="plan-editor-folded">
      <summary>{title}</summary>
      {body}
    </details>
  )
}

/** Why the last edit changed nothing, where it was asked for. */
function Refused() {
  const sayPlan = useSayPlan()
  const language = useAppState((state) => state.language)
  const refused = useWorkshop(({ refused }) => refused)
  if (!refused) return null
  return (
    <div className="plan-refused" role="alert">
      <p>{sayPlan(refused.word, refused.values)}</p>
      {refused.problems.map((problem, at) => (
        <p key={at} className="note">
          {fill(problemWords[problem.code][language], { detail: problem.detail ?? '' })}
        </p>
      ))}
    </div>
  )
}

function CompoundFields({ compound, locked }: { readonly compound: Compound; readonly locked: boolean }) {
  const app = useApp()
  const sayPlan = useSayPlan()
  const picking = useWorkshop(({ tool }) => tool?.kind === 'gate' && tool.compound === compound.id)
  return (
    <>
      <PeopleFields of={{ kind: 'compound', id: compound.id }} record={compound} locked={locked} />
      <details open={compound.pool !== null}>
        <summary>{sayPlan('editor.pool')}</summary>
        <PoolFields compound={compound} locked={locked} />
      </details>
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
        <PlaceFields at={compound.at} disabled={locked} button={sayPlan('editor.openGate')} onApply={(at) => void performEdit(app, { type: 'open-gate', compound: compound.id, at })}>
          <button type="button" aria-pressed={picking} disabled={locked} onClick={() => takeTool(app, picking ? null : { kind: 'gate', compound: compound.id })}>
            {sayPlan('editor.pick')}
          </button>
        </PlaceFields>
        {picking && <p className="note">{sayPlan('editor.pickingGate')}</p>}
      </details>
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
  const point = kind === 'point' ? pointRecord(study, id) : null
  if (point) return { kind: 'point', record: { ...point, id, name: id } }
  const area = kind === 'area' ? named(study.areas) : undefined
  return area ? { kind: 'area', record: area } : null
}

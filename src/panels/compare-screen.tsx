/** Two plans side by side under one camera, and between them what differs. */
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { ClauseDifference, UnitDifference } from '../indicators/difference'
import { StudyMap } from '../map/study-map'
import type { Camera, MapView, Selection } from '../map/view'
import { closeComparison, comparePlans } from '../state/commands/compare-plans'
import { clauseNamed } from '../state/packs'
import type { PlanSide } from '../state/workshop'
import { planNamed } from '../state/workshop'
import { CompareTable } from './compare-table'
import { useApp, useAppState } from './use-app'
import { useSayPlan, useWorkshop } from './use-plans'

export function CompareScreen() {
  const app = useApp()
  const sayPlan = useSayPlan()
  const comparison = useWorkshop(({ comparison }) => comparison)
  const dialog = useRef<HTMLElement>(null)
  const open = comparison !== null
  useEffect(() => {
    if (open) dialog.current?.focus()
  }, [open])
  if (!comparison) return null
  const { from, to, judged } = comparison
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    // The selection behind stays.
    event.stopPropagation()
    closeComparison(app)
  }
  return (
    <section ref={dialog} className="compare-screen" role="dialog" aria-modal="true" aria-label={sayPlan('compare.title')} tabIndex={-1} onKeyDown={leave}>
      <header>
        <h2>{sayPlan('compare.title')}</h2>
        <PlanChoice label={sayPlan('compare.from')} chosen={from} choose={(id) => void comparePlans(app, id, to)} />
        <PlanChoice label={sayPlan('compare.to')} chosen={to} choose={(id) => void comparePlans(app, from, id)} />
        <button type="button" onClick={() => void comparePlans(app, to, from)}>
          {sayPlan('compare.swap')}
        </button>
        <button type="button" className="primary compare-close" onClick={() => closeComparison(app)}>
          {sayPlan('compare.close')}
        </button>
      </header>
      {judged && <Maps before={judged.before} after={judged.after} clauses={judged.difference.clauses} from={from} to={to} />}
      {judged && <CompareTable judged={judged} />}
    </section>
  )
}

function PlanChoice({ label, chosen, choose }: { readonly label: string; readonly chosen: string | null; readonly choose: (id: string | null) => void }) {
  const sayPlan = useSayPlan()
  const plans = useWorkshop(({ plans }) => plans)
  return (
    <label>
      {label}{' '}
      <select value={chosen ?? ''} onChange={(event) => choose(event.currentTarget.value || null)}>
        <option value="">{sayPlan('name.base')}</option>
        {plans.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

type Sides = { readonly before: PlanSide; readonly after: PlanSide; readonly clauses: readonly ClauseDifference[]; readonly from: string | null; readonly to: string | null }

function Maps({ before, after, clauses, from, to }: Sides) {
  const sayPlan = useSayPlan()
  const workshop = useAppState((state) => state.workshop)
  const language = useAppState((state) => state.language)
  const title = useAppState((state) => (state.clause === null ? undefined : clauseNamed(state, { policy: state.policy, clause: state.clause })?.title))
  const clause = useAppState((state) => state.clause)
  const policy = useAppState((state) => state.policy)
  // Both begin where the room was looking.
  const [camera, setCamera] = useState<Camera | null>(workshop.camera)
  const changed = clauses.find((each) => each.clause === clause && each.policy === policy)
  const difference = useMemo(() => (changed ? { gained: changed.gained.flatMap(selectionOf), lost: changed.lost.flatMap(selectionOf) } : null), [changed])
  const nameOf = (id: string | null): string => planNamed(workshop, id)?.name ?? sayPlan('name.base')
  return (
    <>
      <p className="compare-note note">
        {title && sayPlan('compare.chosen', { title: title[language] })}
        {difference && <> · {sayPlan('compare.legend')}</>}
      </p>
      <div className="compare-maps">
        <SideMap side={before} name={nameOf(from)} difference={null} camera={camera} onMove={setCamera} />
        <SideMap side={after} name={nameOf(to)} difference={difference} camera={camera} onMove={setCamera} />
      </div>
    </>
  )
}

function SideMap({ side, name, difference, camera, onMove }: { readonly side: PlanSide; readonly name: string; readonly difference: MapView['difference']; readonly camera: Camera | null; readonly onMove: (camera: Camera) => void }) {
  const sayPlan = useSayPlan()
  const layers = useAppState((state) => state.layers)
  const metres = useAppState((state) => state.metres)
  const kinds = useAppState((state) => state.kinds)
  const language = useAppState((state) => state.language)
  const clause = useAppState((state) => state.clause)
  const policy = useAppState((state) => state.policy)
  const view = useMemo<MapView>(
    () => ({
      study: side.study,
      result: side.results.find((result) => result.clause === clause && result.policy === policy) ?? null,
      metres, layers, language, circleKinds: kinds, shownKinds: kinds, selection: null, baseMap: null,
      ...(difference ? { difference } : {}),
      ...(camera ? { camera } : {}),
    }),
    [side, clause, policy, metres, layers, language, kinds, difference, camera],
  )
  return (
    <figure className="compare-map" aria-label={sayPlan('compare.mapOf', { name })}>
      <figcaption>{name}</figcaption>
      <StudyMap view={view} onSelect={() => undefined} onMove={onMove} legend={false} />
    </figure>
  )
}

const selectionOf = ({ kind, id }: UnitDifference): Selection[] => (kind === null || kind === 'pool' ? [] : [{ kind, id }])

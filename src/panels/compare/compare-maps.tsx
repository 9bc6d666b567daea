/** The maps of a comparison: two beside each other, two with a handle between, one with the other's outlines, or what differs alone. */
import { useMemo, useState } from 'react'
import { createCameraLink } from '../../map/linked-cameras'
import { StudyMap } from '../../map/study-map'
import type { MapView } from '../../map/view'
import type { Difference } from '../../indicators/difference/difference'
import { select } from '../../state/commands/select'
import { comparedClause, unitsApart } from '../../state/compared-clause'
import { clauseNamed } from '../../state/packs'
import type { CompareView, Comparison, PlanSide } from '../../state/workshop'
import { walkMetres } from '../../state/walking'
import { CompareLegend } from './compare-legend'
import { CompareSwipe } from './compare-swipe'
import { useApp, useAppState } from '../use-app'
import { useBaseMap } from '../use-base-map'
import { useSayPlan } from '../use-plans'

type Judged = { readonly before: PlanSide; readonly after: PlanSide; readonly difference: Difference }

/** from, to: what the two are called. */
export function CompareMaps({ judged: { before, after, difference }, walks, from, to, view }: { readonly judged: Judged; readonly walks: Comparison['walks']; readonly from: string; readonly to: string; readonly view: CompareView }) {
  const app = useApp()
  const sayPlan = useSayPlan()
  const chosenClause = useAppState((state) => state.clause)
  const chosenPolicy = useAppState((state) => state.policy)
  const language = useAppState((state) => state.language)
  // They begin where the room was looking.
  const [link] = useState(() => createCameraLink(app.store.getState().workshop.camera))
  const changed = comparedClause(difference, { clause: chosenClause, policy: chosenPolicy })
  const shown = changed ?? (chosenClause === null ? null : { clause: chosenClause, policy: chosenPolicy })
  const title = useAppState((state) => (shown ? (clauseNamed(state, shown)?.title[language] ?? shown.clause) : null))
  const apart = useMemo(() => (changed ? unitsApart(changed) : null), [changed])
  const base = useBase(before, after, shown)
  const verdictChanges = useMemo(() => apart && { gained: apart.gained, lost: apart.lost }, [apart])
  const walk = useWalk()
  const views = useMemo(() => {
    const now = { ...base, study: after.study, result: base.afterResult, walk: walk && { ...walk, pictures: walks?.after ?? null } }
    return {
      before: { ...base, study: before.study, result: base.beforeResult, walk: walk && { ...walk, pictures: walks?.before ?? null } },
      after: { ...now, difference: verdictChanges },
      overlay: { ...now, overlay: { study: before.study, result: base.beforeResult } },
      difference: { ...now, result: null, difference: apart },
    }
  }, [base, before, after, walk, walks, verdictChanges, apart])
  const map = (of: MapView, name: string) => (
    <figure className="compare-map" aria-label={sayPlan('compare.mapOf', { name })}>
      <figcaption>{name}</figcaption>
      <StudyMap view={of} link={link} onSelect={(selection) => select(app, selection)} legend={false} />
    </figure>
  )
  return (
    <>
      <p className="compare-note note">
        {title && sayPlan('compare.chosen', { title })}
        {!changed && title && <> · {sayPlan('compare.chosenSame')}</>}
      </p>
      <div className={`compare-maps compare-maps-${view}`}>
        {view === 'side' && map(views.before, from)}
        {view === 'side' && map(views.after, to)}
        {view === 'swipe' && <CompareSwipe left={map(views.before, from)} right={map(views.after, to)} leftName={from} rightName={to} />}
        {view === 'overlay' && map(views.overlay, sayPlan('compare.overlayOf', { from, to }))}
        {view === 'difference' && map(views.difference, sayPlan('compare.differenceOf', { from, to }))}
        <CompareLegend view={view} map={views.after} apart={apart} before={views.before.result} after={views.after.result} from={from} to={to} />
      </div>
    </>
  )
}

/** What the main map shows of the walk; the pictures are of each plan. The way of one place is of the plan that is shown, and stays there. */
function useWalk(): MapView['walk'] {
  const { model, speed, streets } = useAppState((state) => state.walking)
  return useMemo(() => (model === 'walk' ? { speed, metres: walkMetres(speed), lines: streets?.lines ?? null, pictures: null, own: null, route: null } : null), [model, speed, streets])
}

/** What all of the maps have in common. */
function useBase(before: PlanSide, after: PlanSide, shown: { readonly policy: string; readonly clause: string } | null) {
  const layers = useAppState((state) => state.layers)
  const metres = useAppState((state) => state.metres)
  const kinds = useAppState((state) => state.kinds)
  const language = useAppState((state) => state.language)
  const selection = useAppState((state) => state.selection)
  const [clause, policy] = [shown?.clause, shown?.policy]
  const baseMap = useBaseMap()
  return useMemo(() => {
    const resultOf = ({ results }: PlanSide) => results.find((result) => result.clause === clause && result.policy === policy) ?? null
    return { metres, layers, language, circleKinds: kinds, shownKinds: kinds, selection, baseMap, beforeResult: resultOf(before), afterResult: resultOf(after) }
  }, [before, after, clause, policy, metres, layers, kinds, language, selection, baseMap])
}

/** The store's view of the map: what StudyMap shows and what it tells back. */
import { useEffect, useMemo, useState } from 'react'
import { Legend } from '../map/legend'
import { createShutter, snapshotPng } from '../map/snapshot'
import { StudyMap } from '../map/study-map'
import type { Tool } from '../map/tool'
import type { MapView, StudyMapProps } from '../map/view'
import { changedReadings } from '../state/changed-readings'
import { dragTo, dropAt, takeTool } from '../state/commands/drag-facility'
import { mapCameTo } from '../state/commands/follow-address'
import { pickMember } from '../state/commands/pick-members'
import { select } from '../state/commands/select'
import { keepSnapshot } from '../state/commands/take-snapshot'
import { membersOf } from '../state/members'
import { clauseNamed } from '../state/packs'
import { snapshotWords } from '../state/snapshot-words'
import { chosenResult } from '../state/state'
import { walkMetres } from '../state/walking'
import { FailureBoundary } from './failure-boundary'
import { choiceLabel, optionLabel } from './option-words'
import { RouteCard } from './walk/route-card'
import { useApp, useAppState } from './use-app'
import { useBaseMap } from './use-base-map'

export function MapPane() {
  const app = useApp()
  const study = useAppState((state) => state.study)
  const result = useAppState(chosenResult)
  const metres = useAppState((state) => state.metres)
  const layers = useAppState((state) => state.layers)
  const kinds = useAppState((state) => state.kinds)
  const selection = useAppState((state) => state.selection)
  const language = useAppState((state) => state.language)
  const { model, speed, streets, pictures, own, route } = useAppState((state) => state.walking)
  const taken = useAppState((state) => state.workshop.tool)
  const carried = taken?.kind === 'move'
  // Around what is carried it is drawn above the map: nothing of the map itself, nor of the legend, changes with it.
  const drawn = carried ? null : own
  const walk = useMemo<MapView['walk']>(() => {
    if (model !== 'walk') return null
    return { speed, metres: walkMetres(speed), lines: streets?.lines ?? null, pictures, own: drawn, route: route === 'waiting' ? null : route }
  }, [model, speed, streets, pictures, drawn, route])
  const baseMap = useBaseMap()
  const clause = useAppState((state) => result && clauseNamed(state, result)) ?? undefined
  const heading = useMemo<MapView['heading']>(() => {
    if (!result) return null
    const readings = changedReadings(clause, result.reading).map(({ option, value }) => `${optionLabel(language, option)}${language === 'zh' ? '：' : ': '}${choiceLabel(language, option, value)}`)
    return { title: clause?.title[language] ?? result.clause, readings }
  }, [result, clause, language])
  const goTo = useAppState((state) => state.workshop.goTo)
  const drag = useAppState((state) => state.workshop.drag)
  // From the moment that it is taken up it lies above the map, so that carrying it draws nothing of the map again.
  const held = useMemo<StudyMapProps['held']>(() => {
    const facility = taken?.kind === 'move' ? study?.facilities.find(({ id }) => id === taken.facility) : undefined
    const at = drag?.to ?? facility?.at
    return facility && at ? { facility, at, ...(walk ? { walks: own?.facility === facility.id ? own.shapes : [] } : {}) } : null
  }, [study, taken, drag, walk, own])
  const members = useMemo(() => (study ? membersOf(study, selection) : []), [study, selection])
  const sketch = useAppState((state) => (state.workshop.way?.kind === 'link' ? state.workshop.way.line : null))
  const view = useMemo<MapView | null>(
    () => study && { study, result, heading, metres, layers, selection, baseMap, language, walk, circleKinds: kinds, shownKinds: kinds, members, sketch, ...(goTo ? { camera: goTo } : {}) },
    [study, result, heading, metres, layers, selection, baseMap, language, walk, kinds, members, sketch, goTo],
  )
  const [shutter] = useState(createShutter)
  const asked = useAppState((state) => state.workshop.snapshotAsked)
  useEffect(() => {
    if (asked === 0) return
    void shutter.take().then(async (picture) => keepSnapshot(app, picture && (await snapshotPng(picture, snapshotWords(app.store.getState())))))
  }, [app, asked, shutter])
  // Where the facility stood when it was taken up; while it is held the map itself knows.
  const tool = useMemo<Tool | null>(() => {
    // Whom to serve and whom to pool is picked as anything is selected.
    if (!taken || taken.kind === 'serve' || taken.kind === 'pool') return null
    return taken.kind === 'move' ? { kind: 'move', at: app.store.getState().study?.facilities.find(({ id }) => id === taken.facility)?.at ?? null } : { kind: 'place' }
  }, [taken, app])
  // The kinds stand in the left column, each with its sign.
  const listed = useMemo(() => view && { ...view, shownKinds: [] }, [view])
  if (!view || !listed) return null
  return (
    <FailureBoundary>
      <StudyMap view={view} shutter={shutter} onSelect={(selected) => pickMember(app, selected) || select(app, selected)} onMove={(camera) => mapCameTo(app, camera)} legend={false} tool={tool} held={held} onHold={(at) => dragTo(app, at)} onDrop={(at) => void dropAt(app, at)} onToolCancel={() => takeTool(app, null)} />
      <Legend view={listed} open={matchMedia('(min-width: 721px)').matches} />
      {tool?.kind === 'place' && <Middle />}
      <RouteCard />
    </FailureBoundary>
  )
}

/** Where Enter puts a place: the middle of the map. */
const Middle = () => (
  <svg className="map-middle" width="28" height="28" viewBox="-14 -14 28 28" aria-hidden="true">
    <path d="M-12 0H-3M3 0H12M0 -12V-3M0 3V12" fill="none" stroke="#ffffff" strokeWidth="5" />
    <path d="M-12 0H-3M3 0H12M0 -12V-3M0 3V12" fill="none" stroke="#1d2427" strokeWidth="2" />
  </svg>
)

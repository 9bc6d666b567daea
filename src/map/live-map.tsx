/** The zoomable map. Effects here only hold hands with MapLibre; what is drawn is decided in layers/. */
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import type { LngLat } from '../tables/ledger'
import { say } from '../text/say'
import { Controls, ScaleBar } from './controls'
import { routeExtent, selectionExtent, studyExtent, type Extent } from './extent'
import { HeldMark } from './held-mark'
import { Legend } from './legend'
import { isVisible } from './layers/layer'
import { baseMap } from './layers/base-map'
import { cameraOf } from './linked-cameras'
import { MapLibreMap, type MapMouseEvent } from './maplibre'
import { paced, type PacedPainter } from './paced'
import { createPainter } from './painter'
import { hitOf, pickTop, type Hit } from './pick'
import { verdictsOf } from './verdicts'
import { attachTool } from './tool'
import type { Camera, MapView, Selection, StudyMapProps } from './view'
import { mapWord } from './words'

type Live = { readonly map: MapLibreMap; readonly paint: PacedPainter }
type Tip = { readonly x: number; readonly y: number; readonly words: string }

export function LiveMap({
  view,
  onSelect,
  onMove,
  link,
  shutter,
  tool = null,
  held = null,
  onHold,
  onDrop,
  onToolCancel,
  legend = true,
  onFail,
  onLost,
}: StudyMapProps & { readonly onFail: () => void; /** The picture is gone and has not come back by itself. */ readonly onLost: (camera: Camera) => void }) {
  const box = useRef<HTMLDivElement>(null)
  const [live, setLive] = useState<Live | null>(null)
  const [wide] = useState(isWide)
  const [tip, setTip] = useState<Tip | null>(null)
  const [failedTiles, setFailedTiles] = useState<string | null>(null)
  // What was picked on the map itself is in sight already: the camera stays.
  const picked = useRef<Selection | null>(null)

  const fail = useEffectEvent(onFail)
  const lost = useEffectEvent(onLost)
  const start = useEffectEvent((map: MapLibreMap) => goTo(map, view.camera ?? studyExtent(view.study)))
  useEffect(() => {
    const container = box.current
    if (!container) return
    const map = makeMap(container)
    if (!map) return fail()
    let gone = false
    // The graphics of a machine stop and come back, mostly within a moment; the map then draws itself again.
    let waiting: ReturnType<typeof setTimeout> | undefined
    map.on('webglcontextlost', () => {
      const camera = cameraOf(map)
      waiting = setTimeout(() => lost(camera), comesBackMs)
    })
    map.on('webglcontextrestored', () => clearTimeout(waiting))
    map.once('style.load', () => {
      if (gone) return
      start(map)
      setLive({ map, paint: paced(map, createPainter(map)) })
    })
    return () => {
      gone = true
      clearTimeout(waiting)
      setLive(null)
      map.remove()
    }
  }, [])

  // What is held is not in the map: it is taken out once, before it is carried anywhere.
  const heldId = held?.facility.id
  const without = useMemo(() => (heldId === undefined ? view.study : { ...view.study, facilities: view.study.facilities.filter(({ id }) => id !== heldId) }), [view.study, heldId])
  const ground = useMemo(() => (heldId === undefined ? view : { ...view, study: without, ...(view.walk ? { walk: { ...view.walk, own: null } } : {}) }), [view, without, heldId])
  useEffect(() => (heldId === undefined ? live?.paint.now(ground) : live?.paint.inTurn(ground)), [live, ground, heldId])

  useEffect(() => {
    live?.map.getCanvas().setAttribute('aria-label', mapWord(view.language, 'map'))
  }, [live, view.language])

  // Another study opens on its whole extent; an edit of this one leaves the camera alone.
  const opened = openingOf(view)
  const shown = useRef(opened)
  const whole = useEffectEvent(() => live && goTo(live.map, studyExtent(view.study)))
  useEffect(() => {
    if (shown.current === opened) return
    shown.current = opened
    whole()
  }, [opened])

  const { lng, lat, zoom } = view.camera ?? {}
  useEffect(() => {
    if (live && lng !== undefined && lat !== undefined && zoom !== undefined && !standsAt(live.map, { lng, lat, zoom }))
      live.map.jumpTo({ center: [lng, lat], zoom })
  }, [live, lng, lat, zoom])

  useEffect(() => (live && link ? link.join(live.map) : undefined), [live, link])
  useEffect(() => (live && shutter ? shutter.attach(live.map) : undefined), [live, shutter])

  const { kind, id } = view.selection ?? {}
  const show = useEffectEvent((selection: Selection) => {
    if (live && !(picked.current?.kind === selection.kind && picked.current.id === selection.id))
      bringIntoSight(live.map, selectionExtent(view.study, selection))
    picked.current = null
  })
  useEffect(() => {
    if (live && kind && id) show({ kind, id })
  }, [live, kind, id])

  // A way on foot that was just found is shown whole.
  const way = view.walk?.route ?? null
  useEffect(() => {
    if (live && way) showWay(live.map, routeExtent(way))
  }, [live, way])

  const hold = useEffectEvent((at: LngLat) => onHold?.(at))
  const drop = useEffectEvent((at: LngLat) => onDrop?.(at))
  const layDown = useEffectEvent(() => onToolCancel?.())
  useEffect(() => {
    if (live && tool) return attachTool(live.map, tool, { onHold: (at) => hold(at), onDrop: (at) => drop(at), onCancel: () => layDown() })
  }, [live, tool])

  const onPick = useEffectEvent((event: MapMouseEvent) => {
    if (tool) return
    const top = pickTop(hitsAt(event.target, event.point.x, event.point.y))
    picked.current = top && { kind: top.kind, id: top.id }
    onSelect(picked.current)
  })
  const onHover = useEffectEvent((event: MapMouseEvent) => {
    if (tool || event.target.isMoving()) return setTip(null)
    const top = pickTop(hitsAt(event.target, event.point.x, event.point.y))
    event.target.getCanvas().style.cursor = top ? 'pointer' : ''
    setTip(top && { x: event.point.x, y: event.point.y, words: tipWords(view, top) })
  })
  const onMoved = useEffectEvent((map: MapLibreMap) => onMove?.(cameraOf(map)))
  const tiles = view.baseMap?.tiles.join(' ') ?? null
  const onTileError = useEffectEvent(() => setFailedTiles(tiles))
  useEffect(() => {
    if (!live) return
    const { map } = live
    const click = (event: MapMouseEvent) => onPick(event)
    const hover = (event: MapMouseEvent) => onHover(event)
    const leave = () => setTip(null)
    const moved = () => onMoved(map)
    // A base map that cannot be reached is said on the map; anything else is a fault of ours and goes to the browser.
    const error = (event: { readonly error: unknown; readonly sourceId?: string }) =>
      event.sourceId === 'base-map' ? onTileError() : reportError(event.error)
    map.on('click', click)
    map.on('mousemove', hover)
    map.on('mouseout', leave)
    map.on('moveend', moved)
    map.on('error', error)
    return () => {
      map.off('click', click)
      map.off('mousemove', hover)
      map.off('mouseout', leave)
      map.off('moveend', moved)
      map.off('error', error)
    }
  }, [live])

  const baseMapShown = view.baseMap !== null && isVisible(view, baseMap)
  const empty = useMemo(() => studyExtent(view.study) === null, [view.study])
  return (
    <div className="study-map">
      <div ref={box} className="study-map-canvas" />
      {live && <HeldMark map={live.map} held={held} metres={view.metres} language={view.language} landed={(id) => view.study.facilities.find((facility) => facility.id === id)} />}
      {live && (
        <Controls
          language={view.language}
          onZoom={(by) => (by > 0 ? live.map.zoomIn() : live.map.zoomOut())}
          onWhole={() => goTo(live.map, studyExtent(view.study), true)}
        />
      )}
      <div className="map-foot">
        {legend && <Legend view={view} open={wide} />}
        {live && !empty && <ScaleBar map={live.map} language={view.language} />}
      </div>
      {empty && (
        <p className="map-note" role="status">
          {mapWord(view.language, 'empty')}
        </p>
      )}
      {!empty && baseMapShown && failedTiles === tiles && (
        <p className="map-note" role="status">
          {mapWord(view.language, 'noBaseMap')}
        </p>
      )}
      {baseMapShown && view.baseMap?.attribution && <p className="map-attribution">{view.baseMap.attribution}</p>}
      {tip && (
        <div className="map-tip" aria-hidden="true" style={{ transform: `translate(${tip.x}px, ${tip.y}px)` }}>
          <span>{tip.words}</span>
        </div>
      )}
    </div>
  )
}

/** So long a lost picture is given to come back by itself. */
const comesBackMs = 700

/** A phone begins with its legend folded. */
const isWide = (): boolean => typeof matchMedia === 'undefined' || matchMedia('(min-width: 700px)').matches

/** null where the graphics of the machine refuse. */
function makeMap(container: HTMLElement): MapLibreMap | null {
  try {
    const map = new MapLibreMap({
      container,
      style: { version: 8, sources: {}, layers: [] },
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      renderWorldCopies: false,
      fadeDuration: 0,
      maxZoom: 20,
    })
    map.touchZoomRotate.disableRotation()
    map.keyboard.disableRotation()
    return map
  } catch {
    return null
  }
}

/** The same while the study is only edited. */
const openingOf = ({ study }: MapView): string => `${study.name} ${study.inputs.map(({ sha256 }) => sha256).join(' ')}`

/** Within a pixel or so: the camera that the map itself reported. */
function standsAt(map: MapLibreMap, { lng, lat, zoom }: Camera): boolean {
  const now = cameraOf(map)
  return Math.abs(now.zoom - zoom) < 1e-6 && Math.abs(now.lng - lng) < 1e-9 && Math.abs(now.lat - lat) < 1e-9
}

function goTo(map: MapLibreMap, where: Camera | Extent | null, animate = false): void {
  if (!where) return
  if ('lng' in where) return void map.jumpTo({ center: [where.lng, where.lat], zoom: where.zoom })
  const [west, south, east, north] = where
  const { clientWidth, clientHeight } = map.getContainer()
  const margin = Math.round(Math.min(36, clientWidth / 12, clientHeight / 12))
  map.fitBounds([west, south, east, north], {
    padding: { top: margin, bottom: margin, right: margin, left: margin + legendWidth(map) },
    maxZoom: 15.5,
    animate,
    duration: 400,
  })
}

/** The study stands beside the unfolded legend where there is room for both. */
function legendWidth(map: MapLibreMap): number {
  const legend = (map.getContainer().closest('.map-area') ?? map.getContainer().parentElement)?.querySelector('details.map-legend[open]')
  const width = legend?.clientWidth ?? 0
  return width < map.getContainer().clientWidth * 0.3 ? width : 0
}

/** Moves only when the record is out of sight or too small to see. */
function bringIntoSight(map: MapLibreMap, extent: Extent | null): void {
  if (!extent) return
  const [west, south, east, north] = extent
  const bounds = map.getBounds()
  const inSight = bounds.contains([west, south]) && bounds.contains([east, north])
  const [a, b] = [map.project([west, south]), map.project([east, north])]
  const isPoint = west === east && south === north
  const legible = isPoint ? map.getZoom() >= 12.5 : Math.hypot(a.x - b.x, a.y - b.y) > 60
  if (inSight && legible) return
  const { clientWidth, clientHeight } = map.getContainer()
  map.fitBounds([west, south, east, north], {
    padding: Math.min(clientWidth, clientHeight) / 5,
    maxZoom: isPoint ? Math.max(14, map.getZoom()) : 15,
    duration: 500,
  })
}

/** Whole, beside the card that tells it and beside the clauses, where they lie over the map. */
function showWay(map: MapLibreMap, extent: Extent | null): void {
  if (!extent) return
  const [west, south, east, north] = extent
  const { clientWidth, clientHeight } = map.getContainer()
  const card = map.getContainer().closest('.map-area')?.querySelector<HTMLElement>('.route-card')
  const clauses = document.querySelector('.clause-column')?.getBoundingClientRect()
  const over = clauses && clauses.width > 0 ? map.getContainer().getBoundingClientRect().right - clauses.left : 0
  const margin = Math.min(clientWidth, clientHeight) / (over > 0 ? 16 : 8)
  const padding = { top: margin, bottom: margin, left: margin, right: margin }
  if (card && card.clientWidth > clientWidth / 2) padding.bottom += card.clientHeight
  else if (card && card.offsetLeft > clientWidth / 2) padding.right = clientWidth - card.offsetLeft + margin / 2
  else if (card) padding.left = card.offsetLeft + card.clientWidth + margin / 2
  if (over > 0 && over < clientWidth * 0.8) padding.right += over
  const roomy = padding.left + padding.right < clientWidth * 0.92 && padding.top + padding.bottom < clientHeight * 0.8
  map.fitBounds([west, south, east, north], { padding: roomy ? padding : margin, maxZoom: 16.5, duration: 500 })
}

/** Surfaces count where they hold the pointer; points within a finger's or a mouse's breadth. */
function hitsAt(map: MapLibreMap, x: number, y: number): Hit[] {
  const breadth = matchMedia('(pointer: coarse)').matches ? 12 : 4
  const near = map.queryRenderedFeatures([
    [x - breadth, y - breadth],
    [x + breadth, y + breadth],
  ])
  const under = map.queryRenderedFeatures([x, y])
  return [
    ...near.flatMap(({ geometry, properties }) => {
      if (geometry.type !== 'Point') return []
      const at = map.project([geometry.coordinates[0] ?? 0, geometry.coordinates[1] ?? 0])
      return hitOf(properties, Math.hypot(at.x - x, at.y - y)) ?? []
    }),
    ...under.flatMap(({ geometry, properties }) => (geometry.type === 'Point' ? [] : (hitOf(properties, 0) ?? []))),
  ]
}

function tipWords(
  { study, result, language }: MapView,
  { kind, id, name }: Selection & { readonly name: string },
): string {
  const state = kind === 'point' ? undefined : verdictsOf(study, result).of[kind].get(id)
  return state ? `${name} · ${say(language, `verdict.${state}`)}` : name
}

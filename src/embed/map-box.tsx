/** The map's place in the page. Its script is fetched when the list stands and the map is near the window; without it the list goes on. */
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Camera } from './address'
import type { LiveMap, MapAnswers, MapScene } from './map/scene'

type Props = { readonly scene: MapScene; readonly opening: Camera | null; readonly answers: MapAnswers; readonly onLive: (map: LiveMap | null) => void }

export function MapBox({ scene, opening, answers, onLive }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const live = useRef<LiveMap | null>(null)
  const [state, setState] = useState<'waiting' | 'live' | 'failed'>('waiting')
  // The map outlives many drawings of the page; it answers to the latest.
  const latest = useRef(answers)
  useEffect(() => {
    latest.current = answers
  })
  const { say } = scene.words

  const start = useEffectEvent((): void => {
    const mount = window.yikequanMap?.mountMap
    if (!box.current || !mount) return setState('failed')
    live.current = mount(box.current, scene, opening, {
      onPick: (facility) => latest.current.onPick(facility),
      onSpot: (spot) => latest.current.onSpot(spot),
      onMove: (camera) => latest.current.onMove(camera),
    })
    setState('live')
    onLive(live.current)
  })

  useEffect(() => {
    let gone = false
    const stopWaiting = whenNear(box.current, () => {
      loadMap(
        () => !gone && start(),
        () => !gone && setState('failed'),
      )
    })
    return () => {
      gone = true
      stopWaiting()
      live.current?.remove()
      live.current = null
    }
  }, [])

  useEffect(() => live.current?.show(scene), [scene, state])

  return (
    <div className="map-frame">
      <div ref={box} className="map-box" />
      {state !== 'live' && (
        <p className="map-waiting" role="status">
          {say(state === 'failed' ? 'map.failed' : 'map.loading')}
        </p>
      )}
    </div>
  )
}

/** After the first paint of the list, and not before the map comes within a screen of the window. */
function whenNear(box: HTMLElement | null, then: () => void): () => void {
  let stopped = false
  let watch: IntersectionObserver | null = null
  requestAnimationFrame(() =>
    setTimeout(() => {
      if (stopped) return
      if (!box || typeof IntersectionObserver === 'undefined') return then()
      watch = new IntersectionObserver(
        (entries) => {
          if (!entries.some(({ isIntersecting }) => isIntersecting)) return
          watch?.disconnect()
          then()
        },
        { rootMargin: '100% 0px' },
      )
      watch.observe(box)
    }),
  )
  return () => {
    stopped = true
    watch?.disconnect()
  }
}

/** A plain script: a page without an origin may load those and no modules. */
function loadMap(then: () => void, failed: () => void): void {
  if (window.yikequanMap) return then()
  const script = document.createElement('script')
  script.src = 'map.js'
  script.onload = then
  script.onerror = failed
  document.head.append(script)
}

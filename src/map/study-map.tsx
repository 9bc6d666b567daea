/** The one component of the map: draws a view, says what was selected and where the camera went. */
import { lazy, Suspense, useMemo, useRef, useState } from 'react'
import { Legend } from './legend'
import { SvgMap } from './svg-map'
import type { Camera, StudyMapProps } from './view'
import { hasWebgl2 } from './webgl2'
import { mapWord } from './words'
import './map.css'

/** Comes while the study is being read: the page and its computing part need not wait for the map's library. */
const loading = import('./live-map')
// Who shows the map is told.
loading.catch(() => undefined)
const LiveMap = lazy(async () => ({ default: (await loading).LiveMap }))

/** Drawn anew by itself so often; a machine whose graphics fail again and again gets the plain picture, and a button. */
const bySelf = 2

export function StudyMap(props: StudyMapProps) {
  const [able, setAble] = useState(hasWebgl2)
  const [drawing, setDrawing] = useState(0)
  const losses = useRef(0)
  /** Where the map stood when its picture was lost; null: wherever the view says. */
  const [stood, setStood] = useState<Camera | null>(null)
  const { view, onSelect, legend = true } = props
  const shown = useMemo(() => (stood ? { ...view, camera: view.camera ?? stood } : view), [view, stood])
  const again = (): void => {
    setAble(hasWebgl2())
    setDrawing((before) => before + 1)
  }
  if (able)
    return (
      <Suspense fallback={<div className="study-map" />}>
        <LiveMap
          key={drawing}
          {...props}
          view={shown}
          onFail={() => setAble(false)}
          onLost={(camera) => {
            setStood(camera)
            losses.current++
            if (losses.current > bySelf) setAble(false)
            else again()
          }}
        />
      </Suspense>
    )
  return (
    <div className="study-map study-map-plain">
      <p className="map-note" role="status">
        {mapWord(view.language, stood ? 'lost' : 'noWebgl')}
        {stood && (
          <button type="button" onClick={again}>
            {mapWord(view.language, 'redraw')}
          </button>
        )}
      </p>
      <SvgMap view={view} onSelect={onSelect} />
      {legend && <Legend view={view} />}
    </div>
  )
}

/** The one component of the map: draws a view, says what was selected and where the camera went. */
import { useState } from 'react'
import { hasWebgl2 } from './maplibre'
import { Legend } from './legend'
import { LiveMap } from './live-map'
import { SvgMap } from './svg-map'
import type { StudyMapProps } from './view'
import { mapWord } from './words'
import './map.css'

export function StudyMap(props: StudyMapProps) {
  const [able, setAble] = useState(hasWebgl2)
  if (able) return <LiveMap {...props} onFail={() => setAble(false)} />
  const { view, onSelect, legend = true } = props
  return (
    <div className="study-map study-map-plain">
      <p className="map-note" role="status">
        {mapWord(view.language, 'noWebgl')}
      </p>
      <SvgMap view={view} onSelect={onSelect} />
      {legend && <Legend view={view} />}
    </div>
  )
}

import { useEffect, useState } from 'react'
import { metresBetween } from '../geo/ruler'
import { formatNumber } from '../text/numbers'
import type { MapLibreMap } from './maplibre'
import { scaleOf, type Scale } from './scale'
import type { Language } from './view'
import { mapWord } from './words'

/** Plus, minus, whole area: buttons in the order of the keyboard. */
export function Controls({
  language,
  onZoom,
  onWhole,
}: {
  readonly language: Language
  readonly onZoom: (by: 1 | -1) => void
  readonly onWhole: () => void
}) {
  const button = (key: 'zoomIn' | 'zoomOut' | 'whole', path: string, act: () => void) => (
    <button type="button" onClick={act} title={mapWord(language, key)} aria-label={mapWord(language, key)}>
      <svg width="18" height="18" viewBox="-9 -9 18 18" aria-hidden="true">
        <path
          d={path}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.8"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
    </button>
  )
  return (
    <div className="map-controls" role="group" aria-label={mapWord(language, 'controls')}>
      {button('zoomIn', 'M-6 0H6M0 -6V6', () => onZoom(1))}
      {button('zoomOut', 'M-6 0H6', () => onZoom(-1))}
      {button('whole', 'M-6 -2.5V-6H-2.5M2.5 -6H6V-2.5M6 2.5V6H2.5M-2.5 6H-6V2.5', onWhole)}
    </div>
  )
}

/** Ground length at the middle of the map, by the geodesic ruler: Web Mercator stretches by a tenth in the south, a third in the north. */
export function ScaleBar({ map, language }: { readonly map: MapLibreMap; readonly language: Language }) {
  const [scale, setScale] = useState<Scale | null>(null)
  useEffect(() => {
    const measure = () => {
      const next = scaleOf(metresPerPx(map), 110)
      setScale((before) =>
        before &&
        next &&
        before.value === next.value &&
        before.unit === next.unit &&
        Math.abs(before.px - next.px) < 0.5
          ? before
          : next,
      )
    }
    measure()
    map.on('move', measure)
    map.on('resize', measure)
    return () => {
      map.off('move', measure)
      map.off('resize', measure)
    }
  }, [map])
  if (!scale) return null
  const words = `${formatNumber(scale.value, 0)} ${mapWord(language, scale.unit)}`
  return (
    <div className="map-scale" role="img" aria-label={`${mapWord(language, 'scale')} ${words}`}>
      <span className="map-scale-words">{words}</span>
      <span className="map-scale-bar" style={{ width: `${scale.px.toFixed(1)}px` }} />
    </div>
  )
}

function metresPerPx(map: MapLibreMap): number {
  const { clientWidth, clientHeight } = map.getContainer()
  const [x, y] = [clientWidth / 2, clientHeight / 2]
  const from = map.unproject([x - 50, y])
  const to = map.unproject([x + 50, y])
  return metresBetween(from.lng, from.lat, to.lng, to.lat) / 100
}

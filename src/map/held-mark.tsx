/**
 * The facility that is held over the map, with its two circles and, on foot, its walks. It lies above the map as a picture of its own, so that
 * carrying it draws nothing of the map again: on a machine without graphics the map alone takes longer than a frame.
 */
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { MultiPolygon, Position } from 'geojson'
import { circleRing } from '../geo/circles'
import type { Facility } from '../model/study'
import type { LngLat } from '../tables/ledger'
import type { Language } from '../text/say'
import { facilitySymbol } from './facility-symbol'
import { MarkParts } from './mark'
import type { MapLibreMap } from './maplibre'
import { facilityPicture } from './picture'

export type Held = {
  readonly facility: Facility
  readonly at: LngLat
  /** What is within the two distances on foot of the last place that was measured; absent in the circle. */
  readonly walks?: readonly (MultiPolygon | null)[]
}

/** held null: let go; what was held stays in sight until the map itself has drawn it where it is now. */
export function HeldMark({ map, held, metres, language, landed }: { readonly map: MapLibreMap; readonly held: Held | null; readonly metres: readonly number[]; readonly language: Language; /** Where the study has a facility now. */ readonly landed: (id: string) => Facility | undefined }) {
  const id = held?.facility.id ?? null
  /** What is held, or was until the map has drawn it. */
  const [seen, setSeen] = useState(id)
  if (id !== null && id !== seen) setSeen(id)
  const lingers = id === null && seen !== null
  useEffect(() => {
    if (!lingers) return
    const drawn = (): void => setSeen(null)
    // Where the map never comes to rest it is seen anyway.
    const late = setTimeout(drawn, lingersMs)
    map.once('idle', drawn)
    return () => {
      clearTimeout(late)
      map.off('idle', drawn)
    }
  }, [map, lingers])
  if (held) return <Drawn map={map} held={held} metres={metres} language={language} />
  const facility = seen === null ? undefined : landed(seen)
  return facility?.at ? <Drawn map={map} held={{ facility, at: facility.at }} metres={metres} language={language} /> : null
}

const lingersMs = 1500

function Drawn({ map, held: { facility, at, walks }, metres, language }: { readonly map: MapLibreMap; readonly held: Held; readonly metres: readonly number[]; readonly language: Language }) {
  const here = useRef<SVGSVGElement>(null)
  const rings = useRef<SVGGElement>(null)
  const ways = useRef<SVGGElement>(null)
  /** For what the rings were drawn: a ring is as large at the next pixel, so it is only carried along. */
  const ringed = useRef('')
  const [lng, lat] = at
  useLayoutEffect(() => {
    const place = (): void => {
      const middle = map.project([lng, lat])
      const far = map.project(circleRing(lng, lat, metres[metres.length - 1] ?? 0, 4)[0] as [number, number])
      const size = `${metres.join()} ${Math.round(4 * Math.hypot(far.x - middle.x, far.y - middle.y))}`
      if (size !== ringed.current) {
        ringed.current = size
        ;[...(rings.current?.children ?? [])].forEach((ring, at) => ring.setAttribute('d', pathOf([circleRing(lng, lat, metres[at] ?? 0, 96)], map, middle)))
      }
      if (here.current) here.current.style.transform = `translate(${middle.x}px, ${middle.y}px)`
    }
    place()
    map.on('move', place)
    return () => void map.off('move', place)
  }, [map, lng, lat, metres])
  useLayoutEffect(() => {
    if (!walks) return
    const draw = (): void => [...(ways.current?.children ?? [])].forEach((way, at) => way.setAttribute('d', walks[at] ? pathOf(walks[at].coordinates.flat(), map, { x: 0, y: 0 }) : ''))
    draw()
    map.on('move', draw)
    return () => void map.off('move', draw)
  }, [map, walks])
  return (
    <div className="map-held" aria-hidden="true">
      {walks && (
        <svg className="map-held-ways" width="1" height="1">
          <g ref={ways}>
            {walks.map((_, at) => (
              <path key={at} className={at === 0 ? 'map-held-near' : 'map-held-far'} fillRule="evenodd" />
            ))}
          </g>
        </svg>
      )}
      <svg ref={here} className="map-held-here" width="1" height="1">
        <g ref={rings}>
          {metres.map((radius, at) => (
            // On foot the legal circle is an outline beside the walks.
            <path key={radius} className={`map-held-ring${walks ? '' : at === 0 ? ' map-held-near' : ' map-held-far'}`} />
          ))}
        </g>
        <MarkParts parts={facilityPicture(facilitySymbol(facility, language, null)).parts} />
      </svg>
    </div>
  )
}

/** Rings on the screen, so many pixels from the place given. */
function pathOf(shapes: readonly (readonly Position[])[], map: MapLibreMap, from: { readonly x: number; readonly y: number }): string {
  return shapes
    .map((ring) => {
      const corners = ring.map(([lng, lat]) => {
        const { x, y } = map.project([lng ?? 0, lat ?? 0])
        return `${(x - from.x).toFixed(1)} ${(y - from.y).toFixed(1)}`
      })
      return `M${corners.join('L')}Z`
    })
    .join('')
}

/** The same content as a plain picture: for browsers without WebGL2 and for print. No zoom; the table is its twin. */
import { useId } from 'react'
import type { Geometry, Position } from 'geojson'
import { say } from '../text/say'
import { studyExtent, type Extent } from './extent'
import { facilitySymbol } from './facility-symbol'
import { glyphFont } from './paint-picture'
import { areaFeatures } from './layers/areas'
import { circles } from './layers/circles'
import { mapLayers } from './layers'
import { isochrones } from './layers/isochrones'
import { isVisible, type Drawing } from './layers/layer'
import { route } from './layers/route'
import { signFeatures } from './layers/signs'
import { MarkParts } from './mark'
import { compoundPicture, facilityPicture, signPicture, type Picture } from './picture'
import { mapColours, verdictColours } from './verdict-colours'
import { verdictsOf } from './verdicts'
import type { LayerId, MapView, Selection } from './view'
import { mapWord } from './words'

export function SvgMap({
  view,
  onSelect,
  width = 1200,
  height = 800,
}: {
  readonly view: MapView
  readonly onSelect?: (selection: Selection | null) => void
  readonly width?: number
  readonly height?: number
}) {
  const hatch = useId()
  const extent = studyExtent(view.study)
  if (!extent) return <p className="map-note">{mapWord(view.language, 'empty')}</p>
  const { study, language, selection } = view
  const place = projection(extent, width, height)
  const shown = (id: LayerId): boolean => mapLayers.some((layer) => layer.id === id && isVisible(view, layer))
  const select = (kind: Selection['kind'], id: string) =>
    onSelect ? { onClick: () => onSelect({ kind, id }), className: 'map-svg-pick' } : {}
  const verdicts = verdictsOf(study, view.result)
  const chosen = (kind: Selection['kind'], id: string): boolean => selection?.kind === kind && selection.id === id
  const signs = signFeatures(view).flatMap(({ geometry, properties }) => ({
    at: place(geometry.coordinates),
    ...properties,
  }))
  const roomy = uncrowded(signs.map(({ at, name }) => ({ at, name })))

  return (
    <svg
      className="map-svg"
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label={mapWord(language, 'map')}
      fontFamily={glyphFont}
    >
      <defs>
        <pattern id={hatch} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="8" height="8" fill="#f3f5f6" />
          <path d="M0 0V8" stroke="#a3abb0" strokeWidth="2" />
        </pattern>
      </defs>
      {shown('areas') &&
        areaFeatures(view).map(({ geometry, properties: { id, name, state, filled, top, tier } }) => {
          const colour = state === 'none' ? null : verdictColours[state]
          const fill =
            filled && colour ? (state === 'no-data' ? `url(#${hatch})` : colour.fill) : top ? mapColours.paper : 'none'
          return (
            <path
              key={id}
              d={pathOf(geometry, place)}
              fill={fill}
              fillOpacity={filled && colour ? colour.opacity : 1}
              fillRule="evenodd"
              stroke={chosen('area', id) ? mapColours.ink : mapColours.line}
              strokeWidth={chosen('area', id) ? 3 : strokes[tier]}
              {...select('area', id)}
            >
              <title>{state === 'none' ? name : `${name} ${say(language, `verdict.${state}`)}`}</title>
            </path>
          )
        })}
      {shown('circles') &&
        pathsOf(circles.draw(view), place).map((d, i) => (
          <path
            key={i}
            d={d}
            fill={mapColours.circle}
            fillOpacity={i === 0 ? 0.08 : 0.18}
            fillRule="evenodd"
            stroke={i === 0 ? mapColours.circle : 'none'}
            strokeDasharray="6 4"
            pointerEvents="none"
          />
        ))}
      {pathsOf(isochrones.draw(view), place).map((d, i) => (
        <path key={i} d={d} fill={mapColours.circle} fillOpacity={i === 0 ? 0.12 : 0.24} fillRule="evenodd" stroke={i === 0 ? mapColours.circle : 'none'} pointerEvents="none" />
      ))}
      {pathsOf(route.draw(view), place).map((d, i) => (
        <path key={i} d={d} fill="none" stroke={mapColours.ink} strokeWidth={3} pointerEvents="none" />
      ))}
      {shown('compounds') &&
        study.compounds.flatMap(({ id, name, at }) =>
          at
            ? [
                <Stamp
                  key={id}
                  at={place(at)}
                  picture={compoundPicture(verdicts.of.compound.get(id) ?? null)}
                  name={name}
                  scale={0.6}
                  {...select('compound', id)}
                />,
              ]
            : [],
        )}
      {shown('signs') &&
        signs.map(({ id, at, state, name }) => (
          <Stamp
            key={id}
            at={at}
            picture={signPicture(state, verdicts.hollow)}
            name={name}
            scale={0.7}
            {...select('area', id)}
          />
        ))}
      {shown('facilities') &&
        study.facilities.flatMap((facility) => {
          if (!facility.at) return []
          const picture = facilityPicture(
            facilitySymbol(facility, language, verdicts.of.facility.get(facility.id) ?? null),
          )
          return [
            <Stamp
              key={facility.id}
              at={place(facility.at)}
              picture={picture}
              name={facility.name}
              scale={chosen('facility', facility.id) ? 1 : 0.62}
              {...select('facility', facility.id)}
            />,
          ]
        })}
      {shown('labels') &&
        roomy.map(({ at: [x, y], name }, i) => (
          <text
            key={i}
            x={x}
            y={y + 18}
            fontSize="11"
            textAnchor="middle"
            fill={mapColours.ink}
            stroke={mapColours.paper}
            strokeWidth="3"
            paintOrder="stroke"
            pointerEvents="none"
          >
            {name}
          </text>
        ))}
    </svg>
  )
}

const strokes = { outer: 1.8, middle: 1.1, inner: 0.5 } as const

type Spot = readonly [number, number]
type Place = (position: Position | Spot) => Spot

function Stamp({
  at: [x, y],
  picture,
  name,
  scale,
  onClick,
  className,
}: {
  readonly at: Spot
  readonly picture: Picture
  readonly name: string
  readonly scale: number
  readonly onClick?: () => void
  readonly className?: string
}) {
  return (
    <g transform={`translate(${x} ${y}) scale(${scale})`} onClick={onClick} className={className}>
      <title>{name}</title>
      <MarkParts parts={picture.parts} />
    </g>
  )
}

/** Degrees to pixels, true at the middle of the study; for the eye only. A single point stands in the middle. */
function projection([west, south, east, north]: Extent, width: number, height: number): Place {
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const margin = 30
  const scale = Math.min(
    (width - 2 * margin) / Math.max((east - west) * squeeze, 1e-4),
    (height - 2 * margin) / Math.max(north - south, 1e-4),
  )
  const [midX, midY] = [(west + east) / 2, (south + north) / 2]
  return ([lng = 0, lat = 0]) => [
    round(width / 2 + (lng - midX) * squeeze * scale),
    round(height / 2 - (lat - midY) * scale),
  ]
}

const round = (px: number): number => Math.round(px * 10) / 10

function pathOf(geometry: Geometry, place: Place): string {
  if (geometry.type === 'LineString') return `M${geometry.coordinates.map((position) => place(position).join(' ')).join('L')}`
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return ''
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  return parts
    .flatMap((rings) => rings.map((ring) => `M${ring.map((position) => place(position).join(' ')).join('L')}Z`))
    .join('')
}

function pathsOf(drawing: Drawing, place: Place): string[] {
  return Object.values(drawing.sources).flatMap((source) => {
    if (source.type !== 'geojson' || typeof source.data === 'string' || source.data.type !== 'FeatureCollection')
      return []
    return source.data.features.map(({ geometry }) => pathOf(geometry, place))
  })
}

/** Names that cover no earlier one; the first come by the order given. */
function uncrowded<T extends { readonly at: Spot; readonly name: string }>(names: readonly T[]): T[] {
  const kept: T[] = []
  const half = ({ name }: T): number => name.length * 6
  for (const name of names)
    if (
      !kept.some(
        (other) =>
          Math.abs(other.at[1] - name.at[1]) < 15 && Math.abs(other.at[0] - name.at[0]) < half(other) + half(name),
      )
    )
      kept.push(name)
  return kept
}

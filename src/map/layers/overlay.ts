/** Another plan over this one, in outlines: units with another verdict there, facilities that stand elsewhere or differ there, with their circles. */
import { circleRing } from '../../geo/circles'
import type { Facility, Study } from '../../model/study'
import { facilitySymbol } from '../facility-symbol'
import { facilityImage } from '../image'
import { mapColours, verdictColours } from '../verdict-colours'
import { verdictsOf } from '../verdicts'
import type { MapView } from '../view'
import { geometryOf } from './difference'
import { byId, feature, geojson, nothing, point, type MapLayer } from './layer'

export const overlay: MapLayer = {
  id: 'overlay',
  visible: true,
  label: null,
  needs: ({ study, result, overlay, metres, language }) => (overlay ? [study, result, overlay.study, overlay.result, metres[0], metres[1], language] : []),
  draw(view) {
    if (!view.overlay) return nothing
    const { metres, language, study, overlay } = view
    const there = facilitiesApart(overlay.study, study)
    const placed = there.flatMap(({ was, is }) => (was.at ? [{ was, at: was.at, to: is?.at ?? null }] : []))
    const rings = placed.flatMap(({ was, at }) => (was.stage === 'operating' ? metres.map((radius, index) => feature({ type: 'LineString' as const, coordinates: circleRing(at[0], at[1], radius, 96) }, { near: index === 0 })) : []))
    const ways = placed.flatMap(({ at, to }) => (to && (to[0] !== at[0] || to[1] !== at[1]) ? [feature({ type: 'LineString' as const, coordinates: [[...at], [...to]] }, {})] : []))
    const marks = placed.map(({ was, at }) => feature(point(at), { image: facilityImage(facilitySymbol(was, language, null)) }))
    return {
      sources: { 'overlay-units': geojson(unitsApart(view)), 'overlay-rings': geojson(rings), 'overlay-ways': geojson(ways), 'overlay-marks': geojson(marks) },
      layers: [
        { id: 'overlay-casing', type: 'line', source: 'overlay-units', filter: ['!=', ['geometry-type'], 'Point'], layout: { 'line-join': 'round' }, paint: { 'line-color': mapColours.paper, 'line-width': 7 } },
        { id: 'overlay-units', type: 'line', source: 'overlay-units', filter: ['!=', ['geometry-type'], 'Point'], layout: { 'line-join': 'round' }, paint: { 'line-color': ['get', 'colour'], 'line-width': 4 } },
        { id: 'overlay-points', type: 'circle', source: 'overlay-units', filter: ['==', ['geometry-type'], 'Point'], paint: { 'circle-radius': 12, 'circle-opacity': 0, 'circle-stroke-color': ['get', 'colour'], 'circle-stroke-width': 4 } },
        { id: 'overlay-rings', type: 'line', source: 'overlay-rings', paint: { 'line-color': mapColours.ink, 'line-width': 1.8, 'line-dasharray': [1.5, 2] } },
        { id: 'overlay-ways', type: 'line', source: 'overlay-ways', paint: { 'line-color': mapColours.ink, 'line-width': 2.5 } },
        { id: 'overlay-marks', type: 'symbol', source: 'overlay-marks', layout: { 'icon-image': ['get', 'image'], 'icon-size': 0.8, 'icon-allow-overlap': true, 'icon-ignore-placement': true }, paint: { 'icon-opacity': 0.55 } },
      ],
    }
  },
}

/** Facilities of a study that another lacks, or has elsewhere, of another kind or at another stage; by id. */
export function facilitiesApart(of: Pick<Study, 'facilities'>, against: Pick<Study, 'facilities'>): readonly { readonly was: Facility; readonly is: Facility | null }[] {
  if (of.facilities === against.facilities) return []
  const others = new Map(against.facilities.map((facility) => [facility.id, facility]))
  const same = (a: Facility, b: Facility): boolean => a === b || (a.at?.[0] === b.at?.[0] && a.at?.[1] === b.at?.[1] && a.kind === b.kind && a.level === b.level && a.stage === b.stage)
  return of.facilities
    .map((was) => ({ was, is: others.get(was.id) ?? null }))
    .filter(({ was, is }) => is === null || !same(was, is))
    .sort((a, b) => byId(a.was, b.was))
}

/** In the colour that the unit has there. */
function unitsApart({ study, result, overlay }: MapView) {
  if (!overlay?.result) return []
  const here = verdictsOf(study, result).of
  const there = verdictsOf(overlay.study, overlay.result).of
  return (['area', 'compound', 'plot'] as const).flatMap((kind) =>
    [...there[kind]].flatMap(([id, state]) => {
      const geometry = here[kind].get(id) === state ? null : geometryOf(overlay.study, { kind, id })
      return geometry ? [feature(geometry, { colour: verdictColours[state].ink })] : []
    }),
  )
}

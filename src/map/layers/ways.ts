/** What a plan does to the streets: links that are not there yet, places where a piece is closed, and the link that is being drawn. */
import { mapColours, verdictColours } from '../verdict-colours'
import { feature, geojson, labelFont, nothing, point, type MapLayer } from './layer'

export const ways: MapLayer = {
  id: 'ways',
  visible: true,
  label: null,
  needs: ({ study, sketch }) => [study.streetChanges, sketch],
  draw({ study, sketch }) {
    const changes = study.streetChanges ?? []
    const lines = [
      ...changes.flatMap((change) => (change.change === 'link' ? [feature({ type: 'LineString' as const, coordinates: change.line.map(([lng, lat]) => [lng, lat]) }, { drawn: false })] : [])),
      ...(sketch && sketch.length > 1 ? [feature({ type: 'LineString' as const, coordinates: sketch.map(([lng, lat]) => [lng, lat]) }, { drawn: true })] : []),
    ]
    const places = [...changes.flatMap((change) => (change.change === 'closed' ? [feature(point(change.at), { closed: true })] : [])), ...(sketch ?? []).map((at) => feature(point(at), { closed: false }))]
    if (lines.length + places.length === 0) return nothing
    return {
      sources: { 'ways-lines': geojson(lines), 'ways-places': geojson(places) },
      layers: [
        { id: 'ways-casing', type: 'line', source: 'ways-lines', layout: { 'line-cap': 'round', 'line-join': 'round' }, paint: { 'line-color': mapColours.paper, 'line-width': 8 } },
        { id: 'ways-lines', type: 'line', source: 'ways-lines', layout: { 'line-cap': 'round', 'line-join': 'round' }, paint: { 'line-color': mapColours.people, 'line-width': 4 } },
        { id: 'ways-places', type: 'circle', source: 'ways-places', filter: ['!', ['get', 'closed']], paint: { 'circle-radius': 5, 'circle-color': mapColours.paper, 'circle-stroke-color': mapColours.people, 'circle-stroke-width': 3 } },
        { id: 'ways-closed', type: 'circle', source: 'ways-places', filter: ['get', 'closed'], paint: { 'circle-radius': 9, 'circle-color': mapColours.paper, 'circle-stroke-color': verdictColours.unmet.ink, 'circle-stroke-width': 3 } },
        { id: 'ways-cross', type: 'symbol', source: 'ways-places', filter: ['get', 'closed'], layout: { 'text-field': '✕', 'text-font': labelFont, 'text-size': 13, 'text-allow-overlap': true }, paint: { 'text-color': verdictColours.unmet.ink } },
      ],
    }
  },
}

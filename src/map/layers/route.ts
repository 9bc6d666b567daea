import { mapColours } from '../verdict-colours'
import { feature, geojson, nothing, type MapLayer } from './layer'

/** The way on foot of the selected place to its nearest facility; dotted where there is no street. */
export const route: MapLayer = {
  id: 'route',
  visible: true,
  label: null,
  needs: ({ walk }) => [walk?.route],
  draw({ walk }) {
    const first = walk?.route?.routes[0]
    if (!first) return nothing
    const lines = first.parts.flatMap(({ kind, coordinates }) => (coordinates.length > 1 ? [feature({ type: 'LineString' as const, coordinates: coordinates.map(([lng, lat]) => [lng, lat]) }, { beside: kind === 'off-network' })] : []))
    return {
      sources: { route: geojson(lines) },
      layers: [
        { id: 'route-casing', type: 'line', source: 'route', layout: { 'line-join': 'round', 'line-cap': 'round' }, paint: { 'line-color': mapColours.paper, 'line-width': 7 } },
        { id: 'route-line', type: 'line', source: 'route', filter: ['!', ['get', 'beside']], layout: { 'line-join': 'round', 'line-cap': 'round' }, paint: { 'line-color': mapColours.ink, 'line-width': 3.5 } },
        { id: 'route-beside', type: 'line', source: 'route', filter: ['get', 'beside'], paint: { 'line-color': mapColours.ink, 'line-width': 3, 'line-dasharray': [0.8, 0.9] } },
      ],
    }
  },
}

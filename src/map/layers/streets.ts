import { mapColours } from '../verdict-colours'
import { byZoom, feature, geojson, nothing, type MapLayer } from './layer'

/** The streets that elders walk on, thin: they say where the walks come from, with what a plan opens (whole) and closes (broken). Drawn while walks are shown. */
export const streets: MapLayer = {
  id: 'streets',
  visible: true,
  label: 'layers.streets',
  needs: ({ walk }) => [walk?.lines],
  draw({ walk }) {
    const lines = walk?.lines
    if (!lines || lines.first.length < 2) return nothing
    const coordinates = Array.from({ length: lines.first.length - 1 }, (_, line) => {
      const places: [number, number][] = []
      for (let at = lines.first[line]!; at < lines.first[line + 1]!; at++) places.push([lines.lng[at]!, lines.lat[at]!])
      return places
    })
    return {
      sources: {
        streets: geojson([feature({ type: 'MultiLineString' as const, coordinates }, {})]),
        'streets-marks': geojson(lines.marks.map((mark) => feature({ type: 'LineString' as const, coordinates: mark.coordinates.map(([lng, lat]) => [lng, lat]) }, { change: mark.change }))),
      },
      layers: [
        {
          id: 'streets',
          type: 'line',
          source: 'streets',
          paint: { 'line-color': mapColours.quiet, 'line-width': byZoom(11, 0.3, 14, 0.8, 17, 1.6), 'line-opacity': byZoom(11, 0.3, 14, 0.6) },
        },
        { id: 'streets-links', type: 'line', source: 'streets-marks', filter: ['==', ['get', 'change'], 'link'], layout: { 'line-cap': 'round' }, paint: { 'line-color': mapColours.accent, 'line-width': 4 } },
        { id: 'streets-closed', type: 'line', source: 'streets-marks', filter: ['==', ['get', 'change'], 'closed'], paint: { 'line-color': mapColours.ink, 'line-width': 4, 'line-dasharray': [1, 0.8] } },
      ],
    }
  },
}

import { mapColours } from '../verdict-colours'
import { byZoom, feature, geojson, nothing, type MapLayer } from './layer'

/** The streets that elders walk on, thin: they say where the walks come from, as the plan leaves them; the pieces that it closes are broken lines. Drawn while walks are shown. */
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
        'streets-closed': geojson(lines.marks.filter(({ change }) => change === 'closed').map((mark) => feature({ type: 'LineString' as const, coordinates: mark.coordinates.map(([lng, lat]) => [lng, lat]) }, {}))),
      },
      layers: [
        {
          id: 'streets',
          type: 'line',
          source: 'streets',
          paint: { 'line-color': mapColours.quiet, 'line-width': byZoom(11, 0.3, 14, 0.8, 17, 1.6), 'line-opacity': byZoom(11, 0.3, 14, 0.6) },
        },
        { id: 'streets-closed', type: 'line', source: 'streets-closed', paint: { 'line-color': mapColours.ink, 'line-width': 4, 'line-dasharray': [1, 0.8] } },
      ],
    }
  },
}

import type { MultiPolygon } from 'geojson'
import { mapColours } from '../verdict-colours'
import { mapWord } from '../words'
import { feature, geojson, labelFont, nothing, type MapLayer } from './layer'

/** The two walks of the selected facility, whatever its stage: what it reaches on foot, or would reach. */
export const ownWalk: MapLayer = {
  id: 'own-walk',
  visible: true,
  label: null,
  needs: ({ walk, selection, language }) => [walk?.own, selection?.kind === 'facility' ? selection.id : null, language],
  draw({ walk, selection, language }) {
    const own = walk?.own
    if (!own || selection?.kind !== 'facility' || own.facility !== selection.id) return nothing
    const shapes = own.shapes.flatMap((shape: MultiPolygon | null, index) => (shape && shape.coordinates.length > 0 ? [feature(shape, { words: `${Math.round(own.metres[index]!)} ${mapWord(language, 'metres')}` })] : []))
    if (shapes.length === 0) return nothing
    return {
      sources: { 'own-walk': geojson(shapes) },
      layers: [
        { id: 'own-walk-casing', type: 'line', source: 'own-walk', paint: { 'line-color': mapColours.paper, 'line-width': 4.5, 'line-opacity': 0.85 } },
        { id: 'own-walk-line', type: 'line', source: 'own-walk', paint: { 'line-color': mapColours.circle, 'line-width': 2.4 } },
        {
          id: 'own-walk-words',
          type: 'symbol',
          source: 'own-walk',
          layout: { 'symbol-placement': 'line', 'text-field': ['get', 'words'], 'text-font': labelFont, 'text-size': 12, 'symbol-spacing': 500 },
          paint: { 'text-color': mapColours.circle, 'text-halo-color': mapColours.paper, 'text-halo-width': 2 },
        },
      ],
    }
  },
}

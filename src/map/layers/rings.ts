import { circleRing } from '../../geo/circles'
import { mapColours } from '../verdict-colours'
import { mapWord } from '../words'
import { feature, geojson, labelFont, nothing, type MapLayer } from './layer'

/** The two circles of the selected facility, whatever its stage: what it reaches, or would reach. */
export const rings: MapLayer = {
  id: 'rings',
  visible: true,
  label: null,
  needs: ({ study, selection, metres, language }) =>
    selection?.kind === 'facility' ? [study.facilities, selection.id, metres[0], metres[1], language] : [],
  draw({ study, selection, metres, language }) {
    const facility = selection?.kind === 'facility' ? study.facilities.find(({ id }) => id === selection.id) : undefined
    const at = facility?.at
    if (!at) return nothing
    const features = metres.map((radius) =>
      feature(
        {
          type: 'LineString' as const,
          coordinates: circleRing(at[0], at[1], radius, 96),
        },
        { metres: radius, words: `${radius} ${mapWord(language, 'metres')}` },
      ),
    )
    return {
      sources: { rings: geojson(features) },
      layers: [
        {
          id: 'rings-casing',
          type: 'line',
          source: 'rings',
          paint: { 'line-color': mapColours.paper, 'line-width': 4, 'line-opacity': 0.8 },
        },
        {
          id: 'rings-line',
          type: 'line',
          source: 'rings',
          paint: { 'line-color': mapColours.circle, 'line-width': 2, 'line-dasharray': [3, 2] },
        },
        {
          id: 'rings-words',
          type: 'symbol',
          source: 'rings',
          layout: {
            'symbol-placement': 'line',
            'text-field': ['get', 'words'],
            'text-font': labelFont,
            'text-size': 12,
            'symbol-spacing': 400,
          },
          paint: { 'text-color': mapColours.circle, 'text-halo-color': mapColours.paper, 'text-halo-width': 2 },
        },
      ],
    }
  },
}

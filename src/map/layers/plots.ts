import { states } from '../../indicators/result'
import { verdictColours } from '../verdict-colours'
import { verdictsOf } from '../verdicts'
import { byId, feature, nothing, point, records, type MapLayer } from './layer'
import type { ExpressionSpecification } from '../maplibre'

/** Okabe-Ito reddish purple, darkened for lines: land is neither a verdict nor a circle. */
const landColour = '#8f4a72'

/** Care land filled, candidate sites dashed; by verdict where the clause judges plots. */
export const plots: MapLayer = {
  id: 'plots',
  visible: true,
  label: 'layers.plots',
  needs: ({ study, result }) => [study.plots, result],
  draw({ study, result }) {
    const verdicts = verdictsOf(study, result).of.plot
    const features = [...study.plots].sort(byId).flatMap((plot) => {
      const geometry = plot.geometry ?? (plot.at ? point(plot.at) : null)
      if (!geometry) return []
      return [
        feature(geometry, {
          kind: 'plot' as const,
          id: plot.id,
          name: plot.name,
          state: verdicts.get(plot.id) ?? 'none',
          candidate: plot.use === 'candidate',
          point: geometry.type === 'Point',
        }),
      ]
    })
    if (features.length === 0) return nothing
    return {
      sources: { plots: records(features) },
      layers: [
        {
          id: 'plots-fill',
          type: 'fill',
          source: 'plots',
          filter: ['!', ['get', 'point']],
          paint: { 'fill-color': colour, 'fill-opacity': ['case', ['get', 'candidate'], 0.12, 0.4] },
        },
        {
          id: 'plots-line',
          type: 'line',
          source: 'plots',
          filter: ['all', ['!', ['get', 'point']], ['!', ['get', 'candidate']]],
          paint: { 'line-color': colour, 'line-width': 1.6 },
        },
        {
          id: 'plots-dash',
          type: 'line',
          source: 'plots',
          filter: ['all', ['!', ['get', 'point']], ['get', 'candidate']],
          paint: { 'line-color': colour, 'line-width': 1.6, 'line-dasharray': [2, 1.5] },
        },
        {
          id: 'plots-point',
          type: 'circle',
          source: 'plots',
          filter: ['get', 'point'],
          paint: {
            'circle-radius': 6,
            'circle-color': ['case', ['get', 'candidate'], '#ffffff', colour],
            'circle-stroke-color': colour,
            'circle-stroke-width': 2,
          },
        },
      ],
    }
  },
}

const colour = [
  'match',
  ['get', 'state'],
  ...states.flatMap((state) => [state, verdictColours[state].ink]),
  landColour,
] as unknown as ExpressionSpecification

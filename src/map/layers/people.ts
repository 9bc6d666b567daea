import { mapColours } from '../verdict-colours'
import { byZoom, feature, geojson, nothing, point, type MapLayer } from './layer'
import type { ExpressionSpecification } from '../maplibre'

/** Demand points, their surface by elders of 60 and over; hollow where that number is unknown, never as small as 0. */
export const people: MapLayer = {
  id: 'people',
  visible: false,
  label: 'layers.people',
  needs: ({ study }) => [study.people],
  draw({ study: { people } }) {
    if (!people || people.id.length === 0) return nothing
    const features = people.id.flatMap((id, i) => {
      const [lng, lat, elders] = [people.lng[i] ?? NaN, people.lat[i] ?? NaN, people.elders60[i] ?? NaN]
      if (!Number.isFinite(lng) || !Number.isFinite(lat)) return []
      return [
        feature(point([lng, lat]), {
          kind: 'point' as const,
          id,
          name: id,
          known: Number.isFinite(elders),
          elders60: Number.isFinite(elders) ? elders : null,
          side: Number.isFinite(elders) ? Math.min(12, Math.sqrt(Math.max(0, elders))) : 3,
        }),
      ]
    })
    return {
      sources: { people: geojson(features) },
      layers: [
        {
          id: 'people',
          type: 'circle',
          source: 'people',
          paint: {
            'circle-radius': byZoom(9, size(0.12, 0.4), 12, size(0.3, 0.8), 15, size(1, 1.2)),
            'circle-color': mapColours.people,
            'circle-opacity': ['case', ['get', 'known'], 0.5, 0],
            'circle-stroke-color': mapColours.people,
            'circle-stroke-width': ['case', ['get', 'known'], 0, 1],
          },
        },
      ],
    }
  },
}

const size = (factor: number, least: number): ExpressionSpecification => ['max', least, ['*', factor, ['get', 'side']]]

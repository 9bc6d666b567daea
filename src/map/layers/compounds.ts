import { compoundImage } from '../image'
import { verdictsOf } from '../verdicts'
import type { ExpressionSpecification } from '../maplibre'
import { byId, byZoom, feature, nothing, point, records, type MapLayer } from './layer'

/** Small squares, coloured and signed by verdict when the clause is about compounds. */
export const compounds: MapLayer = {
  id: 'compounds',
  visible: true,
  label: 'layers.compounds',
  needs: ({ study, result }) => [study.compounds, result],
  draw({ study, result }) {
    const verdicts = verdictsOf(study, result).of.compound
    const features = [...study.compounds].sort(byId).flatMap((compound) => {
      if (!compound.at) return []
      const state = verdicts.get(compound.id) ?? null
      // Judged ones lie above the others, those that fall short on top.
      const rank = state === 'unmet' ? 2 : state ? 1 : 0
      return [
        feature(point(compound.at), {
          kind: 'compound' as const,
          id: compound.id,
          name: compound.name,
          state: state ?? 'none',
          image: compoundImage(state),
          rank,
        }),
      ]
    })
    if (features.length === 0) return nothing
    return {
      sources: { compounds: records(features) },
      layers: [
        {
          id: 'compounds',
          type: 'symbol',
          source: 'compounds',
          layout: {
            'icon-image': ['get', 'image'],
            'icon-size': byZoom(9, judgedOr(0.4, 0.3), 12, judgedOr(0.75, 0.55), 15, judgedOr(1.2, 1)),
            'icon-allow-overlap': true,
            'icon-ignore-placement': true,
            'symbol-sort-key': ['get', 'rank'],
          },
        },
      ],
    }
  },
}

const judgedOr = (judged: number, other: number): ExpressionSpecification => [
  'case',
  ['==', ['get', 'state'], 'none'],
  other,
  judged,
]

import type { State } from '../../indicators/result'
import { signImage } from '../image'
import { labelPoint } from '../label-point'
import { verdictsOf } from '../verdicts'
import type { MapView } from '../view'
import { byId, byZoom, feature, nothing, point, records, type MapLayer, type Pickable } from './layer'

/** The verdict's sign on every judged unit; a unit without a boundary is its sign alone. */
export const signs: MapLayer = {
  id: 'signs',
  visible: true,
  label: null,
  needs: ({ study, result }) => [study.areas, result],
  draw(view) {
    const features = signFeatures(view)
    if (features.length === 0) return nothing
    return {
      sources: { signs: records(features) },
      layers: [
        // Where they would cover each other, those that fall short are kept.
        {
          id: 'signs-bounded',
          type: 'symbol',
          source: 'signs',
          filter: ['get', 'bounded'],
          layout: {
            'icon-image': ['get', 'image'],
            'symbol-sort-key': ['get', 'order'],
            'icon-size': byZoom(9, 0.55, 13, 0.8),
            'icon-padding': 1,
          },
        },
        {
          id: 'signs-alone',
          type: 'symbol',
          source: 'signs',
          filter: ['!', ['get', 'bounded']],
          layout: {
            'icon-image': ['get', 'image'],
            'icon-size': byZoom(8, 0.5, 13, 0.9),
            'icon-allow-overlap': true,
            'symbol-sort-key': ['-', 0, ['get', 'order']],
          },
        },
      ],
    }
  },
}

export type SignProperties = Pickable & {
  readonly state: State
  readonly image: string
  readonly bounded: boolean
  readonly order: number
}

export function signFeatures({ study, result }: Pick<MapView, 'study' | 'result'>) {
  const { of, hollow } = verdictsOf(study, result)
  return [...study.areas].sort(byId).flatMap((area) => {
    const state = of.area.get(area.id)
    const at = (area.boundary && labelPoint(area.boundary)) ?? area.at
    if (!state || !at) return []
    const properties: SignProperties = {
      kind: 'area',
      id: area.id,
      name: area.name,
      state,
      image: signImage(state, hollow),
      bounded: area.boundary !== null,
      order: orderOf[state],
    }
    return [feature(point(at), properties)]
  })
}

const orderOf: Readonly<Record<State, number>> = { unmet: 0, undecided: 1, 'no-data': 2, met: 3, 'not-applicable': 4 }

import { judgedAreas } from '../../exports/signs/judged-areas'
import { states, type State } from '../../indicators/result'
import { hatchImage } from '../image'
import { mapColours, verdictColours } from '../verdict-colours'
import type { MapView } from '../view'
import { byZoom, feature, nothing, records, type MapLayer, type Pickable } from './layer'
import type { ExpressionSpecification } from '../maplibre'

/** Boundaries; the units of the chosen clause are filled by their verdict, all others only lined. */
export const areas: MapLayer = {
  id: 'areas',
  visible: true,
  label: 'layers.areas',
  needs: ({ study, result, baseMap, layers }) => [
    study.areas,
    result,
    baseMap !== null && layers['base-map'] !== false,
  ],
  draw(view) {
    const features = areaFeatures(view)
    if (features.length === 0) return nothing
    const overBaseMap = view.baseMap !== null && view.layers['base-map'] !== false
    return {
      sources: { areas: records(features) },
      layers: [
        {
          id: 'areas-ground',
          type: 'fill',
          source: 'areas',
          filter: ['get', 'top'],
          paint: { 'fill-color': mapColours.paper, 'fill-opacity': overBaseMap ? 0 : 1, 'fill-antialias': false },
        },
        {
          id: 'areas-fill',
          type: 'fill',
          source: 'areas',
          paint: { 'fill-color': byState('fill'), 'fill-opacity': byState('opacity'), 'fill-antialias': false },
        },
        {
          id: 'areas-hatch',
          type: 'fill',
          source: 'areas',
          filter: ['all', ['get', 'filled'], ['==', ['get', 'state'], 'no-data']],
          paint: { 'fill-pattern': hatchImage, 'fill-opacity': overBaseMap ? 0.8 : 1 },
        },
        {
          id: 'areas-line',
          type: 'line',
          source: 'areas',
          layout: { 'line-join': 'round', 'line-sort-key': ['-', 0, ['get', 'rank']] },
          // Inner lines are thin and pale, those of counties and towns stronger, so that the tiers are read at a glance.
          paint: {
            'line-color': ['match', ['get', 'tier'], 'outer', mapColours.quiet, 'middle', '#6f7b81', mapColours.line],
            'line-width': byZoom(9, ['match', ['get', 'tier'], 'outer', 1.4, 'middle', 0.8, 0.25], 13, [
              'match',
              ['get', 'tier'],
              'outer',
              2.6,
              'middle',
              1.6,
              0.8,
            ]),
          },
        },
        // A unit with judged units inside it is coloured by its outline alone: two fills would mix into a third colour.
        {
          id: 'areas-outline',
          type: 'line',
          source: 'areas',
          filter: ['all', ['!', ['get', 'filled']], ['!=', ['get', 'state'], 'none']],
          paint: { 'line-color': byState('ink'), 'line-width': 3 },
        },
      ],
    }
  },
}

export type AreaProperties = Pickable & {
  readonly state: State | 'none'
  readonly filled: boolean
  /** No drawn area holds this one. */
  readonly top: boolean
  readonly rank: number
  readonly tier: 'outer' | 'middle' | 'inner'
}

/** One feature per area with a boundary, coarse levels first, then by id. */
export const areaFeatures = ({ study, result }: Pick<MapView, 'study' | 'result'>) =>
  judgedAreas(study, result).map(({ boundary, id, name, state, filled, top, rank, tier }) => {
    const properties: AreaProperties = { kind: 'area', id, name, state, filled, top, rank, tier }
    return feature(boundary, properties)
  })

/** Nothing for a unit without a verdict, and none for no-data, which is hatched. */
function byState(field: 'fill' | 'opacity' | 'ink'): ExpressionSpecification {
  const other = field === 'opacity' ? 0 : mapColours.paper
  const arms = states.flatMap((state) => [
    state,
    field === 'opacity' && state === 'no-data' ? 0 : verdictColours[state][field],
  ])
  const match = ['match', ['get', 'state'], ...arms, other] as unknown as ExpressionSpecification
  return field === 'opacity' ? (['case', ['get', 'filled'], match, 0] as unknown as ExpressionSpecification) : match
}

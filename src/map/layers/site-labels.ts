import type { LngLat } from '../../tables/ledger'
import { mapColours } from '../verdict-colours'
import type { MapView } from '../view'
import { byId, feature, labelFont, nothing, point, records, type MapLayer } from './layer'

/** Names of facilities and compounds, close by; switched with the names of units, and told one by one when a facility moves. */
export const siteLabels: MapLayer = {
  id: 'site-labels',
  visible: true,
  label: null,
  needs: ({ study, layers, shownKinds }) => [study.facilities, study.compounds, layers.labels, layers.facilities, layers.compounds, shownKinds?.join(' ')],
  draw(view) {
    const names = view.layers.labels === false ? [] : siteNames(view)
    if (names.length === 0) return nothing
    return {
      sources: { 'site-labels': records(names) },
      layers: [
        {
          id: 'site-labels',
          type: 'symbol',
          source: 'site-labels',
          minzoom: 14,
          layout: {
            'text-field': ['get', 'name'],
            'text-font': labelFont,
            'text-size': 11,
            'text-anchor': 'top',
            'text-offset': [0, 1.2],
            'text-max-width': 9,
            'symbol-sort-key': ['get', 'order'],
          },
          paint: { 'text-color': mapColours.quiet, 'text-halo-color': mapColours.paper, 'text-halo-width': 1.6 },
        },
      ],
    }
  },
}

function siteNames({ study, layers, shownKinds }: MapView) {
  const facilities = layers.facilities === false ? [] : study.facilities.filter(({ kind }) => !shownKinds || (kind && shownKinds.includes(kind)))
  const compounds = layers.compounds === false ? [] : study.compounds
  const named = (sites: readonly Site[], order: number) =>
    // A facility and a compound may have one number: the order is part of the name.
    [...sites].sort(byId).flatMap(({ id, name, at }) => (at ? [feature(point(at), { id: `${order} ${id}`, name, order })] : []))
  return [...named(facilities, 0), ...named(compounds, 1)]
}

type Site = { readonly id: string; readonly name: string; readonly at: LngLat | null }

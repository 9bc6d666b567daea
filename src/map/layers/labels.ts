import type { Result } from '../../indicators/result'
import { areaLevels, type Area } from '../../model/study'
import { labelPoint } from '../label-point'
import { mapColours } from '../verdict-colours'
import { verdictsOf } from '../verdicts'
import type { MapView } from '../view'
import { byId, byZoom, feature, geojson, labelFont, nothing, point, type MapLayer } from './layer'

/** Names of units, from the fonts of the machine. Pictures only: nothing to click. */
export const labels: MapLayer = {
  id: 'labels',
  visible: true,
  label: 'layers.labels',
  needs: ({ study, result, layers }) => [study.areas, unitsNamed(result), layers.signs],
  draw(view) {
    const names = unitNames(view)
    if (names.length === 0) return nothing
    const paint = { 'text-color': mapColours.ink, 'text-halo-color': mapColours.paper, 'text-halo-width': 1.6 }
    return {
      sources: { labels: geojson(names) },
      layers: [
        {
          id: 'labels-unit',
          type: 'symbol',
          source: 'labels',
          filter: ['==', ['get', 'role'], 'unit'],
          layout: {
            'text-field': ['get', 'name'],
            'text-font': labelFont,
            'text-size': byZoom(9, 10.5, 13, 13),
            'text-anchor': ['case', ['get', 'signed'], 'top', 'center'],
            'text-offset': ['case', ['get', 'signed'], ['literal', [0, 1.05]], ['literal', [0, 0]]],
            'text-max-width': 7,
            'text-padding': 1,
            'symbol-sort-key': ['get', 'order'],
          },
          paint,
        },
        {
          id: 'labels-parent',
          type: 'symbol',
          source: 'labels',
          maxzoom: 13.5,
          filter: ['==', ['get', 'role'], 'parent'],
          layout: {
            'text-field': ['get', 'name'],
            'text-font': labelFont,
            'text-size': byZoom(9, 12, 12, 15),
            'text-letter-spacing': 0.12,
            'symbol-sort-key': ['get', 'order'],
          },
          paint: { ...paint, 'text-color': '#3d484d', 'text-halo-width': 2 },
        },
      ],
    }
  },
}

/** The same for results that judge the same units, whatever they find: a name does not change with a verdict. */
function unitsNamed(result: Result | null): object | null {
  const units = result?.units ?? null
  const known = named
  if (units && known && units.length === known.units.length && units.every((unit, at) => unit === known.units[at] || (unit.id === known.units[at]!.id && unit.kind === known.units[at]!.kind))) {
    named = { units, token: known.token }
    return known.token
  }
  named = units && { units, token: {} }
  return named?.token ?? null
}
/** Of the last question; a memory, never an answer. */
let named: { readonly units: Result['units']; readonly token: object } | null = null

/** The judged units (without a clause: the finest), and those that hold them. */
function unitNames({ study, result, layers }: MapView) {
  const verdicts = verdictsOf(study, result).of.area
  const placed = study.areas.flatMap((area) => {
    const at = (area.boundary && labelPoint(area.boundary)) ?? area.at
    return at ? [{ id: area.id, area, at }] : []
  })
  const holders = new Set(placed.flatMap(({ area }) => area.parent ?? []))
  const isUnit = ({ id }: Area): boolean => (verdicts.size > 0 ? verdicts.has(id) : !holders.has(id))
  return placed.sort(byId).flatMap(({ area, at }) => {
    const unit = isUnit(area)
    // Under a clause, what lies below the judged units keeps quiet.
    if (!unit && !holders.has(area.id)) return []
    return [
      feature(point(at), {
        role: unit ? 'unit' : 'parent',
        name: area.name,
        signed: unit && verdicts.size > 0 && layers.signs !== false,
        order: areaLevels.indexOf(area.level),
      }),
    ]
  })
}

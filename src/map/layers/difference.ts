import type { Geometry } from 'geojson'
import type { Study } from '../../model/study'
import { verdictColours } from '../verdict-colours'
import type { Selection } from '../view'
import { feature, geojson, nothing, point, type MapLayer } from './layer'

/** Units that a plan gains and loses under the chosen clause: outlined, solid and dashed, so that print tells them apart; pale: the shortfall alone changed. */
export const difference: MapLayer = {
  id: 'difference',
  visible: true,
  label: null,
  needs: ({ study, result, difference }) => (difference ? [study.areas, study.compounds, result === null, difference] : []),
  draw({ study, result, difference }) {
    if (!difference) return nothing
    const of = (units: readonly Selection[], change: 'gained' | 'lost' | 'closer' | 'further') =>
      units.flatMap((unit) => {
        const geometry = geometryOf(study, unit)
        return geometry ? [feature(geometry, { change })] : []
      })
    const features = [...of(difference.closer ?? [], 'closer'), ...of(difference.further ?? [], 'further'), ...of(difference.gained, 'gained'), ...of(difference.lost, 'lost')]
    if (features.length === 0) return nothing
    return {
      sources: { difference: geojson(features) },
      layers: [
        // Over units that are filled by their verdict outlines alone: two fills would mix into a third colour.
        ...(result === null ? [{ id: 'difference-fill', type: 'fill' as const, source: 'difference', filter: notPoint, paint: { 'fill-color': colour, 'fill-opacity': strong(0.45, 0.15) } }] : []),
        { id: 'difference-gained', type: 'line', source: 'difference', filter: ['all', ['!=', ['geometry-type'], 'Point'], ['==', ['get', 'change'], 'gained']], paint: { 'line-color': gained, 'line-width': 4 } },
        { id: 'difference-lost', type: 'line', source: 'difference', filter: ['all', ['!=', ['geometry-type'], 'Point'], ['==', ['get', 'change'], 'lost']], paint: { 'line-color': lost, 'line-width': 4, 'line-dasharray': [2, 1.5] } },
        { id: 'difference-points', type: 'circle', source: 'difference', filter: ['==', ['geometry-type'], 'Point'], paint: { 'circle-radius': 13, 'circle-opacity': 0, 'circle-stroke-color': colour, 'circle-stroke-width': strong(4, 1.5) } },
      ],
    }
  },
}

const notPoint: ['!=', ['geometry-type'], string] = ['!=', ['geometry-type'], 'Point']
const gained = verdictColours.met.ink
const lost = verdictColours.unmet.ink
const colour: ['match', ['get', string], string[], string, string] = ['match', ['get', 'change'], ['gained', 'closer'], gained, lost]
/** A verdict that changed speaks louder than a shortfall that did. */
const strong = (verdict: number, shortfall: number): ['match', ['get', string], string[], number, number] => ['match', ['get', 'change'], ['gained', 'lost'], verdict, shortfall]

/** What a unit is drawn as: its boundary, else its place; null: it has neither. */
export function geometryOf(study: Study, { kind, id }: Selection): Geometry | null {
  if (kind === 'area') {
    const area = study.areas.find((each) => each.id === id)
    return area?.boundary ?? (area?.at ? point(area.at) : null)
  }
  const records = kind === 'compound' ? study.compounds : kind === 'facility' ? study.facilities : study.plots
  const at = records.find((each) => each.id === id)?.at
  return at ? point(at) : null
}

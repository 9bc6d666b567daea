/** Who belongs to what is selected: those whom a facility serves, those who share a pool. */
import { mapColours } from '../verdict-colours'
import { geometryOf } from './difference'
import { feature, geojson, nothing, type MapLayer } from './layer'

export const members: MapLayer = {
  id: 'members',
  visible: true,
  label: null,
  needs: ({ study, members }) => (members && members.length > 0 ? [study.areas, study.compounds, members] : []),
  draw({ study, members }) {
    const features = (members ?? []).flatMap((member) => {
      const geometry = geometryOf(study, member)
      return geometry ? [feature(geometry, {})] : []
    })
    if (features.length === 0) return nothing
    return {
      sources: { members: geojson(features) },
      layers: [
        { id: 'members-casing', type: 'line', source: 'members', filter: ['!=', ['geometry-type'], 'Point'], paint: { 'line-color': mapColours.paper, 'line-width': 5, 'line-opacity': 0.8 } },
        { id: 'members-line', type: 'line', source: 'members', filter: ['!=', ['geometry-type'], 'Point'], paint: { 'line-color': mapColours.people, 'line-width': 3, 'line-dasharray': [1, 1] } },
        { id: 'members-points', type: 'circle', source: 'members', filter: ['==', ['geometry-type'], 'Point'], paint: { 'circle-radius': 9, 'circle-opacity': 0, 'circle-stroke-color': mapColours.people, 'circle-stroke-width': 3 } },
      ],
    }
  },
}

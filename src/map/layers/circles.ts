import { circleSites } from '../../exports/signs/circle-sites'
import { unionOfCircles } from '../../geo/circles'
import { mapColours } from '../verdict-colours'
import { feature, geojson, nothing, type MapLayer } from './layer'
import type { LayerSpecification } from '../maplibre'

export { circleSites }

/** What lies within 10 and 15 minutes of any operating facility, as one shape each. A picture: nothing is counted in it. */
export const circles: MapLayer = {
  id: 'circles',
  visible: true,
  label: 'layers.circles',
  needs: ({ study, metres, circleKinds, walk }) => [study.facilities, metres[0], metres[1], circleKinds?.join(' '), walk != null],
  draw(view) {
    const sites = circleSites(view)
    if (sites.lng.length === 0) return nothing
    const [near, far] = view.metres
    // Beside the walk the legal circle is an outline alone.
    if (view.walk) return { sources: { 'circles-far': geojson([feature(unionOfCircles(sites, far).outline, { metres: far })]) }, layers: [outline] }
    return {
      sources: {
        'circles-far': geojson([feature(unionOfCircles(sites, far).outline, { metres: far })]),
        'circles-near': geojson([feature(unionOfCircles(sites, near).outline, { metres: near })]),
      },
      layers: [
        {
          id: 'circles-far',
          type: 'fill',
          source: 'circles-far',
          paint: { 'fill-color': mapColours.circle, 'fill-opacity': 0.08, 'fill-antialias': false },
        },
        {
          id: 'circles-near',
          type: 'fill',
          source: 'circles-near',
          paint: { 'fill-color': mapColours.circle, 'fill-opacity': 0.18, 'fill-antialias': false },
        },
        outline,
      ],
    }
  },
}

/** Dashed: the legal circle is a straight distance, no one's walk. */
const outline: LayerSpecification = {
  id: 'circles-line',
  type: 'line',
  source: 'circles-far',
  paint: { 'line-color': mapColours.circle, 'line-width': 1.3, 'line-dasharray': [4, 2.5] },
}

import { circleRing } from '../../geo/circles'
import { facilitySymbol } from '../facility-symbol'
import { facilityImage } from '../image'
import { mapColours } from '../verdict-colours'
import { feature, geojson, nothing, point, type MapLayer } from './layer'

/** The facility that is held over the map, with its two circles: the one thing that is drawn again on every frame. */
export const drag: MapLayer = {
  id: 'drag',
  visible: true,
  label: null,
  needs: ({ held, metres, language }) => (held ? [held, metres[0], metres[1], language] : []),
  draw({ held, metres, language }) {
    if (!held) return nothing
    const { facility, at } = held
    const rings = metres.map((radius, index) => feature({ type: 'Polygon' as const, coordinates: [circleRing(at[0], at[1], radius, 96)] }, { opacity: index === 0 ? 0.18 : 0.08 }))
    return {
      sources: {
        'drag-rings': geojson(rings),
        'drag-facility': geojson([feature(point(at), { image: facilityImage(facilitySymbol(facility, language, null)) })]),
      },
      layers: [
        { id: 'drag-fill', type: 'fill', source: 'drag-rings', paint: { 'fill-color': mapColours.circle, 'fill-opacity': ['get', 'opacity'], 'fill-antialias': false } },
        { id: 'drag-line', type: 'line', source: 'drag-rings', paint: { 'line-color': mapColours.circle, 'line-width': 2, 'line-dasharray': [3, 2] } },
        { id: 'drag-mark', type: 'symbol', source: 'drag-facility', layout: { 'icon-image': ['get', 'image'], 'icon-allow-overlap': true, 'icon-ignore-placement': true } },
      ],
    }
  },
}

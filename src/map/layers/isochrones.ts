import { mapColours } from '../verdict-colours'
import { feature, geojson, nothing, type MapLayer } from './layer'

/** What lies within 10 and 15 minutes of walking of any operating facility, as one shape each. A picture: nothing is counted in it. */
export const isochrones: MapLayer = {
  id: 'isochrones',
  visible: true,
  label: null,
  needs: ({ walk, layers }) => [walk?.pictures, layers.circles],
  draw({ walk, layers }) {
    // They are the walking twin of the circles and are switched with them.
    const pictures = layers.circles === false ? null : walk?.pictures
    if (!pictures) return nothing
    const [near, far] = pictures.shapes
    return {
      sources: {
        ...(far ? { 'isochrones-far': geojson([feature(far, { metres: pictures.metres[1]! })]) } : {}),
        ...(near ? { 'isochrones-near': geojson([feature(near, { metres: pictures.metres[0]! })]) } : {}),
      },
      layers: [
        ...(far
          ? [
              { id: 'isochrones-far', type: 'fill' as const, source: 'isochrones-far', paint: { 'fill-color': mapColours.circle, 'fill-opacity': 0.12, 'fill-antialias': false } },
              // Solid: somebody's walk.
              { id: 'isochrones-line', type: 'line' as const, source: 'isochrones-far', paint: { 'line-color': mapColours.circle, 'line-width': 1.4 } },
            ]
          : []),
        ...(near ? [{ id: 'isochrones-near', type: 'fill' as const, source: 'isochrones-near', paint: { 'fill-color': mapColours.circle, 'fill-opacity': 0.24, 'fill-antialias': false } }] : []),
      ],
    }
  },
}

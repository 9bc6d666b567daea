import { mapColours } from '../verdict-colours'
import { studyExtent, type Extent } from '../extent'
import { feature, geojson, nothing, type MapLayer } from './layer'

/** Lines a whole number of kilometres apart: a sense of distance where there is no base map. */
export const grid: MapLayer = {
  id: 'grid',
  visible: true,
  label: null,
  // One facility elsewhere is no other town, unless the study knows nothing but its facilities.
  needs: ({ study: { areas, compounds, people, facilities } }) => [areas, compounds, people, areas.length + compounds.length === 0 && !people ? facilities : null],
  draw({ study }) {
    const extent = studyExtent(study)
    if (!extent) return nothing
    return {
      sources: { grid: geojson(gridLines(extent)) },
      layers: [
        { id: 'grid', type: 'line', source: 'grid', paint: { 'line-color': mapColours.hairline, 'line-width': 0.6 } },
      ],
    }
  },
}

/** At most this many lines each way. */
const most = 60

export function gridLines([west, south, east, north]: Extent) {
  const middle = (south + north) / 2
  // Degrees of one kilometre at the middle of the study; a picture, never measured on.
  const latKm = 1 / 110.9
  const lngKm = 1 / (111.32 * Math.max(0.05, Math.cos((middle * Math.PI) / 180)))
  const tallest = Math.max((north - south) / latKm, (east - west) / lngKm, 1)
  const spacing = [1, 2, 5, 10, 20, 50, 100, 200].find((km) => (tallest * 3) / km <= most) ?? 500
  const margin = Math.max(tallest, spacing)
  const [w, e, s, n] = [west - margin * lngKm, east + margin * lngKm, south - margin * latKm, north + margin * latKm]
  const line = (from: [number, number], to: [number, number]) =>
    feature({ type: 'LineString' as const, coordinates: [from, to] }, { km: spacing })
  return [
    ...ticks(w, e, spacing * lngKm).map((lng) => line([lng, s], [lng, n])),
    ...ticks(s, n, spacing * latKm).map((lat) => line([w, lat], [e, lat])),
  ]
}

function ticks(from: number, to: number, step: number): number[] {
  const first = Math.ceil(from / step)
  return Array.from({ length: Math.max(0, Math.floor(to / step) - first + 1) }, (_, i) => (first + i) * step)
}

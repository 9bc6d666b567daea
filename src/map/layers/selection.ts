import type { Geometry } from 'geojson'
import { mapColours } from '../verdict-colours'
import type { MapView, Selection } from '../view'
import type { Study } from '../../model/study'
import { feature, geojson, nothing, point, type MapLayer } from './layer'

/** Around what is selected: a dark line in a white one, readable on every verdict. */
export const selection: MapLayer = {
  id: 'selection',
  visible: true,
  label: null,
  needs: ({ study, selection }) => (selection ? [study, selection.kind, selection.id] : []),
  draw({ study, selection }: MapView) {
    const geometry = selection && geometryOf(study, selection)
    if (!geometry) return nothing
    const isPoint = geometry.type === 'Point'
    const ring = { 'circle-radius': selection.kind === 'facility' ? 17 : 11, 'circle-opacity': 0 } as const
    return {
      sources: { selection: geojson([feature(geometry, {})]) },
      layers: isPoint
        ? [
            {
              id: 'selection-casing',
              type: 'circle',
              source: 'selection',
              paint: { ...ring, 'circle-stroke-color': mapColours.paper, 'circle-stroke-width': 6 },
            },
            {
              id: 'selection-line',
              type: 'circle',
              source: 'selection',
              paint: { ...ring, 'circle-stroke-color': mapColours.ink, 'circle-stroke-width': 2.5 },
            },
          ]
        : [
            {
              id: 'selection-casing',
              type: 'line',
              source: 'selection',
              layout: { 'line-join': 'round' },
              paint: { 'line-color': mapColours.paper, 'line-width': 6 },
            },
            {
              id: 'selection-line',
              type: 'line',
              source: 'selection',
              layout: { 'line-join': 'round' },
              paint: { 'line-color': mapColours.ink, 'line-width': 3 },
            },
          ],
    }
  },
}

function geometryOf(study: Study, { kind, id }: Selection): Geometry | null {
  switch (kind) {
    case 'area': {
      const area = study.areas.find((area) => area.id === id)
      return area?.boundary ?? pointOf(area?.at)
    }
    case 'plot': {
      const plot = study.plots.find((plot) => plot.id === id)
      return plot?.geometry ?? pointOf(plot?.at)
    }
    case 'point': {
      const i = study.people?.id.indexOf(id) ?? -1
      const [lng, lat] = [study.people?.lng[i] ?? NaN, study.people?.lat[i] ?? NaN]
      return Number.isFinite(lng) && Number.isFinite(lat) ? point([lng, lat]) : null
    }
    default:
      return pointOf((kind === 'facility' ? study.facilities : study.compounds).find((site) => site.id === id)?.at)
  }
}

const pointOf = (at: readonly [number, number] | null | undefined): Geometry | null => (at ? point(at) : null)

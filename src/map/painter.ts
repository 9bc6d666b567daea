/** Holds hands with MapLibre: puts the layers' drawings on the map and touches only what changed. */
import type { FeatureCollection } from 'geojson'
import { drawImage, imageRatio, pictureOf } from './image'
import { mapLayers } from './layers'
import { isVisible, nothing, type Drawing, type MapLayer } from './layers/layer'
import type { GeoJSONSource, LayerSpecification, MapLibreMap, SourceSpecification } from './maplibre'
import type { MapView } from './view'

export type Painter = { readonly paint: (view: MapView) => void }

/** The map's (empty) style must have loaded. */
export function createPainter(map: MapLibreMap, layers: readonly MapLayer[] = mapLayers): Painter {
  const kept = new Map<MapLayer, Kept>()
  map.setMissingStyleImageResolver((name) => {
    const picture = pictureOf(name)
    const image = picture && drawImage(picture)
    if (image && !map.hasImage(name)) map.addImage(name, image, { pixelRatio: imageRatio })
  })

  function paint(view: MapView): void {
    // From the top down, so that each layer finds the one it lies beneath.
    let above: string | undefined
    for (const layer of [...layers].reverse()) {
      const before = kept.get(layer)
      const after = redrawn(layer, view, before)
      if (after.drawing !== before?.drawing) apply(map, before?.drawing ?? nothing, after.drawing, above)
      kept.set(layer, after)
      above = after.drawing.layers[0]?.id ?? above
    }
  }

  return { paint }
}

type Kept = { readonly needs: readonly unknown[] | null; readonly drawing: Drawing }

function redrawn(layer: MapLayer, view: MapView, before: Kept | undefined): Kept {
  if (!isVisible(view, layer)) return { needs: null, drawing: nothing }
  const needs = layer.needs(view)
  if (before?.needs && sameList(before.needs, needs)) return before
  return { needs, drawing: layer.draw(view) }
}

function apply(map: MapLibreMap, before: Drawing, after: Drawing, above: string | undefined): void {
  const keepLayer = (old: LayerSpecification): boolean =>
    after.layers.some((layer) => layer.id === old.id && sameText(layer, old)) && !sourceReplaced(old)
  const sourceReplaced = (layer: LayerSpecification): boolean =>
    'source' in layer && !canUpdate(before.sources[layer.source], after.sources[layer.source])
  for (const layer of before.layers) if (!keepLayer(layer)) map.removeLayer(layer.id)
  for (const [name, old] of Object.entries(before.sources))
    if (!canUpdate(old, after.sources[name])) map.removeSource(name)
  for (const [name, source] of Object.entries(after.sources)) {
    const standing = map.getSource<GeoJSONSource>(name)
    if (!standing) map.addSource(name, source)
    else if (source.type === 'geojson' && before.sources[name] !== source)
      void standing.setData(source.data as FeatureCollection)
  }
  let next = above
  for (const layer of [...after.layers].reverse()) {
    if (!map.getLayer(layer.id)) map.addLayer(layer, next)
    next = layer.id
  }
}

/** Data can be exchanged under a GeoJSON source; any other change needs a new source. */
function canUpdate(before: SourceSpecification | undefined, after: SourceSpecification | undefined): boolean {
  if (!before || !after) return false
  return (before.type === 'geojson' && after.type === 'geojson') || sameText(before, after)
}

const sameText = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
const sameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((value, i) => Object.is(value, b[i]))

/** Holds hands with MapLibre: puts the layers' drawings on the map and touches only what changed. */
import type { FeatureCollection } from 'geojson'
import { featuresApart } from './features-apart'
import { drawImage, imageRatio, pictureOf } from './image'
import { mapLayers } from './layers'
import { isVisible, namedBy, nothing, type Drawing, type MapLayer } from './layers/layer'
import type { GeoJSONSource, GeoJSONSourceSpecification, LayerSpecification, MapLibreMap, SourceSpecification } from './maplibre'
import type { MapView } from './view'

/** True: something of the map changed. */
export type Painter = { readonly paint: (view: MapView) => boolean }

/** The map's (empty) style must have loaded. */
export function createPainter(map: MapLibreMap, layers: readonly MapLayer[] = mapLayers): Painter {
  const kept = new Map<MapLayer, Kept>()
  map.setMissingStyleImageResolver((name) => {
    const picture = pictureOf(name)
    const image = picture && drawImage(picture)
    if (image && !map.hasImage(name)) map.addImage(name, image, { pixelRatio: imageRatio })
  })

  function paint(view: MapView): boolean {
    let changed = false
    // From the top down, so that each layer finds the one it lies beneath.
    let above: string | undefined
    for (const layer of [...layers].reverse()) {
      const before = kept.get(layer)
      const after = redrawn(layer, view, before)
      if (after.drawing !== before?.drawing) changed = apply(map, before?.drawing ?? nothing, after.drawing, above) || changed
      kept.set(layer, after)
      above = after.drawing.layers[0]?.id ?? above
    }
    return changed
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

/** False: the map shows this already. */
function apply(map: MapLibreMap, before: Drawing, after: Drawing, above: string | undefined): boolean {
  const keepLayer = (old: LayerSpecification): boolean =>
    after.layers.some((layer) => layer.id === old.id && sameText(layer, old)) && !sourceReplaced(old)
  const sourceReplaced = (layer: LayerSpecification): boolean =>
    'source' in layer && !canUpdate(before.sources[layer.source], after.sources[layer.source])
  let changed = false
  for (const layer of before.layers)
    if (!keepLayer(layer)) {
      map.removeLayer(layer.id)
      changed = true
    }
  for (const [name, old] of Object.entries(before.sources))
    if (!canUpdate(old, after.sources[name])) map.removeSource(name)
  for (const [name, source] of Object.entries(after.sources)) {
    const standing = map.getSource<GeoJSONSource>(name)
    if (!standing) map.addSource(name, source)
    else if (source.type === 'geojson' && before.sources[name] !== source) changed = exchange(standing, before.sources[name], source) || changed
  }
  let next = above
  for (const layer of [...after.layers].reverse()) {
    if (!map.getLayer(layer.id)) {
      map.addLayer(layer, next)
      changed = true
    }
    next = layer.id
  }
  return changed
}

/** Where features have names of their own, only those that differ are told; a large source is else cut into tiles anew. */
function exchange(standing: GeoJSONSource, before: SourceSpecification | undefined, after: GeoJSONSourceSpecification): boolean {
  const [old, fresh] = [collectionOf(before), collectionOf(after)]
  const apart = old && fresh && after.promoteId === namedBy ? featuresApart(old.features, fresh.features) : null
  if (apart && apart.add.length + apart.remove.length === 0) return false
  if (apart && (apart.add.length + apart.remove.length) * 4 < (old?.features.length ?? 0)) void standing.updateData(apart)
  else void standing.setData(after.data as FeatureCollection)
  return true
}

const collectionOf = (source: SourceSpecification | undefined): FeatureCollection | null =>
  source?.type === 'geojson' && typeof source.data === 'object' && source.data.type === 'FeatureCollection' ? source.data : null

/** Data can be exchanged under a GeoJSON source; any other change needs a new source. */
function canUpdate(before: SourceSpecification | undefined, after: SourceSpecification | undefined): boolean {
  if (!before || !after) return false
  return (before.type === 'geojson' && after.type === 'geojson') || sameText(before, after)
}

const sameText = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
const sameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((value, i) => Object.is(value, b[i]))

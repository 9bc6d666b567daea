/** One layer of the map: a pure answer to "what is drawn of this view?" in MapLibre's own words. */
import type { Feature, FeatureCollection, Geometry, Point } from 'geojson'
import type { ExpressionSpecification, GeoJSONSourceSpecification, LayerSpecification, SourceSpecification } from '../maplibre'
import type { LngLat } from '../../tables/ledger'
import type { WordKey } from '../../text/say'
import type { LayerId, MapView, SelectionKind } from '../view'

export type Drawing = {
  readonly sources: Readonly<Record<string, SourceSpecification>>
  readonly layers: readonly LayerSpecification[]
}

export type MapLayer = {
  /** Also the prefix of its source and layer names. */
  readonly id: LayerId
  /** Shown where the view does not say. */
  readonly visible: boolean
  /** Its name where people may switch it; null: it follows what is shown or selected. */
  readonly label: WordKey | null
  /** What the drawing depends on: while these are the same (Object.is), it is not drawn again. */
  readonly needs: (view: MapView) => readonly unknown[]
  readonly draw: (view: MapView) => Drawing
}

/** A feature whose kind and id are set is selected by a click. */
export type Pickable = { readonly kind: SelectionKind; readonly id: string; readonly name: string }

export const isVisible = (view: MapView, layer: MapLayer): boolean => view.layers[layer.id] ?? layer.visible

export const nothing: Drawing = { sources: {}, layers: [] }

export function geojson<P extends Readonly<Record<string, string | number | boolean | null>>>(
  features: readonly Feature<Geometry, P>[],
): GeoJSONSourceSpecification {
  const data: FeatureCollection<Geometry, P> = { type: 'FeatureCollection', features: [...features] }
  return { type: 'geojson', data }
}

/** The property that names a feature in a source of its own, so that single ones can be exchanged. */
export const namedBy = 'id'

/** Of records, each with an id that no other of them has. */
export const records = <P extends Readonly<Record<string, string | number | boolean | null>> & { readonly id: string }>(features: readonly Feature<Geometry, P>[]): GeoJSONSourceSpecification => ({ ...geojson(features), promoteId: namedBy })

export const feature = <G extends Geometry, P>(geometry: G, properties: P): Feature<G, P> => ({
  type: 'Feature',
  geometry,
  properties,
})
export const point = ([lng, lat]: LngLat): Point => ({ type: 'Point', coordinates: [lng, lat] })

export const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0

/** Names are drawn from the fonts of the machine: the style has no glyphs, so no font is ever fetched. */
export const labelFont = ['PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'sans-serif']

/** Straight between the stops of zoom. */
export const byZoom = (...stops: readonly (number | ExpressionSpecification)[]): ExpressionSpecification =>
  ['interpolate', ['linear'], ['zoom'], ...stops] as unknown as ExpressionSpecification

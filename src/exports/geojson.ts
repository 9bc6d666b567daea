/** Units, compounds, facilities, the list and where circle and walk disagree as one GeoJSON: `layer` says which; the stamp and the meaning of each property stand beside the features. */
import type { Feature } from 'geojson'
import type { Basis } from './basis'
import { printOf } from './fingerprint'
import { headerOf } from './header'
import { recordLayers, type Layer } from './layers'
import { productFacts } from './product-facts'
import type { Product } from './product'
import { jsonText } from './result-json'
import { stampOf } from './stamp'
import type { ExportTable } from './table'

export const geojson: Product = {
  id: 'geojson',
  ...productFacts.geojson,
  walks: true,
  tables: (basis, { extra }) => recordLayers(basis, extra).map(({ table }) => keyed(table)),
  make: async (basis, { extra }) => new TextEncoder().encode(geojsonText(basis, extra)),
}

/** Coordinates are WGS84, as the format demands (RFC 7946); a record without a position is a feature without a geometry. */
function geojsonText(basis: Basis, extra: boolean): string {
  const layers = recordLayers(basis, extra)
  const tables = layers.map(({ table }) => table)
  const stamp = stampOf(basis, 'geojson', Object.fromEntries(tables.map(keyed).map((table) => [table.name, printOf(table)])), extra)
  const columns = Object.fromEntries(tables.map((table) => [table.key, Object.fromEntries(table.columns.map((column) => [column.key, { title: headerOf(column), meaning: column.meaning }]))]))
  const head = jsonText({ type: 'FeatureCollection', name: basis.study.name, yikequan: stamp, columns }).trimEnd().slice(0, -2)
  // One feature a line: the file can be read and compared by eye.
  const features = layers.flatMap((layer) => layer.table.rows.map((_, at) => JSON.stringify(featureOf(layer, at))))
  return `${head},\n "features": [\n${features.join(',\n')}\n ]\n}\n`
}

/** Named as in this file: programs read it, so layers and properties have their English names. */
const keyed = (table: ExportTable): ExportTable => ({ ...table, name: table.key, columns: table.columns.map((column) => ({ ...column, title: column.key, unit: '' })) })

function featureOf({ table, geometries }: Layer, at: number): Feature {
  const properties = Object.fromEntries(table.columns.map(({ key }, column) => [key, table.rows[at]![column] ?? null]))
  return { type: 'Feature', geometry: geometries[at]!, properties: { layer: table.key, ...properties } } as Feature
}

/** The colours with which QGIS opens each layer (its own table layer_styles); other programs pass it by. */
import { sayExport } from '../text/exports'
import type { Basis } from './basis'
import type { Layer } from './layers'

/** One statement block that makes and fills the table. */
export function layerStyles({ language, study }: Basis, layers: readonly Layer[]): string {
  const text = (value: string): string => `'${value.replaceAll("'", "''")}'`
  const rows = layers.map((layer, at) => `(${at + 1}, '', '', ${text(layer.table.name)}, 'geom', ${text(sayExport(language, 'style'))}, ${text(styleOf(layer))}, '', 1, '', '', NULL, '${study.asOf}T00:00:00.000Z')`)
  const made = 'CREATE TABLE layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256), f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30), update_time DATETIME);'
  const listed = `INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change) VALUES ('layer_styles', 'attributes', 'layer_styles', '', '${study.asOf}T00:00:00.000Z');`
  return `${made}${listed}${rows.length === 0 ? '' : `INSERT INTO layer_styles VALUES ${rows.join(',')};`}`
}

/** Okabe-Ito colours, as on the screen: what is unmet is vermillion, what is met bluish green. */
const bad = '213,94,0'
const good = '0,158,115'
const neutral = '90,104,112'

function styleOf({ table, shape }: Layer): string {
  switch (table.key) {
    case 'areas':
      return byUnmet(table.columns.find(({ key }) => key === 'unmet')?.title ?? '', (colour) => fill(colour, 60))
    case 'compounds':
      return byUnmet(table.columns.find(({ key }) => key === 'unmet')?.title ?? '', (colour) => marker('circle', colour, 2))
    case 'rectification':
      return single(marker('cross2', bad, 2.6))
    default:
      return single(shape === 'point' ? marker('diamond', '0,90,100', 3) : fill('0,114,178', 26))
  }
}

/** Two classes: short of nothing, short of something. */
function byUnmet(column: string, symbolOf: (colour: string) => string): string {
  const attribute = `CASE WHEN "${column}" > 0 THEN 1 ELSE 0 END`.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
  return qml(
    `<renderer-v2 type="categorizedSymbol" attr="${attribute}" forceraster="0" enableorderby="0" symbollevels="0"><categories><category symbol="0" value="1" label="${column}: 1+" render="true"/><category symbol="1" value="0" label="${column}: 0" render="true"/></categories><symbols>${symbolNamed('0', symbolOf(bad))}${symbolNamed('1', symbolOf(good))}</symbols></renderer-v2>`,
  )
}

const single = (symbol: string): string => qml(`<renderer-v2 type="singleSymbol" forceraster="0" enableorderby="0" symbollevels="0"><symbols>${symbolNamed('0', symbol)}</symbols></renderer-v2>`)
const qml = (renderer: string): string => `<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'><qgis version="3.22" styleCategories="Symbology">${renderer}</qgis>`
const symbolNamed = (name: string, symbol: string): string => symbol.replace('<symbol ', `<symbol name="${name}" `)
const fill = (colour: string, alpha: number): string => `<symbol type="fill" alpha="1" clip_to_extent="1"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><prop k="color" v="${colour},${alpha}"/><prop k="outline_color" v="${neutral},255"/><prop k="outline_width" v="0.2"/><prop k="style" v="solid"/></layer></symbol>`
const marker = (shape: string, colour: string, size: number): string => `<symbol type="marker" alpha="1" clip_to_extent="1"><layer class="SimpleMarker" enabled="1" locked="0" pass="0"><prop k="name" v="${shape}"/><prop k="color" v="${colour},255"/><prop k="outline_color" v="255,255,255,255"/><prop k="size" v="${size}"/></layer></symbol>`

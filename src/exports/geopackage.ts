/** Layers and tables as a GeoPackage 1.3: Chinese names, units and meanings beside every column, colours for QGIS, the stamp as a table. */
import type { Geometry } from 'geojson'
import { zoneOf } from '../geo/crs-codes'
import { tableWords } from '../text/exports'
import type { Basis } from './basis'
import { printOf } from './fingerprint'
import { extentOf, geometryBytes, unionOf } from './geopackage-geometry'
import { layerStyles } from './geopackage-styles'
import { headerOf } from './header'
import { pictureLayers, recordLayers, type Layer } from './layers'
import { productFacts } from './product-facts'
import type { Product } from './product'
import { named, openDatabase, type Database, type SqlValue } from './sqlite'
import { stampOf, stampText } from './stamp'
import type { ExportColumn, ExportTable } from './table'
import { parametersTable } from './tables/about'
import { clauseTable } from './tables/clauses'
import { disagreementTables } from './tables/disagreement'
import { unitTables } from './tables/units'

export const gpkg: Product = {
  id: 'gpkg',
  ...productFacts.gpkg,
  walks: true,
  tables: (basis, { extra }) => [...recordLayers(basis, extra).map(({ table }) => table), ...plainTables(basis, extra)],
  make: async (basis, { extra, onProgress }) => {
    const records = recordLayers(basis, extra)
    const layers = [...records, ...pictureLayers(basis)]
    const tables = plainTables(basis, extra)
    const stamp = stampOf(basis, 'gpkg', Object.fromEntries([...records.map(({ table }) => table), ...tables].map((table) => [table.name, printOf(table)])), extra)
    const srs = systemOf(basis)
    const db = await openDatabase()
    const of = layers.length + tables.length
    begin(db, srs)
    for (const [at, layer] of layers.entries()) {
      writeLayer(db, basis, layer, srs)
      await onProgress?.(at + 1, of)
    }
    for (const [at, table] of tables.entries()) {
      writeTable(db, basis, table, null)
      await onProgress?.(layers.length + at + 1, of)
    }
    db.run(layerStyles(basis, layers))
    writeStamp(db, basis, stampText(stamp))
    return db.finish()
  },
}

/** The people points of the disagreement are a layer; its units are told here. */
const plainTables = (basis: Basis, extra: boolean): ExportTable[] => [clauseTable(basis), ...unitTables(basis), ...disagreementTables(basis).slice(1), parametersTable(basis, extra)]

/** CGCS2000 where an input came in it, else WGS84: they differ by centimetres and no position is changed by naming one (DOMAIN: 4490 ≡ 4326). */
export const systemOf = ({ study }: Pick<Basis, 'study'>): 4490 | 4326 =>
  study.inputs.some(({ crs }) => {
    const epsg = Number(/^EPSG:(\d+)$/.exec(crs ?? '')?.[1])
    return epsg === 4490 || zoneOf(epsg)?.datum === 'cgcs2000'
  })
    ? 4490
    : 4326

function begin(db: Database, srs: number): void {
  // 'GPKG', version 1.3.
  db.run(`PRAGMA application_id = 1196444487; PRAGMA user_version = 10300;
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER, CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name), CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name), CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
CREATE TABLE gpkg_data_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT, description TEXT, mime_type TEXT, constraint_name TEXT, CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name), CONSTRAINT gdc_tn UNIQUE (table_name, name));
CREATE TABLE gpkg_data_column_constraints (constraint_name TEXT NOT NULL, constraint_type TEXT NOT NULL, value TEXT, min NUMERIC, min_is_inclusive BOOLEAN, max NUMERIC, max_is_inclusive BOOLEAN, description TEXT, CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value));`)
  const wgs84 = 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]'
  const cgcs2000 = 'GEOGCS["China Geodetic Coordinate System 2000",DATUM["China_2000",SPHEROID["CGCS2000",6378137,298.257222101,AUTHORITY["EPSG","1024"]],AUTHORITY["EPSG","1043"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4490"]]'
  db.fill('gpkg_spatial_ref_sys', ['srs_name', 'srs_id', 'organization', 'organization_coordsys_id', 'definition', 'description'], [
    ['Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined Cartesian coordinate reference system'],
    ['Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'],
    ['WGS 84 geodetic', 4326, 'EPSG', 4326, wgs84, 'longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid'],
    ...(srs === 4490 ? [['China Geodetic Coordinate System 2000', 4490, 'EPSG', 4490, cgcs2000, 'longitude/latitude coordinates in decimal degrees, CGCS2000']] : []),
  ])
  const schema = 'http://www.geopackage.org/spec121/#extension_schema'
  db.fill('gpkg_extensions', ['table_name', 'column_name', 'extension_name', 'definition', 'scope'], [['gpkg_data_columns', null, 'gpkg_schema', schema, 'read-write'], ['gpkg_data_column_constraints', null, 'gpkg_schema', schema, 'read-write']])
}

function writeLayer(db: Database, basis: Basis, { table, shape, geometries }: Layer, srs: number): void {
  writeTable(db, basis, table, { geometries, srs, type: shape === 'point' ? 'POINT' : 'MULTIPOLYGON' })
}

type Shapes = { readonly geometries: readonly (Geometry | null)[]; readonly srs: number; readonly type: 'POINT' | 'MULTIPOLYGON' }

/** shapes null: a table without a map. */
function writeTable(db: Database, { study }: Basis, { name, meaning, columns, rows }: ExportTable, shapes: Shapes | null): void {
  const types = columns.map((column, at) => typeOf(column, rows.map((row) => row[at] ?? null)))
  db.run(`CREATE TABLE ${named(name)} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL${shapes ? `, geom ${shapes.type}` : ''}${columns.map(({ title }, at) => `, ${named(title)} ${types[at]}`).join('')})`)
  // The data date stands for the time of the change: the clock would make two files of one study differ.
  const [minX, minY, maxX, maxY] = unionOf((shapes?.geometries ?? []).map(extentOf)) ?? [null, null, null, null]
  db.fill('gpkg_contents', ['table_name', 'data_type', 'identifier', 'description', 'last_change', 'min_x', 'min_y', 'max_x', 'max_y', 'srs_id'], [[name, shapes ? 'features' : 'attributes', name, meaning, `${study.asOf}T00:00:00.000Z`, minX, minY, maxX, maxY, shapes?.srs ?? null]])
  if (shapes) db.fill('gpkg_geometry_columns', ['table_name', 'column_name', 'geometry_type_name', 'srs_id', 'z', 'm'], [[name, 'geom', shapes.type, shapes.srs, 0, 0]])
  db.fill('gpkg_data_columns', ['table_name', 'column_name', 'name', 'title', 'description'], columns.map((column) => [name, column.title, headerOf(column), headerOf(column), column.meaning]))
  const geometryOf = (at: number): SqlValue[] => {
    if (!shapes) return []
    const geometry = shapes.geometries[at]
    return [geometry ? geometryBytes(geometry, shapes.srs) : null]
  }
  db.fill(name, [...(shapes ? ['geom'] : []), ...columns.map(({ title }) => title)], (function* () {
    for (const [at, row] of rows.entries()) yield [...geometryOf(at), ...columns.map((_, column): SqlValue => row[column] ?? null)]
  })())
}

/** A column of full dates is a date, one of whole numbers whole; anything less sure is what it was written as. */
function typeOf({ format }: ExportColumn, values: readonly (string | number | null)[]): string {
  const filled = values.filter((value) => value !== null)
  if (format === 'date') return filled.every((value) => /^\d{4}-\d{2}-\d{2}$/.test(String(value))) ? 'DATE' : 'TEXT'
  if (format === 'text') return 'TEXT'
  return format === 'count' && filled.every((value) => Number.isInteger(value)) ? 'INTEGER' : 'DOUBLE'
}

function writeStamp(db: Database, { language, study }: Basis, text: string): void {
  const { [language]: name, meaning } = tableWords.stamp
  db.run(`CREATE TABLE ${named(name)} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "stamp" TEXT)`)
  db.fill('gpkg_contents', ['table_name', 'data_type', 'identifier', 'description', 'last_change'], [[name, 'attributes', name, meaning[language], `${study.asOf}T00:00:00.000Z`]])
  db.fill(name, ['stamp'], [[text]])
}

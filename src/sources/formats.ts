/** The kinds of files that we read, one file each. The order is the order in which an unnamed file is tried: text comes last. */
import { csv } from './csv'
import { geojson } from './geojson'
import { osm } from './osm'
import type { SourceFormat } from './raw-table'
import { shapefile } from './shapefile'
import { xlsx } from './xlsx'

export const formats: readonly SourceFormat[] = [xlsx, shapefile, osm, geojson, csv]

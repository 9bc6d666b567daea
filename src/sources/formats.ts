/** The kinds of files that we read, one file each. The order is the order in which an unnamed file is tried: text comes last. */
import { csv } from './csv'
import { geojson } from './geojson'
import type { SourceFormat } from './raw-table'
import { xlsx } from './xlsx'

export const formats: readonly SourceFormat[] = [xlsx, geojson, csv]

/** What every reader in this room hands on: the sheet as it stands, nothing interpreted. */
import type { Geometry } from 'geojson'
import type { Problem } from '../problem'

/** A calendar date of a spreadsheet's date-formatted cell; a serial number without a date format stays a number. */
export type DateCell = { readonly date: string }
/** A formula error such as #REF! */
export type ErrorCell = { readonly error: string }
export type Cell = string | number | boolean | DateCell | ErrorCell | null

/** row: 1-based row of the sheet as the user's program shows it (CSV: record number; map formats: feature number). */
export type RawRow = {
  readonly row: number
  readonly cells: readonly Cell[]
  readonly hidden?: boolean
  readonly geometry?: Geometry | null
}

/** A merged block, 0-based column and 1-based row numbers, ends included. */
export type Merge = {
  readonly firstRow: number
  readonly lastRow: number
  readonly firstColumn: number
  readonly lastColumn: number
}

export type RawTable = {
  readonly file: string
  readonly sheet: string | null
  readonly format: string
  /** 'utf-8', 'utf-8-bom', 'gb18030', 'utf-16le', 'utf-16be'; null for binary formats. */
  readonly encoding: string | null
  /** The coordinate system that the file itself declares ('EPSG:4490'), or null. */
  readonly crs: string | null
  /** Map formats and JSON name their columns; a sheet's header is still among its rows (null). */
  readonly header: readonly string[] | null
  readonly rows: readonly RawRow[]
  readonly merges: readonly Merge[]
}

export type SourceFile = { readonly name: string; readonly bytes: Uint8Array }

/** tables is empty when the file could not be read; the problems say why. Readers never throw for a bad file. */
export type SourceRead = { readonly tables: readonly RawTable[]; readonly problems: readonly Problem[] }

export type SourceFormat = {
  readonly id: string
  readonly extensions: readonly string[]
  /** True when the bytes look like this format, whatever the name says. */
  readonly looksLike: (bytes: Uint8Array) => boolean
  /** siblings: the files beside it, where a format keeps its parts in several. */
  readonly read: (file: SourceFile, siblings?: readonly SourceFile[]) => Promise<SourceRead>
}

/** What a ledger is (its columns, with the words people use for them) and what reading one gives. */
import type { Geometry } from 'geojson'
import type { Problem } from '../problem'

export const ledgerNames = ['areas', 'compounds', 'facilities', 'plots', 'people', 'facts', 'roads'] as const
export type LedgerName = (typeof ledgerNames)[number]

/**
 * What a cell of the column holds.
 * code: digits kept as text · count: whole things · area: floor m² · land: land m² (亩, 公顷 allowed) · money: yuan
 * date: 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD' as precise as the cell · word: one of a vocabulary · list: words split
 * points: 'lng lat; lng lat' -> [lng, lat][] · position: lng or lat half of a pair
 */
export type ColumnKind =
  | 'text'
  | 'code'
  | 'count'
  | 'number'
  | 'area'
  | 'land'
  | 'money'
  | 'date'
  | 'yes-no'
  | 'word'
  | 'list'
  | 'points'
  | 'lng'
  | 'lat'

export type LedgerColumn = {
  readonly key: string
  readonly kind: ColumnKind
  /** Headers met in real ledgers, Chinese and English, compared after normalising; the key itself always matches. */
  readonly headers: readonly string[]
  /** kind word or list: the written words of each value. */
  readonly words?: Readonly<Record<string, readonly string[]>>
}

export type Ledger = {
  readonly name: LedgerName
  /** File stems and sheet names that propose this ledger. */
  readonly stems: readonly string[]
  readonly columns: readonly LedgerColumn[]
  /** Keys of which at least one must be matched for a table to be this ledger. */
  readonly needs: readonly string[]
}

export type LngLat = readonly [number, number]
export type LedgerValue = string | number | boolean | null | readonly string[] | readonly LngLat[]

/** A repair or doubt about one cell, kept so that it can be shown and undone: what stood there and what was made of it. */
export type CellMark = {
  readonly column: string
  readonly code: 'approximate' | 'range' | 'unit-converted' | 'filled-down' | 'assumed' | 'word-unknown'
  readonly raw: string
}

export type LedgerRow = {
  readonly row: number
  /** By column key; a key is absent when the table has no such column, null when the cell is blank or unreadable. */
  readonly values: Readonly<Record<string, LedgerValue>>
  /** Columns whose header names a fact item, by item key: the raw cell read by the item's unit. */
  readonly facts: Readonly<Record<string, LedgerValue>>
  /** Unmapped columns by header, as text; kept for the exports. */
  readonly extra: Readonly<Record<string, string>>
  readonly marks: readonly CellMark[]
  /** Geometry in WGS84 longitude/latitude, or null. */
  readonly geometry: Geometry | null
}

export type SetAside = {
  readonly row: number
  readonly why: 'subtotal' | 'note' | 'title' | 'repeated-header' | 'no-identity' | 'unreadable' | 'duplicate'
}

export type ColumnMatch = {
  readonly header: string
  /** 0-based column of the sheet. */
  readonly index: number
  /** Column key, or null when nothing known; fact items are 'fact:<item key>'. */
  readonly key: string | null
  /** Unit that stands in the header, as written ('亩', '万㎡'). */
  readonly unit?: string
  readonly personal?: boolean
}

/** in = used + setAside + blank, always. */
export type RowCounts = {
  readonly in: number
  readonly used: number
  readonly setAside: number
  readonly blank: number
}

export type LedgerTable = {
  readonly file: string
  readonly sheet: string | null
  readonly format: string
  readonly encoding: string | null
  /** null: not one of the ledgers. */
  readonly ledger: LedgerName | null
  /** The system the positions were read in, after guessing; null when there are none. */
  readonly crs: string | null
  readonly headerRows: readonly number[]
  readonly columns: readonly ColumnMatch[]
  readonly counts: RowCounts
  readonly rows: readonly LedgerRow[]
  readonly setAside: readonly SetAside[]
  readonly problems: readonly Problem[]
}

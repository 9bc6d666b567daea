/** A table of a product, before any file format: named columns with units, rows of plain values. */

/** null: blank, unknown. */
export type Value = string | number | null

/**
 * How a column's values are written. text: any words · date: 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD' · count: whole things
 * measure: up to two decimals · share: a fraction of 1 shown as a percentage · points: the difference of two shares · degrees: a position
 */
export type ColumnFormat = 'text' | 'date' | 'count' | 'measure' | 'share' | 'points' | 'degrees'

export type ExportColumn = {
  /** English name, for programs. */
  readonly key: string
  /** Header, for people. */
  readonly title: string
  /** '' where there is none, or where it stands in a column of its own. */
  readonly unit: string
  readonly meaning: string
  readonly format: ColumnFormat
  /** In characters; a Chinese one takes two. */
  readonly width: number
  /** Long text is broken into lines. */
  readonly wrap?: boolean
  /** Key of the column that names each row's own unit; where it says "share" the value is shown as a percentage. */
  readonly unitIn?: string
}

/** A column that the workbook sums up from another sheet; the value stands beside the formula. */
export type LinkedFormula = { readonly column: string; readonly kind: 'count' | 'sum'; readonly of: string; readonly sum?: string; readonly where: readonly (readonly [own: string, other: string])[] }

export type ExportTable = {
  /** English name, for programs. */
  readonly key: string
  /** Sheet or layer name, at most 31 characters, none of \ / ? * [ ] : */
  readonly name: string
  readonly meaning: string
  readonly columns: readonly ExportColumn[]
  readonly rows: readonly (readonly Value[])[]
  /** Keys of the columns that name a row, whatever the order of the rows. */
  readonly names: readonly string[]
  readonly formulas?: readonly LinkedFormula[]
}

/** A cell of a spreadsheet holds no more; what is longer ends in a sign that it does. */
const longest = 32_000

/** Numbers to 12 significant digits, as in the result file: what lies beyond is the noise of binary sums. */
export function plainValue(value: Value): Value {
  if (typeof value === 'number') return Number.isInteger(value) ? value : Number(value.toPrecision(12))
  if (value === null || value === '') return null
  return value.length > longest ? `${value.slice(0, longest)}…` : value
}

/** What a value is compared by: text and number alike, line ends as one, blank as nothing. */
export function comparable(value: Value): string {
  if (value === null) return ''
  return typeof value === 'number' ? String(plainValue(value)) : value.replace(/\r\n?/g, '\n')
}

/** A column with what it holds for one record. */
export type ColumnOf<T> = ExportColumn & { readonly of: (record: T) => Value }

/** The table of some records. */
export function tableOf<T>(about: Pick<ExportTable, 'key' | 'name' | 'meaning' | 'names'>, columns: readonly ColumnOf<T>[], records: readonly T[]): ExportTable {
  return { ...about, columns: columns.map(({ of: _, ...column }) => column), rows: records.map((record) => columns.map(({ of }) => plainValue(of(record)))) }
}

/** A table read back from a product, as any program left it. */
export type FoundTable = {
  readonly name: string
  readonly titles: readonly string[]
  readonly rows: readonly (readonly Value[])[]
  /** Row of the first of them, as the program shows it. */
  readonly firstRow: number
  /** Titles of the columns in which a formula stands. */
  readonly formulas: readonly string[]
}

/** The rows of one ledger from all its tables, in an order that does not depend on how the file was sorted. */
import type { Place } from '../problem'
import type { LedgerName, LedgerRow, LedgerTable, LedgerValue, LngLat, SetAside } from '../tables/ledger'

export type SourcedRow = {
  readonly row: LedgerRow
  readonly source: { readonly table: number; readonly row: number }
  readonly place: Place
}

/** A row that no record could be made of; it moves from its table's used rows to those set aside. */
export type Refused = { readonly entry: SourcedRow; readonly why: SetAside['why'] }

/** Rows of every table read as this ledger; sorted by the content of the row, so that a shuffled file gives the same study. */
export function rowsOf(tables: readonly LedgerTable[], ledger: LedgerName, include: (table: LedgerTable) => boolean = () => true): SourcedRow[] {
  const found: { readonly key: string; readonly entry: SourcedRow }[] = []
  tables.forEach((table, index) => {
    if (table.ledger !== ledger || !include(table)) return
    for (const row of table.rows) {
      const place = { file: table.file, sheet: table.sheet, row: row.row }
      found.push({ key: keyOf(row), entry: { row, source: { table: index, row: row.row }, place } })
    }
  })
  const wholes = new Map<LedgerRow, string>()
  const whole = (row: LedgerRow): string => {
    const made = wholes.get(row) ?? JSON.stringify([row.values, row.facts, row.extra, row.geometry])
    wholes.set(row, made)
    return made
  }
  // Few rows share id and name, so few are written out whole.
  found.sort((a, b) => order(a.key, b.key) || order(whole(a.entry.row), whole(b.entry.row)) || a.entry.source.table - b.entry.source.table || a.entry.source.row - b.entry.source.row)
  return found.map(({ entry }) => entry)
}

/** Code-point order, the same on every machine. */
export const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const keyOf = ({ values }: LedgerRow): string => [values.id ?? values.code ?? values.of, values.name, values.lng, values.lat].join('\u0001')

export const has = (row: LedgerRow, key: string): boolean => key in row.values
export const text = (row: LedgerRow, key: string): string | null => asText(row.values[key])
export const number = (row: LedgerRow, key: string): number | null => {
  const value = row.values[key]
  return typeof value === 'number' ? value : null
}
export const flag = (row: LedgerRow, key: string): boolean | null => {
  const value = row.values[key]
  return typeof value === 'boolean' ? value : null
}
/** null when the cell is blank: a blank list is unknown, not empty. */
export const list = (row: LedgerRow, key: string): readonly string[] | null => {
  const value = row.values[key]
  if (Array.isArray(value)) return value.every((item) => typeof item === 'string') ? (value as readonly string[]) : null
  return typeof value === 'string' && value !== '' ? [value] : null
}
export const points = (row: LedgerRow, key: string): readonly LngLat[] => {
  const value = row.values[key]
  if (Array.isArray(value) && value.length > 0 && Array.isArray(value[0])) return value as readonly LngLat[]
  return row.geometry?.type === 'MultiPoint' && key === 'gates' ? (row.geometry.coordinates as unknown as LngLat[]) : []
}

/** The record's own point: its lng and lat columns, else a point geometry. */
export function position(row: LedgerRow): LngLat | null {
  const lng = number(row, 'lng')
  const lat = number(row, 'lat')
  if (lng !== null && lat !== null) return [lng, lat]
  if (row.geometry?.type === 'Point') return [row.geometry.coordinates[0]!, row.geometry.coordinates[1]!]
  return null
}

function asText(value: LedgerValue | undefined): string | null {
  if (typeof value === 'string') return value === '' ? null : value
  if (typeof value === 'number') return String(value)
  return null
}

/** The value when it is one of the words, else null. */
export function oneOf<T extends string>(value: string | null, words: readonly T[]): T | null {
  return value !== null && (words as readonly string[]).includes(value) ? (value as T) : null
}

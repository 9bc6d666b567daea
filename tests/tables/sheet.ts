/** Small sheets drawn as arrays of arrays, for tests. */
import type { Cell, Merge, RawTable } from '../../src/sources/raw-table'
import type { LedgerRow, LedgerTable } from '../../src/tables/ledger'

export type SheetOptions = Partial<Pick<RawTable, 'file' | 'sheet' | 'crs' | 'merges' | 'header'>> & {
  readonly hidden?: readonly number[]
}

/** Row numbers count from 1, as in the user's program. */
export function sheet(rows: readonly (readonly Cell[])[], options: SheetOptions = {}): RawTable {
  const { file = 'x.csv', crs = null, merges = [], header = null, hidden = [] } = options
  return {
    file,
    sheet: options.sheet ?? null,
    format: 'csv',
    encoding: 'utf-8',
    crs,
    header,
    merges,
    rows: rows.map((cells, at) => ({ row: at + 1, cells, ...(hidden.includes(at + 1) ? { hidden: true } : {}) })),
  }
}

/** 'A3:A5' -> a merged block. */
export function merge(range: string): Merge {
  const [first, last] = range.split(':').map((cell) => /^([A-Z])(\d+)$/.exec(cell)!)
  return {
    firstColumn: first![1]!.charCodeAt(0) - 65,
    firstRow: Number(first![2]),
    lastColumn: last![1]!.charCodeAt(0) - 65,
    lastRow: Number(last![2]),
  }
}

export const valuesOf = (table: LedgerTable, key: string): unknown[] =>
  table.rows.map((row: LedgerRow) => row.values[key])
export const codesOf = (table: LedgerTable): string[] => table.problems.map(({ code }) => code)
export const keysOf = (table: LedgerTable): (string | null)[] => table.columns.map(({ key }) => key)
export const adds = ({ counts }: LedgerTable): boolean => counts.in === counts.used + counts.setAside + counts.blank

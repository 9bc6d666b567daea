/** Merged first columns: the value stands once and holds for the rows below it. */
import type { Cell, Merge, RawRow } from '../sources/raw-table'
import { isEmpty } from './cells/cell'
import type { MergeFinder } from './layout'

export type Filled = {
  /** The cell's own value, else the one that holds from above. */
  readonly cell: Cell
  readonly fromAbove: boolean
}

/** Reads cells through the merges of the file. */
export function mergedCell(
  row: RawRow,
  column: number,
  mergeAt: MergeFinder,
  rowByNumber: ReadonlyMap<number, RawRow>,
): Filled {
  const own = row.cells[column] ?? null
  if (!isEmpty(own)) return { cell: own, fromAbove: false }
  const merge: Merge | undefined = mergeAt(row.row, column)
  if (!merge || merge.firstRow === row.row || merge.firstColumn !== column) return { cell: own, fromAbove: false }
  const first = rowByNumber.get(merge.firstRow)?.cells[column] ?? null
  return { cell: first, fromAbove: !isEmpty(first) }
}

/**
 * Without merges in the file (CSV, or a sheet pasted as values): columns left of the name whose value stands only at the first row of its group.
 * A column where two neighbouring rows repeat the same value is written out in full, so its blanks are real blanks.
 */
export function groupingColumns(
  rows: readonly RawRow[],
  candidates: readonly number[],
  mergeAt: MergeFinder,
): readonly number[] {
  return candidates.filter((column) => {
    const first = rows[0]
    if (!first || isEmpty(first.cells[column])) return false
    let blanks = 0
    let before: Cell = null
    const seen = new Set<Cell>()
    for (const row of rows) {
      const cell = row.cells[column] ?? null
      if (isEmpty(cell)) {
        if (!mergeAt(row.row, column)) blanks++
        before = null
        continue
      }
      if (before !== null && cell === before) return false
      if (typeof cell !== 'string') return false
      seen.add(cell)
      before = cell
    }
    // A few blanks among many different values are cells that somebody forgot.
    return blanks > 0 && blanks * 4 >= rows.length
  })
}

/** Carries group values down; a new value further left starts a new group, so nothing is carried across it. */
export function groupFiller(columns: readonly number[]): (row: RawRow) => ReadonlyMap<number, Cell> {
  const sorted = [...columns].sort((a, b) => a - b)
  const held = new Map<number, Cell>()
  return (row) => {
    const fill = new Map<number, Cell>()
    let fresh = false
    for (const column of sorted) {
      const own = row.cells[column] ?? null
      if (!isEmpty(own)) {
        held.set(column, own)
        fresh = true
      } else if (fresh) held.delete(column)
      else {
        const above = held.get(column)
        if (above !== undefined) fill.set(column, above)
      }
    }
    return fill
  }
}

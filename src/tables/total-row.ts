/** The figures of a total row, read quietly: a doubt about a total is no doubt about the data. */
import type { RawRow } from '../sources/raw-table'
import { cellText, isEmpty, type CellReport } from './cells/cell'
import { columnReader, dimensionOf, sheetUnit } from './column-reader'
import type { Layout } from './layout'
import type { ColumnMatch, Ledger } from './ledger'
import type { Line } from './subtotals'
import { isTotal } from './row-kind'
import { plainText } from './words'

export function totalRowReader(
  ledger: Ledger,
  columns: readonly ColumnMatch[],
  layout: Layout,
): (row: RawRow) => Line | null {
  const readers = columns.flatMap((match) => {
    const column = ledger.columns.find(({ key }) => key === match.key)
    const dimension = column && dimensionOf(column)
    return column && dimension
      ? [
          {
            key: column.key,
            index: match.index,
            read: columnReader(column, match.header, match.unit ?? sheetUnit(layout.units, dimension)),
          },
        ]
      : []
  })
  return (row) => {
    const label = row.cells
      .filter((cell) => !isEmpty(cell))
      .map((cell) => plainText(cellText(cell)))
      .find(isTotal)
    if (label === undefined) return null
    const values = new Map<string, number>()
    for (const { key, index, read } of readers) {
      const value = read(row.cells[index], silent)
      if (typeof value === 'number') values.set(key, value)
    }
    return { total: { row: row.row, label, values } }
  }
}

const silent: CellReport = { problem: () => undefined, mark: () => undefined }

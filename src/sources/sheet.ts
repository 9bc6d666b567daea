/** One sheet of a workbook -> RawTable: used cells only, dates with the precision that they show, merges, hidden rows. */
import { sourceLimits } from './limits'
import type { Cell, Merge, RawRow, RawTable } from './raw-table'
import { dateOfSerial, dateShown, type DateShown } from './sheet-date'

/** What we need of the library's cell. t: 'n' number, 's' text, 'b' yes/no, 'e' error; w: the text as shown; z: the number format. */
export type SheetCell = {
  readonly t: string
  readonly v?: string | number | boolean | Date
  readonly w?: string
  readonly z?: string | number
}
type Corner = { readonly r: number; readonly c: number }
export type SheetContent = {
  readonly '!data'?: readonly (readonly (SheetCell | undefined)[] | undefined)[] // sparse, whatever size the file states
  readonly '!rows'?: readonly ({ readonly hidden?: boolean } | undefined)[]
  readonly '!merges'?: readonly { readonly s: Corner; readonly e: Corner }[]
}

export function tableOf(file: string, sheet: string, content: SheetContent, date1904: boolean): RawTable {
  const data = content['!data'] ?? []
  const hidden = content['!rows'] ?? []
  const shown = formatReader()
  const used: RawRow[] = []
  let width = 0
  // forEach passes over the holes of a sparse array: a cell in row 1,048,576 costs one step.
  data.forEach((line, index) => {
    const cells = cellsOf(line ?? [], shown, date1904)
    if (cells.length === 0) return
    width = Math.max(width, cells.length)
    used.push({ row: index + 1, cells, ...(hidden[index]?.hidden ? { hidden: true } : {}) })
  })
  const rows = withBlankRows(used, Math.min(width, sourceLimits.paddedColumns))
  return {
    file,
    sheet,
    format: 'xlsx',
    encoding: null,
    crs: null,
    header: null,
    rows,
    merges: mergesOf(content, rows.at(-1)?.row ?? 0, width),
  }
}

/** The cells up to the last one that holds something. */
function cellsOf(
  line: readonly (SheetCell | undefined)[],
  shown: (format: string) => DateShown | null,
  date1904: boolean,
): Cell[] {
  const cells: Cell[] = []
  line.forEach((source, column) => {
    const cell = source ? cellOf(source, shown, date1904) : null
    if (cell === null) return
    while (cells.length < column) cells.push(null)
    cells.push(cell)
  })
  return cells
}

function cellOf(source: SheetCell, shown: (format: string) => DateShown | null, date1904: boolean): Cell {
  const { t: type, v: value } = source
  if (type === 'e') return { error: source.w ?? '#ERROR!' }
  if (typeof value === 'boolean') return value
  if (typeof value === 'string') return value === '' ? null : value
  if (typeof value !== 'number' || !Number.isFinite(value)) return null
  const part = typeof source.z === 'string' ? shown(source.z) : null
  if (part === null) return value
  // A time of day is no date and 0.354 is no help: the text as the sheet shows it.
  if (part === 'time') return source.w ?? value
  const date = dateOfSerial(value, part, date1904)
  return date === null ? value : { date }
}

/** Number formats repeat over a whole column: each is understood once. */
function formatReader(): (format: string) => DateShown | null {
  const known = new Map<string, DateShown | null>()
  return (format) => {
    const found = known.get(format)
    if (found !== undefined) return found
    const shown = dateShown(format)
    known.set(format, shown)
    return shown
  }
}

/** Every row from the first of the sheet to the last used one, as wide as the table, so that a blank row is seen as one. */
function withBlankRows(used: readonly RawRow[], width: number): RawRow[] {
  const blank: readonly Cell[] = new Array<Cell>(width).fill(null)
  const rows: RawRow[] = []
  let last = 0
  for (const row of used) {
    if (row.row - last - 1 <= sourceLimits.blankRows)
      for (let gap = last + 1; gap < row.row; gap++) rows.push({ row: gap, cells: blank })
    rows.push(row.cells.length < width ? { ...row, cells: [...row.cells, ...blank.slice(row.cells.length)] } : row)
    last = row.row
  }
  return rows
}

/** Merged blocks, cut to the used part of the sheet; a title merged over all 16,384 columns is as wide as the table. */
function mergesOf(content: SheetContent, lastRow: number, width: number): Merge[] {
  const merges: Merge[] = []
  for (const { s: first, e: last } of content['!merges'] ?? []) {
    if (first.r >= lastRow || first.c >= width) continue
    merges.push({
      firstRow: first.r + 1,
      lastRow: Math.min(last.r + 1, lastRow),
      firstColumn: first.c,
      lastColumn: Math.min(last.c, width - 1),
    })
  }
  return merges.sort((a, b) => a.firstRow - b.firstRow || a.firstColumn - b.firstColumn)
}

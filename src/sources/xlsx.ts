/** Workbooks (XLSX, XLSM, XLS, WPS ET, ODS, HTML tables named .xls) -> one RawTable a visible sheet. */
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx'
import { problem, type Problem } from '../problem'
import { archiveNames, isArchive } from './archive'
import { decodeHead } from './encoding'
import { megabytes, sourceLimits } from './limits'
import type { Cell, Merge, RawRow, RawTable, SourceFile, SourceFormat, SourceRead } from './raw-table'
import { dateOfSerial, dateShown, type DateShown } from './sheet-date'
import { isOle, openWorkbook } from './workbook'

export const xlsx: SourceFormat = {
  id: 'xlsx',
  extensions: ['xlsx', 'xlsm', 'xls', 'et', 'xlsb', 'ods'],
  looksLike: (bytes) => isOle(bytes) || isWorkbookArchive(bytes) || isMarkupTable(bytes),
  read: readXlsx,
}

export async function readXlsx(file: SourceFile): Promise<SourceRead> {
  const at = { file: file.name }
  if (file.bytes.length > sourceLimits.workbookBytes) return { tables: [], problems: [problem('file-too-large', 'error', at, megabytes(file.bytes))] }
  const opened = await openWorkbook(file)
  if (!opened.book) return { tables: [], problems: opened.problems }
  const book = opened.book
  const problems: Problem[] = [...opened.problems]
  const tables: RawTable[] = []
  const date1904 = book.Workbook?.WBProps?.date1904 ?? false

  book.SheetNames.forEach((sheet, index) => {
    const content = book.Sheets[sheet]
    const place = { ...at, sheet }
    // A sheet that its owner hid holds drop-down words or last year's figures: said, not read.
    if (isHidden(book, index)) problems.push(problem('file-not-used', 'info', place, sheet))
    else if (!content) problems.push(problem('file-unreadable', 'error', place, sheet))
    else if (content['!type'] === 'chart') problems.push(problem('file-not-used', 'info', place, sheet))
    else tables.push(tableOf(file.name, sheet, content, date1904))
  })

  const filled = tables.filter((table) => table.rows.length > 0)
  for (const table of tables) {
    if (table.rows.length === 0 && filled.length > 0) problems.push(problem('file-not-used', 'info', { ...at, sheet: table.sheet }, table.sheet ?? ''))
  }
  if (filled.length === 0 && !problems.some(({ severity }) => severity === 'error')) problems.push(problem('file-empty', 'error', at))
  return { tables: filled, problems }
}

const isHidden = (book: WorkBook, index: number): boolean => (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0

function tableOf(file: string, sheet: string, content: WorkSheet, date1904: boolean): RawTable {
  const data = (content['!data'] ?? []) as readonly (readonly (CellObject | undefined)[] | undefined)[] // sparse, whatever the stated size
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
  return { file, sheet, format: 'xlsx', encoding: null, crs: null, header: null, rows, merges: mergesOf(content, rows.at(-1)?.row ?? 0, width) }
}

/** The cells up to the last one that holds something. */
function cellsOf(line: readonly (CellObject | undefined)[], shown: (format: string) => DateShown | null, date1904: boolean): Cell[] {
  const cells: Cell[] = []
  line.forEach((source, column) => {
    const cell = source ? cellOf(source, shown, date1904) : null
    if (cell === null) return
    while (cells.length < column) cells.push(null)
    cells.push(cell)
  })
  return cells
}

function cellOf(source: CellObject, shown: (format: string) => DateShown | null, date1904: boolean): Cell {
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
    if (row.row - last - 1 <= sourceLimits.blankRows) for (let gap = last + 1; gap < row.row; gap++) rows.push({ row: gap, cells: blank })
    rows.push(row.cells.length < width ? { ...row, cells: [...row.cells, ...blank.slice(row.cells.length)] } : row)
    last = row.row
  }
  return rows
}

/** Merged blocks, cut to the used part of the sheet; a title merged over all 16,384 columns is as wide as the table. */
function mergesOf(content: WorkSheet, lastRow: number, width: number): Merge[] {
  const merges: Merge[] = []
  for (const { s: first, e: last } of content['!merges'] ?? []) {
    if (first.r >= lastRow || first.c >= width) continue
    merges.push({ firstRow: first.r + 1, lastRow: Math.min(last.r + 1, lastRow), firstColumn: first.c, lastColumn: Math.min(last.c, width - 1) })
  }
  return merges.sort((a, b) => a.firstRow - b.firstRow || a.firstColumn - b.firstColumn)
}

const isWorkbookArchive = (bytes: Uint8Array): boolean => {
  if (!isArchive(bytes)) return false
  const names = archiveNames(bytes)
  return names.includes('xl/workbook.xml') || names.includes('xl/workbook.bin') || (names.includes('META-INF/manifest.xml') && names.includes('content.xml'))
}

/** Export buttons of web systems give an HTML table, or the XML of Excel 2003, under the name .xls. */
function isMarkupTable(bytes: Uint8Array): boolean {
  const head = decodeHead(bytes, 1 << 16)?.trimStart()
  return head !== undefined && head.startsWith('<') && (head.includes('urn:schemas-microsoft-com:office:spreadsheet') || /<(html|table)\b/i.test(head))
}

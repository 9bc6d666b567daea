/** Text tables (CSV, TSV, TXT) -> RawTable. The only door to papaparse. */
import Papa from 'papaparse'
import { problem, type Problem } from '../problem'
import { findDelimiter } from './delimiter'
import { decodeHead, decodeText } from './encoding'
import { megabytes, sourceLimits } from './limits'
import type { Cell, RawRow, SourceFile, SourceFormat, SourceRead } from './raw-table'

export const csv: SourceFormat = {
  id: 'csv',
  extensions: ['csv', 'tsv', 'tab', 'txt'],
  looksLike,
  read: (file) => Promise.resolve(readCsv(file)),
}

/** Any written text but JSON, markup and printed documents, which are text too: a table need not even have a separator. */
function looksLike(bytes: Uint8Array): boolean {
  const head = decodeHead(bytes)
  return head !== null && !/^\s*(%PDF-|\{\\rtf|<\?xml|<!doctype|<(html|table|kml|gpx|svg)\b|[{[]\s*["{])/i.test(head)
}

export function readCsv(file: SourceFile): SourceRead {
  const at = { file: file.name }
  if (file.bytes.length > sourceLimits.textBytes)
    return { tables: [], problems: [problem('file-too-large', 'error', at, megabytes(file.bytes))] }
  const decoded = decodeText(file.bytes)
  if (!decoded) return { tables: [], problems: [problem('encoding-unknown', 'error', at)] }
  const problems: Problem[] = []
  if (decoded.guessed) problems.push(problem('encoding-guessed', 'warning', at, decoded.encoding))

  const { records, brokenQuotes } = splitTable(decoded.text, file.name)
  if (records.every((record) => record.length === 0))
    return { tables: [], problems: [...problems, problem('file-empty', 'error', at)] }
  for (const broken of brokenQuotes)
    problems.push(problem('quotes-broken', 'warning', { ...at, row: broken.row }, broken.text))
  // U+FFFD may also have stood in the file: then an earlier program has already lost the character.
  if (decoded.text.includes('\ufffd')) problems.push(...damagedRows(records, file.name))

  const rows: RawRow[] = records.map((cells, index) => ({ row: index + 1, cells }))
  return {
    tables: [
      {
        file: file.name,
        sheet: null,
        format: 'csv',
        encoding: decoded.encoding,
        crs: null,
        header: null,
        rows,
        merges: [],
      },
    ],
    problems,
  }
}

type Split = {
  readonly records: readonly (readonly Cell[])[]
  readonly brokenQuotes: readonly { row: number; text: string }[]
}

/** Blank records are kept, with no cells: record n is row n in Excel. Cells are neither trimmed nor read; '' is null. */
function splitTable(decoded: string, name: string): Split {
  const unified = withoutDosEnd(decoded.includes('\r') ? decoded.replace(/\r\n?/g, '\n') : decoded)
  // Excel's own first line "sep=;" names the separator and is not shown as a row.
  const named = /^"?sep=(.)"?\n/i.exec(unified)
  const text = named ? unified.slice(named[0].length) : unified
  const delimiter =
    named?.[1] ?? findDelimiter(text.slice(0, 1 << 16), splitHead, /\.(tsv|tab)$/i.test(name) ? '\t' : undefined)

  const brokenQuotes: { row: number; text: string }[] = []
  const lines = splitMended(text, delimiter, brokenQuotes)
  if (lines.at(-1)?.length === 1 && lines.at(-1)?.[0] === '') lines.pop() // the end of the last line is no row
  const width = lines.reduce((widest, cells) => Math.max(widest, usedWidth(cells)), 0)
  return { records: lines.map((cells) => cellsOf(cells, width)), brokenQuotes }
}

/** Old DOS programs end a text file with the character 1A. */
const withoutDosEnd = (text: string): string => (text.endsWith('\u001a') ? text.slice(0, -1) : text)

const blank: readonly Cell[] = []

/** Columns at the right that are empty in the whole table are dropped; within that width a row keeps its own length (ragged rows show). */
function cellsOf(texts: readonly string[], width: number): readonly Cell[] {
  if (usedWidth(texts) === 0) return blank
  const cells: Cell[] = new Array<Cell>(Math.min(texts.length, width))
  for (let i = 0; i < cells.length; i++) cells[i] = texts[i] === '' ? null : (texts[i] ?? null)
  return cells
}

function usedWidth(texts: readonly string[]): number {
  let width = texts.length
  while (width > 0 && texts[width - 1] === '') width--
  return width
}

const parse = (text: string, delimiter: string, preview = 0) =>
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    quoteChar: '"',
    header: false,
    dynamicTyping: false,
    skipEmptyLines: false,
    preview,
  })

/** Enough records to see the separator. The last one may be cut off by the head and is left out. */
const splitHead = (head: string, delimiter: string): string[][] => {
  const { data } = parse(head, delimiter, 200)
  return data.length > 1 ? data.slice(0, -1) : data
}

const mendings = 50

/**
 * A quotation mark that opens a cell and is closed wrongly or never would swallow the rows after it ("和谐"小区,120).
 * From that mark to the end of its line the text is split plainly, and reading goes on in the next line; each such row
 * is named. After fifty of them the marks of the file are no quoting at all, and the rest is split plainly.
 */
function splitMended(text: string, delimiter: string, broken: { row: number; text: string }[]): string[][] {
  const records: string[][] = []
  let rest = text
  while (broken.length < mendings) {
    const { data, errors } = parse(rest, delimiter)
    const error = errors.find(({ type }) => type === 'Quotes')
    if (!error) return append(records, data)
    const mark = Math.max(0, (error.index ?? 1) - 1) // the index is the place after the opening mark
    const before = parse(rest.slice(0, mark), delimiter).data
    const open = before.pop() ?? [] // the record of the mark; its last cell is the empty place before it
    append(records, before)
    const lineEnd = rest.indexOf('\n', mark)
    const line = lineEnd < 0 ? rest.slice(mark) : rest.slice(mark, lineEnd)
    records.push([...open.slice(0, -1), ...line.split(delimiter)])
    broken.push({ row: records.length, text: line.slice(0, 40) })
    if (lineEnd < 0) return records
    rest = rest.slice(lineEnd + 1)
  }
  return append(
    records,
    rest.split('\n').map((line) => line.split(delimiter)),
  )
}

function append(records: string[][], more: readonly string[][]): string[][] {
  for (const record of more) records.push(record)
  return records
}

function damagedRows(records: readonly (readonly Cell[])[], name: string): Problem[] {
  const found: Problem[] = []
  records.forEach((cells, index) => {
    const cell = cells.find((text) => typeof text === 'string' && text.includes('\ufffd'))
    if (typeof cell === 'string')
      found.push(problem('characters-damaged', 'warning', { file: name, row: index + 1 }, cell.slice(0, 40)))
  })
  return found
}

/** Sheets of plain cells -> an XLSX file. The one door to the library that writes it. */
import { unzipSync, zipSync, type Zippable } from 'fflate'
import writeXlsx, { type CellObject, type Feature, type Sheet as WrittenSheet } from 'write-excel-file/universal'

/** Text is written as text whatever it begins with, so that no program runs it; null is a blank cell. */
export type SheetCell = { readonly value: string | number | boolean | null; readonly look?: 'header' | 'quiet' | 'input'; readonly wrap?: boolean }

export type SheetColumn = {
  /** In characters of the default type; a Chinese character takes two. */
  readonly width: number
  /** What the drop-down of the column offers; other words may be written as well. */
  readonly choices?: readonly string[]
}

export type WorkbookSheet = {
  /** At most 31 characters. */
  readonly name: string
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly (readonly SheetCell[])[]
  /** Rows that stay in sight while the rest scrolls. */
  readonly frozenRows: number
}

/**
 * The bytes of the workbook, the same for the same sheets. The library packs a part of 160 kB or more in a worker of its own making, which
 * the pages' policy refuses: in the browser, write large tables by another way.
 */
export async function workbookBytes(sheets: readonly WorkbookSheet[]): Promise<Uint8Array> {
  const written = sheets.map((sheet): WrittenSheet<Blob> => ({
    sheet: sheet.name,
    data: sheet.rows.map((row) => row.map(cellOf)),
    columns: sheet.columns.map(({ width }) => ({ width })),
    stickyRowsCount: sheet.frozenRows,
  }))
  const blob = await writeXlsx(written, { features: [dropDowns(sheets)] }).toBlob()
  return withoutClock(new Uint8Array(await blob.arrayBuffer()))
}

function cellOf({ value, look, wrap }: SheetCell): CellObject | null {
  const style = { ...looks[look ?? 'plain'], ...(wrap ? { wrap: true, alignVertical: 'top' as const } : {}) }
  if (value === null) return look === undefined ? null : { ...style }
  if (typeof value === 'number') return { ...style, type: Number, value }
  if (typeof value === 'boolean') return { ...style, type: Boolean, value }
  return { ...style, type: String, value: withoutControls(value) }
}

const looks = {
  plain: {},
  header: { fontWeight: 'bold', backgroundColor: '#e7f0f0', bottomBorderStyle: 'thin', bottomBorderColor: '#7b868c', wrap: true, alignVertical: 'center' },
  quiet: { textColor: '#566168' },
  input: { backgroundColor: '#fffbea' },
} as const

/** Without the characters that XML cannot hold. */
const withoutControls = (text: string): string => [...text].filter((character) => character >= ' ' || character === '\n' || character === '\t').join('')

/** Lists under the cells of a column, as a proposal: the program warns about no other word. */
function dropDowns(sheets: readonly WorkbookSheet[]): Feature<Blob> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, options) => {
            const sheet = sheets.find(({ name }) => name === options.sheet)
            const rules = sheet ? sheet.columns.flatMap((column, at) => (column.choices ? [rule(column.choices, at, sheet.frozenRows)] : [])) : []
            if (rules.length === 0) return xml
            const block = `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`
            // The order of a sheet's parts is fixed: after its cells and before links, margins and drawings.
            return xml.replace(/(<\/sheetData>(?:<mergeCells[\s\S]*?<\/mergeCells>)?)/, `$1${block}`)
          },
        },
      },
    },
  }
}

function rule(choices: readonly string[], column: number, from: number): string {
  const letter = columnLetter(column)
  return `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${letter}${from + 1}:${letter}${lastRow}"><formula1>"${choices.map(escaped).join(',')}"</formula1></dataValidation>`
}

const lastRow = 5000
const escaped = (text: string): string => text.replace(/[&<>",]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;&quot;' })[character] ?? ' ')

/** 0 -> A, 26 -> AA. */
function columnLetter(index: number): string {
  const rest = String.fromCharCode(65 + (index % 26))
  return index < 26 ? rest : columnLetter(Math.floor(index / 26) - 1) + rest
}

/** The archive's own dates would make two files of the same content differ. */
function withoutClock(bytes: Uint8Array): Uint8Array {
  const files: Zippable = {}
  for (const [name, content] of Object.entries(unzipSync(bytes)).sort(([a], [b]) => (a < b ? -1 : 1))) files[name] = [content, { mtime: new Date(1980, 0, 1, 12), level: 6 }]
  return zipSync(files)
}

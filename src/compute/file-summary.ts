/** What was recognised in each file, small enough to show before anything is used. */
import { keptStreetsName } from '../model/kept-streets'
import type { Problem } from '../problem'
import { isOsmName, osm } from '../sources/osm'
import type { SourceFile } from '../sources/raw-table'
import { isPartOfShapefile } from '../sources/shapefile'
import type { CellMark, ColumnMatch, LedgerName, LedgerRow, LedgerTable, LedgerValue, RowCounts, SetAside } from '../tables/ledger'

/** Rows of the preview. */
export const previewRows = 20

export type PreviewRow = {
  readonly row: number
  /** Text by position in columns; null is blank. */
  readonly cells: readonly (string | null)[]
  readonly marks: readonly CellMark[]
}

export type TableSummary = {
  readonly sheet: string | null
  readonly format: string
  readonly encoding: string | null
  readonly crs: string | null
  readonly ledger: LedgerName | null
  readonly headerRows: readonly number[]
  readonly columns: readonly ColumnMatch[]
  readonly counts: RowCounts
  readonly preview: readonly PreviewRow[]
  readonly setAside: readonly { readonly why: SetAside['why']; readonly rows: readonly number[] }[]
}

export type FileSummary = {
  readonly file: string
  readonly bytes: number
  /** settings: study.json. Empty tables otherwise mean that nothing could be read, but for a file that is one of these. */
  readonly settings: boolean
  /** streets: OpenStreetMap, read when somebody walks. part: belongs to the .shp of its name. */
  readonly role?: 'streets' | 'part'
  readonly tables: readonly TableSummary[]
  readonly problems: readonly Problem[]
}

/** One summary per file, in the order the files came; problems without a file belong to none. */
export function summarise(files: readonly Pick<SourceFile, 'name' | 'bytes'>[], tables: readonly LedgerTable[], problems: readonly Problem[]): FileSummary[] {
  // The kept network repeats what the street files say.
  return files.filter(({ name }) => name !== keptStreetsName).map((file) => ({
    file: file.name,
    bytes: file.bytes.length,
    settings: file.name === 'study.json',
    ...roleOf(file, files),
    tables: tables.filter((table) => table.file === file.name).map(summariseTable),
    problems: problems.filter((problem) => problem.at.file === file.name),
  }))
}

function roleOf({ name, bytes }: Pick<SourceFile, 'name' | 'bytes'>, files: readonly Pick<SourceFile, 'name'>[]): Pick<FileSummary, 'role'> {
  if (isOsmName(name) && osm.looksLike(bytes)) return { role: 'streets' }
  return isPartOfShapefile(name, files.map((file) => file.name)) ? { role: 'part' } : {}
}

function summariseTable(table: LedgerTable): TableSummary {
  const whys = [...new Set(table.setAside.map((row) => row.why))]
  return {
    sheet: table.sheet,
    format: table.format,
    encoding: table.encoding,
    crs: table.crs,
    ledger: table.ledger,
    headerRows: table.headerRows,
    columns: table.columns,
    counts: table.counts,
    preview: table.rows.slice(0, previewRows).map((row) => ({
      row: row.row,
      cells: table.columns.map((column) => (column.personal ? null : textOf(column, row))),
      marks: row.marks,
    })),
    setAside: whys.map((why) => ({ why, rows: table.setAside.filter((row) => row.why === why).map((row) => row.row) })),
  }
}

/** The value as it was understood; a column that is not mapped shows its text. */
function textOf(column: ColumnMatch, row: LedgerRow): string | null {
  if (column.key === null) return row.extra[column.header] ?? null
  const value = column.key.startsWith('fact:') ? row.facts[column.key.slice('fact:'.length)] : row.values[column.key]
  return value === undefined ? null : valueText(value)
}

function valueText(value: LedgerValue): string | null {
  if (value === null) return null
  if (typeof value === 'object') return value.map((part) => (typeof part === 'string' ? part : part.join(' '))).join('; ')
  return String(value)
}

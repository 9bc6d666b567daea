/** The workbook that superiors are handed: list, clauses, units, where circle and walk disagree, dictionary, parameters, problems, stamp. */
import { formatDate } from '../text/numbers'
import { sayExport, tableWords } from '../text/exports'
import { say } from '../text/say'
import type { Basis } from './basis'
import { printOf } from './fingerprint'
import { headerOf } from './header'
import { productFacts } from './product-facts'
import type { Product, ProductOptions } from './product'
import { resultsHash, stampOf, stampText } from './stamp'
import type { ColumnFormat, ExportColumn, ExportTable, LinkedFormula, Value } from './table'
import { dictionaryTable, parametersTable, problemsTable } from './tables/about'
import { clauseTable } from './tables/clauses'
import { disagreementTables } from './tables/disagreement'
import { listTable } from './tables/list'
import { unitTables } from './tables/units'
import { columnLetter, workbookBytes, type SheetCell, type StreamedSheet } from './workbook'
import type { CellLook, NumberLook } from './workbook-styles'

export const xlsx: Product = {
  id: 'xlsx',
  ...productFacts.xlsx,
  walks: true,
  tables: workbookTables,
  make: async (basis, options) => {
    const tables = workbookTables(basis, options)
    const stamp = stampOf(basis, 'xlsx', Object.fromEntries(tables.map((table) => [table.name, printOf(table)])), options.extra)
    const sheets = [...tables.map((table) => sheetOf(basis, table, tables)), stampSheet(basis, stampText(stamp))]
    return workbookBytes(sheets, { title: `${basis.study.name} ${tableWords.rectification[basis.language]}`, ...(options.onProgress ? { onProgress: options.onProgress } : {}) })
  },
}

export function workbookTables(basis: Basis, { extra }: ProductOptions): ExportTable[] {
  const [list, clauses, units, apart] = [listTable(basis, extra), clauseTable(basis), unitTables(basis), disagreementTables(basis)]
  // The sheets of the levels have the same columns, which need to be told once.
  const told = [list, clauses, ...units.slice(0, 1).map((table) => ({ ...table, name: tableWords.allUnits[basis.language], meaning: tableWords.allUnits.meaning[basis.language] })), ...apart]
  return [list, clauses, ...units, ...apart, dictionaryTable(basis, told), parametersTable(basis, extra), problemsTable(basis)]
}

function sheetOf(basis: Basis, table: ExportTable, all: readonly ExportTable[]): StreamedSheet {
  return {
    name: table.name,
    columns: table.columns.map(({ width }) => ({ width })),
    frozenRows: 1,
    filteredRows: table.rows.length,
    print: printed(basis, table),
    rows: cellsOf(basis, table, all),
  }
}

function* cellsOf({ language }: Basis, { columns, rows, formulas = [] }: ExportTable, all: readonly ExportTable[]): Generator<readonly SheetCell[]> {
  yield columns.map((column): SheetCell => ({ value: headerOf(column), look: 'header' }))
  const linked = new Map(formulas.map((formula) => [columns.findIndex(({ key }) => key === formula.column), formula]))
  const state = columns.findIndex(({ key }) => key === 'state')
  const looks: Readonly<Record<string, CellLook>> = { [say(language, 'verdict.unmet')]: 'bad', [say(language, 'verdict.met')]: 'good' }
  const units = columns.map(({ unitIn }) => (unitIn === undefined ? -1 : columns.findIndex(({ key }) => key === unitIn)))
  const shares: Readonly<Record<string, ColumnFormat>> = { [sayExport(language, 'share')]: 'share', [sayExport(language, 'points')]: 'points' }
  for (const [at, row] of rows.entries())
    yield columns.map((column, index): SheetCell => {
      const formula = linked.get(index)
      const format = (units[index]! >= 0 ? shares[String(row[units[index]!])] : undefined) ?? column.format
      return {
        ...cellOf(row[index] ?? null, format, column.wrap ?? false),
        ...(index === state ? { look: looks[String(row[index])] ?? 'plain' } : {}),
        ...(formula ? { formula: formulaText(formula, columns, at + 2, all) } : {}),
      }
    })
}

function cellOf(value: Value, format: ExportColumn['format'], wrap: boolean): SheetCell {
  if (typeof value === 'number') return { value, format: numberLook(value, format), wrap }
  if (format !== 'date' || value === null) return { value, wrap }
  const serial = serialOf(value)
  // A month or a year is no day: it stays as it was written.
  return { value: serial ?? value, format: 'days' }
}

function numberLook(value: number, format: ExportColumn['format']): NumberLook {
  if (format === 'share') return Math.abs(value * 100 - Math.round(value * 100)) > 1e-9 && [0, 100].includes(Number((value * 100).toFixed(1))) ? 'fineShare' : 'share'
  if (format === 'points') return 'fineShare'
  if (format === 'degrees') return 'degrees'
  if (Number.isInteger(value)) return 'whole'
  return Math.abs(value) >= 1 ? 'few' : 'tiny'
}

/** Days since 1899-12-30; null: no full date, or before the calendar of spreadsheets begins to agree. */
export function serialOf(date: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || date < '1900-03-01') return null
  return Math.round((Date.parse(`${date}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000)
}

function formulaText({ kind, of, sum, where }: LinkedFormula, columns: readonly ExportColumn[], row: number, all: readonly ExportTable[]): string {
  const other = all.find(({ key }) => key === of)
  if (!other) throw new Error(`no table ${of}`)
  const range = (key: string): string => {
    const letter = columnLetter(other.columns.findIndex((column) => column.key === key))
    return `'${other.name}'!$${letter}$2:$${letter}$${Math.max(2, other.rows.length + 1)}`
  }
  const conditions = where.map(([own, key]) => `${range(key)},$${columnLetter(columns.findIndex((column) => column.key === own))}${row}`).join(',')
  return kind === 'count' ? `COUNTIFS(${conditions})` : `SUMIFS(${range(sum!)},${conditions})`
}

/** As many columns as an A4 page shows at a readable size; the others are for the screen. */
function printed({ language, study, version, ...basis }: Basis, { name, columns }: Pick<ExportTable, 'name' | 'columns'>): NonNullable<StreamedSheet['print']> {
  let width = 0
  const count = columns.findIndex(({ width: own }) => (width += own) > 200)
  const plain = (text: string): string => text.replaceAll('&', '&&')
  return {
    header: `&C${plain(sayExport(language, 'header', { study: study.name, table: name, date: formatDate(language, study.asOf) }))}`,
    footer: `&L${plain(sayExport(language, 'footer', { version, hash: resultsHash(basis).slice(0, 12) }))}&R${sayExport(language, 'page', { page: '&P', pages: '&N' })}`,
    columns: count === -1 ? columns.length : Math.max(1, count),
  }
}

/** The stamp in pieces that a cell can hold; verify puts them together again. */
function stampSheet(basis: Basis, text: string): StreamedSheet {
  const { language } = basis
  const pieces = text.match(/[^]{1,30000}/g) ?? []
  return { name: tableWords.stamp[language], columns: [{ width: 120 }], frozenRows: 0, print: { ...printed(basis, { name: tableWords.stamp[language], columns: [] }), columns: 1, rows: 1 }, rows: [[{ value: sayExport(language, 'stampNote') }], ...pieces.map((piece): SheetCell[] => [{ value: piece, look: 'quiet' }])] }
}

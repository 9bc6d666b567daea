/** One table as CSV for Excel and WPS: UTF-8 with BOM, the stamp under the table after an empty line, where filters and sorting do not reach. */
import type { Basis } from './basis'
import { printOf } from './fingerprint'
import { productFacts } from './product-facts'
import type { Product, ProductOptions } from './product'
import { guarded } from './safe-text'
import { stampOf, stampText } from './stamp'
import { plainValue, type ExportTable, type Value } from './table'
import { clauseTable } from './tables/clauses'
import { listTable } from './tables/list'
import { unitTables } from './tables/units'
import { headerOf } from './header'
import { tableWords } from '../text/exports'

const csvOf = (id: 'csv-list' | 'csv-units' | 'csv-clauses', table: (basis: Basis, options: ProductOptions) => ExportTable): Product => ({
  id,
  ...productFacts[id],
  walks: false,
  tables: (basis, options) => [table(basis, options)],
  make: async (basis, options) => {
    const made = table(basis, options)
    const stamp = stampOf(basis, id, { [made.name]: printOf(made) }, options.extra)
    return new TextEncoder().encode(`\ufeff${csvText(made)}${stampLines(basis, stampText(stamp))}`)
  },
})

export const csvList = csvOf('csv-list', (basis, { extra }) => listTable(basis, extra))
export const csvClauses = csvOf('csv-clauses', (basis) => clauseTable(basis))
export const csvUnits = csvOf('csv-units', (basis) => unitsTable(basis))

/** Every level in one table: the level is a column of its own. */
export function unitsTable(basis: Basis): ExportTable {
  const tables = unitTables(basis)
  const { zh, en, meaning } = tableWords.allUnits
  const [first] = tables
  const level = { key: 'level', title: basis.language === 'zh' ? '级别' : 'Level', unit: '', meaning: meaning[basis.language], format: 'text', width: 10 } as const
  return {
    key: 'units',
    name: basis.language === 'zh' ? zh : en,
    meaning: meaning[basis.language],
    names: ['policyId', 'clause', 'level', 'unit'],
    columns: [level, ...(first?.columns ?? [])],
    rows: tables.flatMap((table) => table.rows.map((row) => [table.name.replace(/^[^-]*-|^Units /, ''), ...row])),
  }
}

function csvText({ columns, rows }: ExportTable): string {
  const lines = [columns.map((column) => quoted(guarded(headerOf(column)))).join(',')]
  for (const row of rows) lines.push(columns.map((_, at) => fieldOf(row[at] ?? null)).join(','))
  return `${lines.join('\r\n')}\r\n`
}

/** Numbers as they are, text guarded from being a formula. */
const fieldOf = (value: Value): string => (value === null ? '' : typeof value === 'number' ? String(plainValue(value)) : quoted(guarded(value)))
const quoted = (text: string): string => (/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** In pieces that a cell can hold: Excel cuts a longer one. */
function stampLines({ language }: Basis, text: string): string {
  const pieces = text.match(/[^]{1,30000}/g) ?? []
  return `\r\n${pieces.map((piece) => `${tableWords.stamp[language]},${quoted(piece)}\r\n`).join('')}`
}

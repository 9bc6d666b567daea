/** Data rows -> values, facts, extra and marks, cell by cell; positions come after, for the table as a whole. */
import type { Cell, RawRow, RawTable } from '../sources/raw-table'
import { cellText, isEmpty } from './cells/cell'
import { columnReader, dimensionOf, factReader, sheetUnit, type CellReader } from './column-reader'
import { factItem } from './fact-items'
import { groupFiller, groupingColumns, mergedCell } from './fill-down'
import { mergeFinder, type Layout } from './layout'
import type { CellMark, ColumnMatch, Ledger, LedgerValue } from './ledger'
import { isPlainHouseholds } from './ledgers/compounds'
import { holdsPersonalNumber } from './personal'
import type { ProblemList } from './problem-list'
import { RowReport } from './row-report'
import { settleRow } from './settle-row'
import { serviceWords } from './vocabularies'
import { plainText } from './words'
import { readYesNo } from './cells/yes-no'

export type ReadRow = {
  readonly raw: RawRow
  readonly values: Record<string, LedgerValue>
  readonly facts: Readonly<Record<string, LedgerValue>>
  readonly extra: Readonly<Record<string, string>>
  readonly marks: CellMark[]
  /** Cells of the position columns, read once the whole table is known. */
  readonly cells: ReadonlyMap<number, Cell>
  /** Some position column has content. */
  readonly places: boolean
}

type Job = {
  readonly index: number
  readonly header: string
  readonly key: string
  readonly into: 'values' | 'facts' | 'services'
  readonly read: CellReader
  readonly quantity: boolean
}

export function readRows(
  raw: RawTable,
  ledger: Ledger,
  columns: readonly ColumnMatch[],
  layout: Layout,
  rows: readonly RawRow[],
  problems: ProblemList,
): ReadRow[] {
  const jobs = jobsOf(ledger, columns, layout)
  const extras = extraColumns(columns)
  const positions = columns.filter(({ key }) => key !== null && positionKeys.has(key)).map(({ index }) => index)
  const mergeAt = mergeFinder(raw.merges)
  const hasMerges = raw.merges.length > 0
  const byNumber = hasMerges ? new Map(raw.rows.map((row) => [row.row, row])) : new Map<number, RawRow>()
  const groups = raw.header ? [] : groupingColumns(rows, groupCandidates(columns), mergeAt)
  const fill = groupFiller(groups)
  const report = new RowReport(problems)
  const assumedHouseholds =
    ledger.name === 'compounds' && columns.some(({ key, header }) => key === 'households' && isPlainHouseholds(header))

  return rows.map((row): ReadRow => {
    const filled = groups.length > 0 ? fill(row) : none
    report.startRow(row.row)
    const cellAt = (index: number): Cell => {
      const own = row.cells[index] ?? null
      if (!isEmpty(own)) return own
      const above = filled.get(index)
      if (above !== undefined) return above
      return hasMerges ? mergedCell(row, index, mergeAt, byNumber).cell : own
    }
    const values: Record<string, LedgerValue> = {}
    const facts: Record<string, LedgerValue> = {}
    const services: string[] = []
    let flagged = false
    for (const job of jobs) {
      report.startCell(job.key, job.header)
      const own = row.cells[job.index] ?? null
      let cell = own
      if ((hasMerges || filled.size > 0) && isEmpty(own)) {
        cell = cellAt(job.index)
        if (!isEmpty(cell)) {
          if (job.quantity) {
            // The same square metres must not count once per row.
            report.problem('quantity-merged', 'warning', cellText(cell))
            cell = null
          } else report.mark('filled-down', cellText(cell))
        }
      }
      const value = job.read(cell, report)
      if (job.into === 'values') values[job.key] = value
      else if (job.into === 'facts') facts[job.key] = value
      else {
        if (value !== null) flagged = true
        if (value === true) services.push(job.key)
      }
    }
    if (flagged) values.services = servicesOf(values.services, services)
    if (assumedHouseholds && values.households !== null && values.households !== undefined)
      report.markAs('households', 'assumed', String(values.households))
    settleRow(ledger, row, values, columns, layout, report)
    const extra = readExtra(extras, cellAt, report)
    let places = false
    const cells = new Map<number, Cell>()
    for (const index of positions) {
      const cell = cellAt(index)
      cells.set(index, cell)
      places ||= !isEmpty(cell)
    }
    return {
      raw: row,
      values,
      facts,
      extra,
      marks: report.marks,
      cells: positions.length > 0 ? cells : noCells,
      places,
    }
  })
}

function jobsOf(ledger: Ledger, columns: readonly ColumnMatch[], layout: Layout): Job[] {
  return columns.flatMap((match): Job[] => {
    const { key, index, header } = match
    if (key === null || positionKeys.has(key)) return []
    if (key.startsWith('fact:')) {
      const item = factItem(key.slice(5))
      const dimension =
        item?.unit === 'm2'
          ? item.key === 'care-land-m2'
            ? 'land'
            : 'area'
          : item?.unit === 'yuan'
            ? 'money'
            : 'count'
      return item
        ? [
            {
              index,
              header,
              key: item.key,
              into: 'facts',
              read: factReader(item, match.unit ?? sheetUnit(layout.units, dimension)),
              quantity: !['yes-no', 'date', 'text'].includes(item.unit),
            },
          ]
        : []
    }
    if (key.startsWith('service:'))
      return [{ index, header, key: key.slice(8), into: 'services', read: readYesNo, quantity: false }]
    const column = ledger.columns.find((each) => each.key === key)
    if (!column) return []
    const dimension = dimensionOf(column)
    const unit = match.unit ?? (dimension ? sheetUnit(layout.units, dimension) : null)
    // A stated figure's value is read by its item, once the row's item is known.
    const read = ledger.name === 'facts' && key === 'value' ? rawText : columnReader(column, header, unit)
    return [{ index, header, key, into: 'values', read, quantity: dimension !== null }]
  })
}

const rawText: CellReader = (cell) => (isEmpty(cell) ? null : cellText(cell))
const positionKeys = new Set(['lng', 'lat', 'x', 'y', 'position'])
const none: ReadonlyMap<number, Cell> = new Map()
const noCells: ReadonlyMap<number, Cell> = new Map()

/** Columns that may group rows: those left of the name or id, but for the number column. */
function groupCandidates(columns: readonly ColumnMatch[]): number[] {
  const own = columns.filter(({ key }) => key === 'name' || key === 'id' || key === 'code').map(({ index }) => index)
  const first = own.length > 0 ? Math.min(...own) : 0
  return columns
    .filter(({ index, key, header }) => index < first && key !== 'serves' && !isNumberColumn(header))
    .map(({ index }) => index)
}

const isNumberColumn = (header: string): boolean => /^(?:序号|序|项次|行号|no\.?|#)$/.test(plainText(header))

type ExtraColumn = { readonly index: number; readonly name: string }

function extraColumns(columns: readonly ColumnMatch[]): ExtraColumn[] {
  const taken = new Map<string, number>()
  return columns.flatMap(({ index, key, header, personal }) => {
    if (key !== null || personal || isNumberColumn(header)) return []
    const safe = header === '__proto__' ? `#${index + 1}` : header
    const times = (taken.get(safe) ?? 0) + 1
    taken.set(safe, times)
    return [{ index, name: times === 1 ? safe : `${safe} (${times})` }]
  })
}

function readExtra(
  extras: readonly ExtraColumn[],
  cellAt: (index: number) => Cell,
  report: RowReport,
): Record<string, string> {
  const extra: Record<string, string> = {}
  for (const { index, name } of extras) {
    const cell = cellAt(index)
    if (isEmpty(cell)) continue
    const text = cellText(cell)
    if (text.length >= 11 && holdsPersonalNumber(text)) report.problemAt('personal-column', 'warning', name, name)
    else extra[name] = text
  }
  return extra
}

/** The list column and the flag columns together, in the order of the vocabulary. */
function servicesOf(listed: LedgerValue | undefined, flags: readonly string[]): readonly string[] {
  const all = new Set<string>([...(Array.isArray(listed) ? (listed as readonly string[]) : []), ...flags])
  return Object.keys(serviceWords).filter((id) => all.has(id))
}

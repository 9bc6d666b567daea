/** RawTable -> LedgerTable: the door of this room. Rows in = used + set aside + blank, always; nothing is dropped in silence. */
import type { RawRow, RawTable } from '../sources/raw-table'
import { cellText, isEmpty } from './cells/cell'
import { declaredSystem } from './declared-system'
import { findLayout, type Layout } from './layout'
import { guessLedger } from './guess-ledger'
import type { ColumnMatch, Ledger, LedgerName, LedgerRow, LedgerTable, SetAside } from './ledger'
import { ledgerOf } from './ledgers'
import { isPlainHouseholds } from './ledgers/compounds'
import { matchColumns, type Matched } from './match-columns'
import { holdsPersonalNumber } from './personal'
import { ProblemList } from './problem-list'
import { placeRows } from './place-rows'
import { readRows, type ReadRow } from './read-rows'
import { rowSorter, type RowKind } from './row-kind'
import { checkTotals, type Line } from './subtotals'
import { totalRowReader } from './total-row'
import { plainText } from './words'

export type LedgerHints = {
  readonly ledger?: LedgerName
  /** As the user wrote it; wins over what the file says. */
  readonly crs?: string
  /** Header -> column key, mapped by hand; '' = not used. */
  readonly columns?: Readonly<Record<string, string>>
  /** A place in the study as [lng, lat]: tells the central meridian of metres without a zone. */
  readonly near?: readonly [number, number]
}

/** Reads one table as a ledger. Bad input never throws: what cannot be used is a problem with its place. */
export function readLedger(raw: RawTable, hints: LedgerHints = {}): LedgerTable {
  const problems = new ProblemList(raw.file, raw.sheet)
  const layout = findLayout(raw, Object.keys(hints.columns ?? {}))
  const name = hints.ledger ?? guessLedger(raw, layout.headers, hints.columns)
  const ledger: Ledger = name === null ? noLedger : ledgerOf(name)
  const matched = matchColumns(ledger, layout.headers, hints.columns)
  const columns = withPersonal(
    withUnits(withoutNumbering(matched.columns, layout.data, hints.columns), layout),
    layout.data,
    problems,
  )
  tellColumns(raw, name, layout, matched, columns, problems)

  const setAside: SetAside[] = []
  const kept: RawRow[] = []
  const order: ('data' | RawRow)[] = []
  const sorted = sortRows(layout, columns, raw)
  let blank = 0
  for (const row of layout.data) {
    const kind = sorted(row)
    if (kind === 'data') {
      kept.push(row)
      order.push('data')
    } else if (kind === 'blank') blank++
    else {
      setAside.push({ row: row.row, why: kind })
      if (kind === 'subtotal') order.push(row)
    }
  }
  for (const row of layout.titleRows) if (!layout.data.includes(row)) setAside.push({ row: row.row, why: 'title' })

  const read = readRows(raw, ledger, columns, layout, kept, problems)
  const placed = placeRows(
    ledger.name,
    read,
    columns,
    hints.crs ?? raw.crs ?? declaredSystem(layout, columns),
    hints.near ?? null,
    problems,
    name !== null,
  )
  if (name !== null)
    checkTotals(
      linesOf(order, placed.rows, totalRowReader(ledger, columns, layout)),
      new Map(columns.flatMap(({ key, header }) => (key === null ? [] : [[key, header] as const]))),
      problems,
    )
  const rows = placed.rows.filter((row, at) => {
    if (name === null || hasIdentity(name, row, read[at]!)) return true
    problems.add('id-missing', 'error', row.row)
    setAside.push({ row: row.row, why: 'no-identity' })
    return false
  })
  if (rows.length === 0) problems.add('table-empty', name === null && raw.sheet !== null ? 'info' : 'error')
  const hidden = kept.filter((row) => row.hidden).length
  if (hidden > 0) problems.add('rows-hidden', 'info', undefined, undefined, String(hidden))
  const counted = layout.data.length + [...layout.titleRows].filter((row) => !layout.data.includes(row)).length
  return {
    file: raw.file,
    sheet: raw.sheet,
    format: raw.format,
    encoding: raw.encoding,
    ledger: name,
    crs: placed.crs,
    headerRows: layout.headerRows,
    columns: placed.columns,
    counts: { in: counted, used: rows.length, setAside: setAside.length, blank },
    rows,
    setAside: setAside.sort((a, b) => a.row - b.row),
    problems: problems.all(),
  }
}

/** Stands for a table that is no ledger: its rows are kept as text, so that a person can map the columns by hand. */
const noLedger: Ledger = { name: 'facts', stems: [], needs: [], columns: [] }

function sortRows(layout: Layout, columns: readonly ColumnMatch[], raw: RawTable): (row: RawRow) => RowKind {
  if (raw.header) return (row) => (row.geometry || row.cells.some((cell) => !isEmpty(cell)) ? 'data' : 'blank')
  const nameColumn =
    columns.find(({ key }) => key === 'name')?.index ??
    columns.find(({ key }) => key === 'id' || key === 'code' || key === 'of')?.index ??
    0
  const labels = new Set(
    columns
      .filter(({ key, index }) => index <= nameColumn || (key !== null && labelKeys.has(key)))
      .map(({ index }) => index),
  )
  const rowsOfHeader = layout.headerRows.map((number) => raw.rows.find(({ row }) => row === number)!)
  const words = rowsOfHeader.map((row) => row.cells.map((cell) => (typeof cell === 'string' ? plainText(cell) : '')))
  const sorter = rowSorter(words, new Set(layout.titles.map(plainText)), labels, layout.headers.length, nameColumn)
  const unfilled = unfilledLine(columns)
  return (row) => (layout.titleRows.has(row) ? 'title' : unfilled(row) ? 'blank' : sorter.kindOf(row))
}

/** A line of a form of stated figures with the item printed and nothing written into it states nothing. */
function unfilledLine(columns: readonly ColumnMatch[]): (row: RawRow) => boolean {
  const item = columns.find(({ key }) => key === 'item')
  const value = columns.find(({ key }) => key === 'value')
  if (!item || !value || columns.some(({ key }) => key?.startsWith('fact:'))) return () => false
  return ({ cells }) => !isEmpty(cells[item.index]) && isEmpty(cells[value.index])
}

const labelKeys = new Set(['name', 'id', 'code', 'area', 'parent', 'county', 'subdistrict', 'of'])

function linesOf(
  order: readonly ('data' | RawRow)[],
  rows: readonly LedgerRow[],
  total: (row: RawRow) => Line | null,
): Line[] {
  let at = 0
  return order.flatMap((each): Line[] => {
    if (each === 'data') return [{ data: rows[at++]! }]
    const line = total(each)
    return line ? [line] : []
  })
}

/** What a row cannot be without: something to call it by, or a place. */
function hasIdentity(name: LedgerName, { values, geometry, facts }: LedgerRow, read: ReadRow): boolean {
  const stated = (...keys: string[]) => keys.some((key) => values[key] !== undefined && values[key] !== null)
  switch (name) {
    case 'areas':
      return stated('code', 'name')
    case 'compounds':
    case 'facilities':
      return stated('id', 'name')
    case 'plots':
      return stated('id', 'name') || geometry !== null
    case 'facts':
      return stated('of') && (stated('item') || Object.keys(facts).length > 0)
    case 'people':
      return stated('id', 'lng', 'lat', 'area') || geometry !== null || read.places
    case 'roads':
      return true
  }
}

/** 编号 that only counts the rows 1, 2, 3 … is no id: in the next sheet it would name something else. */
function withoutNumbering(
  columns: readonly ColumnMatch[],
  rows: readonly RawRow[],
  byHand: LedgerHints['columns'],
): readonly ColumnMatch[] {
  if (!columns.some(({ key }) => key === 'name')) return columns
  return columns.map((column) => {
    if (
      (column.key !== 'id' && column.key !== 'code') ||
      !/^(?:编号|編號|编码|no\.?)$/i.test(column.header) ||
      (byHand && column.header in byHand)
    )
      return column
    let expected = 0
    for (const row of rows.slice(0, sampled)) {
      const text = cellText(row.cells[column.index])
      if (!/^\d+$/.test(text)) continue
      expected++
      if (Number(text) !== expected) return column
    }
    return expected > 1 ? { ...column, key: null } : column
  })
}

/** The unit row's units stand for headers that have none of their own. */
const withUnits = (columns: readonly ColumnMatch[], layout: Layout): readonly ColumnMatch[] =>
  columns.map((column) => {
    const unit = column.unit ?? layout.unitRow[column.index] ?? null
    return unit === null ? column : { ...column, unit }
  })

const sampled = 400

/** Unmapped columns whose values are identity or mobile numbers are personal whatever their header says. */
function withPersonal(
  columns: readonly ColumnMatch[],
  rows: readonly RawRow[],
  problems: ProblemList,
): readonly ColumnMatch[] {
  return columns.map((column) => {
    let personal = column.personal === true
    if (!personal && column.key === null) {
      const filled = rows
        .slice(0, sampled)
        .map((row) => cellText(row.cells[column.index]))
        .filter((text) => text !== '')
      const found = filled.filter(holdsPersonalNumber).length
      personal = found > 1 && found * 5 >= filled.length
    }
    if (!personal) return column
    problems.add('personal-column', 'warning', undefined, column.header, column.header)
    return { ...column, personal }
  })
}

function tellColumns(
  raw: RawTable,
  name: LedgerName | null,
  layout: Layout,
  matched: Matched,
  columns: readonly ColumnMatch[],
  problems: ProblemList,
): void {
  // A sheet of a workbook may well be a cover or a note.
  if (!layout.found && raw.rows.length > 0) problems.add('header-not-found', raw.sheet === null ? 'error' : 'warning')
  if (name === null) {
    problems.add('ledger-unknown', 'info', undefined, undefined, raw.sheet ?? raw.file)
    return
  }
  for (const { header, kept } of matched.twice)
    problems.add('column-twice', 'info', undefined, header, `${kept}, ${header}`)
  for (const { header, key } of matched.unknownKeys) problems.add('study-key-wrong', 'warning', undefined, header, key)
  const half = (key: string, other: string) =>
    columns.some((column) => column.key === key) &&
    !columns.some((column) => column.key === other || column.key === 'position')
  for (const [key, other] of [
    ['lng', 'lat'],
    ['lat', 'lng'],
    ['x', 'y'],
    ['y', 'x'],
  ] as const)
    if (half(key, other)) problems.add('column-missing', 'warning', undefined, undefined, other)
  const households = name === 'compounds' ? columns.find(({ key }) => key === 'households') : undefined
  if (households && isPlainHouseholds(households.header))
    problems.add('households-assumed-planned', 'info', undefined, households.header, households.header)
}

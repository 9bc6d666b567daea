/** Where a sheet's header stands: titles and unit rows above, one to three header rows with merged cells, then data. */
import type { Merge, RawRow, RawTable } from '../sources/raw-table'
import { cellText, isEmpty } from './cells/cell'
import { isUnitOnly, statedUnits } from './header-text'
import { isKnownHeader, type HeaderPath } from './match-columns'
import { plainText } from './words'

export type Layout = {
  /** 1-based sheet rows of the header; empty for formats that name their columns. */
  readonly headerRows: readonly number[]
  readonly headers: readonly HeaderPath[]
  /** Units of a unit row under the header, by column; null where none. */
  readonly unitRow: readonly (string | null)[]
  /** Units stated for the whole sheet ('单位:平方米'). */
  readonly units: readonly string[]
  /** Texts above the header, where a coordinate system may be named. */
  readonly titles: readonly string[]
  /** Rows above or right under the header that are neither header nor data. */
  readonly titleRows: ReadonlySet<RawRow>
  readonly data: readonly RawRow[]
  readonly found: boolean
}

export function findLayout(raw: RawTable, byHand: readonly string[]): Layout {
  if (raw.header)
    return {
      headerRows: [],
      headers: raw.header.map((header) => [header]),
      unitRow: [],
      units: [],
      titles: [],
      titleRows: new Set(),
      data: raw.rows,
      found: true,
    }
  const hand = new Set(byHand.map(plainText))
  const mergeAt = mergeFinder(raw.merges)
  const block = bestBlock(raw, hand, mergeAt)
  const width = widthOf(raw.rows)
  if (!block)
    return {
      headerRows: [],
      headers: Array.from({ length: width }, (_, at) => [`#${at + 1}`]),
      unitRow: [],
      units: [],
      titles: [],
      titleRows: new Set(),
      data: raw.rows,
      found: false,
    }
  const above = raw.rows.slice(0, block.from)
  const titles = above.flatMap((row) => row.cells.filter((cell) => !isEmpty(cell)).map(cellText))
  const under = rowsUnder(raw.rows, block.from + block.depth)
  const paths = block.paths
  const headers = Array.from({ length: width }, (_, at) => {
    const path = paths[at] ?? []
    return path.length > 0 ? path : [`#${at + 1}`]
  })
  return {
    headerRows: raw.rows.slice(block.from, block.from + block.depth).map(({ row }) => row),
    headers,
    unitRow: under.units,
    units: [...above, ...under.rows].flatMap((row) =>
      row.cells.flatMap((cell) => (typeof cell === 'string' ? statedUnits(cell) : [])),
    ),
    titles,
    titleRows: new Set([...above.filter((row) => row.cells.some((cell) => !isEmpty(cell))), ...under.rows]),
    data: [...above, ...raw.rows.slice(block.from + block.depth)],
    found: true,
  }
}

type Block = {
  readonly from: number
  readonly depth: number
  readonly paths: readonly HeaderPath[]
  readonly score: number
}

const searched = 30
const deepest = 3

/** The one to three rows that hold the most known headers; the fewest rows, then the first, among equals. */
function bestBlock(raw: RawTable, hand: ReadonlySet<string>, mergeAt: MergeFinder): Block | null {
  let best: Block | null = null
  const rows = raw.rows.slice(0, searched)
  for (let from = 0; from < rows.length; from++) {
    for (let depth = 1; depth <= deepest && from + depth <= rows.length; depth++) {
      const block = rows.slice(from, from + depth)
      if (!block.every(canBeHeader) || (depth > 1 && isTitle(block[0]!))) break
      const paths = pathsOf(block, mergeAt)
      const filled = paths.filter((path) => path.length > 0).length
      const isKnown = (path: HeaderPath) =>
        hand.has(plainText(path.join('/'))) || hand.has(plainText(path[path.length - 1]!)) || isKnownHeader(path)
      const known = paths.filter((path) => path.length > 0 && isKnown(path)).length
      if (known === 0 || (known < 2 && filled > 3)) continue
      // Unknown words beside known ones are extra columns; a block that is mostly unknown is more likely a row of data.
      const score = known - (filled - known) * 0.05
      // A second row that knows as much as the first alone belongs to the header: 户数 over 规划 | 入住.
      const above: Block | null = best
      const goesOn =
        above !== null &&
        above.from === from &&
        score > above.score - 1e-9 &&
        paths.some((path, at) => path.length > (above.paths[at]?.length ?? 0) && isKnown(path))
      if (!above || score > above.score + 1e-9 || goesOn) best = { from, depth, paths, score }
    }
  }
  return best ?? plainHeader(rows, mergeAt)
}

/** Without one known word: the first row of several texts, all different, counts as the header. */
function plainHeader(rows: readonly RawRow[], mergeAt: MergeFinder): Block | null {
  for (let from = 0; from < Math.min(rows.length, 5); from++) {
    const texts = rows[from]!.cells.filter((cell) => !isEmpty(cell)).map(cellText)
    if (texts.length < 2 || !canBeHeader(rows[from]!) || new Set(texts).size !== texts.length) continue
    return { from, depth: 1, paths: pathsOf([rows[from]!], mergeAt), score: 0 }
  }
  return null
}

/** One text over the sheet, or a line such as 填报单位：…: never the top of a header. */
const isTitle = (row: RawRow): boolean => {
  const texts = row.cells.filter((cell) => !isEmpty(cell))
  return texts.length < 2 || texts.some((cell) => typeof cell === 'string' && /[:：]/.test(cell))
}

/** A header has words, not figures or dates. */
function canBeHeader(row: RawRow): boolean {
  let words = 0
  for (const cell of row.cells) {
    if (isEmpty(cell)) continue
    if (typeof cell !== 'string') return false
    if (cell.length > 60 && row.cells.filter((each) => !isEmpty(each)).length > 1) return false
    if (/^[\s\d.,%-]+$/.test(cell)) return false
    words++
  }
  return words > 0
}

/** Per column the header words from the top; a merged or spanning word stands over all its columns, a repeated one once. */
function pathsOf(block: readonly RawRow[], mergeAt: MergeFinder): HeaderPath[] {
  const width = widthOf(block)
  const grid = block.map((row) => Array.from({ length: width }, (_, at) => headerCell(row, at, block, mergeAt)))
  for (let level = 0; level < grid.length - 1; level++) spanRight(grid[level]!, grid[level + 1]!)
  return Array.from({ length: width }, (_, at) => {
    const words: string[] = []
    for (const line of grid) {
      const word = line[at]!
      // A unit under the header word belongs to it.
      if (word !== '' && words.length > 0 && isUnitOnly(word))
        words[words.length - 1] = `${words[words.length - 1]}(${word.replace(/^[([【（]|[)\]】）]$/g, '')})`
      else if (word !== '' && word !== words[words.length - 1]) words.push(word)
    }
    return words
  })
}

function headerCell(row: RawRow, at: number, block: readonly RawRow[], mergeAt: MergeFinder): string {
  const own = row.cells[at]
  if (!isEmpty(own)) return cellText(own)
  const merge = mergeAt(row.row, at)
  const first = merge && block.find((each) => each.row === merge.firstRow)
  return first ? cellText(first.cells[merge.firstColumn]) : ''
}

/** Without merges (CSV): a group word stands once, its columns to the right are blank while the row below goes on. */
function spanRight(upper: string[], lower: readonly string[]): void {
  for (let at = 1; at < upper.length; at++)
    if (
      upper[at] === '' &&
      lower[at] !== '' &&
      upper[at - 1] !== '' &&
      lower[at - 1] !== '' &&
      upper[at - 1] !== lower[at - 1]
    )
      upper[at] = upper[at - 1]!
}

/** Rows right under the header that hold only units, or only the numbers of the columns (1 2 3, 甲 乙 1 2). */
function rowsUnder(rows: readonly RawRow[], from: number): { rows: RawRow[]; units: (string | null)[] } {
  const under: RawRow[] = []
  let units: (string | null)[] = []
  for (const row of rows.slice(from, from + 2)) {
    const texts = row.cells.map((cell) => (isEmpty(cell) ? '' : cellText(cell)))
    const filled = texts.filter((text) => text !== '')
    if (filled.length === 0) break
    const unitsHere = filled.filter((text) => isUnitOnly(text)).length
    if (unitsHere > 0 && filled.every((text) => isUnitOnly(text) || /^(?:-|\/|—|单位|计量单位)$/.test(text)))
      units = texts.map((text) => (text !== '' && isUnitOnly(text) ? text.replace(/^[([【（]|[)\]】）]$/g, '') : null))
    else if (!isNumbering(filled) && !(filled.length === 1 && statedUnits(filled[0]!).length > 0)) break
    under.push(row)
  }
  return { rows: under, units }
}

function isNumbering(filled: readonly string[]): boolean {
  if (filled.length < 4) return false
  let expected = 1
  for (const text of filled) {
    if (/^[甲乙丙丁戊己庚辛]$|^栏次$|^序号$/.test(text)) continue
    const number = /^[(（]?(\d{1,2})[)）]?(?:[=＝].*)?$/.exec(text)
    if (!number || Number(number[1]) !== expected) return false
    expected++
  }
  return expected > 4
}

export type MergeFinder = (row: number, column: number) => Merge | undefined

/** Looks up the merged block that holds a cell: per column, by binary search (blocks of a sheet do not overlap). */
export function mergeFinder(merges: readonly Merge[]): MergeFinder {
  if (merges.length === 0) return () => undefined
  const byColumn = new Map<number, Merge[]>()
  for (const merge of merges)
    for (let column = merge.firstColumn; column <= Math.min(merge.lastColumn, merge.firstColumn + widest); column++) {
      const list = byColumn.get(column)
      if (list) list.push(merge)
      else byColumn.set(column, [merge])
    }
  for (const list of byColumn.values()) list.sort((a, b) => a.firstRow - b.firstRow)
  return (row, column) => {
    const list = byColumn.get(column)
    if (!list) return undefined
    let low = 0
    let high = list.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (list[middle]!.firstRow <= row) low = middle + 1
      else high = middle
    }
    const found = list[low - 1]
    return found && found.lastRow >= row ? found : undefined
  }
}

/** A block over more columns than any ledger has is a title. */
const widest = 200

const widthOf = (rows: readonly RawRow[]): number =>
  rows.reduce((width, { cells }) => Math.max(width, lastFilled(cells) + 1), 0)

function lastFilled(cells: RawRow['cells']): number {
  let at = cells.length - 1
  while (at >= 0 && isEmpty(cells[at])) at--
  return at
}

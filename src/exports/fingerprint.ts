/** What stands in a table, in a few words: enough to say which row and which column was changed, whatever the order of the rows. */
import { sha256Hex } from '../model/digest'
import { comparable, type ExportTable, type Value } from './table'

export type TablePrint = {
  readonly rows: number
  /** Of all rows, sorted. */
  readonly sha256: string
  /** Mark of each column's values, by its title. */
  readonly columns: Readonly<Record<string, string>>
  /** Mark of each row, 8 digits each, one after the other; null in a table of over 20,000 rows. */
  readonly marks: string | null
}

type Shown = Pick<ExportTable, 'rows'> & { readonly columns: readonly { readonly title: string }[] }

export function printOf({ columns, rows }: Shown): TablePrint {
  const texts = rows.map((row) => textOf(row, columns.length))
  const sums = new Float64Array(columns.length)
  for (const row of rows) for (let at = 0; at < columns.length; at++) sums[at] = (sums[at]! + markOf(comparable(row[at] ?? null))) % modulus
  return {
    rows: rows.length,
    sha256: sha256Hex(new TextEncoder().encode([...texts].sort().join('\n'))),
    columns: Object.fromEntries(columns.map(({ title }, at) => [title, sums[at]!.toString(16)])),
    marks: rows.length > mostMarked ? null : texts.map((text) => digits(markOf(text))).join(''),
  }
}

export type PrintCheck = {
  readonly equal: boolean
  /** Titles of the columns whose values are others. */
  readonly columns: readonly string[]
  /** Positions of rows that the product did not have when it was made; null: not known, the table is too large. */
  readonly rows: readonly number[] | null
  /** Rows more (or fewer, below 0) than there were. */
  readonly more: number
}

/** Does the table still hold what its print says? */
export function checkPrint(found: Shown, print: TablePrint): PrintCheck {
  const now = printOf(found)
  if (now.sha256 === print.sha256 && now.rows === print.rows) return { equal: true, columns: [], rows: [], more: 0 }
  const titles = [...new Set([...Object.keys(print.columns), ...Object.keys(now.columns)])]
  return { equal: false, columns: titles.filter((title) => print.columns[title] !== now.columns[title]), rows: print.marks === null ? null : strangers(found, print.marks), more: now.rows - print.rows }
}

function strangers({ columns, rows }: Shown, marks: string): number[] {
  const known = new Map<string, number>()
  for (let at = 0; at < marks.length; at += 8) known.set(marks.slice(at, at + 8), (known.get(marks.slice(at, at + 8)) ?? 0) + 1)
  return rows.flatMap((row, at) => {
    const mark = digits(markOf(textOf(row, columns.length)))
    const left = known.get(mark) ?? 0
    known.set(mark, left - 1)
    return left > 0 ? [] : [at]
  })
}

/** Marks of 8 digits for 15,000 rows are a hundred kilobytes. */
const mostMarked = 20_000
const modulus = 2 ** 44

const textOf = (row: readonly Value[], width: number): string => Array.from({ length: width }, (_, at) => comparable(row[at] ?? null)).join('\u001f')
const digits = (mark: number): string => mark.toString(16).padStart(8, '0')

/** FNV-1a of 32 bits: it tells places apart, sha256 tells whether anything was changed. */
function markOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

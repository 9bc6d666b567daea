/** Total rows are set aside, and checked against the rows that they cover. */
import type { LedgerRow } from './ledger'
import type { ProblemList } from './problem-list'
import { isGrandTotal, isSum } from './row-kind'

/** Rows of the table in their order: data, or a total with its label (plain) and its own figures by key. */
export type TotalRow = { readonly row: number; readonly label: string; readonly values: ReadonlyMap<string, number> }
export type Line = { readonly data: LedgerRow } | { readonly total: TotalRow }

/** Says every total that no reading makes equal to the sum of its rows. header: key -> header, for the place. */
export function checkTotals(lines: readonly Line[], header: ReadonlyMap<string, string>, problems: ProblemList): void {
  const everything = lines.flatMap((line) => ('data' in line ? [line.data] : []))
  lines.forEach((line, at) => {
    if (!('total' in line) || !isSum(line.total.label)) return
    const { total } = line
    const covers = coveredRows(lines, at, everything, isGrandTotal(total.label)).flatMap((rows) => [
      rows,
      ...byLevel(rows),
    ])
    for (const [key, stands] of total.values) {
      const sums = covers.flatMap((rows) => {
        const sum = sumOf(rows, key)
        return sum === null ? [] : [sum]
      })
      if (sums.length > 0 && !sums.some((sum) => agrees(stands, sum)))
        problems.add(
          'subtotal-mismatch',
          'warning',
          total.row,
          header.get(key) ?? key,
          `${plain(stands)} ≠ ${plain(sums[0]!)}`,
        )
    }
  })
}

/** The sets of rows that a total may mean: since the last total, everything above, up to the next total below it, everything. */
function coveredRows(
  lines: readonly Line[],
  at: number,
  everything: readonly LedgerRow[],
  grand: boolean,
): readonly (readonly LedgerRow[])[] {
  const back: LedgerRow[] = []
  for (let i = at - 1; i >= 0; i--) {
    const line = lines[i]!
    if (!('data' in line)) break
    back.push(line.data)
  }
  const above = lines.slice(0, at).flatMap((line) => ('data' in line ? [line.data] : []))
  if (grand) return above.length > 0 ? [above, everything, ...(back.length > 0 ? [back] : [])] : [everything]
  const forward: LedgerRow[] = []
  for (const line of lines.slice(at + 1)) {
    if (!('data' in line)) break
    forward.push(line.data)
  }
  return [back, forward].filter((rows) => rows.length > 0)
}

/** A roster lists streets and their communities: its total is the sum of one level. */
function byLevel(rows: readonly LedgerRow[]): readonly (readonly LedgerRow[])[] {
  const levels = new Set(rows.map(({ values }) => values.level))
  return levels.size < 2 ? [] : [...levels].map((level) => rows.filter(({ values }) => values.level === level))
}

function sumOf(rows: readonly LedgerRow[], key: string): number | null {
  let sum = 0
  let known = false
  for (const { values } of rows) {
    const value = values[key]
    if (typeof value !== 'number') continue
    sum += value
    known = true
  }
  return known ? sum : null
}

// Figures rounded to cents in many rows may differ by a few cents from a rounded total.
const agrees = (a: number, b: number): boolean => Math.abs(a - b) <= Math.max(0.05, 1e-6 * Math.abs(b))

const plain = (value: number): string => String(Number(value.toFixed(4)))

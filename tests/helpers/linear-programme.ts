/** A plain simplex with Bland's rule: least and most of a sum of unknowns that are not negative, under sums that are known. An oracle, not fast. */

/** Each row: coefficients of the unknowns, and what they sum to. Answers [least, most]; most may be Infinity. */
export function rangeOf(sums: readonly (readonly number[])[], totals: readonly number[], of: readonly number[]): readonly [number, number] {
  return [-mostOf(sums, totals, of.map((c) => -c)), mostOf(sums, totals, of)]
}

function mostOf(sums: readonly (readonly number[])[], totals: readonly number[], of: readonly number[]): number {
  const n = of.length
  // One artificial unknown per row; the first phase drives them out.
  const table = sums.map((row, i) => {
    const sign = totals[i]! < 0 ? -1 : 1
    return [...row.map((c) => c * sign), ...sums.map((_, j) => (i === j ? 1 : 0)), totals[i]! * sign]
  })
  const basis = sums.map((_, i) => n + i)
  const width = n + sums.length
  const first = Array.from({ length: width }, (_, j) => (j < n ? 0 : -1))
  if (Math.abs(run(table, basis, first, width)) > 1e-6) throw new Error('the sums contradict each other')
  // An artificial unknown left in the basis stands at 0: swap it for a real one, or its row says nothing.
  for (let i = table.length - 1; i >= 0; i--) {
    if (basis[i]! < n) continue
    const j = table[i]!.slice(0, n).findIndex((c) => Math.abs(c) > 1e-9)
    if (j >= 0) pivot(table, basis, i, j)
    else {
      table.splice(i, 1)
      basis.splice(i, 1)
    }
  }
  return run(table, basis, of, n)
}

function run(table: number[][], basis: number[], of: readonly number[], width: number): number {
  const last = (table[0]?.length ?? 1) - 1
  for (let turns = 0; turns < 10_000; turns++) {
    const gain = (j: number): number => (of[j] ?? 0) - table.reduce((sum, row, i) => sum + (of[basis[i]!] ?? 0) * row[j]!, 0)
    let enter = -1
    for (let j = 0; j < width && enter === -1; j++) if (!basis.includes(j) && gain(j) > 1e-9) enter = j
    if (enter === -1) return table.reduce((sum, row, i) => sum + (of[basis[i]!] ?? 0) * row[last]!, 0)
    let leave = -1
    let best = Infinity
    table.forEach((row, i) => {
      if (row[enter]! <= 1e-9) return
      const ratio = row[last]! / row[enter]!
      if (ratio < best - 1e-12 || (ratio < best + 1e-12 && leave >= 0 && basis[i]! < basis[leave]!)) [best, leave] = [ratio, i]
    })
    if (leave === -1) return Infinity
    pivot(table, basis, leave, enter)
  }
  throw new Error('the simplex does not end')
}

function pivot(table: number[][], basis: number[], at: number, column: number): void {
  const by = table[at]![column]!
  table[at] = table[at]!.map((c) => c / by)
  table.forEach((row, i) => {
    const times = row[column]!
    if (i !== at && times !== 0) table[i] = row.map((c, j) => c - times * table[at]![j]!)
  })
  basis[at] = column
}

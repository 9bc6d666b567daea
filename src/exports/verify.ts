/** Does a product still say what was computed? By its own stamp, and against the study where it is at hand. */
import { exportColumns } from '../text/exports'
import type { Basis } from './basis'
import { checkPrint, type PrintCheck } from './fingerprint'
import type { Product } from './product'
import { readBack, type Found } from './read-back'
import { jsonText } from './result-json'
import { resultsHashOf, stampOf, withoutAsides, type Stamp } from './stamp'
import { comparable, type ExportTable, type FoundTable, type Value } from './table'

/** One thing that is other than it should be. row: as the program shows it; null: the table as a whole. */
export type Difference =
  | { readonly kind: 'value'; readonly table: string; readonly row: number | null; readonly column: string; readonly expected: Value; readonly found: Value }
  | { readonly kind: 'row-missing' | 'row-added'; readonly table: string; readonly row: number | null; readonly names: string }
  | { readonly kind: 'table-missing' | 'column-missing' | 'column-added' | 'formula'; readonly table: string; readonly column: string }
  /** By the stamp alone: changed in these rows and columns; rows null: the table is too large to say. */
  | { readonly kind: 'changed'; readonly table: string; readonly rows: readonly number[] | null; readonly columns: readonly string[]; readonly more: number }
  /** What the file was made from is not what is at hand. */
  | { readonly kind: 'input'; readonly what: 'input' | 'policy' | 'study' | 'asOf' | 'plan' | 'version' | 'results'; readonly name: string; readonly expected: string; readonly found: string }

/** Against nothing but the file itself. */
export function checkStamp({ stamp, tables, content }: Found): readonly Difference[] {
  if (!stamp) return []
  if (content !== undefined) return checkContent(stamp, content)
  const byName = new Map(tables.map((table) => [table.name, table]))
  return Object.entries(stamp.tables).flatMap(([name, print]): Difference[] => {
    const table = byName.get(name)
    if (!table) return [{ kind: 'table-missing', table: name, column: '' }]
    // Columns that were not there when the stamp was made are named, and the rest is looked at without them.
    const known = table.titles.flatMap((title, at) => (Object.hasOwn(print.columns, title) ? [at] : []))
    const order = Object.keys(print.columns).flatMap((title) => known.filter((at) => table.titles[at] === title).slice(0, 1))
    const check = checkPrint({ columns: order.map((at) => ({ title: table.titles[at]! })), rows: table.rows.map((row) => order.map((at) => row[at] ?? null)) }, print)
    return [...strangeColumns(table, Object.keys(print.columns)), ...formulasIn(table), ...(check.equal ? [] : [changed(table, check)])]
  })
}

/** Against what is computed now: every cell. basis: made with the stamp's own plan, options and language. */
export async function checkBasis({ stamp, tables, content }: Found, product: Product | null, basis: Basis): Promise<readonly Difference[]> {
  if (!stamp) return []
  const now = stampOf(basis, stamp.product, {}, stamp.extra)
  const inputs = inputsOf(stamp, now)
  if (content !== undefined) return [...inputs, ...contentDifferences(content, basis)]
  // A picture is not drawn again: it shows what it showed, of a study that is still the same.
  if (!product) return [...inputs, ...checkStamp({ stamp, tables })]
  const byName = new Map(tables.map((table) => [table.name, table]))
  const options = { extra: stamp.extra }
  const expected = product.tables?.(basis, options) ?? tablesIn(await readBack(product.id, await product.make(basis, options)))
  const cells = expected.flatMap((table): Difference[] => {
    const found = byName.get(table.name)
    return found ? tableDifferences(table, found) : [{ kind: 'table-missing', table: table.name, column: '' }]
  })
  return [...inputs, ...cells]
}

/** What stands in a file that was just made: every column names its row. */
const tablesIn = (made: Found | null): ExportTable[] =>
  (made?.tables ?? []).map(({ name, titles, rows }) => ({ key: name, name, meaning: '', names: titles, rows, columns: titles.map((title) => ({ key: title, title, unit: '', meaning: '', format: 'text', width: 0 })) }))

/** Rows are matched by what names them, whatever their order; of rows with the same name the first with the first. */
export function tableDifferences(expected: ExportTable, found: FoundTable): Difference[] {
  const at = expected.columns.map(({ title }) => found.titles.indexOf(title))
  const missing = expected.columns.flatMap(({ title }, column): Difference[] => (at[column] === -1 ? [{ kind: 'column-missing', table: expected.name, column: title }] : []))
  const keys = expected.names.map((key) => expected.columns.findIndex((column) => column.key === key))
  const lost = keys.some((column) => column === -1 || at[column] === -1)
  const nameOf = (row: readonly Value[], place: (column: number) => number): string => keys.map((column) => comparable(row[place(column)] ?? null)).join(' · ')
  const own = (column: number): number => column
  const theirs = (column: number): number => at[column]!
  // Without the columns that name the rows only their order is left.
  const rowsOf = new Map<string, number[]>()
  found.rows.forEach((row, index) => {
    const name = lost ? String(index) : nameOf(row, theirs)
    const known = rowsOf.get(name)
    if (known) known.push(index)
    else rowsOf.set(name, [index])
  })
  const differences: Difference[] = [...missing, ...strangeColumns(found, expected.columns.map(({ title }) => title)), ...formulasIn(found, expected)]
  expected.rows.forEach((row, index) => {
    const name = lost ? String(index) : nameOf(row, own)
    const match = rowsOf.get(name)?.shift()
    if (match === undefined) return void differences.push({ kind: 'row-missing', table: expected.name, row: null, names: name })
    expected.columns.forEach(({ title }, column) => {
      if (at[column] === -1) return
      const [want, have] = [row[column] ?? null, found.rows[match]![at[column]!] ?? null]
      if (comparable(want) !== comparable(have)) differences.push({ kind: 'value', table: expected.name, row: match + found.firstRow, column: title, expected: want, found: have })
    })
  })
  const added = [...rowsOf].flatMap(([name, indices]) => indices.map((index): Difference => ({ kind: 'row-added', table: expected.name, row: index + found.firstRow, names: name })))
  return [...differences, ...added.sort((a, b) => rowOf(a) - rowOf(b))]
}

const rowOf = (difference: Difference): number => ('row' in difference ? (difference.row ?? 0) : 0)

const changed = ({ name, firstRow }: FoundTable, { rows, columns, more }: PrintCheck): Difference => ({ kind: 'changed', table: name, rows: rows && rows.map((row) => row + firstRow), columns, more })

const strangeColumns = ({ name, titles }: FoundTable, known: readonly string[]): Difference[] => titles.filter((title) => title !== '' && !known.includes(title)).map((title) => ({ kind: 'column-added', table: name, column: title }))

/** Formulas stand only where we put them; without the table at hand, where ours are titled so. */
function formulasIn({ name, formulas }: FoundTable, expected?: ExportTable): Difference[] {
  const ours = expected ? (expected.formulas ?? []).flatMap(({ column }) => expected.columns.find(({ key }) => key === column)?.title ?? []) : [exportColumns.items, exportColumns.itemsShortfall].flatMap(({ zh, en }): string[] => [zh, en])
  return formulas.filter((title) => !ours.includes(title)).map((title) => ({ kind: 'formula', table: name, column: title }))
}

function inputsOf(then: Stamp, now: Stamp): Difference[] {
  const one = (what: Extract<Difference, { kind: 'input' }>['what'], name: string, expected: string, found: string): Difference[] => (expected === found ? [] : [{ kind: 'input', what, name, expected, found }])
  const hashes = (stamp: Stamp): Map<string, string> => new Map(stamp.inputs.map(({ file, sha256 }) => [file, sha256]))
  const [before, after] = [hashes(then), hashes(now)]
  const plan = (stamp: Stamp): string => (stamp.plan ? `${stamp.plan.name} ${stamp.plan.sha256}` : '')
  return [
    ...one('version', '', then.yikequan, now.yikequan),
    ...one('study', '', then.study, now.study),
    ...one('asOf', '', then.asOf, now.asOf),
    ...one('plan', '', plan(then), plan(now)),
    ...[...new Set([...before.keys(), ...after.keys()])].sort().flatMap((file) => one('input', file, before.get(file) ?? '', after.get(file) ?? '')),
    ...then.policies.flatMap(({ id, sha256 }) => one('policy', id, sha256, now.policies.find((each) => each.id === id)?.sha256 ?? '')),
    ...one('results', '', then.results, now.results),
  ]
}

function checkContent(stamp: Stamp, content: unknown): Difference[] {
  const { results, rectification } = content as { results?: unknown; rectification?: unknown }
  const found = resultsHashOf(results, rectification)
  return found === stamp.results ? [] : [{ kind: 'input', what: 'results', name: '', expected: stamp.results, found }]
}

/** Every leaf of the result file, by its path. */
function contentDifferences(content: unknown, basis: Basis): Difference[] {
  const expected: unknown = JSON.parse(jsonText({ results: withoutAsides(basis.results), rectification: basis.rectification }))
  const { results, rectification } = content as { results?: unknown; rectification?: unknown }
  const differences: Difference[] = []
  walk(expected, { results: withoutAsides(results), rectification }, '', (column, want, have) => differences.push({ kind: 'value', table: '', row: null, column, expected: want, found: have }))
  return differences
}

function walk(want: unknown, have: unknown, path: string, differ: (path: string, want: Value, have: Value) => void): void {
  if (isRecord(want) && isRecord(have)) {
    for (const key of new Set([...Object.keys(want), ...Object.keys(have)])) walk(want[key], have[key], `${path}${Array.isArray(want) ? `[${key}]` : path === '' ? key : `.${key}`}`, differ)
  } else if (want !== have) differ(path, leaf(want), leaf(have))
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null
const leaf = (value: unknown): Value => (typeof value === 'number' || typeof value === 'string' ? value : value === null || value === undefined ? null : JSON.stringify(value).slice(0, 80))

/** Stated figures: rows of the facts ledger, and the columns of other ledgers whose header names a fact item. */
import { problem, type Problem } from '../problem'
import { factItem } from '../tables/fact-items'
import type { LedgerTable, LedgerValue } from '../tables/ledger'
import { finderOf, type Named } from './names'
import { order, rowsOf, text, type SourcedRow } from './ledger-rows'
import type { Fact, FactOf } from './study'

export type FactOwners = Readonly<Record<FactOf['kind'], { readonly records: readonly Named[]; readonly rows: ReadonlyMap<string, SourcedRow> }>>

/** Facts sorted by owner, item and date; a fact whose owner is not in the study is set aside. */
export function buildFacts(tables: readonly LedgerTable[], owners: FactOwners): { facts: Fact[]; setAside: SourcedRow[]; problems: Problem[] } {
  const problems: Problem[] = []
  const setAside: SourcedRow[] = []
  const find = ownerFinder(owners)
  const facts: Fact[] = []
  for (const entry of rowsOf(tables, 'facts')) {
    const of = text(entry.row, 'of')
    const owner = of === null ? null : find(of)
    if (owner === null || owner === 'ambiguous') {
      problems.push(problem(owner === 'ambiguous' ? 'area-ambiguous' : 'fact-of-unknown', 'warning', { ...entry.place, column: 'of' }, of ?? undefined))
      setAside.push(entry)
      continue
    }
    const date = text(entry.row, 'date')
    const item = text(entry.row, 'item')
    for (const [key, value] of Object.entries(entry.row.facts)) facts.push(fact(owner, key, value, date, entry))
    if (item === null) continue
    if (!factItem(item)) problems.push(problem('fact-item-unknown', 'info', { ...entry.place, column: 'item' }, item))
    facts.push(fact(owner, item, entry.row.values.value ?? null, date, entry))
  }
  for (const kind of ['area', 'compound', 'facility', 'plot'] as const)
    for (const [id, entry] of owners[kind].rows)
      for (const [key, value] of Object.entries(entry.row.facts)) if (value !== null) facts.push(fact({ kind, id }, key, value, null, entry))
  return { facts: facts.sort(byOwner), setAside, problems }
}

function fact(of: FactOf, item: string, value: LedgerValue, date: string | null, entry: SourcedRow): Fact {
  const plain = Array.isArray(value) ? value.join('、') : (value as Fact['value'])
  return { of, item, value: plain === '' ? null : plain, date, source: entry.source }
}

const byOwner = (a: Fact, b: Fact): number =>
  order(a.of.kind, b.of.kind) || order(a.of.id, b.of.id) || order(a.item, b.item) || order(a.date ?? '', b.date ?? '') || order(String(a.value), String(b.value))

/** An exact id or code in the order area, compound, facility, plot; else a name that only one record has. */
function ownerFinder(owners: FactOwners): (cell: string) => FactOf | 'ambiguous' | null {
  const kinds = ['area', 'compound', 'facility', 'plot'] as const
  const exact = kinds.map((kind) => ({ kind, ids: new Map(owners[kind].records.flatMap((record) => [[record.id, record.id] as const, ...(record.code ? [[record.code, record.id] as const] : [])])) }))
  const finders = kinds.map((kind) => ({ kind, finder: finderOf(owners[kind].records) }))
  return (cell) => {
    const trimmed = cell.trim()
    for (const { kind, ids } of exact) {
      const id = ids.get(trimmed)
      if (id !== undefined) return { kind, id }
    }
    const found = finders.flatMap(({ kind, finder }): (FactOf | 'ambiguous')[] => {
      const id = finder.find(trimmed)
      return id === null ? [] : [id === 'ambiguous' ? id : { kind, id }]
    })
    if (found.length === 0) return null
    return found.length === 1 ? found[0]! : 'ambiguous'
  }
}

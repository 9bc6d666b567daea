/** Stated figures: rows of the facts ledger, and the columns of other ledgers whose header names a fact item. */
import { problem, type Place, type Problem } from '../problem'
import { factItem } from '../tables/fact-items'
import type { LedgerTable, LedgerValue } from '../tables/ledger'
import { finderOf, type Named } from './names'
import { order, rowsOf, text, type Refused, type SourcedRow } from './ledger-rows'
import type { Fact, FactOf } from './study'

export type FactOwners = Readonly<Record<FactOf['kind'], { readonly records: readonly Named[]; readonly rows: ReadonlyMap<string, SourcedRow> }>>

export type BuiltFacts = { readonly facts: Fact[]; readonly setAside: readonly Refused[]; readonly problems: readonly Problem[] }

/** Facts sorted by owner, item and date; a fact whose owner is not in the study is set aside. A blank cell of a wide table states nothing. */
export function buildFacts(tables: readonly LedgerTable[], owners: FactOwners): BuiltFacts {
  const problems: Problem[] = []
  const setAside: Refused[] = []
  const find = ownerFinder(owners)
  const facts: Sourced[] = []
  for (const entry of rowsOf(tables, 'facts')) {
    const of = text(entry.row, 'of')
    const owner = of === null ? null : find(of)
    if (owner === null || owner === 'ambiguous') {
      problems.push(problem(owner === 'ambiguous' ? 'area-ambiguous' : 'fact-of-unknown', 'warning', { ...entry.place, column: 'of' }, of ?? undefined))
      setAside.push({ entry, why: 'no-identity' })
      continue
    }
    const date = text(entry.row, 'date')
    const item = text(entry.row, 'item')
    for (const [key, value] of Object.entries(entry.row.facts)) if (value !== null) facts.push(fact(owner, key, value, date, entry))
    if (item === null) continue
    if (!factItem(item)) problems.push(problem('fact-item-unknown', 'info', { ...entry.place, column: 'item' }, item))
    facts.push(fact(owner, item, entry.row.values.value ?? null, date, entry))
  }
  for (const kind of ['area', 'compound', 'facility', 'plot'] as const)
    for (const [id, entry] of owners[kind].rows)
      for (const [key, value] of Object.entries(entry.row.facts)) if (value !== null) facts.push(fact({ kind, id }, key, value, null, entry))
  return { facts: withoutContradictions(facts.sort(byOwner), problems), setAside, problems }
}

type Sourced = { readonly fact: Fact; readonly place: Place }

function fact(of: FactOf, item: string, value: LedgerValue, date: string | null, { source, place }: SourcedRow): Sourced {
  const plain = Array.isArray(value) ? value.join('、') : (value as Fact['value'])
  return { fact: { of, item, value: plain === '' ? null : plain, date, source }, place }
}

const byOwner = ({ fact: a }: Sourced, { fact: b }: Sourced): number =>
  order(a.of.kind, b.of.kind) || order(a.of.id, b.of.id) || order(a.item, b.item) || order(a.date ?? '', b.date ?? '') || order(String(a.value), String(b.value))

/**
 * One figure of one owner on one date stated twice: the same value counts once; two different values contradict each other, and
 * neither counts. Texts and dates are lists (services, reports), so each of their rows stands.
 */
function withoutContradictions(sorted: readonly Sourced[], problems: Problem[]): Fact[] {
  const facts: Fact[] = []
  let from = 0
  while (from < sorted.length) {
    const { fact: first, place } = sorted[from]!
    let to = from + 1
    while (to < sorted.length && isSame(first, sorted[to]!.fact)) to++
    const same = sorted.slice(from, to).map(({ fact }) => fact)
    from = to
    const unit = factItem(first.item)?.unit
    if (same.length === 1 || unit === undefined || unit === 'text' || unit === 'date') {
      facts.push(...same)
      continue
    }
    const stated = [...new Set(same.flatMap(({ value }) => (value === null ? [] : [value])))]
    const kept = same.find(({ value }) => value !== null) ?? first
    if (stated.length > 1) problems.push(problem('fact-twice', 'warning', place, `${first.of.id} ${factItem(first.item)!.zh}: ${stated.map(said).join(' / ')}`))
    facts.push(stated.length > 1 ? { ...kept, value: null } : kept)
  }
  return facts
}

const isSame = (a: Fact, b: Fact): boolean => a.of.kind === b.of.kind && a.of.id === b.of.id && a.item === b.item && a.date === b.date
const said = (value: Fact['value']): string => (value === true ? '是' : value === false ? '否' : String(value))

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

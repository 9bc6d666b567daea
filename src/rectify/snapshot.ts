/** What the list was on one day (月指导、季调度): small enough that years of them stay in the study. */
import type { DateText, Rectification } from '../model/study'
import type { RectificationItem } from './item'

export const snapshotKinds = ['month', 'quarter', 'ledger'] as const
/** ledger: taken by itself before a newer ledger took the place of the old. */
export type SnapshotKind = (typeof snapshotKinds)[number]

export type SnapshotItem = {
  readonly policy: string
  readonly clause: string
  readonly unit: string
  readonly kind: 'area' | 'compound'
  readonly name: string
  readonly shortfall: number | null
  readonly measure: string
  readonly due: DateText | null
  readonly overdue: boolean | null
  readonly status: Rectification['status']
  readonly people: number | null
}

export type Snapshot = {
  readonly kind: SnapshotKind
  readonly asOf: string
  /** 'policy clause' of everything that was judged: what was not asked then is not new now. */
  readonly clauses: readonly string[]
  readonly items: readonly SnapshotItem[]
}

/** items: the whole list as it stands. */
export function takeSnapshot(kind: SnapshotKind, asOf: string, clauses: readonly string[], items: readonly RectificationItem[]): Snapshot {
  return {
    kind,
    asOf,
    clauses: [...new Set(clauses)].sort(),
    items: items.map(({ policy, clause, unit, kind: of, name, shortfall, measure, due, overdue, progress, people }) => ({ policy, clause, unit, kind: of, name, shortfall, measure, due, overdue, status: progress.status, people })),
  }
}

/** One of a kind and day; the newer takes the older's place. Sorted by day. */
export function withSnapshot(all: readonly Snapshot[], snapshot: Snapshot): readonly Snapshot[] {
  return [...all.filter(({ kind, asOf }) => kind !== snapshot.kind || asOf !== snapshot.asOf), snapshot].sort((a, b) => order(a.asOf, b.asOf) || order(a.kind, b.kind))
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** As study.json holds it: units, clauses and measures once, items as rows of numbers. */
export function writeSnapshot({ kind, asOf, clauses, items }: Snapshot): unknown {
  const units = new Map<string, number>()
  const unitRows: unknown[] = []
  const words = new Map<string, number>()
  const wordOf = (word: string): number => numberOf(words, word)
  const rows = items.map((item) => {
    const key = JSON.stringify([item.kind, item.unit])
    if (!units.has(key)) {
      units.set(key, unitRows.length)
      unitRows.push([item.kind, item.unit, item.name, item.people])
    }
    return [units.get(key), wordOf(`${item.policy} ${item.clause}`), item.shortfall, wordOf(item.measure), item.due, item.overdue === null ? null : Number(item.overdue), wordOf(item.status)]
  })
  return { kind, asOf, clauses, units: unitRows, words: [...words.keys()], items: rows }
}

function numberOf(words: Map<string, number>, word: string): number {
  const known = words.get(word)
  if (known !== undefined) return known
  words.set(word, words.size)
  return words.size - 1
}

/** null: it is no snapshot that this version can read. */
export function readSnapshot(raw: unknown): Snapshot | null {
  if (!isRecord(raw)) return null
  const { kind, asOf, clauses, units, words, items } = raw
  if (!isKind(kind) || typeof asOf !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(asOf) || !isTexts(clauses) || !isRows(units) || !isTexts(words) || !isRows(items)) return null
  const read = items.map((row): SnapshotItem | null => {
    const [unitAt, clauseAt, shortfall, measureAt, due, overdue, statusAt] = row
    const unit = units[Number(unitAt)]
    const [policy, clause] = (words[Number(clauseAt)] ?? '').split(' ')
    const measure = words[Number(measureAt)]
    const status = words[Number(statusAt)]
    if (!unit || !policy || !clause || measure === undefined || !isStatus(status)) return null
    const [of, id, name, people] = unit
    if ((of !== 'area' && of !== 'compound') || typeof id !== 'string' || typeof name !== 'string') return null
    return { policy, clause, unit: id, kind: of, name, shortfall: numberOrNull(shortfall), measure, due: typeof due === 'string' ? due : null, overdue: overdue === 1 ? true : overdue === 0 ? false : null, status, people: numberOrNull(people) }
  })
  return read.every((item) => item !== null) ? { kind, asOf, clauses, items: read } : null
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((each) => typeof each === 'string')
const isRows = (value: unknown): value is readonly (readonly unknown[])[] => Array.isArray(value) && value.every((each) => Array.isArray(each))
const isKind = (value: unknown): value is SnapshotKind => (snapshotKinds as readonly unknown[]).includes(value)
const isStatus = (value: unknown): value is Rectification['status'] => value === 'open' || value === 'started' || value === 'done'
const numberOrNull = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null)

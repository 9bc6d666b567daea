/** One month against another: newly failing, mended, still open, overdue; and the course of all months for a chart. */
import type { Result, State } from '../indicators/result'
import type { Study } from '../model/study'
import { itemKey, type RectificationItem } from './item'
import { unitMatcher } from './match'
import type { Snapshot, SnapshotItem, SnapshotKind } from './snapshot'

/** unclear: it can no longer be told; gone: the unit is in no ledger any more. Neither is mended. */
export const monthChanges = ['new', 'mended', 'open', 'unclear', 'gone'] as const
export type MonthChange = (typeof monthChanges)[number]

export type MonthRow = {
  readonly change: MonthChange
  /** As the list has it now; null where it is no longer there. */
  readonly now: RectificationItem | null
  /** As it was then; null for what is new. */
  readonly before: SnapshotItem | null
  /** Overdue now, of what was not then. */
  readonly becameOverdue: boolean
}

export type MonthDifference = {
  readonly from: string
  readonly to: string
  /** Sorted as the list now, then what is no longer on it as it was then. */
  readonly rows: readonly MonthRow[]
  readonly counts: Readonly<Record<MonthChange | 'overdue' | 'becameOverdue', number>>
  /** 'policy clause' that only one of the two lists was judged by: left out. */
  readonly notCompared: readonly string[]
}

/** items: the list of these results. Units are matched by id and name. */
export function monthDifference(before: Snapshot, study: Study, results: readonly Result[], items: readonly RectificationItem[]): MonthDifference {
  const match = unitMatcher(study)
  const judgedNow = new Set(results.map(({ policy, clause }) => `${policy} ${clause}`))
  const judgedThen = new Set(before.clauses)
  const states = new Map(results.filter((result) => judgedThen.has(`${result.policy} ${result.clause}`)).map((result) => [`${result.policy} ${result.clause}`, new Map<string, State>(result.units.map((unit) => [unit.id, unit.state]))]))
  const then = new Map<string, SnapshotItem>()
  const gone: SnapshotItem[] = []
  for (const item of before.items) {
    if (!judgedNow.has(`${item.policy} ${item.clause}`)) continue
    const unit = match({ kind: item.kind, id: item.unit, name: item.name })
    if (unit === null) gone.push(item)
    else then.set(itemKey({ ...item, unit }), item)
  }
  const rows: MonthRow[] = []
  for (const item of items) {
    if (!judgedThen.has(`${item.policy} ${item.clause}`)) continue
    const key = itemKey(item)
    const was = then.get(key) ?? null
    then.delete(key)
    rows.push({ change: was ? 'open' : 'new', now: item, before: was, becameOverdue: item.overdue === true && was?.overdue !== true })
  }
  for (const [key, item] of then) {
    const state = states.get(`${item.policy} ${item.clause}`)?.get(key.slice(`${item.policy} ${item.clause} `.length))
    // No word of it any more: the clause asks nothing of a unit that is still there.
    const mended = state === undefined || state === 'met' || state === 'not-applicable'
    rows.push({ change: mended ? 'mended' : 'unclear', now: null, before: item, becameOverdue: false })
  }
  for (const item of gone) rows.push({ change: 'gone', now: null, before: item, becameOverdue: false })
  const count = (change: MonthChange) => rows.reduce((sum, row) => sum + Number(row.change === change), 0)
  return {
    from: before.asOf,
    to: study.asOf,
    rows,
    counts: {
      new: count('new'), mended: count('mended'), open: count('open'), unclear: count('unclear'), gone: count('gone'),
      overdue: rows.reduce((sum, { now }) => sum + Number(now?.overdue === true), 0),
      becameOverdue: rows.reduce((sum, row) => sum + Number(row.becameOverdue), 0),
    },
    notCompared: [...new Set([...judgedNow, ...judgedThen])].filter((clause) => judgedNow.has(clause) !== judgedThen.has(clause)).sort(),
  }
}

/** One point of the chart; newly and mended against the point before, null at the first. */
export type ProgressPoint = {
  readonly asOf: string
  readonly kind: SnapshotKind | 'now'
  readonly items: number
  readonly units: number
  readonly open: number
  readonly started: number
  readonly done: number
  readonly overdue: number
  /** Σ of the known shortfalls in m²; null where none is known. A compound that two clauses find short of the same rooms counts once. */
  readonly shortfallM2: number | null
  readonly newly: number | null
  readonly mended: number | null
}

/** By day; now: the list as it stands, null to leave it out. */
export function progressSeries(snapshots: readonly Snapshot[], now: Snapshot | null): readonly ProgressPoint[] {
  const all: { snapshot: Snapshot; kind: ProgressPoint['kind'] }[] = [...snapshots.map((snapshot) => ({ snapshot, kind: snapshot.kind })), ...(now ? [{ snapshot: now, kind: 'now' as const }] : [])]
  return all.map(({ snapshot, kind }, at) => pointOf(snapshot, kind, all[at - 1]?.snapshot ?? null))
}

function pointOf({ asOf, items, clauses }: Snapshot, kind: ProgressPoint['kind'], before: Snapshot | null): ProgressPoint {
  const count = (test: (item: SnapshotItem) => boolean) => items.reduce((sum, item) => sum + Number(test(item)), 0)
  const byUnit = new Map<string, number>()
  for (const item of items) if (item.measure === 'm2' && item.shortfall !== null) byUnit.set(unitKey(item), Math.max(item.shortfall, byUnit.get(unitKey(item)) ?? 0))
  const common = before && new Set(clauses.filter((clause) => before.clauses.includes(clause)))
  const keys = (list: readonly SnapshotItem[]) => new Set(list.filter(({ policy, clause }) => common?.has(`${policy} ${clause}`)).map((item) => `${item.policy} ${item.clause} ${item.kind} ${item.name}`))
  const [own, earlier] = [keys(items), before && keys(before.items)]
  return {
    asOf,
    kind,
    items: items.length,
    units: new Set(items.map(unitKey)).size,
    open: count(({ status }) => status === 'open'),
    started: count(({ status }) => status === 'started'),
    done: count(({ status }) => status === 'done'),
    overdue: count(({ overdue }) => overdue === true),
    shortfallM2: byUnit.size === 0 ? null : [...byUnit.values()].reduce((sum, m2) => sum + m2, 0),
    newly: earlier && [...own].filter((key) => !earlier.has(key)).length,
    mended: earlier && [...earlier].filter((key) => !own.has(key)).length,
  }
}

const unitKey = ({ kind, unit }: SnapshotItem): string => `${kind} ${unit}`

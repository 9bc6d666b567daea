/** The rows of the rectification list: filtered, grouped, sorted. Pure; each list is made once per study and results. */
import type { Result } from '../indicators/result'
import type { Study } from '../model/study'
import { gatesOf } from '../rectify/gates'
import { itemKey, type Gate, type RectificationItem } from '../rectify/item'
import { rectificationList } from '../rectify/list'
import { monthDifference, type MonthDifference, type MonthRow } from '../rectify/months'
import type { Snapshot } from '../rectify/snapshot'
import type { Compound } from '../model/study'
import type { RectifyGroup } from '../text/rectify'
import type { MonthFilter, Rectify } from './rectify'
import { clauseKey } from './state'

const listed = new WeakMap<readonly Result[], { readonly study: Study; readonly items: readonly RectificationItem[] }>()

/** The whole list without remedies. */
export function itemsOf(study: Study, results: readonly Result[]): readonly RectificationItem[] {
  const known = listed.get(results)
  if (known?.study === study) return known.items
  const items = rectificationList(study, results)
  listed.set(results, { study, items })
  return items
}

export type GroupLine = { readonly kind: 'group'; readonly key: string; readonly name: string | null; readonly items: readonly RectificationItem[]; readonly folded: boolean; readonly overdue: number; /** Each compound's rooms and people once; null: none known. */ readonly m2: number | null; readonly people: number | null }
export type ItemLine = { readonly kind: 'item'; readonly key: string; readonly item: RectificationItem }
export type RectifyLine = GroupLine | ItemLine

type View = Pick<Rectify, 'find' | 'clause' | 'status' | 'fault' | 'overdue' | 'group' | 'folded' | 'sort'>

/** clauseTitle: the words that the search box also looks through and the column sorts by. */
export function shownItems(items: readonly RectificationItem[], view: Omit<View, 'group' | 'folded'>, clauseTitle: (item: RectificationItem) => string): readonly RectificationItem[] {
  const words = view.find.trim().toLowerCase().split(/\s+/).filter(Boolean)
  const kept = items.filter(
    (item) =>
      (view.clause === null || clauseKey(item) === view.clause) &&
      (view.status === null || item.progress.status === view.status) &&
      (view.fault === null || item.fault?.class === view.fault) &&
      (!view.overdue || item.overdue === true) &&
      (words.length === 0 || holds(textOf(item, clauseTitle(item)), words)),
  )
  return sorted(kept, view.sort, clauseTitle)
}

/** The items, or groups of them with the largest group of people first and what is not said last. */
export function linesOf(items: readonly RectificationItem[], { group, folded }: Pick<View, 'group' | 'folded'>): readonly RectifyLine[] {
  const lineOf = (item: RectificationItem): ItemLine => ({ kind: 'item', key: itemKey(item), item })
  if (group === null) return items.map(lineOf)
  const groups = new Map<string, RectificationItem[]>()
  for (const item of items) {
    const key = groupKey(item, group) ?? ''
    const list = groups.get(key)
    if (list) list.push(item)
    else groups.set(key, [item])
  }
  return [...groups]
    .map(([key, list]): GroupLine => ({ kind: 'group', key: `${group} ${key}`, name: key === '' ? null : groupName(list[0]!, group), items: list, folded: folded.includes(`${group} ${key}`), overdue: list.reduce((sum, { overdue }) => sum + Number(overdue === true), 0), ...totalsOf(list) }))
    .sort((a, b) => Number(a.name === null) - Number(b.name === null) || (b.people ?? 0) - (a.people ?? 0) || (a.key < b.key ? -1 : 1))
    .flatMap((line) => [line, ...(line.folded ? [] : line.items.map(lineOf))])
}

/** Of one compound that several clauses list, rooms and people count once. */
export function totalsOf(items: readonly RectificationItem[]): { readonly m2: number | null; readonly people: number | null } {
  const m2 = new Map<string, number>()
  const people = new Map<string, number>()
  for (const item of items) {
    const key = `${item.kind} ${item.unit}`
    if (item.measure === 'm2' && item.shortfall !== null) m2.set(key, Math.max(item.shortfall, m2.get(key) ?? 0))
    if (item.people !== null) people.set(key, item.people)
  }
  const sum = (map: ReadonlyMap<string, number>) => (map.size === 0 ? null : [...map.values()].reduce((all, each) => all + each, 0))
  return { m2: sum(m2), people: sum(people) }
}

/** Clauses on the list, in its order. */
export function clausesOn(items: readonly RectificationItem[]): readonly { readonly key: string; readonly policy: string; readonly clause: string; readonly count: number }[] {
  const found = new Map<string, { key: string; policy: string; clause: string; count: number }>()
  for (const { policy, clause } of items) {
    const key = clauseKey({ policy, clause })
    const known = found.get(key)
    if (known) known.count++
    else found.set(key, { key, policy, clause, count: 1 })
  }
  return [...found.values()]
}

type SortKey = (item: RectificationItem, title: (item: RectificationItem) => string) => string | number | null

const sortKeys: Readonly<Record<string, SortKey>> = {
  name: ({ name }) => name,
  clause: (item, title) => title(item),
  place: (item) => placeOf(item),
  shortfall: ({ shortfall }) => shortfall,
  share: ({ shortfallShare }) => shortfallShare,
  people: ({ people }) => people,
  fault: ({ fault }) => fault?.class ?? null,
  due: ({ due }) => due,
  responsible: ({ responsible }) => responsible,
  status: ({ progress }) => ['open', 'started', 'done'].indexOf(progress.status),
  areaM2: ({ progress }) => progress.areaM2,
  evidence: ({ progress }) => progress.evidence,
  note: ({ progress }) => progress.note,
}

/** As it is worked through: compounds before units, small units before large ones, and where most elders wait first. */
const workOrder = (items: readonly RectificationItem[]): readonly RectificationItem[] => {
  const rankOf = ({ kind, unit, community, subdistrict }: RectificationItem): number => (kind === 'compound' ? 0 : community?.id === unit ? 1 : subdistrict?.id === unit ? 2 : 3)
  return items
    .map((item, index) => ({ item, index, rank: rankOf(item) }))
    .sort((a, b) => a.rank - b.rank || Number(a.item.people === null) - Number(b.item.people === null) || (b.item.people ?? 0) - (a.item.people ?? 0) || (a.item.unit < b.item.unit ? -1 : a.item.unit > b.item.unit ? 1 : a.index - b.index))
    .map(({ item }) => item)
}

/** What is not known stands last whichever way the column is sorted; ties keep the list's order. */
function sorted(items: readonly RectificationItem[], sort: View['sort'], title: (item: RectificationItem) => string): readonly RectificationItem[] {
  const key = sort && sortKeys[sort.column]
  if (!key) return workOrder(items)
  const sign = sort.descending ? -1 : 1
  return items
    .map((item, index) => ({ item, index, key: key(item, title) }))
    .sort((a, b) => Number(a.key === null) - Number(b.key === null) || sign * compare(a.key, b.key) || a.index - b.index)
    .map(({ item }) => item)
}

function compare(a: string | number | null, b: string | number | null): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  const [left, right] = [String(a), String(b)]
  return left < right ? -1 : left > right ? 1 : 0
}

const groupKey = (item: RectificationItem, group: RectifyGroup): string | null => (group === 'responsible' ? item.responsible : (item[group]?.id ?? null))
const groupName = (item: RectificationItem, group: RectifyGroup): string | null => (group === 'responsible' ? item.responsible : (item[group]?.name ?? null))

/** '文昌街道 文庙社区'; a unit does not stand in itself. */
export const placeOf = ({ subdistrict, community, county, unit }: RectificationItem): string => {
  const above = [subdistrict, community].filter((each) => each !== null && each.id !== unit).map((each) => each!.name)
  return above.length > 0 ? above.join(' ') : county && county.id !== unit ? county.name : ''
}

const textOf = (item: RectificationItem, title: string): string => [item.name, item.unit, item.county?.name, item.subdistrict?.name, item.community?.name, item.responsible, item.plannedRemedy, item.progress.note, title].filter(Boolean).join(' ').toLowerCase()
const holds = (text: string, words: readonly string[]): boolean => words.every((word) => text.includes(word))

export type GateRow = { readonly compound: Compound; readonly gates: readonly Gate[]; readonly problems: number }

const gateRowsMade = new WeakMap<Study, readonly GateRow[]>()

/** Every compound of which the ledger says something of the four steps. */
export function gateRows(study: Study): readonly GateRow[] {
  let rows = gateRowsMade.get(study)
  if (!rows) {
    rows = study.compounds.flatMap((compound) => {
      const gates = gatesOf(study, compound)
      return gates ? [{ compound, gates, problems: gates.reduce((sum, { state }) => sum + Number(state === 'missing' || state === 'late'), 0) }] : []
    })
    gateRowsMade.set(study, rows)
  }
  return rows
}

export const snapshotKey = ({ kind, asOf }: Pick<Snapshot, 'kind' | 'asOf'>): string => `${kind} ${asOf}`

/** The snapshot that is asked for, else the latest of another day than the study's, else the latest. */
export function snapshotAgainst(snapshots: readonly Snapshot[], against: string | null, asOf: string): Snapshot | null {
  return snapshots.find((snapshot) => snapshotKey(snapshot) === against) ?? snapshots.filter((snapshot) => snapshot.asOf < asOf).at(-1) ?? snapshots.at(-1) ?? null
}

const compared = new WeakMap<Snapshot, { readonly results: readonly Result[]; readonly study: Study; readonly difference: MonthDifference }>()

export function differenceFrom(snapshot: Snapshot, study: Study, results: readonly Result[]): MonthDifference {
  const known = compared.get(snapshot)
  if (known?.results === results && known.study === study) return known.difference
  const difference = monthDifference(snapshot, study, results, itemsOf(study, results))
  compared.set(snapshot, { results, study, difference })
  return difference
}

export const monthRows = ({ rows }: MonthDifference, change: MonthFilter | null): readonly MonthRow[] => (change === null ? rows : rows.filter((row) => (change === 'overdue' ? row.now?.overdue === true : row.change === change)))

/** Stated figures: the fact of a unit, by date, and the complete sum of the level below where the unit has none. */
import { lastDay, onOrBefore } from '../model/dates'
import type { Fact, FactOf, Study } from '../model/study'
import type { Roster } from './roster'

export type FactIndex = {
  /** All rows of an owner and item that are on or before the data date; undated ones last. */
  readonly rows: (of: FactOf, item: string) => readonly Fact[]
  /** The row in force: the latest dated one, else the undated one; undefined when there is none. */
  readonly latest: (of: FactOf, item: string) => Fact | undefined
  /** All rows whatever their date: for date items, whose value counts and not the day of the row (SETTLED 34). */
  readonly everyRow: (of: FactOf, item: string) => readonly Fact[]
  /** Somebody states the item, of whatever record. */
  readonly mentions: (item: string) => boolean
}

export type Figure = { readonly value: number | null; readonly from: readonly Fact[]; readonly date: string | null }

const made = new WeakMap<readonly Fact[], Map<string, FactIndex>>()

/** Built once per list of facts and data date. */
export function factsOf({ facts, asOf }: Pick<Study, 'facts' | 'asOf'>): FactIndex {
  let byDate = made.get(facts)
  if (!byDate) made.set(facts, (byDate = new Map()))
  let index = byDate.get(asOf)
  if (!index) byDate.set(asOf, (index = build(facts, asOf)))
  return index
}

function build(facts: readonly Fact[], asOf: string): FactIndex {
  // By item, then by kind and id of the owner: a clause asks one item of many records.
  const all = new Map<string, Map<string, Map<string, Fact[]>>>()
  for (const fact of facts) {
    const ofItem = madeIn(all, fact.item, () => new Map<string, Map<string, Fact[]>>())
    const ofKind = madeIn(ofItem, fact.of.kind, () => new Map<string, Fact[]>())
    const list = ofKind.get(fact.of.id)
    if (list) list.push(fact)
    else ofKind.set(fact.of.id, [fact])
  }
  const known = new Map<readonly Fact[], readonly Fact[]>()
  const future = (fact: Fact) => fact.date !== null && !onOrBefore(fact.date, asOf)
  for (const ofItem of all.values())
    for (const ofKind of ofItem.values())
      for (const list of ofKind.values()) {
        if (list.length > 1) list.sort(byDay)
        if (list.some(future)) known.set(list, list.filter((fact) => !future(fact)))
      }
  const everyRow = (of: FactOf, item: string): readonly Fact[] => all.get(item)?.get(of.kind)?.get(of.id) ?? nothing
  const rows = (of: FactOf, item: string): readonly Fact[] => {
    const list = everyRow(of, item)
    return known.get(list) ?? list
  }
  const latest = (of: FactOf, item: string): Fact | undefined => {
    const list = rows(of, item)
    for (let at = list.length - 1; at >= 0; at--) if (list[at]!.date !== null) return list[at]
    return list[0]
  }
  return { rows, latest, everyRow, mentions: (item) => all.has(item) }
}

const nothing: readonly Fact[] = []

function madeIn<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key)
  if (value === undefined) map.set(key, (value = make()))
  return value
}

/** Earliest last day first, the more precise of one day later, undated rows at the end; the order of the rows of a file never shows. */
function byDay(a: Fact, b: Fact): number {
  if (a.date === null || b.date === null) return Number(a.date === null) - Number(b.date === null) || order(String(a.value), String(b.value))
  return order(lastDay(a.date), lastDay(b.date)) || order(a.date, b.date) || order(String(a.value), String(b.value))
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * The stated figure of a unit: its own row, else the sum of the units one level below when every one has a row
 * (conventions.facts of the catalogue). value null: not stated, or stated as something that is no number.
 */
export function statedFigure(facts: FactIndex, roster: Roster, unit: string, item: string): Figure {
  const own = facts.latest({ kind: 'area', id: unit }, item)
  if (own) return { value: typeof own.value === 'number' ? own.value : null, from: [own], date: own.date }
  if (!facts.mentions(item)) return none
  const below: Figure[] = []
  for (const child of roster.childrenOf(unit)) {
    const figure = statedFigure(facts, roster, child.id, item)
    // One child without a figure leaves the sum unsaid, whatever its brothers state.
    if (figure.value === null) return none
    below.push(figure)
  }
  if (below.length === 0) return none
  return {
    value: below.reduce((sum, figure) => sum + figure.value!, 0),
    from: below.flatMap((figure) => figure.from),
    date: below.reduce<string | null>((latest, figure) => (figure.date !== null && (latest === null || figure.date > latest) ? figure.date : latest), null),
  }
}

const none: Figure = { value: null, from: [], date: null }

/** yes-no fact of a record: true, false, or null when unsaid; the day on which it was done says yes. */
export function saidYes(facts: FactIndex, of: FactOf, item: string): boolean | null {
  const value = facts.latest(of, item)?.value
  return typeof value === 'boolean' ? value : typeof value === 'string' && /^\d{4}/.test(value) ? true : null
}

export const numberSaid = (facts: FactIndex, of: FactOf, item: string): number | null => {
  const value = facts.latest(of, item)?.value
  return typeof value === 'number' ? value : null
}

/**
 * A roster column against a fact of the same item: the fact wins where it is dated within a year of the data date; an undated one
 * is as of the data date (SETTLED 26).
 */
export function rosterOrFact(column: number | null, fact: Figure, asOf: string): { value: number | null; used: 'roster' | 'fact'; differs: boolean } {
  if (fact.value === null) return { value: column, used: 'roster', differs: false }
  if (column === null) return { value: fact.value, used: 'fact', differs: false }
  const yearBefore = `${Number(asOf.slice(0, 4)) - 1}${asOf.slice(4)}`
  const near = fact.date === null || lastDay(fact.date) >= yearBefore
  return { value: near ? fact.value : column, used: near ? 'fact' : 'roster', differs: fact.value !== column }
}

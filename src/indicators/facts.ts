/** Stated figures: the fact of a unit, by date, and the complete sum of the level below where the unit has none. */
import { onOrBefore, lastDay, daysBetween } from '../model/dates'
import type { Fact, FactOf, Study } from '../model/study'
import type { Roster } from './roster'

export type FactIndex = {
  /** All rows of an owner and item that are on or before the data date; undated ones last. */
  readonly rows: (of: FactOf, item: string) => readonly Fact[]
  /** The row in force: the latest dated one, else the undated one; undefined when there is none. */
  readonly latest: (of: FactOf, item: string) => Fact | undefined
}

export type Figure = { readonly value: number | null; readonly from: readonly Fact[]; readonly date: string | null }

const made = new WeakMap<readonly Fact[], FactIndex>()

/** Built once per list of facts and data date. */
export function factsOf(study: Pick<Study, 'facts' | 'asOf'>): FactIndex {
  const known = made.get(study.facts)
  if (known) return known
  const byKey = new Map<string, Fact[]>()
  for (const fact of study.facts) {
    if (fact.date !== null && !onOrBefore(fact.date, study.asOf)) continue
    const key = keyOf(fact.of, fact.item)
    const list = byKey.get(key)
    if (list) list.push(fact)
    else byKey.set(key, [fact])
  }
  for (const list of byKey.values()) list.sort((a, b) => (a.date === null ? 1 : 0) - (b.date === null ? 1 : 0) || (lastDay(a.date ?? '') < lastDay(b.date ?? '') ? -1 : 1))
  const rows = (of: FactOf, item: string): readonly Fact[] => byKey.get(keyOf(of, item)) ?? []
  const latest = (of: FactOf, item: string): Fact | undefined => {
    const list = rows(of, item)
    const dated = list.filter((fact) => fact.date !== null)
    return dated[dated.length - 1] ?? list[0]
  }
  const index = { rows, latest }
  made.set(study.facts, index)
  return index
}

const keyOf = (of: FactOf, item: string): string => `${of.kind}\u0001${of.id}\u0001${item}`

/**
 * The stated figure of a unit: its own row, else the sum of the units one level below when every one has a row
 * (conventions.facts of the catalogue). value null: not stated, or stated as something that is no number.
 */
export function statedFigure(facts: FactIndex, roster: Roster, unit: string, item: string): Figure {
  const own = facts.latest({ kind: 'area', id: unit }, item)
  if (own) return { value: typeof own.value === 'number' ? own.value : null, from: [own], date: own.date }
  const children = roster.childrenOf(unit)
  if (children.length === 0) return none
  const below = children.map((child) => statedFigure(facts, roster, child.id, item))
  if (below.some((figure) => figure.value === null)) return none
  return {
    value: below.reduce((sum, figure) => sum + figure.value!, 0),
    from: below.flatMap((figure) => figure.from),
    date: below.reduce<string | null>((latest, figure) => (figure.date !== null && (latest === null || figure.date > latest) ? figure.date : latest), null),
  }
}

const none: Figure = { value: null, from: [], date: null }

/** yes-no fact of a record: true, false, or null when unsaid. */
export function saidYes(facts: FactIndex, of: FactOf, item: string): boolean | null {
  const value = facts.latest(of, item)?.value
  return typeof value === 'boolean' ? value : null
}

export const numberSaid = (facts: FactIndex, of: FactOf, item: string): number | null => {
  const value = facts.latest(of, item)?.value
  return typeof value === 'number' ? value : null
}

/**
 * A roster column against a fact of the same item: the fact wins where it is dated within a year of the data date (SETTLED 26).
 */
export function rosterOrFact(column: number | null, fact: Figure, asOf: string): { value: number | null; used: 'roster' | 'fact'; differs: boolean } {
  if (fact.value === null) return { value: column, used: 'roster', differs: false }
  if (column === null) return { value: fact.value, used: 'fact', differs: false }
  const near = fact.date !== null && Math.abs(daysBetween(lastDay(fact.date), asOf)) <= 366
  return { value: near ? fact.value : column, used: near ? 'fact' : 'roster', differs: fact.value !== column }
}

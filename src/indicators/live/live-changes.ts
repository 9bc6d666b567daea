/** What differs between two studies of one base: found by identity, since an edit shares all that it does not change. */
import { peopleKeys, type PeopleKey } from '../../model/build-people'
import type { Area, Compound, Facility, People, Study } from '../../model/study'
import { demandChange } from './live-demand'
import type { Pair, PeopleChange } from './live-pair'

export type { Pair } from './live-pair'

export type Changes = {
  readonly facilities: readonly Pair<Facility>[]
  /** Facilities came or went, so that the others have other places in the list. */
  readonly facilitiesShifted: boolean
  readonly compounds: readonly Pair<Compound>[]
  readonly plots: boolean
  readonly people: PeopleChange
  readonly areas: AreasChange
  /** Items of the facts that changed; null: none did. */
  readonly factItems: ReadonlySet<string> | null
  /** Ways that one may walk. */
  readonly streets: boolean
  /** Something that every clause may read is another one: judge everything again. */
  readonly everything: boolean
}

/** counts: only people and households of units; 'all': names, levels, places, boundaries. */
export type AreasChange = 'none' | 'counts' | 'all'

export function changesBetween(before: Study, after: Study): Changes {
  const facilities = pairsOf(before.facilities, after.facilities)
  const compounds = pairsOf(before.compounds, after.compounds)
  return {
    facilities: facilities ?? [],
    facilitiesShifted: before.facilities.length !== after.facilities.length || (facilities?.some((pair) => pair.before === null || pair.after === null) ?? false),
    compounds: compounds ?? [],
    plots: before.plots !== after.plots,
    people: before.people || after.people ? peopleChange(before.people, after.people) : demandChange(before, after, compounds, pairsOf(before.areas, after.areas)),
    areas: areasChange(before.areas, after.areas),
    factItems: itemsChanged(before.facts, after.facts),
    streets: before.streets !== after.streets || before.streetChanges !== after.streetChanges,
    everything: facilities === null || compounds === null || (before.base ?? before) !== (after.base ?? after) || read.some((key) => before[key] !== after[key]) || (before.facilities.length === 0) !== (after.facilities.length === 0),
  }
}

/** Everything else of a study that some clause reads. What an edit never touches is the same object. */
const read = ['asOf', 'options', 'centralCity', 'tables'] as const

type Record = { readonly id: string }

/** null: records that stay changed places with each other. */
function pairsOf<T extends Record>(before: readonly T[], after: readonly T[]): Pair<T>[] | null {
  if (before === after) return []
  const pairs: Pair<T>[] = []
  if (before.length === after.length) {
    let aligned = true
    for (let at = 0; at < before.length && aligned; at++) {
      const [a, b] = [before[at]!, after[at]!]
      if (a === b) continue
      if (a.id === b.id) pairs.push({ before: a, after: b })
      else aligned = false
    }
    if (aligned) return pairs
  }
  const known = new Map(before.map((record, at) => [record.id, at]))
  const stays = new Set<string>()
  const shifted: Pair<T>[] = []
  let last = -1
  for (const record of after) {
    const at = known.get(record.id)
    if (at === undefined) {
      shifted.push({ before: null, after: record })
      continue
    }
    if (at < last) return null
    last = at
    stays.add(record.id)
    if (before[at] !== record) shifted.push({ before: before[at]!, after: record })
  }
  for (const record of before) if (!stays.has(record.id)) shifted.push({ before: record, after: null })
  return shifted
}

function peopleChange(before: People | null, after: People | null): PeopleChange {
  if (before === after) return 'none'
  if (!before || !after || before.id !== after.id || before.lng !== after.lng || before.lat !== after.lat || before.area !== after.area) return 'all'
  const points = new Set<number>()
  for (const key of peopleKeys) if (before[key] !== after[key]) for (const point of pointsApart(before, after, key)) points.add(point)
  return { points: [...points] }
}

function pointsApart(before: People, after: People, key: PeopleKey): number[] {
  const [a, b] = [before[key], after[key]]
  const points: number[] = []
  for (let point = 0; point < a.length; point++) if (!Object.is(a[point], b[point])) points.push(point)
  return points
}

function areasChange(before: readonly Area[], after: readonly Area[]): AreasChange {
  if (before === after) return 'none'
  if (before.length !== after.length) return 'all'
  for (let at = 0; at < before.length; at++) {
    const [a, b] = [before[at]!, after[at]!]
    if (a === b) continue
    for (const key of Object.keys(b) as (keyof Area)[]) if (a[key] !== b[key] && !peopleKeys.some((count) => count === key)) return 'all'
  }
  return 'counts'
}

function itemsChanged(before: Study['facts'], after: Study['facts']): ReadonlySet<string> | null {
  if (before === after) return null
  const items = new Set<string>()
  if (before.length !== after.length) for (const { item } of [...before, ...after]) items.add(item)
  else
    for (let at = 0; at < before.length; at++)
      if (before[at] !== after[at]) {
        items.add(before[at]!.item)
        items.add(after[at]!.item)
      }
  return items
}

/** The distances of the demand points, kept while facilities and streets change: one state for each model and distinct set of counted facilities, shared by its clauses. */
import type { Facility, Study } from '../../model/study'
import { walkLack } from '../../reach/study-walk'
import type { Judging } from '../evaluator'
import type { Changes } from './live-changes'
import { circleSites, walkSites, type LiveSites, type WalkSites } from './live-sites'
import { liveStreets, type LiveStreets } from './live-streets'
import { byOf } from '../reach-asked'
import { demandPoints, walkersOf, wayOf, type Near, type ReachBy } from '../reach-figures'
import type { Measures, Who } from '../reach-inside'
import { siteNumbers } from '../site-numbers'

export type LiveDistances = {
  /** Distances by the model in force that stay true while facilities change; the nearest of their Near are numbers of its sites. */
  readonly measures: (judging: Judging, keys: string[]) => Measures
  /** Points that the last change touched, of each set; the keys are those that measures() gave out. */
  readonly touchedBy: (keys: readonly string[]) => readonly (readonly number[])[]
  /** False: the order of the facilities cannot be kept, begin anew. */
  readonly follow: (study: Study, changes: Changes) => boolean
  /** The number of a facility in every set. */
  readonly numberOf: (id: string) => number
}

type Kept = {
  readonly who: Who
  readonly state: LiveSites | WalkSites
  readonly has: Uint8Array
  readonly leftOut: Set<number>
  /** By limit: in a straight line to the sites that nobody walks to. */
  readonly beside: Map<number, LiveSites>
}

export function liveDistances(first: Study): LiveDistances {
  const { people, from } = demandPoints(first)
  const numbers = siteNumbers(first.facilities)
  /** By number, each as it is now. */
  const sites: Facility[] = []
  for (const facility of first.facilities) sites[numbers.of(facility.id)] = facility
  let study = first
  /** Made when somebody walks. */
  let streets: LiveStreets | null = null
  const kept = new Map<string, Kept>()

  const keep = (by: ReachBy, who: Who, most: number): { key: string; entry: Kept } => {
    // Distances up to a limit are kept apart from those at any distance.
    const key = `${wayOf(by)} ${who.key} ${most}`
    const known = kept.get(key)
    if (known) return { key, entry: known }
    const has = new Uint8Array(numbers.size)
    for (const facility of study.facilities) if (facility.at !== null && who.has(facility)) has[numbers.of(facility.id)] = 1
    const placeOf = (number: number) => (has[number] === 1 ? sites[number]!.at : null)
    const state = by ? walkSites((streets ??= liveStreets(study, walkersOf(study))), numbers.size, placeOf, by, most) : circleSites(people, numbers.size, placeOf, most)
    const entry: Kept = { who, state, has, leftOut: new Set(), beside: new Map() }
    for (let number = 0; number < has.length; number++) if (state.isLeftOut(number)) entry.leftOut.add(number)
    kept.set(key, entry)
    return { key, entry }
  }
  const besideOf = (entry: Kept, limit: number): LiveSites => {
    const known = entry.beside.get(limit)
    if (known) return known
    const made = circleSites(people, numbers.size, (number) => (entry.leftOut.has(number) ? sites[number]!.at : null), limit)
    entry.beside.set(limit, made)
    return made
  }

  const followStreets = (): void => {
    if (streets === null || walkLack(study) !== null) return
    const changed = streets.follow(study)
    if (changed === null) streets = liveStreets(study, walkersOf(study))
    for (const entry of kept.values()) {
      const { state } = entry
      if (!('onStreets' in state)) continue
      if (changed === null) state.onStreets(streets)
      else state.take(changed)
      for (let number = 0; number < entry.has.length; number++) settleLeftOut(entry, number, sites)
    }
  }

  return {
    numberOf: numbers.of,
    measures: (judging, keys) => {
      const by = byOf(judging)
      const asked = (who: Who, most: number): Kept => {
        const { key, entry } = keep(by, who, most)
        if (!keys.includes(key)) keys.push(key)
        return entry
      }
      return {
        leavesOut: by !== null,
        nearest: (who): Near => {
          const entry = asked(who, Infinity)
          return {
            people: demandPoints(study).people,
            from,
            sites,
            reach: entry.state,
            leftOut: (point) => (Number.isNaN(people.lng[point]!) ? 'no-position' : entry.state.isOffStreets(point) ? 'snap-too-far' : null),
            get sitesLeftOut() {
              return [...entry.leftOut].sort((a, b) => a - b).map((number) => sites[number]!)
            },
          }
        },
        within: (who, limit) => ({ sites, metres: asked(who, limit).state.metres }),
        beside: (who, most, limit) => (by ? besideOf(asked(who, most), limit).metres : null),
      }
    },
    touchedBy: (keys) =>
      keys.flatMap((key) => {
        const { state, beside } = kept.get(key)!
        return [state.touched(), ...[...beside.values()].map((each) => each.touched())]
      }),
    follow: (next, changes) => {
      study = next
      if (changes.facilitiesShifted && !numbers.follow(next.facilities)) return false
      for (const { before, after } of changes.facilities) if (after) sites[numbers.of((after ?? before).id)] = after
      for (const entry of kept.values()) {
        entry.state.settle()
        for (const each of entry.beside.values()) each.settle()
      }
      if (changes.streets) followStreets()
      for (const entry of kept.values()) {
        for (const { before, after } of changes.facilities) {
          const number = numbers.of((after ?? before)!.id)
          place(entry, number, before, after)
          settleLeftOut(entry, number, sites)
        }
      }
      return true
    },
  }
}

function place({ who, state, has }: Kept, number: number, before: Facility | null, after: Facility | null): void {
  const stays = after !== null && after.at !== null && who.has(after)
  if (!stays && has[number] === 0) return
  if (stays && has[number] === 1 && before?.at?.[0] === after.at![0] && before.at[1] === after.at![1]) return
  has[number] = stays ? 1 : 0
  state.put(number, stays ? after.at : null)
}

function settleLeftOut({ state, has, leftOut, beside }: Kept, number: number, sites: readonly Facility[]): void {
  const isLeftOut = has[number] === 1 && state.isLeftOut(number)
  if (!isLeftOut && !leftOut.has(number)) return
  if (isLeftOut) leftOut.add(number)
  else leftOut.delete(number)
  for (const each of beside.values()) each.put(number, isLeftOut ? sites[number]!.at : null)
}

/** The distances of the demand points, kept while facilities change: one state for each distinct set of counted facilities, shared by its clauses. */
import type { Facility, Study } from '../model/study'
import { circleState, type CircleState, type Site } from '../reach/circle-state'
import type { Judging } from './evaluator'
import type { Changes } from './live-changes'
import type { Measures, Who } from './people-within-reach'
import { demandPoints, type Near } from './reach-figures'

export type LiveCircles = {
  /** Distances that stay true while facilities change; `nearest` of their Near are slots, and so are the numbers of its sites. */
  readonly measures: (judging: Judging) => Measures
  /** Keys of the sets that were asked for while this clause was built. */
  readonly keysOf: (judging: Judging) => readonly string[]
  /** Points that the last change touched, of each set. */
  readonly touchedBy: (keys: readonly string[]) => readonly (readonly number[])[]
  readonly follow: (study: Study, changes: Changes) => void
}

type Kept = { readonly who: Who; readonly state: CircleState; readonly slots: Map<string, number>; /** By slot. */ readonly sites: Facility[] }

export function liveCircles(first: Study): LiveCircles {
  const { people, from } = demandPoints(first)
  let study = first
  const kept = new Map<string, Kept>()
  const asked = new Map<string, string[]>()
  const keep = (judging: Judging, asker: Who, facilities: readonly Facility[], most = Infinity): Kept => {
    // Distances up to a limit are kept apart from those at any distance.
    const who: Who = { ...asker, key: `${asker.key} ${most}` }
    const list = asked.get(nameOf(judging)) ?? []
    asked.set(nameOf(judging), [...list, who.key])
    const known = kept.get(who.key)
    if (known) return known
    const rank = ranksOf(study)
    const sites = facilities.filter((facility) => facility.at !== null)
    const made: Kept = { who, state: circleState(people, sites.map((site) => siteOf(site, rank)), [], most), slots: new Map(sites.map(({ id }, slot) => [id, slot])), sites: [...sites] }
    kept.set(who.key, made)
    return made
  }
  return {
    keysOf: (judging) => asked.get(nameOf(judging)) ?? [],
    measures: (judging) => {
      asked.set(nameOf(judging), [])
      return {
        nearest: (who, facilities): Near => {
          const { state, sites } = keep(judging, who, facilities)
          return { people: demandPoints(study).people, from, sites, reach: state, leftOut: (point) => (Number.isNaN(people.lng[point]!) ? 'no-position' : null), sitesLeftOut: [] }
        },
        within: (who, facilities, limit) => {
          const { state, sites } = keep(judging, who, facilities, limit)
          return { sites, metres: state.metres }
        },
      }
    },
    touchedBy: (keys) => keys.map((key) => kept.get(key)!.state.touched()),
    follow: (next, changes) => {
      study = next
      const rank = changes.facilities.length > 0 ? ranksOf(next) : null
      for (const each of kept.values()) {
        each.state.settle()
        if (rank) moveSites(each, changes, rank)
      }
    },
  }
}

function moveSites({ who, state, slots, sites }: Kept, { facilities, facilitiesShifted }: Changes, rank: (id: string) => number): void {
  if (facilitiesShifted) state.rerank((slot) => rank(sites[slot]!.id))
  for (const { before, after } of facilities) {
    const id = (after ?? before)!.id
    const slot = slots.get(id)
    const stays = after !== null && after.at !== null && who.has(after)
    if (slot !== undefined && !stays) {
      state.removeSite(slot)
      slots.delete(id)
    } else if (stays && slot === undefined) {
      // A slot is never given to another facility: results may still name the one that had it.
      slots.set(id, sites.length)
      sites.push(after)
      state.addSite(sites.length - 1, siteOf(after, rank))
    } else if (stays && slot !== undefined) {
      sites[slot] = after
      // Whether it stands outside the study goes by its unit as well, and is said where it is the nearest.
      if (before?.at?.[0] !== after.at![0] || before?.at?.[1] !== after.at![1] || before?.area !== after.area) state.moveSite(slot, siteOf(after, rank))
    }
  }
}

const siteOf = ({ id, at }: Facility, rank: (id: string) => number): Site => ({ lng: at![0], lat: at![1], rank: rank(id) })
const nameOf = ({ pack, clause }: Judging): string => `${pack.id} ${clause.id}`

/** Equal distances go to the facility that stands first in the ledger. */
function ranksOf({ facilities }: Study): (id: string) => number {
  let index: Map<string, number> | null = null
  return (id) => (index ??= new Map(facilities.map((facility, at) => [facility.id, at]))).get(id) ?? -1
}

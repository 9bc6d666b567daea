/** Is a demand point within reach of what a clause counts: for certain, and if all that is unknown counts. */
import type { Facility } from '../model/study'
import type { Judging } from './evaluator'
import { matches, type Tri } from './match'
import { byOf, metresOf } from './reach-asked'
import { offers, parametersOf, testOf, type CountedFacilities } from './reach-facilities'
import { isWithin, metresWithin, nearest, type Near } from './reach-figures'

/** What is reached for certain, and what may be if all that is unknown counts: the very same where nothing is. */
export type Insides = { readonly inside: Inside; readonly generous: Inside }

export function insideOf(judging: Judging, { sure, unsure }: CountedFacilities, measures?: Measures): Insides {
  const inside = insideTest(judging, sure, 'sure', measures)
  const unknown = unsure.length > 0 || inside.unsure
  if (!unknown && !(measures?.leavesOut ?? inside.near.sitesLeftOut.length > 0)) return { inside, generous: inside }
  return { inside, generous: insideTest(judging, [...sure, ...unsure], unknown ? 'generous' : 'generous-of-sure', measures) }
}

/** What is reached for certain only. */
export function surelyInside(judging: Judging, { sure }: Pick<CountedFacilities, 'sure'>, measures?: Measures): Insides {
  const inside = insideTest(judging, sure, 'sure', measures)
  return { inside, generous: inside }
}

export type Inside = { readonly near: Near; readonly of: (point: number) => boolean; readonly groups: readonly { readonly id: string; readonly sites: readonly Facility[]; readonly of: (point: number) => boolean }[]; readonly unsure: boolean }

/** Where the distances come from. `who` says which facilities they are of, whatever ledger holds them. */
export type Measures = {
  readonly nearest: (who: Who) => Near
  readonly within: (who: Who, limit: number) => { readonly sites: readonly Facility[]; readonly metres: Float64Array }
  /** Metres in a straight line, up to the limit, to those facilities that nobody walks to; `most` as they were asked for. null: nobody is left out. */
  readonly beside: (who: Who, most: number, limit: number) => Float64Array | null
  /** Some facility may stand where nobody walks to. */
  readonly leavesOut: boolean
}

/** Two of the same key hold the same facilities of any ledger. */
export type Who = { readonly key: string; readonly has: (facility: Facility) => boolean }

/** generous: what is unknown counts as there, and who is near a facility beside the streets is near it; of-sure: where nothing is unknown. */
type Certainty = 'sure' | 'generous' | 'generous-of-sure'

/** Is a demand point within reach? With service groups: of every group. */
function insideTest(judging: Judging, facilities: readonly Facility[], certainty: Certainty, measures?: Measures): Inside {
  const { study, facts } = judging
  const parameters = parametersOf(judging)
  const limit = metresOf(judging, parameters.reach)
  const by = byOf(judging)
  const test = testOf(judging, parameters)
  const wide = certainty === 'generous'
  const counts = (answer: Tri) => answer === 'yes' || (wide && answer === 'unknown')
  const whole: Who = { key: JSON.stringify([test, wide]), has: (facility) => counts(matches(facility, test, facts)) }
  const near = measures ? measures.nearest(whole) : nearest(study, facilities, by)
  if (!parameters.serviceGroups) return { near, of: withinOf(facilities, near.reach.metres, (kept) => kept.beside(whole, Infinity, limit)), groups: [], unsure: false }
  let unsure = false
  const groups = parameters.serviceGroups.map((group) => {
    const members = facilities.filter((facility) => {
      const answer = offers(facility, group)
      if (answer === 'unknown') unsure = true
      return counts(answer)
    })
    const who: Who = { key: JSON.stringify([test, wide, group]), has: (facility) => whole.has(facility) && counts(offers(facility, group)) }
    const { sites, metres } = measures ? measures.within(who, limit) : metresWithin(study, members, limit, by)
    return { id: group.id, sites, of: withinOf(members, metres, (kept) => kept.beside(who, limit, limit)) }
  })
  return { near, of: (point) => groups.every((group) => group.of(point)), groups, unsure }

  function withinOf(members: readonly Facility[], metres: Float64Array, besideKept: (kept: Measures) => Float64Array | null): (point: number) => boolean {
    const { at } = parameters.reach
    // A facility beside the streets may be walked to by those who are that near in a straight line.
    const beside = certainty === 'sure' ? null : measures ? besideKept(measures) : besideStreets(members)
    if (beside === null) return (point) => isWithin(metres[point]!, limit, at)
    return (point) => isWithin(metres[point]!, limit, at) || isWithin(beside[point]!, limit, at)
  }

  function besideStreets(members: readonly Facility[]): Float64Array | null {
    const own = new Set(members)
    const off = near.sitesLeftOut.filter((site) => own.has(site))
    return off.length === 0 ? null : metresWithin(study, off, limit).metres
  }
}

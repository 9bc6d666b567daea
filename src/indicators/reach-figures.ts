/** People within reach of the facilities of a clause: decided at points, on distances rounded to 1 mm. */
import { demandOf, type PeopleKey } from '../model/build-people'
import type { Facility, People, Study } from '../model/study'
import { circleReach, nearestWithin, type CircleReach } from '../reach/circle'

export type Near = {
  readonly people: People
  readonly from: 'people' | 'compounds' | 'areas'
  /** Counted facilities that have a position, in order of `reach.nearest`. */
  readonly sites: readonly Facility[]
  readonly reach: CircleReach
}

const demands = new WeakMap<Study, ReturnType<typeof demandOf>>()

/** The study's demand points: people, else compounds, else the lowest units. Built once per study. */
export function demandPoints(study: Study): ReturnType<typeof demandOf> {
  const known = demands.get(study)
  if (known) return known
  const made = demandOf(study)
  demands.set(study, made)
  return made
}

const answers = new WeakMap<Study, Map<string, Near>>()

/** Nearest facility and distance of every demand point; asked again with the same facilities it is not computed again. */
export function nearest(study: Study, facilities: readonly Facility[]): Near {
  const sites = facilities.filter((facility) => facility.at !== null)
  const key = sites.map((site) => site.id).join('\u0001')
  let known = answers.get(study)
  if (!known) answers.set(study, (known = new Map()))
  const found = known.get(key)
  if (found) return found
  const { people, from } = demandPoints(study)
  const reach = circleReach(people, { lng: Float64Array.from(sites, (site) => site.at![0]), lat: Float64Array.from(sites, (site) => site.at![1]) }, [])
  const near = { people, from, sites, reach }
  known.set(key, near)
  return near
}

/** Metres of every demand point to the nearest of some facilities where it lies within the limit, else NaN; cheaper than asking for the nearest at any distance. */
export function metresWithin(study: Study, facilities: readonly Facility[], limit: number): { readonly sites: readonly Facility[]; readonly metres: Float64Array } {
  const sites = facilities.filter((facility) => facility.at !== null)
  const { people } = demandPoints(study)
  return { sites, metres: nearestWithin(people, { lng: Float64Array.from(sites, (site) => site.at![0]), lat: Float64Array.from(sites, (site) => site.at![1]) }, limit).metres }
}

/** Metres from each of some points, to the millimetre, to the nearest of the sites; NaN without one. */
export const distancesTo = (points: { readonly lng: Float64Array; readonly lat: Float64Array }, sites: readonly Facility[]): Float64Array =>
  circleReach(points, { lng: Float64Array.from(sites, (site) => site.at![0]), lat: Float64Array.from(sites, (site) => site.at![1]) }, []).metres

/** most: within or exactly at the metres; below: strictly nearer. NaN (no facility, no position) is not within. */
export const isWithin = (metres: number, limit: number, at: 'most' | 'below'): boolean => (at === 'below' ? metres < limit : metres <= limit)

/** Sums of one count over some points; points without a figure or a place are left out of both halves and counted. */
export type PeopleWithin = { within: number; all: number; unknownCount: number; unplaced: number; points: number }

export const noPeople = (): PeopleWithin => ({ within: 0, all: 0, unknownCount: 0, unplaced: 0, points: 0 })

/** Adds a point to a sum. */
export function addPoint(sum: PeopleWithin, people: People, key: PeopleKey, index: number, inside: boolean): void {
  sum.points++
  const count = people[key][index]!
  if (Number.isNaN(count)) sum.unknownCount++
  else if (Number.isNaN(people.lng[index]!)) sum.unplaced++
  else {
    sum.all += count
    if (inside) sum.within += count
  }
}

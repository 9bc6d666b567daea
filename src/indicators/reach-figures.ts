/** People within reach of the facilities of a clause: decided at points, on distances in whole millimetres, in a straight line or along the streets. */
import { demandOf, type PeopleKey } from '../model/build-people'
import type { Facility, People, Study } from '../model/study'
import { circleReach, nearestWithin } from '../reach/circle'
import type { Pace } from '../reach/pace-options'
import { walkDemandOf, walkOf } from '../reach/study-walk'
import { walkReach, type WalkDemand } from '../reach/walk'

export type ReachModel = 'circle' | 'walk'
/** Along the streets at this pace; null: in a straight line. */
export type ReachBy = Pace | null

/** Index of the nearest site of every demand point, and metres to it, to the millimetre; NaN: none, or the point cannot be used. */
export type Distances = { readonly nearest: Int32Array; readonly metres: Float64Array }

export type Near = {
  readonly people: People
  readonly from: 'people' | 'compounds' | 'areas'
  /** Counted facilities that have a position, in order of `reach.nearest`. */
  readonly sites: readonly Facility[]
  readonly reach: Distances
  /** Why a point is in neither half; null where it is judged. */
  readonly leftOut: (point: number) => 'no-position' | 'snap-too-far' | null
  /** Sites that nobody walks to: over 100 m from any street. */
  readonly sitesLeftOut: readonly Facility[]
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

/** The demand of a study as it is known from the study before it. */
export const keepDemand = (study: Study, demand: ReturnType<typeof demandOf>): unknown => demands.get(study) ?? demands.set(study, demand)

const answers = new WeakMap<Study, Map<string, Near>>()

/** Nearest facility and distance of every demand point; asked again with the same facilities it is not computed again. A walk needs streets (walkLack). */
export function nearest(study: Study, facilities: readonly Facility[], by: ReachBy = null): Near {
  const sites = facilities.filter((facility) => facility.at !== null)
  const key = [wayOf(by), ...sites.map((site) => site.id)].join('\u0001')
  let known = answers.get(study)
  if (!known) answers.set(study, (known = new Map()))
  const found = known.get(key)
  if (found) return found
  const near = by ? walkNear(study, sites, by) : circleNear(study, sites)
  known.set(key, near)
  return near
}

function circleNear(study: Study, sites: readonly Facility[]): Near {
  const { people, from } = demandPoints(study)
  return { people, from, sites, reach: circleReach(people, placesOf(sites), []), leftOut: (point) => unplaced(people, point), sitesLeftOut: [] }
}

/** On level ground every speed is read off the same distances; only a delay counts for more metres the faster one walks. */
export const wayOf = (by: ReachBy): string => (by === null ? 'circle' : by.crossingDelayS > 0 ? `walk ${by.crossingDelayS} ${by.stepsPenalty} ${by.speed}` : `walk ${by.stepsPenalty}`)

/** One search to any distance: every limit is read off the same distances. */
function walkNear(study: Study, sites: readonly Facility[], pace: Pace): Near {
  const { people, from } = demandPoints(study)
  const reach = walkReach(networkOf(study), walkersOf(study), placesOf(sites), [], pace)
  return {
    people,
    from,
    sites,
    reach,
    leftOut: (point) => unplaced(people, point) ?? (reach.excluded[point] === 1 ? 'snap-too-far' : null),
    sitesLeftOut: sites.filter((_, site) => reach.siteExcluded[site] === 1),
  }
}

const walkers = new WeakMap<People, WalkDemand>()

/** The demand points as they leave for a walk. */
export function walkersOf(study: Study): WalkDemand {
  const { people, from } = demandPoints(study)
  // Gates belong to the compounds, which an edit may change while the people stay as they are.
  if (from === 'compounds') return walkDemandOf(people, from, study.compounds)
  const known = walkers.get(people) ?? walkDemandOf(people, from, study.compounds)
  walkers.set(people, known)
  return known
}

function networkOf(study: Study) {
  const walk = walkOf(study)
  if (!walk) throw new Error('no streets to walk on: ask walkLack first')
  return walk.network
}

/** Metres of every demand point to the nearest of some facilities where it lies within the limit, else NaN; in a straight line cheaper than asking for the nearest at any distance. */
export function metresWithin(study: Study, facilities: readonly Facility[], limit: number, by: ReachBy = null): { readonly sites: readonly Facility[]; readonly metres: Float64Array } {
  const sites = facilities.filter((facility) => facility.at !== null)
  if (by) return { sites, metres: nearest(study, sites, by).reach.metres }
  const { people } = demandPoints(study)
  return { sites, metres: nearestWithin(people, placesOf(sites), limit).metres }
}

/** Metres from each of some points, to the millimetre, to the nearest of the sites; NaN without one. */
export const distancesTo = (study: Study, points: { readonly lng: Float64Array; readonly lat: Float64Array }, sites: readonly Facility[], by: ReachBy): Float64Array =>
  (by ? walkReach(networkOf(study), points, placesOf(sites), [], by) : circleReach(points, placesOf(sites), [])).metres

const placesOf = (sites: readonly Facility[]) => ({ lng: Float64Array.from(sites, (site) => site.at![0]), lat: Float64Array.from(sites, (site) => site.at![1]) })
const unplaced = (people: People, point: number): 'no-position' | null => (Number.isNaN(people.lng[point]!) ? 'no-position' : null)

/** most: within or exactly at the metres; below: strictly nearer. NaN (no facility, no position) is not within. */
export const isWithin = (metres: number, limit: number, at: 'most' | 'below'): boolean => (at === 'below' ? metres < limit : metres <= limit)

/** Sums of one count over some points; points without a figure, a place or (on foot) a street are left out of both halves and counted. */
export type PeopleWithin = { within: number; all: number; unknownCount: number; unplaced: number; offStreets: number; points: number }

export const noPeople = (): PeopleWithin => ({ within: 0, all: 0, unknownCount: 0, unplaced: 0, offStreets: 0, points: 0 })

/** Adds a point to a sum. */
export function addPoint(sum: PeopleWithin, { people, leftOut }: Near, key: PeopleKey, index: number, inside: boolean): void {
  sum.points++
  const count = people[key][index]!
  const out = leftOut(index)
  if (Number.isNaN(count)) sum.unknownCount++
  else if (out === 'no-position') sum.unplaced++
  else if (out === 'snap-too-far') sum.offStreets++
  else {
    sum.all += count
    if (inside) sum.within += count
  }
}

/** The distances that decide for each point of a clause's scope whether it is reached. */
export type PointReach = {
  readonly near: Near
  /** To the nearest facility; where a clause asks for several services, to the furthest of the nearest ones. */
  readonly metres: Float64Array
  readonly limit: number
  readonly at: 'most' | 'below'
  readonly key: PeopleKey
  readonly inScope: (point: number) => boolean
}

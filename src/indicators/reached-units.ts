/** The reached reading of coverage: people of the units within the distance, each unit with its own share. */
import type { Facility } from '../model/study'
import { meets, missing } from './compare'
import { quotient, sumOfShortfalls, thresholdOf, type Judged, type Judging } from './evaluator'
import { addPoint, isWithin, nearest, noPeople, type PeopleWithin } from './reach-figures'
import { peopleKeyOf, metresOf, type ReachAsked } from './reach-asked'
import type { State, UnitResult } from './result'
import type { Scope } from './units-in-scope'

/** Numerator and denominator are people; a unit without people that can be counted is no-data. */
export function reachedUnits(judging: Judging, scope: Scope, facilities: readonly Facility[], asked: ReachAsked): Judged {
  const near = nearest(judging.study, facilities)
  const key = peopleKeyOf(judging)
  const limit = metresOf(judging, asked)
  const threshold = thresholdOf(judging)
  const sums = new Map<string, PeopleWithin>(scope.units.map((unit) => [unit.id, noPeople()]))
  const unitOfArea = judging.study.areas.map((area) => judging.roster.chainOf(area.id).find((above) => sums.has(above.id))?.id)
  near.people.area.forEach((area, index) => {
    const id = area === -1 ? undefined : unitOfArea[area]
    if (id !== undefined) addPoint(sums.get(id)!, near.people, key, index, isWithin(near.reach.metres[index]!, limit, 'most'))
  })
  const units = scope.units.map((unit): UnitResult => {
    const sum = sums.get(unit.id)!
    const value = quotient(sum.within, sum.all)
    const state: State = value === null ? 'no-data' : threshold === null ? 'undecided' : meets(value, threshold) ? 'met' : 'unmet'
    return {
      id: unit.id,
      name: unit.name,
      kind: 'area',
      state,
      numerator: value === null ? null : sum.within,
      denominator: value === null ? null : sum.all,
      value,
      shortfall: value === null || threshold === null ? null : missing(threshold.value * sum.all, sum.within),
      why: value === null ? [{ code: 'people-unknown' }] : [],
      figures: { points: sum.points, unplaced: sum.unplaced, unknownCount: sum.unknownCount },
    }
  })
  const within = units.reduce((sum, unit) => sum + (unit.numerator ?? 0), 0)
  const all = units.reduce((sum, unit) => sum + (unit.denominator ?? 0), 0)
  const value = quotient(within, all)
  const unplacedSites = facilities.filter((facility) => facility.at === null)
  const fails = value !== null && threshold !== null && !meets(value, threshold)
  const state: State = value === null || (fails && unplacedSites.length > 0) ? 'no-data' : threshold === null ? 'undecided' : fails ? 'unmet' : 'met'
  return {
    state,
    numerator: value === null ? null : within,
    denominator: value === null ? null : all,
    value,
    threshold,
    unit: 'share',
    shortfall: value === null || threshold === null ? null : missing(threshold.value * all, within),
    shortfallOfUnits: sumOfShortfalls(units),
    why: value === null ? [{ code: 'people-unknown' }] : state === 'no-data' ? [{ code: 'no-position', detail: String(unplacedSites.length) }] : [],
    units,
    excluded: unplacedSites.map((facility) => ({ id: facility.id, why: 'no-position' })),
    problems: [],
    figures: { metres: limit, people: key, from: near.from, ...scope.counts },
  }
}

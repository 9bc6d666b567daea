/** The reached reading of coverage: people of the units within the distance, each unit with its own share. */
import type { PeopleKey } from '../model/build-people'
import type { Facility } from '../model/study'
import { walkLack } from '../reach/study-walk'
import { meets, missing } from './compare'
import { wholeUp } from './countable'
import { bothModels } from './both-models'
import { blank, quotient, sumOfShortfalls, thresholdOf, type Judged, type Judging } from './evaluator'
import { addPoint, isWithin, metresWithin, nearest, noPeople, type PeopleWithin } from './reach-figures'
import { byOf, metresOf, modelOf, peopleKeyOf, readAs, type ReachAsked } from './reach-asked'
import { reachedUnit } from './reached-unit'
import type { State } from './result'
import type { Scope } from './units-in-scope'

/** Numerator and denominator are people; unsure: facilities whose class is not known; a unit without people that can be counted is no-data. */
export function reachedUnits(judging: Judging, scope: Scope, facilities: readonly Facility[], unsure: readonly Facility[], asked: ReachAsked): Judged {
  const model = modelOf(judging)
  const lack = model === 'walk' ? walkLack(judging.study) : null
  if (lack) return blank('no-data', 'share', [{ code: lack }])
  const by = byOf(judging)
  const near = nearest(judging.study, facilities, by)
  // A facility beside the streets may be walked to by those who are that near in a straight line.
  const beside = near.sitesLeftOut.length > 0 ? metresWithin(judging.study, near.sitesLeftOut, metresOf(judging, asked)).metres : null
  const generous = unsure.length > 0 ? nearest(judging.study, [...facilities, ...unsure], by) : near
  const key = peopleKeyOf(judging)
  const limit = metresOf(judging, asked)
  const threshold = thresholdOf(judging)
  const sums = new Map<string, PeopleWithin>(scope.units.map((unit) => [unit.id, noPeople()]))
  const most = noPeople()
  /** Of each unit the point that is nearest to a facility. */
  const nearestPoint = new Map<string, number>()
  const unitOfArea = judging.study.areas.map((area) => judging.roster.chainOf(area.id).find((above) => sums.has(above.id))?.id)
  near.people.area.forEach((area, index) => {
    const id = area === -1 ? undefined : unitOfArea[area]
    if (id === undefined) return
    const { metres } = near.reach
    const before = nearestPoint.get(id)
    if (near.reach.nearest[index] !== -1 && (before === undefined || metres[index]! < metres[before]!)) nearestPoint.set(id, index)
    addPoint(sums.get(id)!, near, key, index, isWithin(near.reach.metres[index]!, limit, 'most'))
    addPoint(most, near, key, index, isWithin(generous.reach.metres[index]!, limit, 'most') || (beside !== null && isWithin(beside[index]!, limit, 'most')))
  })
  const units = scope.units.map((unit) => reachedUnit(judging, unit, sums.get(unit.id)!, nearestPoint.get(unit.id) ?? -1, near))
  const within = units.reduce((sum, unit) => sum + (unit.numerator ?? 0), 0)
  const all = units.reduce((sum, unit) => sum + (unit.denominator ?? 0), 0)
  const value = quotient(within, all)
  const unplacedSites = [...facilities, ...unsure].filter((facility) => facility.at === null)
  const fails = value !== null && threshold !== null && !meets(value, threshold)
  // A facility without a place, or of unknown class, may stand within reach of those who are not reached.
  const mayPass = fails && (unplacedSites.length > 0 || meets(most.within / all, threshold))
  const state: State = value === null || mayPass ? 'no-data' : threshold === null ? 'undecided' : fails ? 'unmet' : 'met'
  return {
    state,
    numerator: value === null ? null : within,
    denominator: value === null ? null : all,
    value,
    threshold,
    unit: 'share',
    shortfall: value === null || threshold === null ? null : wholeUp(missing(threshold.value * all, within), true),
    shortfallOfUnits: sumOfShortfalls(units),
    why: value === null ? [{ code: 'people-unknown' }] : state === 'no-data' ? [unplacedSites.length > 0 ? { code: 'no-position', detail: String(unplacedSites.length) } : { code: 'unknown-may-change', detail: String(unsure.length + near.sitesLeftOut.length) }] : [],
    units,
    excluded: [...unplacedSites.map((facility) => ({ id: facility.id, why: 'no-position' })), ...near.sitesLeftOut.map(({ id }) => ({ id, why: 'snap-too-far' })), ...unsure.filter(({ at }) => at !== null).map((facility) => ({ id: facility.id, why: 'class-unknown' }))].sort((a, b) => (a.id < b.id ? -1 : 1)),
    problems: [],
    figures: { metres: limit, people: key, from: near.from, ...scope.counts, ...bothModels(judging, asked, (model) => sumWithin(readAs(judging, model), scope, facilities, key, asked)) },
  }
}

/** The people of all units within the distance by one model. */
function sumWithin(judging: Judging, scope: Scope, facilities: readonly Facility[], key: PeopleKey, asked: ReachAsked): PeopleWithin {
  const { study, roster } = judging
  const near = nearest(study, facilities, byOf(judging))
  const limit = metresOf(judging, asked)
  const ids = new Set(scope.units.map(({ id }) => id))
  const inScope = study.areas.map(({ id }) => roster.chainOf(id).some((above) => ids.has(above.id)))
  const sum = noPeople()
  near.people.area.forEach((area, index) => area !== -1 && inScope[area] && addPoint(sum, near, key, index, isWithin(near.reach.metres[index]!, limit, 'most')))
  return sum
}

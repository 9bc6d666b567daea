/** The reached reading of coverage: people of the units within the distance, each unit with its own share. */
import type { Facility, Study } from '../model/study'
import { walkLack } from '../reach/study-walk'
import { bothModels } from './both-models'
import { meets, missing } from './compare'
import { wholeUp } from './countable'
import { blank, quotient, thresholdOf, type Judged, type Judging } from './evaluator'
import type { Tri } from './match'
import { countUnits, generousOf, shortfallOf, totalOf, type PeopleCounted } from './people-counted'
import { byOf, metresOf, modelOf, peopleKeyOf, readAs, type ReachAsked } from './reach-asked'
import { isWithin, metresWithin, nearest, type PeopleWithin, type ReachModel } from './reach-figures'
import type { Measures, Who } from './reach-inside'
import type { State } from './result'
import type { Scope } from './units-in-scope'

/** Whether a facility counts; two of the same key answer alike. */
export type FacilityClass = { readonly key: string; readonly of: (facility: Facility) => Tri }

export type ReachedAsked = { readonly scope: Scope; readonly counts: FacilityClass; readonly asked: ReachAsked }

/** sure: facilities that count; unsure: those whose class is not known. */
export type ReachedBy = { readonly sure: readonly Facility[]; readonly unsure: readonly Facility[] }

export function reachedBy({ facilities }: Study, { of }: FacilityClass): ReachedBy {
  const classes = facilities.map((facility) => ({ facility, answer: of(facility) }))
  const those = (wanted: Tri) => classes.filter(({ answer }) => answer === wanted).map(({ facility }) => facility)
  return { sure: those('yes'), unsure: those('unknown') }
}

/** Numerator and denominator are people; a unit without people that can be counted is no-data. */
export function reachedUnits(judging: Judging, reached: ReachedAsked): Judged {
  const lack = modelOf(judging) === 'walk' ? walkLack(judging.study) : null
  if (lack) return blank('no-data', 'share', [{ code: lack }])
  const by = reachedBy(judging.study, reached.counts)
  return reachedFrom(judging, reached, by, countReached(judging, reached, by))
}

/** The people of every unit, counted; measures: distances that are kept. surely: what is unknown is not asked for. */
export function countReached(judging: Judging, { scope, counts, asked }: ReachedAsked, { sure, unsure }: ReachedBy, measures?: Measures, surely = false): PeopleCounted {
  const { study } = judging
  const by = byOf(judging)
  const limit = metresOf(judging, asked)
  const wide = !surely && unsure.length > 0
  const whoIs = (isWide: boolean): Who => ({ key: `${counts.key} ${isWide}`, has: (facility) => ['yes', ...(isWide ? ['unknown'] : [])].includes(counts.of(facility)) })
  const near = measures ? measures.nearest(whoIs(false)) : nearest(study, sure, by)
  const most = !wide ? near : measures ? measures.nearest(whoIs(true)) : nearest(study, [...sure, ...unsure], by)
  // A facility beside the streets may be walked to by those who are that near in a straight line.
  const off = surely || measures ? [] : most.sitesLeftOut
  const beside = surely ? null : measures ? measures.beside(whoIs(wide), Infinity, limit) : off.length > 0 ? metresWithin(study, off, limit).metres : null
  const inside = (point: number) => isWithin(near.reach.metres[point]!, limit, 'most')
  const perhaps = (point: number) => isWithin(most.reach.metres[point]!, limit, 'most') || (beside !== null && isWithin(beside[point]!, limit, 'most'))
  return countUnits(judging, { question: { near, key: peopleKeyOf(judging), sure: inside, generous: most === near && beside === null ? inside : perhaps, groups: [] }, limit, scope: scope.units, whole: false, ownPoints: null, tellsCircle: false })
}

/** The answer from people who are counted already. */
export function reachedFrom(judging: Judging, reached: ReachedAsked, { sure, unsure }: ReachedBy, work: PeopleCounted, totalBeside: (other: ReachModel) => PeopleWithin = (other) => totalOf(countReached(readAs(judging, other), reached, { sure, unsure }, undefined, true))): Judged {
  const { scope, asked } = reached
  const { near, key } = work.question
  const threshold = thresholdOf(judging)
  const units = work.units.slice()
  const total = totalOf(work)
  const { within, all } = total
  const value = quotient(within, all)
  const unplacedSites = [...sure, ...unsure].filter((facility) => facility.at === null)
  const fails = value !== null && threshold !== null && !meets(value, threshold)
  // A facility without a place, or of unknown class, may stand within reach of those who are not reached.
  const mayPass = fails && (unplacedSites.length > 0 || meets(generousOf(work) / all, threshold))
  const state: State = value === null || mayPass ? 'no-data' : threshold === null ? 'undecided' : fails ? 'unmet' : 'met'
  return {
    state,
    numerator: value === null ? null : within,
    denominator: value === null ? null : all,
    value,
    threshold,
    unit: 'share',
    shortfall: value === null || threshold === null ? null : wholeUp(missing(threshold.value * all, within), true),
    shortfallOfUnits: shortfallOf(work),
    why: value === null ? [{ code: 'people-unknown' }] : state === 'no-data' ? [unplacedSites.length > 0 ? { code: 'no-position', detail: String(unplacedSites.length) } : { code: 'unknown-may-change', detail: String(unsure.length + near.sitesLeftOut.length) }] : [],
    units,
    excluded: [...unplacedSites.map((facility) => ({ id: facility.id, why: 'no-position' })), ...near.sitesLeftOut.map(({ id }) => ({ id, why: 'snap-too-far' })), ...unsure.filter(({ at }) => at !== null).map((facility) => ({ id: facility.id, why: 'class-unknown' }))].sort((a, b) => (a.id < b.id ? -1 : 1)),
    problems: [],
    figures: { metres: work.limit, people: key, from: near.from, ...scope.counts, ...bothModels(judging, asked, (other) => (other === modelOf(judging) ? total : totalBeside(other))) },
  }
}

/** The people of every unit of a clause, counted once and kept, so that one unit can be counted again. */
import type { Area, Facility } from '../model/study'
import { circleOf, unitPoints } from './circle-of-unit'
import type { Judging } from './evaluator'
import { groupSum, type GroupSum } from './group-sum'
import { allPeople, flagsOf, met, noTallies, peopleOf, pointGroups, sumOf, tallyGroup, type PointGroups, type Question, type Tallies } from './people-tally'
import { metresOf, peopleKeyOf } from './reach-asked'
import { parametersOf } from './reach-facilities'
import type { PeopleWithin } from './reach-figures'
import type { Insides } from './reach-inside'
import { reachedUnit } from './reached-unit'
import type { Excluded, UnitResult } from './result'
import { unitsInScope } from './units-in-scope'

/** The people of every unit, counted; what is asked of each point, so that one unit can be counted again. */
export type PeopleCounted = {
  readonly question: Question
  readonly limit: number
  readonly scope: readonly Area[]
  readonly points: PointGroups
  /** Of each point what it was last found to be (flagsOf). */
  readonly flags: Int32Array
  /** Of each unit of the scope, then of the points of no unit, some at a time. */
  readonly tallies: Tallies
  /** What each unit lacks, and how many units can say it. */
  readonly shortfalls: { readonly sums: GroupSum; readonly said: GroupSum }
  /** Every point is judged, also those of no unit. */
  readonly whole: boolean
  /** Whether each unit is in the circle: for certain, and if all that is unknown counts; null: it cannot be told. */
  readonly answers: { sure: boolean | null; generous: boolean | null }[]
  readonly units: UnitResult[]
  /** Ids of the units with a point of their own that is within, under the reading that asks for it. */
  readonly ownPoints: { readonly sure: ReadonlyMap<string, boolean>; readonly generous: ReadonlyMap<string, boolean> } | null
  /** A unit says whether it is in the circle. */
  readonly tellsCircle: boolean
  /** What is left out as it was last listed, and of which lists; null: not yet. */
  readonly listed: { of: { readonly sure: readonly Facility[]; readonly unsure: readonly Facility[]; readonly sitesLeftOut: readonly Facility[]; readonly points: readonly Excluded[] } | null; excluded: readonly Excluded[] }
}

export function countPeople(judging: Judging, { inside, generous }: Insides): PeopleCounted {
  const parameters = parametersOf(judging)
  const { roster, reading } = judging
  const limit = metresOf(judging, parameters.reach)
  const scope = unitsInScope(judging, parameters.units, null).units
  return countUnits(judging, {
    question: { near: inside.near, key: peopleKeyOf(judging, parameters.people.measure), sure: inside.of, generous: generous.of, groups: inside.groups.map((group) => group.of) },
    limit,
    scope,
    whole: reading.reachScope === 'whole' || roster.areas.length === 0,
    ownPoints: reading.reachUnit === 'unit-point' ? { sure: unitPoints(judging, scope, inside, limit), generous: unitPoints(judging, scope, generous, limit) } : null,
    tellsCircle: true,
  })
}

/** Counts the people of every unit of a scope by what is asked of each point. */
export function countUnits(judging: Judging, asked: Pick<PeopleCounted, 'question' | 'limit' | 'scope' | 'whole' | 'ownPoints' | 'tellsCircle'>): PeopleCounted {
  const { study, roster } = judging
  const { scope, question } = asked
  const numberOf = new Map(scope.map((unit, index) => [unit.id, index]))
  const unitOfArea = study.areas.map((area) => numberOf.get(roster.chainOf(area.id).find((above) => numberOf.has(above.id))?.id ?? '') ?? -1)
  const points = pointGroups(question.near.people, unitOfArea, scope.length)
  const shortfalls = { sums: groupSum(scope.length), said: groupSum(scope.length) }
  const flags = Int32Array.from(points.groupOf, (_, point) => flagsOf(question, point))
  const work: PeopleCounted = { ...asked, points, flags, tallies: noTallies(points, question.groups.length), shortfalls, answers: [], units: [], listed: { of: null, excluded: [] } }
  for (let group = 0; group < points.count; group++) countGroup(judging, work, group)
  return work
}

/** Counts a unit anew, or (from the last unit on) some points of no unit. */
export function countGroup(judging: Judging, work: PeopleCounted, group: number): void {
  const { question, scope, tallies, answers, units, ownPoints, tellsCircle, shortfalls } = work
  tallyGroup(tallies, group, question, work.flags)
  const unit = scope[group]
  if (!unit) return
  const people = peopleOf(tallies, group)
  const bits = tallies.met[group]!
  const { reachUnit } = judging.reading
  const sure = circleOf(reachUnit, people, (bits & met.any) > 0, (bits & met.every) > 0, ownPoints?.sure.get(unit.id) ?? null)
  const generous = circleOf(reachUnit, { ...people, within: tallies.generous.units.at(group) }, (bits & met.anyPerhaps) > 0, (bits & met.everyPerhaps) > 0, ownPoints?.generous.get(unit.id) ?? null)
  answers[group] = { sure, generous }
  const result = reachedUnit(judging, unit, people, tallies.nearestPoint[group]!, question.near, tellsCircle ? { inCircle: sure === null ? null : sure ? 1 : 0 } : {})
  units[group] = result
  shortfalls.sums.set(group, result.shortfall ?? 0)
  shortfalls.said.set(group, result.shortfall === null ? 0 : 1)
}

/** All who are judged, and those within. */
export const totalOf = ({ tallies, whole }: PeopleCounted): PeopleWithin => allPeople(tallies, whole)

/** Of all who are judged those within when every unknown facility counts as well. */
export const generousOf = ({ tallies, whole }: PeopleCounted): number => sumOf(tallies.generous, whole)

/** null when no unit can say what it lacks. */
export const shortfallOf = ({ shortfalls }: PeopleCounted): number | null => (shortfalls.said.sum() === 0 ? null : shortfalls.sums.sum())

/** What the counted people of a clause come to. */
import { byUnits } from './circle-of-unit'
import { quotient, type Judging } from './evaluator'
import { generousOf, shortfallOf, totalOf, type PeopleCounted } from './people-counted'
import { excludedPoints, peopleApart, sumOf } from './people-tally'
import { modelOf } from './reach-asked'
import { parametersOf } from './reach-facilities'
import { noPeople, type PeopleWithin } from './reach-figures'
import type { Excluded, UnitResult } from './result'

export type PeopleFigures = {
  readonly units: readonly UnitResult[]
  readonly shortfallOfUnits: number | null
  readonly total: PeopleWithin
  /** People within when every unknown facility counts as well. */
  readonly generous: number
  /** The very list of before while the same points are left out. */
  readonly excluded: readonly Excluded[]
  readonly more: Readonly<Record<string, number | string | null>>
  /** Units in the circle, all units, and how many more may be in it: those that cannot be told, or are in it if an unknown facility counts. */
  readonly inUnits: { readonly inside: number; readonly judged: number; readonly perhaps: number; readonly untold: number } | null
}

export function figuresOf(judging: Judging, work: PeopleCounted): PeopleFigures {
  const { question, tallies, whole, answers, units } = work
  const serviceIds = parametersOf(judging).serviceGroups?.map(({ id }) => id) ?? []
  const total = totalOf(work)
  const apart = whole ? noPeople() : peopleApart(tallies)
  const told = byUnits(judging.reading) ? answers.filter(({ sure }) => sure !== null) : []
  return {
    units: units.slice(),
    shortfallOfUnits: shortfallOf(work),
    total,
    generous: generousOf(work),
    excluded: excludedPoints(tallies, question.near.people, whole),
    more: { points: total.points, unplaced: total.unplaced, unknownCount: total.unknownCount, ...(modelOf(judging) === 'walk' ? { offStreets: total.offStreets } : {}), apartWithin: apart.within, apartAll: apart.all, ...Object.fromEntries(tallies.services.map((column, index) => [`group:${serviceIds[index]!}`, quotient(sumOf(column, whole), total.all)])) },
    inUnits: byUnits(judging.reading) ? { inside: told.filter(({ sure }) => sure).length, judged: told.length, perhaps: told.filter(({ sure, generous: may }) => !sure && may).length, untold: answers.length - told.length } : null,
  }
}

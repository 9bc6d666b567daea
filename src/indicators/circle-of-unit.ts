/** Whether a unit is in the circle, where a clause asks for the share of units and not of people (SETTLED 39). */
import type { Area, Options } from '../model/study'
import { equal } from './compare'
import { quotient, type Judging } from './evaluator'
import { byOf } from './reach-asked'
import { parametersOf } from './reach-facilities'
import { distancesTo, isWithin, type PeopleWithin } from './reach-figures'
import type { Inside } from './reach-inside'

/** The share is of units and not of people (SETTLED 39). */
export const byUnits = (reading: Options): boolean => reading.reachUnit !== undefined && reading.reachUnit !== 'people'

/** Whether a unit is in the circle under the reading of reachUnit, where any or every point of it is reached; null when it cannot be told. */
export function circleOf(reading: unknown, sum: Readonly<PeopleWithin>, any: boolean, every: boolean, ownPoint: boolean | null): boolean | null {
  const placed = sum.points - sum.unplaced - sum.offStreets
  const share = quotient(sum.within, sum.all)
  switch (reading) {
    case 'unit-point':
      return ownPoint
    case 'any-point':
      return placed === 0 ? null : any
    case 'all-points':
      return placed === 0 ? null : every
    case 'half-of-people':
      return share === null ? null : share >= 0.5 || equal(share, 0.5)
    default:
      return null
  }
}

/** Which units have their own point, from the roster, within reach of the same facilities; a unit without a point is not among them. */
export function unitPoints(judging: Judging, units: readonly Area[], inside: Inside, limit: number): ReadonlyMap<string, boolean> {
  const { reach } = parametersOf(judging)
  const placed = units.filter(({ at }) => at !== null)
  const points = { lng: Float64Array.from(placed, ({ at }) => at![0]), lat: Float64Array.from(placed, ({ at }) => at![1]) }
  const groups = (inside.groups.length > 0 ? inside.groups : [inside.near]).map(({ sites }) => distancesTo(judging.study, points, sites, byOf(judging)))
  return new Map(placed.map((unit, index) => [unit.id, groups.every((metres) => isWithin(metres[index]!, limit, reach.at))]))
}

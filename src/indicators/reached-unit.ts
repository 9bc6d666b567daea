/** One unit with the share of its people who are within reach, and the nearest facility to any of them. */
import type { Area } from '../model/study'
import { standsOutside } from '../reach/reach-study'
import { meets, missing } from './compare'
import { wholeUp } from './countable'
import { quotient, thresholdOf, type Judging } from './evaluator'
import { modelOf } from './reach-asked'
import type { Near, PeopleWithin } from './reach-figures'
import type { State, UnitResult, Why } from './result'

/** nearestPoint: the demand point with the shortest way, -1 without any. more: figures after the first. */
export function reachedUnit(judging: Judging, unit: Area, sum: Readonly<PeopleWithin>, nearestPoint: number, { reach, sites }: Pick<Near, 'reach' | 'sites'>, more: NonNullable<UnitResult['figures']> = {}): UnitResult {
  const closest = nearestPoint === -1 ? null : sites[reach.nearest[nearestPoint]!]!
  const outside = closest === null ? null : standsOutside(judging.study, closest)
  const value = quotient(sum.within, sum.all)
  const threshold = thresholdOf(judging)
  const unsaid: Why[] = value === null ? [{ code: sum.points === 0 ? 'no-people' : 'people-unknown' }] : []
  const state: State = value === null ? 'no-data' : threshold === null ? 'undecided' : meets(value, threshold) ? 'met' : 'unmet'
  return {
    id: unit.id,
    name: unit.name,
    kind: 'area',
    state,
    numerator: value === null ? null : sum.within,
    denominator: value === null ? null : sum.all,
    value,
    shortfall: value === null || threshold === null ? null : wholeUp(missing(threshold.value * sum.all, sum.within), true),
    why: outside ? [...unsaid, { code: 'nearest-outside', detail: closest!.id }] : unsaid,
    counted: closest === null ? [] : [closest.id],
    figures: { nearestMetres: nearestPoint === -1 ? null : reach.metres[nearestPoint]!, ...more, points: sum.points, unplaced: sum.unplaced, unknownCount: sum.unknownCount, ...(modelOf(judging) === 'walk' ? { offStreets: sum.offStreets } : {}), ...(outside === null ? {} : { nearestOutside: outside ? 1 : 0 }) },
  }
}

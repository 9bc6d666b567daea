/** What the counted people of a clause come to. */
import { byUnits } from './circle-of-unit'
import { quotient, type Judging } from './evaluator'
import { judgedBlocks, type PeopleCounted } from './people-counted'
import { blocksOfUnits, together } from './people-tally'
import { modelOf } from './reach-asked'
import { parametersOf } from './reach-facilities'
import type { PeopleWithin } from './reach-figures'
import type { Excluded, UnitResult } from './result'

export type PeopleFigures = {
  readonly units: readonly UnitResult[]
  readonly shortfallOfUnits: number | null
  readonly total: PeopleWithin
  /** People within when every unknown facility counts as well. */
  readonly generous: number
  readonly excluded: readonly Excluded[]
  readonly more: Readonly<Record<string, number | string | null>>
  /** Units in the circle, all units, and how many more may be in it: those that cannot be told, or are in it if an unknown facility counts. */
  readonly inUnits: { readonly inside: number; readonly judged: number; readonly perhaps: number; readonly untold: number } | null
}

export function figuresOf(judging: Judging, work: PeopleCounted): PeopleFigures {
  const { question, points, blocks, whole, answers, units } = work
  const groupIds = parametersOf(judging).serviceGroups?.map(({ id }) => id) ?? []
  const { total, generous, groups, excluded } = together(judgedBlocks(work), question.groups.length)
  const apart = together(whole ? [] : blocks.slice(blocksOfUnits(points)).map(({ people }) => people), question.groups.length).total
  const told = byUnits(judging.reading) ? answers.filter(({ sure }) => sure !== null) : []
  return {
    units: units.slice(),
    // Whole people: in whatever order they are added, the sum is the same.
    shortfallOfUnits: blocks.reduce<number | null>((sum, { shortfall }) => (shortfall === null ? sum : (sum ?? 0) + shortfall), null),
    total,
    generous,
    excluded,
    more: { points: total.points, unplaced: total.unplaced, unknownCount: total.unknownCount, ...(modelOf(judging) === 'walk' ? { offStreets: total.offStreets } : {}), apartWithin: apart.within, apartAll: apart.all, ...Object.fromEntries(groups.map((group, index) => [`group:${groupIds[index]!}`, quotient(group.within, group.all)])) },
    inUnits: byUnits(judging.reading) ? { inside: told.filter(({ sure }) => sure).length, judged: told.length, perhaps: told.filter(({ sure, generous: may }) => !sure && may).length, untold: answers.length - told.length } : null,
  }
}

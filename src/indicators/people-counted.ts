/** The people of every unit of a clause, counted once and kept, so that one unit can be counted again. */
import type { Area } from '../model/study'
import { circleOf, unitPoints } from './circle-of-unit'
import type { Judging } from './evaluator'
import { blockOfGroup, blocksOfUnits, pointGroups, spanOf, sumOfBlock, tallyOf, together, type PointGroups, type Question, type Tally, type Together } from './people-tally'
import { metresOf, peopleKeyOf } from './reach-asked'
import { parametersOf } from './reach-facilities'
import type { PeopleWithin } from './reach-figures'
import type { Insides } from './reach-inside'
import { reachedUnit } from './reached-unit'
import type { UnitResult } from './result'
import { unitsInScope } from './units-in-scope'

/** The people of every unit, counted; what is asked of each point, so that one unit can be counted again. */
export type PeopleCounted = {
  readonly question: Question
  readonly limit: number
  readonly scope: readonly Area[]
  readonly points: PointGroups
  /** One for each unit of the scope, then the points of no unit, some at a time. */
  readonly tallies: Tally[]
  /** Sums of the units block by block, then of the points of no unit. */
  readonly blocks: { people: Together; shortfall: number | null }[]
  /** Every point is judged, also those of no unit. */
  readonly whole: boolean
  /** Whether each unit is in the circle: for certain, and if all that is unknown counts; null: it cannot be told. */
  readonly answers: { sure: boolean | null; generous: boolean | null }[]
  readonly units: UnitResult[]
  /** Ids of the units with a point of their own that is within, under the reading that asks for it. */
  readonly ownPoints: { readonly sure: ReadonlyMap<string, boolean>; readonly generous: ReadonlyMap<string, boolean> } | null
  /** A unit says whether it is in the circle. */
  readonly tellsCircle: boolean
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
  const work: PeopleCounted = { ...asked, points: pointGroups(question.near.people, unitOfArea, scope.length), tallies: [], blocks: [], answers: [], units: [] }
  countGroups(judging, work, Array.from({ length: work.points.count }, (_, group) => group))
  return work
}

/** Counts some units anew (the last groups: points of no unit) and adds up the blocks in which they are. */
export function countGroups(judging: Judging, work: PeopleCounted, groups: Iterable<number>): void {
  const blocks = new Set<number>()
  for (const group of groups) {
    countGroup(judging, work, group)
    blocks.add(blockOfGroup(work.points, group))
  }
  for (const block of blocks) {
    const span = spanOf(work.points, block)
    let shortfall: number | null = null
    for (let group = span[0]; group < Math.min(work.units.length, span[1]); group++) {
      const lacking = work.units[group]!.shortfall
      if (lacking !== null) shortfall = (shortfall ?? 0) + lacking
    }
    work.blocks[block] = { people: sumOfBlock(work.tallies, span, work.question.groups.length), shortfall }
  }
}

function countGroup(judging: Judging, work: PeopleCounted, group: number): void {
  const { question, scope, tallies, answers, units, ownPoints, tellsCircle } = work
  const tally = tallyOf(work.points, group, question)
  tallies[group] = tally
  const unit = scope[group]
  if (!unit) return
  const inCircle = (which: 'sure' | 'generous') => circleOf(judging.reading.reachUnit, question.generous === question.sure ? tally.sure : tally[which], ownPoints?.[which].get(unit.id) ?? null)
  answers[group] = { sure: inCircle('sure'), generous: inCircle('generous') }
  const { sure } = answers[group]!
  units[group] = reachedUnit(judging, unit, tally.sure.sum, tally.nearestPoint, question.near, tellsCircle ? { inCircle: sure === null ? null : sure ? 1 : 0 } : {})
}

/** Blocks of those who are judged. */
export const judgedBlocks = ({ points, blocks, whole }: PeopleCounted): Together[] => blocks.slice(0, whole ? blocks.length : blocksOfUnits(points)).map(({ people }) => people)

/** All who are judged, and those within. */
export const totalOf = (work: PeopleCounted): PeopleWithin => together(judgedBlocks(work), work.question.groups.length).total

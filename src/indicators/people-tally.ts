/** Sums of people unit by unit. Totals are sums of the units' sums in their order, so that one unit counted anew gives the same bytes as all. */
import type { PeopleKey } from '../model/build-people'
import type { People } from '../model/study'
import { addPoint, noPeople, type Near, type PeopleWithin } from './reach-figures'
import type { Excluded } from './result'

/** Which points are in which unit. The points of no unit follow the units in groups of at most `restSize`, so that one of them is soon counted again. */
export type PointGroups = { readonly starts: Int32Array; readonly points: Int32Array; /** Group of each point. */ readonly groupOf: Int32Array; readonly units: number; readonly count: number }

const restSize = 16

/** unitOfArea: by area, the number of the unit that holds it, -1 for none. */
export function pointGroups(people: People, unitOfArea: readonly number[], units: number): PointGroups {
  let rest = 0
  const groupOf = Int32Array.from(people.area, (area) => {
    const unit = area === -1 ? -1 : unitOfArea[area]!
    return unit === -1 ? units + Math.floor(rest++ / restSize) : unit
  })
  const count = units + Math.ceil(rest / restSize)
  const starts = new Int32Array(count + 1)
  for (const group of groupOf) starts[group + 1]!++
  for (let group = 0; group < count; group++) starts[group + 1]! += starts[group]!
  const next = starts.slice()
  const points = new Int32Array(groupOf.length)
  for (let point = 0; point < groupOf.length; point++) points[next[groupOf[point]!]!++] = point
  return { starts, points, groupOf, units, count }
}

/** The points of a unit under one answer to what counts as reached. */
export type Reached = { sum: PeopleWithin; any: boolean; every: boolean }

export type Tally = {
  readonly sure: Reached
  readonly generous: Reached
  /** The point that has the shortest way, -1 without any. */
  nearestPoint: number
  /** People within when every unknown facility counts as well. */
  generousWithin: number
  readonly groups: readonly PeopleWithin[]
  readonly excluded: readonly Excluded[]
}

type Test = (point: number) => boolean
/** What is asked of every point; `generous` is the very test `sure` where nothing is unknown. */
export type Question = { readonly near: Near; readonly key: PeopleKey; readonly sure: Test; readonly generous: Test; readonly groups: readonly Test[] }

/** The points of one group, counted in their order. */
export function tallyOf({ starts, points }: PointGroups, group: number, { near, key, sure, generous, groups }: Question): Tally {
  const { people } = near
  const { metres } = near.reach
  const excluded: Excluded[] = []
  const tally = { sure: none(), generous: none(), nearestPoint: -1, generousWithin: 0, groups: groups.map(noPeople), excluded }
  for (let at = starts[group]!; at < starts[group + 1]!; at++) {
    const point = points[at]!
    const isIn = sure(point)
    const mayBeIn = generous === sure ? isIn : generous(point)
    reachPoint(tally.sure, near, key, point, isIn)
    if (generous !== sure) reachPoint(tally.generous, near, key, point, mayBeIn)
    if (!Number.isNaN(metres[point]!) && (tally.nearestPoint === -1 || metres[point]! < metres[tally.nearestPoint]!)) tally.nearestPoint = point
    const count = people[key][point]!
    const out = near.leftOut(point)
    if (Number.isNaN(count) || out !== null) excluded.push({ id: people.id[point]!, why: out ?? 'people-unknown' })
    else if (mayBeIn) tally.generousWithin += count
    for (let index = 0; index < groups.length; index++) addPoint(tally.groups[index]!, near, key, point, groups[index]!(point))
  }
  return tally
}

/** What some tallies are together. */
export type Together = { readonly total: PeopleWithin; generous: number; readonly groups: readonly PeopleWithin[]; readonly excluded: Excluded[] }

/**
 * How many units are added up before their sum is added to the others': always the same blocks, so that the total has the same bytes
 * whether one block was added up anew or all of them.
 */
const blockSize = 16

/** Units and the points of no unit never share a block. */
export const blocksOfUnits = ({ units }: PointGroups): number => Math.ceil(units / blockSize)
export const blockOfGroup = (points: PointGroups, group: number): number => (group < points.units ? Math.floor(group / blockSize) : blocksOfUnits(points) + Math.floor((group - points.units) / blockSize))

/** First group of a block and the first after it. */
export function spanOf(points: PointGroups, block: number): readonly [number, number] {
  const before = blocksOfUnits(points)
  const start = block < before ? block * blockSize : points.units + (block - before) * blockSize
  return [start, Math.min(block < before ? points.units : points.count, start + blockSize)]
}

/** The tallies of a block added up in their order. */
export function sumOfBlock(tallies: readonly Tally[], [start, end]: readonly [number, number], groupCount: number): Together {
  const sum = nobody(groupCount)
  for (let index = start; index < end; index++) {
    const tally = tallies[index]!
    addSum(sum.total, tally.sure.sum)
    sum.generous += tally.generousWithin
    for (let group = 0; group < groupCount; group++) addSum(sum.groups[group]!, tally.groups[group]!)
    for (const each of tally.excluded) sum.excluded.push(each)
  }
  return sum
}

/** All blocks added up in their order. */
export function together(blocks: readonly Together[], groupCount: number): Together {
  const sum = nobody(groupCount)
  for (const block of blocks) {
    addSum(sum.total, block.total)
    sum.generous += block.generous
    for (let group = 0; group < groupCount; group++) addSum(sum.groups[group]!, block.groups[group]!)
    for (const each of block.excluded) sum.excluded.push(each)
  }
  return sum
}

const nobody = (groupCount: number): Together => ({ total: noPeople(), generous: 0, groups: Array.from({ length: groupCount }, noPeople), excluded: [] })

function addSum(sum: PeopleWithin, more: PeopleWithin): void {
  sum.within += more.within
  sum.all += more.all
  sum.unknownCount += more.unknownCount
  sum.unplaced += more.unplaced
  sum.offStreets += more.offStreets
  sum.points += more.points
}

const none = (): Reached => ({ sum: noPeople(), any: false, every: true })

function reachPoint(reached: Reached, near: Near, key: PeopleKey, point: number, isIn: boolean): void {
  addPoint(reached.sum, near, key, point, isIn)
  // A point without a place is neither in nor out.
  if (near.leftOut(point) !== null) return
  reached.any ||= isIn
  reached.every &&= isIn
}

/** Sums of people unit by unit, as columns. Totals are put right from what changed, so that one unit counted anew gives the same bytes as all. */
import type { PeopleKey } from '../model/build-people'
import type { People } from '../model/study'
import { groupSum, type GroupSum } from './group-sum'
import { noPeople, type Near, type PeopleWithin } from './reach-figures'
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

type Test = (point: number) => boolean
/** What is asked of every point; `generous` is the very test `sure` where nothing is unknown; groups: of services, each asked for alone. */
export type Question = { readonly near: Near; readonly key: PeopleKey; readonly sure: Test; readonly generous: Test; readonly groups: readonly Test[] }

/** One figure of every group; the points of no unit are added up apart. */
type Column = { readonly units: GroupSum; readonly rest: GroupSum }

export type Tallies = {
  readonly groups: PointGroups
  readonly columns: { readonly [K in keyof PeopleWithin]: Column }
  /** People within when every unknown facility counts as well. */
  readonly generous: Column
  /** People within reach of each group of services. */
  readonly services: readonly Column[]
  /** By group: whether any point, and every point that has a place, is reached; bits of `met`. */
  readonly met: Uint8Array
  /** By group: the point that has the shortest way, -1 without any. */
  readonly nearestPoint: Int32Array
  /** By point: why it is in neither half, as a number; 0 where it is in. */
  readonly out: Uint8Array
  /** The same as a list, in the order of the groups; null: to be made. */
  excluded: readonly Excluded[] | null
}

export const met = { any: 1, every: 2, anyPerhaps: 4, everyPerhaps: 8 } as const
const whyOut = [null, 'people-unknown', 'no-position', 'snap-too-far'] as const

export function noTallies(groups: PointGroups, services: number): Tallies {
  const column = (): Column => ({ units: groupSum(groups.units), rest: groupSum(groups.count - groups.units) })
  return {
    groups,
    columns: { within: column(), all: column(), unknownCount: column(), unplaced: column(), offStreets: column(), points: column() },
    generous: column(),
    services: Array.from({ length: services }, column),
    met: new Uint8Array(groups.count),
    nearestPoint: new Int32Array(groups.count).fill(-1),
    out: new Uint8Array(groups.groupOf.length),
    excluded: null,
  }
}

/** What is known of a point: reached for certain, perhaps, whether it has a place to go by, then a bit for each group of services. */
export function flagsOf({ near, sure, generous, groups }: Question, point: number): number {
  const isIn = sure(point)
  let flags = (isIn ? 1 : 0) | ((generous === sure ? isIn : generous(point)) ? 2 : 0) | (near.leftOut(point) === null ? 4 : 0)
  for (let group = 0; group < groups.length; group++) if (groups[group]!(point)) flags |= 8 << group
  return flags
}

/** Counts the points of one group in their order; flags: of every point, as they are now. */
export function tallyGroup(tallies: Tallies, group: number, { near, key, groups }: Question, flags: Int32Array): void {
  const { starts, points, units } = tallies.groups
  const { metres } = near.reach
  const counts = near.people[key]
  const sum = noPeople()
  const services = groups.length === 0 ? none : new Float64Array(groups.length)
  let withinPerhaps = 0
  let nearestPoint = -1
  let nearestMetres = Infinity
  let [some, all] = [0, 3]
  for (let at = starts[group]!; at < starts[group + 1]!; at++) {
    const point = points[at]!
    const flag = flags[point]!
    const far = metres[point]!
    if (far < nearestMetres) {
      nearestMetres = far
      nearestPoint = point
    }
    const count = counts[point]!
    const isPlaced = (flag & 4) !== 0
    sum.points++
    // A point without a place is neither in nor out.
    if (isPlaced) {
      some |= flag
      all &= flag
    }
    const isUnknown = count !== count
    if (!isPlaced || isUnknown || tallies.out[point] !== 0) sayOut(tallies, point, isPlaced ? (isUnknown ? 1 : 0) : near.leftOut(point) === 'no-position' ? 2 : 3)
    if (isUnknown) sum.unknownCount++
    else if (!isPlaced && tallies.out[point] === 2) sum.unplaced++
    else if (!isPlaced) sum.offStreets++
    else {
      sum.all += count
      if ((flag & 1) !== 0) sum.within += count
      if ((flag & 2) !== 0) withinPerhaps += count
      for (let service = 0; service < services.length; service++) if ((flag & (8 << service)) !== 0) services[service]! += count
    }
  }
  const put = ({ units: ofUnits, rest }: Column, value: number): void => (group < units ? ofUnits.set(group, value) : rest.set(group - units, value))
  for (const figure of figures) put(tallies.columns[figure], sum[figure])
  put(tallies.generous, withinPerhaps)
  for (let service = 0; service < services.length; service++) put(tallies.services[service]!, services[service]!)
  tallies.met[group] = (some & 1 ? met.any : 0) | (all & 1 ? met.every : 0) | (some & 2 ? met.anyPerhaps : 0) | (all & 2 ? met.everyPerhaps : 0)
  tallies.nearestPoint[group] = nearestPoint
}

function sayOut(tallies: Tallies, point: number, out: number): void {
  if (tallies.out[point] === out) return
  tallies.out[point] = out
  tallies.excluded = null
}

const none = new Float64Array(0)
const figures = ['within', 'all', 'unknownCount', 'unplaced', 'offStreets', 'points'] as const

/** The people of one unit. */
export const peopleOf = ({ columns }: Tallies, unit: number): PeopleWithin => sumsBy((figure) => columns[figure].units.at(unit))

/** All units together, with the points of no unit where those are judged too. */
export const allPeople = ({ columns }: Tallies, whole: boolean): PeopleWithin => sumsBy((figure) => sumOf(columns[figure], whole))

/** The points of no unit together. */
export const peopleApart = ({ columns }: Tallies): PeopleWithin => sumsBy((figure) => columns[figure].rest.sum())

export const sumOf = ({ units, rest }: Column, whole: boolean): number => (whole ? units.sum() + rest.sum() : units.sum())

const sumsBy = (figure: (name: keyof PeopleWithin) => number): PeopleWithin => ({ within: figure('within'), all: figure('all'), unknownCount: figure('unknownCount'), unplaced: figure('unplaced'), offStreets: figure('offStreets'), points: figure('points') })

/** Points that are in neither half, and why. The very list of before while none comes or goes. */
export function excludedPoints(tallies: Tallies, { id }: People, whole: boolean): readonly Excluded[] {
  if (tallies.excluded) return tallies.excluded
  const { starts, points, units, count } = tallies.groups
  const excluded: Excluded[] = []
  for (let at = 0; at < starts[whole ? count : units]!; at++) {
    const why = whyOut[tallies.out[points[at]!]!]
    if (why) excluded.push({ id: id[points[at]!]!, why })
  }
  tallies.excluded = excluded
  return excluded
}

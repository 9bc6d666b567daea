/** Where nobody wrote down points, compounds or units stand for the people: their demand points, kept while a plan changes the records. */
import { peopleKeys, type PeopleKey } from '../../model/build-people'
import type { Area, Compound, People, Study } from '../../model/study'
import { walkLack } from '../../reach/study-walk'
import type { Pair, PeopleChange } from './live-pair'
import { demandPoints, keepDemand } from '../reach-figures'

/** 'all': the points themselves are others. The demand of `after` is that of `before` with the counts of the records that changed. */
export function demandChange(before: Study, after: Study, compounds: readonly Pair<Compound>[] | null, areas: readonly Pair<Area>[] | null): PeopleChange {
  const demand = demandPoints(before)
  const ofCompounds = demand.from === 'compounds'
  const pairs: readonly Pair<Compound | Area>[] | null = ofCompounds ? compounds : areas
  if (pairs === null || before.compounds.length !== after.compounds.length || before.areas.length !== after.areas.length) return 'all'
  if (pairs.some((pair) => pair.before === null || pair.after === null || movedApart(pair.before, pair.after, after))) return 'all'
  const points: number[] = []
  let people: People = demand.people
  for (const { before: was, after: is } of pairs) {
    const point = pointOf(people, is!.id)
    if (point === -1) continue
    const counted = withCounts(people, point, was!, is!)
    if (counted !== people) points.push(point)
    people = counted
  }
  keepDemand(after, { ...demand, people })
  return points.length === 0 ? 'none' : { points }
}

/** Compounds never change their unit or place by an edit; the gates are where a walk begins. */
function movedApart(was: Compound | Area, is: Compound | Area, study: Study): boolean {
  if (was.id !== is.id || was.at !== is.at) return true
  if (!('gates' in was) || !('gates' in is)) return false
  return was.area !== is.area || (was.gates !== is.gates && walkLack(study) === null)
}

/** The very columns where no count of the record is another. */
function withCounts(people: People, point: number, was: Compound | Area, is: Compound | Area): People {
  let counted = people
  for (const key of peopleKeys) {
    const count = countOf(is, key)
    if (Object.is(countOf(was, key), count)) continue
    const column = counted[key].slice()
    column[point] = count
    counted = { ...counted, [key]: column }
  }
  return counted
}

const countOf = (record: Partial<Readonly<Record<PeopleKey, number | null>>>, key: PeopleKey): number => record[key] ?? NaN

/** Points are sorted by id; -1 where the record is none. */
function pointOf({ id: ids }: People, id: string): number {
  let [low, high] = [0, ids.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (ids[middle]! < id) low = middle + 1
    else high = middle
  }
  return ids[low] === id ? low : -1
}

/** A clause of people within reach, kept: after a change only the units are counted again whose points changed. */
import type { Facility } from '../../model/study'
import { standsOutside } from '../../reach/reach-study'
import { walkLack } from '../../reach/study-walk'
import type { Judged, Judging } from '../evaluator'
import type { LiveDistances } from './live-distances'
import type { Changes } from './live-changes'
import { matches, whyNot } from '../match'
import { countGroup, countPeople, totalOf, type PeopleCounted } from '../people-counted'
import { flagsOf } from '../people-tally'
import { judgedFrom } from '../people-within-reach'
import { modelOf, readAs } from '../reach-asked'
import { facilitiesOf, parametersOf, type CountedFacilities } from '../reach-facilities'
import { demandPoints, type Near } from '../reach-figures'
import { insideOf, surelyInside, type Measures } from '../reach-inside'

export type LiveReach = {
  readonly judged: () => Judged
  /** Takes the change in; null: it must be built anew. */
  readonly follow: (judging: Judging, changes: Changes) => Judged | null
}

/** null: by the units' own points everything is judged anew. */
export function liveReach(judging: Judging, distances: LiveDistances): LiveReach | null {
  const { study, reading } = judging
  const model = modelOf(judging)
  const lack = walkLack(study)
  if ((model === 'walk' && lack !== null) || reading.reachUnit === 'unit-point') return null
  let counted = facilitiesOf(judging)
  const open = isOpen(judging, counted)
  const own = counting(judging, distances, (measures) => countPeople(judging, insideOf(judging, counted, measures)))
  // Where there are streets both models stand side by side.
  const otherWay = (asked: Judging) => readAs(asked, model === 'walk' ? 'circle' : 'walk')
  const other = lack === null ? counting(otherWay(judging), distances, (measures) => countPeople(otherWay(judging), surelyInside(otherWay(judging), counted, measures))) : null
  const judged = (asked: Judging) => judgedFrom(asked, counted, own.work, other ? () => totalOf(other.work) : undefined)
  return {
    judged: () => judged(judging),
    follow: (next, changes) => {
      if (changes.everything || changes.people === 'all' || changes.areas === 'all' || walkLack(next.study) !== lack) return null
      if (classesChanged(next, counted, changes)) {
        counted = facilitiesOf(next)
        // What is unknown was not asked for so far, or need not be any more.
        if (isOpen(next, counted) !== open) return null
      }
      recount(next, own, distances, changes)
      if (other) recount(otherWay(next), other, distances, changes)
      return judged(next)
    },
  }
}

/** One count of the people, and the sets of facilities that it goes by. */
export type Counting = { readonly work: PeopleCounted; readonly keys: readonly string[] }

export function counting(judging: Judging, distances: LiveDistances, countBy: (measures: Measures) => PeopleCounted): Counting {
  const keys: string[] = []
  const work = countBy(distances.measures(judging, keys))
  return { work, keys }
}

/** Some facility counts that did not, or the reverse, or has a place now that had none. */
function classesChanged({ facts }: Judging, { test }: CountedFacilities, { facilities }: Changes): boolean {
  const seen = (facility: Facility | null) => (facility === null ? 'none' : [matches(facility, test, facts), whyNot(facility, test, facts), facility.at === null, facility.services === null].join(' '))
  return facilities.some(({ before, after }) => seen(before) !== seen(after))
}

/** The same question that insideOf asks. */
function isOpen(judging: Judging, { sure, unsure }: CountedFacilities): boolean {
  const { serviceGroups } = parametersOf(judging)
  if (unsure.length > 0) return true
  return serviceGroups !== null && sure.some((facility) => facility.services === null && serviceGroups.some((group) => facility.kind === null || !group.kinds.includes(facility.kind)))
}

/** Counts again the units of which a point is reached otherwise than before, or by other people. */
export function recount(judging: Judging, { work, keys }: Counting, distances: LiveDistances, { people, facilities }: Changes): void {
  const near: { -readonly [K in keyof Near]: Near[K] } = work.question.near
  near.people = demandPoints(judging.study).people
  const { metres, nearest } = near.reach
  const { groupOf, units } = work.points
  const { tallies, flags, question } = work
  const groups = new Set<number>()
  for (const points of distances.touchedBy(keys))
    for (const point of points) {
      const group = groupOf[point]!
      const now = flagsOf(question, point)
      if (now !== flags[point]) {
        flags[point] = now
        groups.add(group)
        continue
      }
      // In as before; but a unit also names its shortest way.
      if (group >= units) continue
      const nearestPoint = tallies.nearestPoint[group]!
      if (nearestPoint === -1 || point === nearestPoint || metres[point]! <= metres[nearestPoint]!) groups.add(group)
    }
  if (typeof people === 'object') for (const point of people.points) groups.add(groupOf[point]!)
  // And whether the facility there stands outside the study.
  for (const { before, after } of facilities) {
    if (!before || !after || standsOutside(judging.study, before) === standsOutside(judging.study, after)) continue
    const number = distances.numberOf(after.id)
    for (let group = 0; group < units; group++) if (tallies.nearestPoint[group] !== -1 && nearest[tallies.nearestPoint[group]!] === number) groups.add(group)
  }
  for (const group of groups) countGroup(judging, work, group)
}

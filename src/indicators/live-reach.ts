/** A clause of people within reach, kept: after a change only the units are counted again whose points changed. */
import type { Facility } from '../model/study'
import { walkLack } from '../reach/study-walk'
import type { Judged, Judging } from './evaluator'
import type { LiveCircles } from './live-circles'
import type { Changes } from './live-changes'
import { matches, whyNot } from './match'
import { countGroups, countPeople, facilitiesOf, insideOf, judgedFrom, type CountedFacilities, type PeopleCounted, type ReachParameters } from './people-within-reach'
import { modelOf } from './reach-asked'
import { demandPoints, type Near } from './reach-figures'

export type LiveReach = {
  readonly judged: () => Judged
  /** Takes the change in; null: it must be built anew. */
  readonly follow: (judging: Judging, changes: Changes) => Judged | null
}

/** null: along the streets, by the units' own points, or by another demand than the people ledger, everything is judged anew. */
export function liveReach(judging: Judging, circles: LiveCircles): LiveReach | null {
  const { study, reading } = judging
  if (modelOf(judging) === 'walk' || walkLack(study) === null || reading.reachUnit === 'unit-point' || study.people === null) return null
  let counted = facilitiesOf(judging)
  const insides = insideOf(judging, counted, circles.measures(judging))
  const open = insides.generous !== insides.inside
  const parameters = judging.clause.parameters as unknown as ReachParameters
  const work = countPeople(judging, insides, parameters)
  const keys = circles.keysOf(judging)
  const flags = Int32Array.from(work.points.groupOf, (_, point) => flagsOf(work, point))
  return {
    judged: () => judgedFrom(judging, counted, work),
    follow: (next, changes) => {
      if (changes.everything || changes.people === 'all' || changes.areas === 'all' || walkLack(next.study) === null || next.facts !== judging.facts) return null
      if (classesChanged(next, counted, changes)) {
        counted = facilitiesOf(next)
        // What is unknown was not asked for so far, or need not be any more.
        if (isOpen(counted, parameters) !== open) return null
      }
      recount(next, work, flags, circles.touchedBy(keys), changes)
      return judgedFrom(next, counted, work)
    },
  }
}

/** Some facility counts that did not, or the reverse, or has a place now that had none. */
function classesChanged({ facts }: Judging, { test }: CountedFacilities, { facilities }: Changes): boolean {
  const seen = (facility: Facility | null) => (facility === null ? 'none' : [matches(facility, test, facts), whyNot(facility, test, facts), facility.at === null, facility.services === null].join(' '))
  return facilities.some(({ before, after }) => seen(before) !== seen(after))
}

/** The same question that insideOf asks in a straight line. */
function isOpen({ sure, unsure }: CountedFacilities, { serviceGroups }: ReachParameters): boolean {
  if (unsure.length > 0) return true
  return serviceGroups !== null && sure.some((facility) => facility.services === null && serviceGroups.some((group) => facility.kind === null || !group.kinds.includes(facility.kind)))
}

/** What each point was last found to be in: bit 0 for certain, bit 1 perhaps, then a bit for each group of services. */
function flagsOf({ question: { sure, generous, groups } }: PeopleCounted, point: number): number {
  let flags = (sure(point) ? 1 : 0) + (generous(point) ? 2 : 0)
  for (let group = 0; group < groups.length; group++) if (groups[group]!(point)) flags |= 4 << group
  return flags
}

function recount(judging: Judging, work: PeopleCounted, flags: Int32Array, touched: readonly (readonly number[])[], { people }: Changes): void {
  const near: { -readonly [K in keyof Near]: Near[K] } = work.question.near
  near.people = demandPoints(judging.study).people
  const { metres } = near.reach
  const { groupOf, units } = work.points
  const groups = new Set<number>()
  for (const points of touched)
    for (const point of points) {
      const group = groupOf[point]!
      const now = flagsOf(work, point)
      if (now !== flags[point]) {
        flags[point] = now
        groups.add(group)
        continue
      }
      // In as before; but a unit also names its shortest way.
      if (group >= units) continue
      const { nearestPoint } = work.tallies[group]!
      if (nearestPoint === -1 || point === nearestPoint || metres[point]! <= metres[nearestPoint]!) groups.add(group)
    }
  if (typeof people === 'object') for (const point of people.points) groups.add(groupOf[point]!)
  countGroups(judging, work, groups)
}

/** A clause of people within reach, kept: after a change only the units are counted again whose points changed. */
import type { Facility } from '../model/study'
import { walkLack } from '../reach/study-walk'
import type { Judged, Judging } from './evaluator'
import type { LiveCircles } from './live-circles'
import type { Changes } from './live-changes'
import { matches, whyNot } from './match'
import { countGroup, countPeople, facilitiesOf, insideOf, judgedFrom, type CountedFacilities, type PeopleCounted, type ReachParameters } from './people-within-reach'
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
  return {
    judged: () => judgedFrom(judging, counted, work),
    follow: (next, changes) => {
      if (changes.everything || changes.people === 'all' || changes.areas === 'all' || walkLack(next.study) === null || next.facts !== judging.facts) return null
      if (classesChanged(next, counted, changes)) {
        counted = facilitiesOf(next)
        // What is unknown was not asked for so far, or need not be any more.
        if (isOpen(counted, parameters) !== open) return null
      }
      recount(next, work, circles.touchedBy(keys), changes)
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

function recount(judging: Judging, work: PeopleCounted, touched: readonly (readonly number[])[], { people, facilities }: Changes): void {
  const near: { -readonly [K in keyof Near]: Near[K] } = work.question.near
  near.people = demandPoints(judging.study).people
  const groups = new Set<number>()
  const touch = (point: number) => groups.add(work.points.groupOf[point]!)
  for (const points of touched) for (const point of points) touch(point)
  if (typeof people === 'object') people.points.forEach(touch)
  // A unit names its nearest facility and says whether that stands outside: both may change where no distance does.
  if (facilities.length > 0) {
    const ids = new Set(facilities.flatMap(({ before, after }) => [before?.id, after?.id]))
    work.units.forEach((unit, group) => unit.counted?.some((id) => ids.has(id)) && groups.add(group))
  }
  for (const group of groups) countGroup(judging, work, group)
}

/** Coverage read as reached, kept: after a change only the units are counted again whose points changed. */
import type { Facility } from '../../model/study'
import { walkLack } from '../../reach/study-walk'
import type { Judging } from '../evaluator'
import type { Changes } from './live-changes'
import type { LiveDistances } from './live-distances'
import { counting, recount, type LiveReach } from './live-reach'
import { totalOf } from '../people-counted'
import { modelOf, readAs } from '../reach-asked'
import { countReached, reachedBy, reachedFrom, type FacilityClass } from '../reached-units'
import { reachAskedOfShare } from '../unit-share'

/** null: another reading, or one that cannot be answered here. */
export function liveReached(judging: Judging, distances: LiveDistances): LiveReach | null {
  const reached = reachAskedOfShare(judging)
  const model = modelOf(judging)
  const lack = walkLack(judging.study)
  if (!reached || (model === 'walk' && lack !== null)) return null
  let by = reachedBy(judging.study, reached.counts)
  const open = by.unsure.length > 0
  const own = counting(judging, distances, (measures) => countReached(judging, reached, by, measures))
  // Where there are streets both models stand side by side.
  const otherWay = (asked: Judging) => readAs(asked, model === 'walk' ? 'circle' : 'walk')
  const other = lack === null ? counting(otherWay(judging), distances, (measures) => countReached(otherWay(judging), reached, by, measures, true)) : null
  const judged = (asked: Judging) => reachedFrom(asked, reached, by, own.work, other ? () => totalOf(other.work) : undefined)
  return {
    judged: () => judged(judging),
    follow: (next, changes) => {
      if (changes.everything || changes.people === 'all' || changes.areas === 'all' || walkLack(next.study) !== lack) return null
      if (classesChanged(reached.counts, changes)) {
        by = reachedBy(next.study, reached.counts)
        // What is unknown was not asked for so far, or need not be any more.
        if (by.unsure.length > 0 !== open) return null
      }
      recount(next, own, distances, changes)
      if (other) recount(otherWay(next), other, distances, changes)
      return judged(next)
    },
  }
}

/** Some facility counts that did not, or the reverse, or has a place now that had none. */
function classesChanged({ of }: FacilityClass, { facilities }: Changes): boolean {
  const seen = (facility: Facility | null) => (facility === null ? 'none' : `${of(facility)} ${facility.at === null}`)
  return facilities.some(({ before, after }) => seen(before) !== seen(after))
}

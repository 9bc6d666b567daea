/** What one facility is worth: what goes away when it closes, under the same clauses and in the same circles. */
import { differenceOf, type Difference } from '../indicators/difference'
import type { Result } from '../indicators/result'
import type { Study } from '../model/study'
import type { ReachStudy } from '../reach/reach-study'

export type Weight = {
  readonly difference: Difference
  /** People within so many metres of this facility and of no other; null where no demand point states them. */
  readonly alone: readonly { readonly metres: number; readonly elders60: number | null; readonly residents: number | null; readonly households: number | null }[]
}

type Judged = { readonly study: Study; readonly results: readonly Result[] }

export function weigh(now: Judged, closed: Judged, reach: (study: Study) => Pick<ReachStudy, 'total'>): Weight {
  const [before, after] = [reach(now.study).total.within, reach(closed.study).total.within]
  const lost = (was: number | null | undefined, is: number | null | undefined): number | null => (was == null || is == null ? null : was - is)
  return {
    difference: differenceOf(now.results, now.study, closed.results, closed.study),
    alone: before.map((sum, at) => ({
      metres: sum.metres,
      elders60: lost(sum.elders60, after[at]?.elders60),
      residents: lost(sum.residents, after[at]?.residents),
      households: lost(sum.households, after[at]?.households),
    })),
  }
}

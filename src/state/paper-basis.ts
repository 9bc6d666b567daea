/** What a paper of the shown plan is made from and stamped with. */
import { basisOf, type Basis } from '../exports/basis'
import { stampOf } from '../exports/stamp'
import { sayReport } from '../text/report'
import { allPacks } from './packs'
import type { State } from './state'
import { editsOf, planShown } from './workshop'

/** null until the study is judged. */
export function paperBasis(state: State): Basis | null {
  const { study, results, policies, options, language, workshop } = state
  if (!study || !results) return null
  const plan = planShown(workshop)
  return basisOf({ study, results, packs: allPacks(state).filter(({ id }) => policies.includes(id)), options, language, plan: plan ? { name: plan.name, edits: editsOf(plan) } : null })
}

/** The stamp in one line, for people. */
export function paperStamp(basis: Basis): string {
  const { yikequan, asOf, results } = stampOf(basis, 'map')
  return sayReport(basis.language, 'stamp.line', { version: yikequan, asOf, hash: results.slice(0, 16) })
}

/** What a paper of the shown plan is made from and stamped with. */
import { basisOf, type Basis } from '../exports/basis'
import { stampOf, stampText } from '../exports/stamp'
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

/** One line for people, and the whole for programs. */
export function paperStamp(basis: Basis, product: string): { readonly line: string; readonly text: string } {
  const stamp = stampOf(basis, product)
  return { line: sayReport(basis.language, 'stamp.line', { version: stamp.yikequan, asOf: stamp.asOf, hash: stamp.results.slice(0, 16) }), text: stampText(stamp) }
}

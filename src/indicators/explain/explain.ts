/** Why a figure is what it is: asked when somebody clicks it. */
import type { Options, Study } from '../../model/study'
import type { Pack } from '../../policy/clause'
import { evaluators } from '../evaluators'
import { withEdits, type History } from './explain-edited'
import type { Explanation } from '../explanation'
import { judgingOf } from '../judge'
import type { Result } from '../result'

/** The arithmetic of one figure with the cells behind it; unit null = the clause as a whole. history: by which edits the study came about. */
export function explain(study: Study, packs: readonly Pack[], results: readonly Result[], clauseId: string, unit: string | null, options: Options = study.options, history: History | null = null): Explanation | null {
  for (const pack of packs) {
    const clause = pack.clauses.find(({ id }) => id === clauseId)
    const result = results.find((entry) => entry.clause === clauseId && entry.policy === pack.id)
    const evaluator = evaluators.find(({ id }) => id === clause?.evaluator)
    if (clause && result && evaluator) return withEdits(evaluator.explain(judgingOf(study, pack, clause, options).judging, result, unit), study, history)
  }
  return null
}

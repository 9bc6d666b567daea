/** Does a clause, as it is read, ask how far people are? */
import type { Options } from '../model/study'
import type { Clause } from '../policy/clause'

export const asksReach = ({ clause, reading }: { readonly clause: Pick<Clause, 'evaluator'>; readonly reading: Options }): boolean => clause.evaluator === 'people-within-reach' || (clause.evaluator === 'unit-share' && reading.coverage === 'reached')

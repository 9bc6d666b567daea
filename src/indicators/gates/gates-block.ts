/** A step that must not be taken: new compounds completed although their care provision fails (CQ-06c). */
import { onOrBefore } from '../../model/dates'
import { underDuty } from '../under-duty'
import { blank, thresholdOf, type Judged, type Judging } from '../evaluator'
import { saidYes } from '../facts'
import { shortNow } from './gates-rectify'
import { answerCompounds } from '../kept-compounds'
import type { State, Why } from '../result'
import { stateOfUnits, tallyUnits } from '../unit-tally'

type Parameters = { readonly set: { readonly class: 'new' | 'old'; readonly failing: { readonly item: string; readonly is: boolean } }; readonly step: { readonly column: 'completed' | 'delivered' | 'permitted' } }

/** value = compounds that took the step while failing; 0 meets. A stated finding goes before the norm of the reading (SETTLED 30). */
export function block(judging: Judging): Judged {
  const { study, clause, reading, facts } = judging
  const { set, step } = clause.parameters as unknown as Parameters
  if (study.compounds.length === 0) return blank('no-data', 'compound', [{ code: 'compounds-missing' }])
  const area = shortNow(judging, { set: {}, done: {} })
  const { units, excluded } = answerCompounds(judging.kept, study.compounds, (compound) => {
    const duty = underDuty(compound, set.class, reading, study.asOf)
    if (duty.in === 'no') return { unit: null, excluded: duty.why ? { id: compound.id, why: duty.why } : null }
    const finding = saidYes(facts, { kind: 'compound', id: compound.id }, set.failing.item)
    const norm = finding === null ? area(compound)?.state : undefined
    const fails = finding !== null ? finding === set.failing.is : norm === 'unmet' ? true : norm === 'met' ? false : null
    const date = compound[step.column]
    const taken = date !== null && onOrBefore(date, study.asOf)
    const state: State = duty.in === 'undecided' ? 'undecided' : fails === null ? 'no-data' : fails && taken ? 'unmet' : 'met'
    const why: Why[] = duty.in === 'undecided' ? [{ code: duty.why ?? 'unclassed' }] : fails === null ? [{ code: 'no-finding' }] : fails ? [{ code: taken ? 'completed-below-norm' : 'below-norm-not-completed', ...(date === null ? {} : { detail: date }) }] : []
    return { unit: { id: compound.id, name: compound.name, kind: 'compound', state, numerator: state === 'unmet' ? 1 : state === 'met' ? 0 : null, denominator: 1, value: state === 'unmet' ? 1 : state === 'met' ? 0 : null, shortfall: state === 'unmet' ? 1 : state === 'met' ? 0 : null, why, figures: { completed: date, class: duty.class.class } }, excluded: null }
  })
  const tally = tallyUnits(judging.kept, units)
  const { met, unmet } = tally.count
  const threshold = thresholdOf(judging)
  return { state: stateOfUnits(tally), numerator: met, denominator: met + unmet, value: met + unmet === 0 ? null : unmet, threshold: threshold && { at: threshold.at, value: threshold.value }, unit: 'compound', shortfall: unmet, shortfallOfUnits: unmet, why: units.length === 0 ? [{ code: 'no-such-compound' }] : [], units, excluded, problems: [], figures: { noData: tally.count['no-data'], undecided: tally.count.undecided } }
}

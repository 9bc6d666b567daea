/** Steps taken together with the housing (四同步): every step yes = met, any no = unmet, else no-data. */
import { householdsOf, underDuty } from '../under-duty'
import { blank, quotient, thresholdOf, type Judged, type Judging } from '../evaluator'
import { saidYes } from '../facts'
import { answerCompounds } from '../kept-compounds'
import type { State, Why } from '../result'
import { stateOfUnits, tallyUnits } from '../unit-tally'

type Parameters = { readonly class: 'new' | 'old' | 'any'; readonly phases: readonly { readonly id: string; readonly zh: string; readonly item: string }[] }

export function sync(judging: Judging): Judged {
  const { study, clause, reading, facts } = judging
  const parameters = clause.parameters as unknown as Parameters
  if (study.compounds.length === 0) return blank('no-data', 'share', [{ code: 'compounds-missing' }])
  const { units, excluded } = answerCompounds(judging.kept, study.compounds, (compound) => {
    const duty = dutyOf(judging, parameters, compound)
    if (duty.in === 'no') return { unit: null, excluded: duty.why ? { id: compound.id, why: duty.why } : null }
    const steps = parameters.phases.map((phase) => ({ phase, said: saidYes(facts, { kind: 'compound', id: compound.id }, phase.item) }))
    const missing = steps.filter(({ said }) => said === false).map(({ phase }) => phase.zh)
    const unsaid = steps.filter(({ said }) => said === null).map(({ phase }) => phase.zh)
    const state: State = duty.in === 'undecided' ? 'undecided' : missing.length > 0 ? 'unmet' : unsaid.length > 0 ? 'no-data' : 'met'
    const why: Why[] = duty.in === 'undecided' ? [{ code: duty.why ?? 'unclassed' }] : [...(missing.length > 0 ? [{ code: 'steps-missing', detail: missing.join('、') }] : []), ...(unsaid.length > 0 ? [{ code: 'steps-unknown', detail: unsaid.join('、') }] : [])]
    const yes = steps.length - missing.length - unsaid.length
    return { unit: { id: compound.id, name: compound.name, kind: 'compound', state, numerator: yes, denominator: steps.length, value: yes / steps.length, shortfall: state === 'unmet' ? missing.length : state === 'met' ? 0 : null, why, figures: { class: duty.class, households: householdsOf(compound, reading), responsible: compound.responsible, ...Object.fromEntries(steps.map(({ phase, said }) => [`step:${phase.id}`, said === null ? null : said ? 'yes' : 'no'])) } }, excluded: null }
  })
  const tally = tallyUnits(judging.kept, units)
  const { met, unmet } = tally.count
  const threshold = thresholdOf(judging)
  return { state: stateOfUnits(tally), numerator: met, denominator: met + unmet, value: quotient(met, met + unmet), threshold: threshold && { at: threshold.at, value: threshold.value }, unit: 'share', shortfall: unmet, shortfallOfUnits: tally.shortfall, why: units.length === 0 ? [{ code: 'no-such-compound' }] : [], units, excluded, problems: [], figures: { noData: tally.count['no-data'], undecided: tally.count.undecided } }
}

/** As written, new and old compounds are under the duty; new-only leaves the old and the unclassed older ones out (SETTLED 9). */
function dutyOf({ reading, study }: Judging, parameters: Parameters, compound: Judging['study']['compounds'][number]): { in: 'yes' | 'no' | 'undecided'; why?: string; class: string } {
  const asNew = underDuty(compound, 'new', reading, study.asOf)
  const named = { class: asNew.class.class }
  if (parameters.class === 'new' || reading.syncCompounds === 'new-only') return { in: asNew.in, ...(asNew.why ? { why: asNew.why } : {}), ...named }
  if (asNew.in === 'yes') return { in: 'yes', ...named }
  const asOld = underDuty(compound, 'old', reading, study.asOf)
  return { in: asOld.in, ...(asOld.why ? { why: asOld.why } : {}), ...named }
}

/** The four steps of 四同步 of a compound: which is done, late, missing, or not said. */
import { factsOf, type FactIndex } from '../indicators/facts'
import { firstDay, lastDay, onOrBefore } from '../model/dates'
import type { Compound, DateText, Study } from '../model/study'
import { gateSteps, type Gate, type GateState, type GateStep } from './item'

/** null: the ledger says nothing of any step. */
export function gatesOf(study: Pick<Study, 'facts' | 'asOf'>, compound: Compound): readonly Gate[] | null {
  const facts = factsOf(study)
  const gates = gateSteps.map((step) => gateOf(facts, study.asOf, compound, step))
  return gates.every(({ state, date }) => state === 'unsaid' && date === null) ? null : gates
}

/** The step's stated figure, and the housing's own date that it must keep to: rooms are built by the day the housing is completed. */
const steps: Readonly<Record<GateStep, { readonly item: string; readonly housing: 'permitted' | 'completed' | 'delivered' }>> = {
  plan: { item: 'sync-planned', housing: 'permitted' },
  build: { item: 'sync-built', housing: 'completed' },
  accept: { item: 'sync-accepted', housing: 'completed' },
  deliver: { item: 'sync-delivered', housing: 'delivered' },
}

function gateOf(facts: FactIndex, asOf: string, compound: Compound, step: GateStep): Gate {
  const { item, housing: column } = steps[step]
  const housing = compound[column]
  const fact = facts.latest({ kind: 'compound', id: compound.id }, item)
  // A cell may hold yes or no, or the day on which the step was taken.
  const date = typeof fact?.value === 'string' && /^\d{4}/.test(fact.value) ? fact.value : fact?.value === true ? fact.date : null
  return { step, state: stateOf(fact?.value ?? null, date, housing, asOf), date, housing }
}

function stateOf(said: boolean | number | string | null, date: DateText | null, housing: DateText | null, asOf: string): GateState {
  const passed = housing !== null && onOrBefore(housing, asOf)
  if (date !== null && typeof said === 'string') {
    if (!onOrBefore(date, asOf)) return passed ? 'missing' : 'not-yet'
    return housing !== null && firstDay(date) > lastDay(housing) ? 'late' : 'done'
  }
  if (said === true) return 'done'
  if (said === false) return passed || housing === null ? 'missing' : 'not-yet'
  return 'unsaid'
}

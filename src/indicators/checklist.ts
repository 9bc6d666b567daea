/** n of m yes/no elements of a unit, facility, plot or pool; the tiers of a network. */
import { blank, quotient, thresholdOf, undecidedWhy, unitOfFigure, type Evaluator, type Judged, type Judging } from './evaluator'
import { explainChecklist } from './explain/explain-checklist'
import type { ChecklistParameters, List } from './checklist-element'
import { listsOf } from './checklist-lists'
import { keptSlot } from './kept'
import { listFor } from './kept-compounds'
import type { State, UnitResult, Why } from './result'
import { stateOfUnits, tallyUnits } from './unit-tally'

const slot = keptSlot((): { lists: readonly List[]; units: readonly UnitResult[] } => ({ lists: [], units: [] }))

export const checklist: Evaluator = { id: 'checklist', judge, explain: explainChecklist }

function judge(judging: Judging): Judged {
  const { clause } = judging
  const parameters = clause.parameters as unknown as ChecklistParameters
  const unit = unitOfFigure(clause)
  const found = listsOf(judging, parameters)
  if ('lacking' in found) return blank('no-data', unit, [{ code: found.lacking }])
  const threshold = thresholdOf(judging)
  const memory = slot(judging.kept)
  const units = found.lists.map((list, at) => (list === memory.lists[at] ? memory.units[at]! : listFor(judging.kept, list.id, list.basis, () => unitResult(judging, parameters, list, threshold?.value ?? null))))
  Object.assign(memory, { lists: found.lists, units })
  const tally = tallyUnits(judging.kept, units)
  const { met, unmet } = tally.count
  const permission = parameters.effect === 'permission'
  const state: State = permission ? (met > 0 ? 'met' : tally.count['no-data'] > 0 ? 'no-data' : 'not-applicable') : stateOfUnits(tally)
  const judged = threshold !== null
  return {
    state,
    numerator: judged ? met : null,
    denominator: judged ? met + unmet : null,
    value: judged ? quotient(met, met + unmet) : null,
    threshold: threshold && { at: threshold.at, value: threshold.value },
    unit,
    shortfall: judged ? tally.shortfall : null,
    shortfallOfUnits: tally.shortfall,
    why: units.length === 0 ? [{ code: found.empty }] : !judged ? [undecidedWhy(clause)] : threshold.own ? [{ code: 'own-threshold' }] : [],
    units,
    excluded: found.excluded,
    problems: [],
    figures: { elements: parameters.elements.length, noData: tally.count['no-data'] },
  }
}

/** met if yes >= needed, unmet if yes + unknown < needed, else no-data; elements that do not apply are not needed. */
function unitResult({ reading }: Judging, parameters: ChecklistParameters, list: List, needed: number | null): UnitResult {
  const { elements } = parameters
  const shown: Record<string, string> = {}
  const missing: string[] = []
  const unsaid: string[] = []
  const marks = new Set<string>()
  const counted = new Set<string>()
  let yes = 0
  for (const element of elements) {
    const answer = list.answer(element)
    shown[`element:${element.id}`] = answer.state
    if (answer.state === 'yes') yes++
    else if (answer.state === 'no') missing.push(element.zh)
    else if (answer.state === 'unknown') unsaid.push(element.zh)
    for (const mark of answer.marks ?? []) marks.add(mark)
    for (const id of answer.counted ?? []) counted.add(id)
  }
  const applicable = yes + missing.length + unsaid.length
  const base = { id: list.id, name: list.name, kind: list.kind, counted: [...counted].sort(), figures: shown }
  const why: Why[] = []
  if (missing.length > 0) why.push({ code: 'elements-missing', detail: missing.join('、') })
  if (unsaid.length > 0) why.push({ code: 'elements-unknown', detail: unsaid.join('、') })
  for (const code of marks) why.push({ code })
  const figures = { ...base, numerator: yes, denominator: applicable, value: yes, why }
  if (list.exempt || applicable === 0) return { ...figures, state: 'not-applicable', shortfall: null, why: [{ code: list.exempt ?? 'empty-denominator' }] }
  if (parameters.effect === 'permission') return { ...figures, state: yes === applicable ? 'met' : unsaid.length > 0 && missing.length === 0 ? 'no-data' : 'not-applicable', shortfall: null }
  if (needed === null) return { ...figures, state: unsaid.length === applicable ? 'no-data' : 'undecided', shortfall: null }
  // The number is of elements, or a measure that is itself the one element's test.
  const wanted = Math.min(elements.length === needed ? applicable : needed, reading.servicesRequired === undefined ? applicable : needed)
  const state: State = yes >= wanted ? 'met' : yes + unsaid.length < wanted ? 'unmet' : 'no-data'
  return { ...figures, state, shortfall: state === 'met' ? 0 : state === 'unmet' ? wanted - yes : null }
}

/** Why a checklist stands as it does: each element with its answer, the facts and the facilities behind it. */
import type { ChecklistParameters } from '../checklist-element'
import type { Judging } from '../evaluator'
import type { ExplainedInput, Explanation } from '../explanation'
import { explainFigure } from './explain-figure'
import { inputLimit } from './explain-share'
import { facilityInputs, overUnits } from './explain-units'
import { formulaGiving } from './formula'
import type { Result } from '../result'

/** A list: one line per element, then the facts; the formula is the sum of the yes elements. A clause of one list shows them too, but its figure is of lists met. */
export function explainChecklist(judging: Judging, result: Result, unit: string | null): Explanation {
  const { study, clause } = judging
  if (unit === null && result.units.length !== 1) return overUnits(study, clause.id, result)
  const of = result.units.find((entry) => entry.id === (unit ?? result.units[0]?.id))
  const parameters = clause.parameters as unknown as ChecklistParameters
  const elements = parameters.elements.map((element): ExplainedInput => ({ key: 'element', id: element.id, name: element.zh, value: of?.figures?.[`element:${element.id}`] ?? null }))
  const facts = explainFigure(judging, result, of?.id ?? null).inputs.filter(({ key }) => parameters.elements.some(({ item, equals }) => item === key || equals === key))
  const inputs = [...elements, ...facts, ...facilityInputs(study, of?.counted ?? [], ['kind', 'level', 'stage', 'services'])]
  const figure = { clause: clause.id, unit, inputs: inputs.slice(0, inputLimit), inputCount: inputs.length }
  if (unit === null) return { ...figure, formula: formulaGiving(result), value: result.value }
  const yes = elements.filter(({ value }) => value === 'yes').length
  return { ...figure, formula: elements.map(({ value }) => (value === 'yes' ? '1' : '0')).join(' + ') || null, value: yes }
}

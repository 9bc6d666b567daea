/** Why a count of a unit is what it is: the facilities counted, or the cell of the stated figure and what the plan changes of it. */
import type { Judging } from '../evaluator'
import { changeInputs, factInput } from './explain-figure'
import { explainShare } from './explain-share'
import { facilityInputs } from './explain-units'
import type { Explanation } from '../explanation'
import type { Figure } from '../facts'
import type { Result } from '../result'
import { plannedFormula, type LedgerChange } from '../stated-change'

/** statedOf: what a unit states; null: nothing. */
export function explainCount(judging: Judging, result: Result, unit: string | null, statedOf: (judging: Judging, unit: string) => { readonly stated: Figure; readonly change: LedgerChange | null } | null): Explanation {
  const explanation = explainShare(judging, result, unit)
  const of = unit === null ? undefined : result.units.find(({ id }) => id === unit)
  const said = of?.why.some(({ code }) => code === 'stated-figure') ? statedOf(judging, of.id) : null
  if (!of || !said || said.stated.value === null) return explanation
  const { stated, change } = said
  const { study } = judging
  const inputs = [...stated.from.map((fact) => factInput(study, fact)), ...(change ? [...changeInputs(of, change, 'ledger'), ...facilityInputs(study, change.facilities, ['kind', 'level', 'stage', 'area'])] : [])]
  return { ...explanation, ...(change ? { formula: plannedFormula(stated.value!, change) } : {}), inputs, inputCount: inputs.length }
}

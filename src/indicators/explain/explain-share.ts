/** Why a share is what it is: which units have a facility, and the cells of facility and unit. */
import { cellOf } from '../../model/study'
import type { Judging } from '../evaluator'
import type { ExplainedInput, Explanation } from '../explanation'
import { formulaGiving } from './formula'
import type { Result } from '../result'

/** The largest number of inputs listed; the rest are counted. */
export const inputLimit = 200

/** The clause: numerator / denominator with one line per unit. A unit: the facilities counted, with the cells that place and class them. */
export function explainShare({ study, clause }: Judging, result: Result, unit: string | null): Explanation {
  if (unit === null) {
    // What is not judged is not in the sum: its verdict stands in place of a number.
    const inputs = result.units.map((of): ExplainedInput => ({ key: 'state', id: of.id, name: of.name, value: of.state === 'met' || of.state === 'unmet' ? of.numerator : of.state, ...areaCell(study, of.id, 'name') }))
    return { clause: clause.id, unit, formula: formulaGiving(result), value: result.value, inputs: inputs.slice(0, inputLimit), inputCount: inputs.length }
  }
  const of = result.units.find((entry) => entry.id === unit)
  const named = new Set([...(of?.counted ?? []), ...(of?.why.flatMap((why) => why.detail?.split(', ') ?? []) ?? [])])
  const inputs = study.facilities
    .filter((facility) => named.has(facility.id))
    .flatMap((facility): ExplainedInput[] =>
      (['kind', 'level', 'stage', 'area', 'serves', 'services'] as const).flatMap((key) => {
        const value = facility[key]
        if (value === null && key !== 'kind' && key !== 'level' && key !== 'stage') return []
        const at = cellOf(study, facility.source, key)
        return [{ key, id: facility.id, name: facility.name, value: Array.isArray(value) ? value.join('、') : (value as string | null), ...(at ? { at } : {}) }]
      }),
    )
  const value = of?.value ?? null
  return { clause: clause.id, unit, formula: of ? formulaGiving(of) : null, value, inputs: inputs.slice(0, inputLimit), inputCount: inputs.length }
}

/** The cell of an area's column, ready to spread into an input. */
export function areaCell(study: Judging['study'], id: string, key: string): { at?: ExplainedInput['at'] } {
  const area = study.areas.find((entry) => entry.id === id)
  const at = area ? cellOf(study, area.source, key) : undefined
  return at ? { at } : {}
}

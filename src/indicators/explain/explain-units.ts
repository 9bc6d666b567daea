/** Why a list of units stands as it does: the units, and for one of them its own figures. */
import { cellOf, type Compound, type Facility, type Study } from '../../model/study'
import type { Judging } from '../evaluator'
import type { ExplainedInput, Explanation } from '../explanation'
import { inputLimit } from './explain-share'
import { formulaGiving } from './formula'
import type { Result } from '../result'

const compoundColumns = ['households', 'careAreaM2', 'age', 'permitted', 'completed', 'delivered', 'pool', 'remedy', 'due', 'done'] as const

/** The clause: units met / units judged. A compound: its row's cells and the facilities counted. */
export function explainUnits({ study, clause }: Judging, result: Result, unit: string | null): Explanation {
  if (unit === null) return overUnits(study, clause.id, result)
  const of = result.units.find((entry) => entry.id === unit)
  const compound = study.compounds.find((entry) => entry.id === unit)
  const inputs = [...(compound ? compoundInputs(study, compound, compoundColumns) : []), ...facilityInputs(study, of?.counted ?? [])]
  return { clause: clause.id, unit, formula: of ? formulaGiving(of) : null, value: of?.value ?? null, inputs: inputs.slice(0, inputLimit), inputCount: inputs.length }
}

/** One line per unit, the ones that fail first. */
export function overUnits(study: Study, clause: string, result: Result): Explanation {
  const compounds = new Map(study.compounds.map((compound) => [compound.id, compound]))
  const areas = new Map(study.areas.map((area) => [area.id, area]))
  const rank = ['unmet', 'no-data', 'undecided', 'met', 'not-applicable']
  const sorted = [...result.units].sort((a, b) => rank.indexOf(a.state) - rank.indexOf(b.state) || (b.shortfall ?? 0) - (a.shortfall ?? 0) || (a.id < b.id ? -1 : 1))
  const inputs = sorted.slice(0, inputLimit).map((entry): ExplainedInput => {
    const source = compounds.get(entry.id)?.source ?? areas.get(entry.id)?.source ?? null
    const at = cellOf(study, source, 'name')
    return { key: 'state', id: entry.id, name: entry.name, value: entry.state, ...(at ? { at } : {}) }
  })
  return { clause, unit: null, formula: formulaGiving(result), value: result.value, inputs, inputCount: sorted.length }
}

export function compoundInputs(study: Study, compound: Compound, keys: readonly (keyof Compound & string)[]): ExplainedInput[] {
  return keys.flatMap((key): ExplainedInput[] => {
    const value = compound[key]
    const at = cellOf(study, compound.source, key)
    if (value === null && !at?.column) return []
    return [{ key, id: compound.id, name: compound.name, value: value as ExplainedInput['value'], ...(at ? { at } : {}) }]
  })
}

export function facilityInputs(study: Study, ids: readonly string[], keys: readonly (keyof Facility & string)[] = ['floorAreaM2', 'stage', 'serves']): ExplainedInput[] {
  const wanted = new Set(ids)
  return study.facilities
    .filter((facility) => wanted.has(facility.id))
    .flatMap((facility) =>
      keys.flatMap((key): ExplainedInput[] => {
        const value = facility[key]
        const at = cellOf(study, facility.source, key)
        if (value === null && !at?.column) return []
        return [{ key, id: facility.id, name: facility.name, value: Array.isArray(value) ? value.join('、') : (value as ExplainedInput['value']), ...(at ? { at } : {}) }]
      }),
    )
}

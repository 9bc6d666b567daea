/** Why a unit has its m² of facility land per person. */
import { cellOf } from '../../model/study'
import type { Judging } from '../evaluator'
import type { ExplainedInput, Explanation } from '../explanation'
import { areaCell, inputLimit } from './explain-share'
import { facilityInputs, overUnits } from './explain-units'
import { formulaGiving } from './formula'
import type { Result } from '../result'

/** A unit: the land of every plot over the persons. */
export function explainLand({ study, clause, reading }: Judging, result: Result, unit: string | null): Explanation {
  if (unit === null) return overUnits(study, clause.id, result)
  const of = result.units.find((entry) => entry.id === unit)
  const counted = new Set(of?.counted ?? [])
  const plots = study.plots.filter((plot) => counted.has(plot.id)).map((plot): ExplainedInput => {
    const at = cellOf(study, plot.source, 'landAreaM2')
    return { key: 'landAreaM2', id: plot.id, name: plot.name, value: plot.landAreaM2, unit: 'm2', ...(at ? { at } : {}) }
  })
  const shared = facilityInputs(study, of?.counted ?? [], [reading.landMeasure === 'floor' ? 'floorAreaM2' : 'landAreaM2'])
  const column = reading.landPopulation === 'elders60' ? 'elders60' : 'residents'
  // A stated figure may stand in the roster's place: its cell is another.
  const fromRoster = study.areas.find(({ id }) => id === unit)?.[column] === of?.denominator
  const persons: ExplainedInput = { key: String(reading.landPopulation ?? 'residents'), id: unit, name: of?.name ?? unit, value: of?.denominator ?? null, unit: 'person', ...(fromRoster ? areaCell(study, unit, column) : {}) }
  const inputs = [...[...plots, ...shared].sort((a, b) => Number(b.value ?? 0) - Number(a.value ?? 0)), persons]
  return { clause: clause.id, unit, formula: of ? formulaGiving(of) : null, value: of?.value ?? null, inputs: inputs.slice(0, inputLimit), inputCount: inputs.length }
}

/** Why a compound has its m² per hundred households. */
import type { Judging } from '../evaluator'
import type { Explanation } from '../explanation'
import { inputLimit } from './explain-share'
import { compoundInputs, facilityInputs, overUnits } from './explain-units'
import { formulaGiving } from './formula'
import type { Result } from '../result'

const columns = ['households', 'householdsBuilt', 'householdsOccupied', 'householdsRegistered', 'careAreaM2', 'usableAreaM2', 'leased', 'handover', 'age', 'permitted', 'completed', 'delivered', 'pool'] as const

/** A compound: provided / households * 100; a member of a pool: the group's, with every member's cells. */
export function explainArea({ study, clause }: Judging, result: Result, unit: string | null): Explanation {
  if (unit === null) return overUnits(study, clause.id, result)
  const of = result.units.find((entry) => entry.id === unit)
  const pool = of?.kind === 'pool' ? unit : (of?.figures?.pool ?? null)
  const members = study.compounds.filter((compound) => (pool === null ? compound.id === unit : compound.pool === pool))
  const inputs = [...members.flatMap((member) => compoundInputs(study, member, columns)), ...facilityInputs(study, of?.counted ?? [])]
  return { clause: clause.id, unit, formula: of ? formulaGiving(of) : null, value: of?.value ?? null, inputs: inputs.slice(0, inputLimit), inputCount: inputs.length }
}

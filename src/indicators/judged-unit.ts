/** The unit that a clause is judged at, and the units listed below it. */
import type { Area } from '../model/study'
import type { Judging } from './evaluator'
import { unitsOf } from './roster'

/**
 * The study's topmost units: the document's own level where the roster tops there, else the study's topmost (SETTLED 11).
 * Several only where the roster has several tops, which are judged together.
 */
export const judgedUnits = ({ roster }: Pick<Judging, 'roster'>): readonly Area[] => roster.tops

/** Units of the breakdown level; the judged units themselves where the clause names none or the roster has none (SETTLED 20). */
export function breakdownUnits(judging: Judging): readonly Area[] {
  const { breakdown } = judging.clause.parameters
  const units = typeof breakdown === 'string' ? unitsOf(judging.roster, [breakdown]) : []
  return units.length > 0 ? units : judgedUnits(judging)
}

/** The id and name under which the judged units are shown together. */
export const joined = (units: readonly Area[]): { readonly id: string; readonly name: string } => ({ id: units.map((unit) => unit.id).join('、'), name: units.map((unit) => unit.name).join('、') })

/** What an evaluator family is: one file, one record in evaluators.ts. */
import type { Problem } from '../problem'
import type { Options, Study } from '../model/study'
import type { Clause, Comparator, Pack, Threshold } from '../policy/clause'
import type { Explanation } from './explanation'
import type { FactIndex } from './facts'
import type { Kept } from './kept'
import type { Excluded, Result, State, UnitResult, Why } from './result'
import type { Roster } from './roster'

/** Everything one clause is judged with; nothing else is read. */
export type Judging = {
  readonly study: Study
  readonly roster: Roster
  readonly facts: FactIndex
  readonly pack: Pack
  readonly clause: Clause
  /** Options of this clause in force. */
  readonly reading: Options
  /** What the user set, for clauses that judge with the options of another. */
  readonly set: Options
  /** The memory of the clause; absent where nothing is kept. */
  readonly kept?: Kept | undefined
}

/** What a family answers; judge.ts adds the clause's own words. */
export type Judged = {
  readonly state: State
  readonly numerator: number | null
  readonly denominator: number | null
  readonly value: number | null
  readonly threshold: { readonly at: Comparator; readonly value: number } | null
  readonly unit: string
  readonly shortfall: number | null
  readonly shortfallOfUnits: number | null
  readonly why: readonly Why[]
  readonly units: readonly UnitResult[]
  readonly excluded: readonly Excluded[]
  readonly problems: readonly Problem[]
  readonly figures: Readonly<Record<string, number | string | null>>
}

export type Evaluator = {
  readonly id: string
  readonly judge: (judging: Judging) => Judged
  /** The arithmetic of the clause, or of one of its units, with the cells behind it. */
  readonly explain: (judging: Judging, result: Result, unit: string | null) => Explanation
}

/** The threshold in force: the document's (softened by 基本 where the reading says so), or the user's own, or none. */
export function thresholdOf({ clause, reading }: Pick<Judging, 'clause' | 'reading'>): { at: Comparator; value: number; unit: string; own: boolean } | null {
  const { threshold, thresholdFromOption } = clause.parameters as { threshold?: Threshold | null; thresholdFromOption?: { option: string; at: Comparator; unit: string } }
  if (thresholdFromOption) {
    const chosen = reading[thresholdFromOption.option]
    return typeof chosen === 'number' ? { at: thresholdFromOption.at, value: chosen, unit: thresholdFromOption.unit, own: true } : null
  }
  if (!threshold || (threshold.implied && reading.impliedFull === 'no-threshold')) return null
  const factor = typeof reading.basicallyShare === 'number' ? reading.basicallyShare : 1
  return { at: threshold.at, value: threshold.value * factor, unit: threshold.unit, own: false }
}

/** The unit of the figure, also where there is no threshold. */
export function unitOfFigure(clause: Clause): string {
  const { threshold, thresholdFromOption } = clause.parameters as { threshold?: Threshold | null; thresholdFromOption?: { unit: string } }
  return threshold?.unit ?? thresholdFromOption?.unit ?? 'share'
}

/** Why a clause without a number stays undecided: the pack's own code. */
export function undecidedWhy(clause: Clause): Why {
  const { undecided } = clause.parameters as { undecided?: { code: string } }
  return { code: undecided?.code ?? 'no-threshold' }
}

/** A clause for every unit: any unmet = unmet, else any no-data, else any undecided, else met; none under the duty = not-applicable. */
export function stateOfAll(states: readonly State[]): State {
  for (const state of ['unmet', 'no-data', 'undecided', 'met'] as const) if (states.includes(state)) return state
  return 'not-applicable'
}

export const countOf = (units: readonly UnitResult[], state: State): number => units.reduce((count, unit) => count + (unit.state === state ? 1 : 0), 0)

/** Sum of the units' shortfalls, null when no unit has one. */
export function sumOfShortfalls(units: readonly UnitResult[]): number | null {
  const known = units.filter((unit) => unit.shortfall !== null)
  return known.length === 0 ? null : known.reduce((sum, unit) => sum + unit.shortfall!, 0)
}

/** numerator / denominator, null where there is nothing to divide by. */
export const quotient = (numerator: number | null, denominator: number | null): number | null => (numerator === null || denominator === null || denominator === 0 ? null : numerator / denominator)

/** An answer without figures. */
export function blank(state: State, unit: string, why: readonly Why[], more: Partial<Judged> = {}): Judged {
  return { state, numerator: null, denominator: null, value: null, threshold: null, unit, shortfall: null, shortfallOfUnits: null, why, units: [], excluded: [], problems: [], figures: {}, ...more }
}

/** What judging gives: DESIGN section 6, one Result per clause. Numbers are plain, unknown is null. */
import type { Problem } from '../problem'
import type { Options } from '../model/study'
import type { Binding, Comparator } from '../policy/clause'

export const states = ['met', 'unmet', 'no-data', 'not-applicable', 'undecided'] as const
export type State = (typeof states)[number]

/** Why a unit has its state, or why a row is left out: a code with words in text/, and what it names. */
export type Why = { readonly code: string; readonly detail?: string }

export type UnitResult = {
  readonly id: string
  readonly name: string
  readonly state: State
  readonly numerator: number | null
  readonly denominator: number | null
  readonly value: number | null
  /** What is missing to meet, in the clause's own unit; null when nothing can be said. */
  readonly shortfall: number | null
  readonly why: readonly Why[]
  /** Ids of the facilities (or plots) that were counted. */
  readonly counted?: readonly string[]
  /** What kind of record the id names, for the map and the table. */
  readonly kind?: 'area' | 'compound' | 'facility' | 'plot' | 'pool'
  /** Figures of this family beside the halves: required, provided, class, pool … */
  readonly figures?: Readonly<Record<string, number | string | null>>
}

export type Excluded = { readonly id: string; readonly why: string }

export type Result = {
  readonly clause: string
  readonly policy: string
  readonly evaluator: string
  readonly state: State
  readonly numerator: number | null
  readonly denominator: number | null
  readonly value: number | null
  readonly threshold: { readonly at: Comparator; readonly value: number } | null
  readonly unit: string
  readonly binding: Binding
  readonly deadline: string | null
  /** asOf is after the deadline; null without a deadline. */
  readonly pastDue: boolean | null
  readonly reading: Options
  readonly shortfall: number | null
  readonly shortfallOfUnits: number | null
  /** Why the clause has its state, where that is not plain from the figures (codes of text/why). */
  readonly why: readonly Why[]
  readonly units: readonly UnitResult[]
  readonly excluded: readonly Excluded[]
  readonly problems: readonly Problem[]
  /** Figures of this family beside the halves: pooled m² per 100 households, counts under other readings … */
  readonly figures: Readonly<Record<string, number | string | null>>
}

/** How a figure came about: the formula with the numbers put in, and each number's cell. */
import type { Place } from '../problem'

export type ExplainedInput = {
  /** Column key, fact item key or a code of text/why: named for people by text/. */
  readonly key: string
  /** Record the number belongs to. */
  readonly id: string
  readonly name: string
  readonly value: number | string | boolean | null
  readonly unit?: string
  /** Of a place where people are: how far its nearest facility is. */
  readonly way?: ExplainedWay
  /** The cell; absent for a computed or edited value. */
  readonly at?: Place
}

export type ExplainedWay = {
  /** What the place is, to be selected by. */
  readonly from: 'people' | 'compounds' | 'areas'
  readonly model: 'circle' | 'walk'
  /** Id and name; null: none can be reached. */
  readonly facility: string | null
  readonly facilityName: string | null
  /** In a straight line, or along the streets; null: no facility, no position, or over 100 m from any street. */
  readonly metres: number | null
  /** On foot at the pace in force; null in a straight line. */
  readonly seconds: number | null
  /** null: in neither half. */
  readonly within: boolean | null
}

export type Explanation = {
  readonly clause: string
  /** Unit id, or null for the clause as a whole. */
  readonly unit: string | null
  /** Arithmetic that evaluates to value: digits, + - * / ( ) and 'min(' 'max(' only; null when there is no figure. */
  readonly formula: string | null
  readonly value: number | null
  readonly inputs: readonly ExplainedInput[]
  /** Number of inputs when inputs is cut (long sums list the largest first). */
  readonly inputCount: number
}

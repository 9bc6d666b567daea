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
  /** Set by an edit, of a plan or of the office's own record; absent where the ledger says the very value. */
  readonly edited?: ExplainedEdit
}

export type ExplainedEdit = {
  /** What the ledger says, null where it is blank; absent: the ledger has no such record. */
  readonly from?: ExplainedInput['value']
  /** The ledger's cell, of the value before. */
  readonly at?: Place
  /** The office's own record (整改台账) changed it. */
  readonly recorded: boolean
  /** The edits of the plan that changed it, the last one to what is shown; number 1 is the plan's first. */
  readonly steps: readonly { readonly number: number; readonly type: string }[]
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

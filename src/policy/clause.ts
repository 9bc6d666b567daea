/** One policy document as data: a pack is a list of clauses; an evaluator is code that a clause names. */
import type { OptionValue } from '../model/study'

export type Words = { readonly zh: string; readonly en: string }
export type Comparator = 'least' | 'most' | 'below' | 'above' | 'equal'

export type Threshold = {
  readonly at: Comparator
  readonly value: number
  readonly per: string
  readonly unit: string
  /** The words of the quotation that the number comes from; null when implied. */
  readonly basis: string | null
  readonly implied: boolean
}

export type Binding = 'binding' | 'expected' | 'aspirational'

export type ClauseReading = {
  readonly option: string
  readonly choices: readonly OptionValue[]
  readonly default: OptionValue
  readonly why: string
}

export type Deadline = { readonly date: string | null; readonly wording: string | null; readonly alternatives: readonly (string | null)[] }

export type Clause = {
  readonly id: string
  readonly quote: string
  readonly alsoQuotes: readonly string[]
  readonly article: string
  readonly title: Words
  readonly evaluator: string
  /** Read by the evaluator of that name, which states the shape it needs. */
  readonly parameters: Readonly<Record<string, unknown>>
  readonly binding: Binding
  readonly deadline: Deadline
  readonly scope: Words
  readonly needs: readonly string[]
  readonly orNeeds: readonly string[]
  readonly spatial: boolean
  readonly readings: readonly ClauseReading[]
  readonly note: string
}

export type PolicyDocument = {
  readonly title: string
  readonly number: string | null
  readonly issuer: string | null
  readonly date: string | null
  readonly place: string
  readonly placeCode: string | null
  readonly status: 'in-force' | 'draft' | 'expired'
  readonly statusNote: string
  readonly horizon: string | null
}

export type Pack = {
  /** '<place>-<year>', the file's stem. */
  readonly id: string
  readonly version: number
  readonly document: PolicyDocument
  readonly clauses: readonly Clause[]
}

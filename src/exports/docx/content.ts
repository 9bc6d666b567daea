/** What the report is made from, beside the basis of every product. */
import type { Result } from '../../indicators/result'
import type { Study } from '../../model/study'
import type { Clause, Pack } from '../../policy/clause'
import type { Basis } from '../basis'
import type { Numbers } from './pieces'

export type ReportOptions = {
  /** The study and its results before the plan; absent: nothing is compared. */
  readonly before?: { readonly study: Study; readonly results: readonly Result[] } | null
  /** Clauses with a map, in this order; absent: those with most unmet units that can be drawn. */
  readonly maps?: readonly { readonly policy: string; readonly clause: string }[]
  readonly approval?: string
  readonly source?: string
  readonly onProgress?: (done: number, of: number) => Promise<void> | void
}

export type Content = { readonly basis: Basis; readonly options: ReportOptions; readonly numbers: Numbers; readonly clauseOf: (result: { readonly policy: string; readonly clause: string }) => Clause | undefined; readonly packOf: (policy: string) => Pack | undefined }

export function contentOf(basis: Basis, options: ReportOptions): Content {
  const packs = new Map(basis.packs.map((pack) => [pack.id, pack]))
  const clauses = new Map(basis.packs.flatMap((pack) => pack.clauses.map((clause) => [`${pack.id} ${clause.id}`, clause] as const)))
  return { basis, options, numbers: { table: 0, figure: 0 }, clauseOf: ({ policy, clause }) => clauses.get(`${policy} ${clause}`), packOf: (policy) => packs.get(policy) }
}

/** How an edit makes a new study of an old one: only the list that it changes is copied. */
import { problem, type ProblemCode, type Severity } from '../problem'
import type { Study } from '../model/study'
import type { Outcome } from './edit-kind'

/** The study with some of its lists replaced; it remembers what it was before any edit. */
export const edited = (study: Study, changes: Partial<Study>): Study => ({ ...study, ...changes, base: study.base ?? study })

/** Nothing changed, and why. */
export const left = (study: Study, code: ProblemCode, detail: string, severity: Severity = 'warning'): Outcome => ({ study, problems: [problem(code, severity, {}, detail)] })

export type RecordList = 'areas' | 'compounds' | 'facilities' | 'plots'

/** Where a record stands in its list, -1 when it is not there. Edits seldom move records, so the base's own index is a good guess. */
export function positionOf(study: Study, list: RecordList, id: string): number {
  const records: readonly { readonly id: string }[] = study[list]
  const guess = indexOf((study.base ?? study)[list]).get(id)
  if (guess !== undefined && records[guess]?.id === id) return guess
  return records.findIndex((record) => record.id === id)
}

/** The record, or undefined. */
export const recordOf = <L extends RecordList>(study: Study, list: L, id: string): Study[L][number] | undefined => study[list][positionOf(study, list, id)]

/** A copy of the list with one record replaced. */
export function replaced<T>(records: readonly T[], at: number, record: T): readonly T[] {
  const copy = records.slice()
  copy[at] = record
  return copy
}

/** True when a record says the same as another, key by key. */
export function saysTheSame<T extends object>(a: T, b: T): boolean {
  return (Object.keys({ ...a, ...b }) as (keyof T)[]).every((key) => a[key] === b[key] || (typeof a[key] === 'object' && JSON.stringify(a[key]) === JSON.stringify(b[key])))
}

const made = new WeakMap<object, ReadonlyMap<string, number>>()

function indexOf(records: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  let index = made.get(records)
  if (!index) made.set(records, (index = new Map(records.map(({ id }, at) => [id, at]))))
  return index
}

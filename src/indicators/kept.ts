/**
 * What a clause keeps from one judging to the next. Each family has a slot of its own and trusts only what was made of the very same
 * records: nothing that is kept can be untrue. Judging from nothing is the same without a memory.
 */
import type { KeptCompounds } from './kept-compounds'

/** The memory of one clause; slots hang on it. */
export type Kept = KeptCompounds

/** A family's own place in the memory of each clause; without a memory it begins empty every time. */
export function keptSlot<T extends object>(empty: () => T): (kept: Kept | undefined) => T {
  const slots = new WeakMap<Kept, T>()
  return (kept) => {
    if (!kept) return empty()
    let own = slots.get(kept)
    if (!own) slots.set(kept, (own = empty()))
    return own
  }
}

/** Answers record by record, in the order of a ledger. basis: what else they were made of. */
export type KeptRows<R, A> = { basis: readonly unknown[]; records: readonly R[]; answers: readonly A[] }

export const noRows = <R, A>(): KeptRows<R, A> => ({ basis: [], records: [], answers: [] })

/** made and gone: which answers are new, and which are no more; whole: nothing that was kept could be trusted. */
export type RowsAnswered<A> = { readonly answers: readonly A[]; readonly made: readonly A[]; readonly gone: readonly A[]; readonly whole: boolean }

/** The answers of a ledger: those of records that are the very same stay. */
export function answerRows<R, A>(kept: KeptRows<R, A>, records: readonly R[], basis: readonly unknown[], make: (record: R) => A): RowsAnswered<A> {
  const before = kept.answers
  if (kept.basis.length === 0 || !sameList(kept.basis, basis)) {
    Object.assign(kept, { basis, records, answers: records.map((record) => make(record)) })
    return { answers: kept.answers, made: kept.answers, gone: before, whole: true }
  }
  if (kept.records === records) return { answers: before, made: [], gone: [], whole: false }
  const made: A[] = []
  const gone: A[] = []
  const answers: A[] = new Array<A>(records.length)
  const old = kept.records
  /** Where the records of before stand; asked only where more than one in a row came or went. */
  let placeOf: Map<R, number> | null = null
  let from = 0
  for (let at = 0; at < records.length; at++) {
    const record = records[at]!
    if (old[from] !== record) {
      // One that is another now, one that came, one that went; else whatever it takes.
      const isOther = from < old.length && old[from + 1] === records[at + 1]
      const place = isOther || old[from] === records[at + 1] ? -1 : old[from + 1] === record ? from + 1 : ((placeOf ??= new Map(old.map((each, index) => [each, index]))).get(record) ?? -1)
      if (place < from) {
        if (isOther) gone.push(before[from++]!)
        made.push((answers[at] = make(record)))
        continue
      }
      while (from < place) gone.push(before[from++]!)
    }
    answers[at] = before[from++]!
  }
  for (; from < old.length; from++) gone.push(before[from]!)
  Object.assign(kept, { basis, records, answers })
  return { answers, made, gone, whole: false }
}

export const sameList = (a: readonly unknown[], b: readonly unknown[]): boolean => a.length === b.length && a.every((each, at) => each === b[at])

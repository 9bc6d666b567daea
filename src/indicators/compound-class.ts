/** New, old, or unclassed: which class a compound has under the reading in force, and why (SETTLED 9, 43). */
import { firstDay, lastDay } from '../model/dates'
import type { Compound, DateText, Options } from '../model/study'

export type CompoundClass = {
  /** neither: dated before the start date and not marked old. unknown: no usable date. */
  readonly class: 'new' | 'old' | 'neither' | 'unknown'
  /** The ledger column that decided, or null when nothing did. */
  readonly by: 'age' | 'permitted' | 'completed' | 'delivered' | null
  readonly date: DateText | null
}

/** Order that the three dates keep: a compound is permitted before it is completed before it is delivered. */
const order = ['permitted', 'completed', 'delivered'] as const
type AgeDate = (typeof order)[number]

/** 老旧 of the national renewal programme: built by the end of 2000 (DOMAIN A6-9). */
const oldUntil = '2000-12-31'
/** The only year that the Qujing paragraph names for 新建. */
const newSinceDefault = '2018-01-01'

/** The class under the options ageClass, newSince and ageDate. */
export function classOf(compound: Compound, reading: Options, newSince = String(reading.newSince ?? newSinceDefault)): CompoundClass {
  const ageDate = (reading.ageDate ?? 'completed') as AgeDate
  if ((reading.ageClass ?? 'ledger') === 'ledger' && compound.age !== null) return { class: compound.age, by: 'age', date: compound[ageDate] }
  const span = spanOf(compound, ageDate)
  if (span.first !== null && span.first >= newSince) return { class: 'new', by: span.by, date: span.date }
  if (span.last === null) return { class: 'unknown', by: null, date: null }
  if (reading.ageClass === 'built-2000' && span.last <= oldUntil) return { class: 'old', by: span.by, date: span.date }
  if (reading.ageClass === 'built-2000' && span.first !== null && span.first <= oldUntil && span.last > oldUntil) return { class: 'unknown', by: null, date: span.date }
  if (span.last < newSince) return { class: reading.ageClass === 'before-start' ? 'old' : 'neither', by: span.by, date: span.date }
  return { class: 'unknown', by: null, date: span.date }
}

/** The days between which the chosen date must lie; another date only bounds it by the order of the three. */
function spanOf(compound: Compound, chosen: AgeDate): { first: string | null; last: string | null; by: AgeDate; date: DateText | null } {
  const own = compound[chosen]
  if (own !== null) return { first: firstDay(own), last: lastDay(own), by: chosen, date: own }
  const at = order.indexOf(chosen)
  const before = order.slice(0, at).reverse().find((key) => compound[key] !== null)
  const after = order.slice(at + 1).find((key) => compound[key] !== null)
  const by = before ?? after ?? chosen
  return { first: before ? firstDay(compound[before]!) : null, last: after ? lastDay(compound[after]!) : null, by, date: compound[by] }
}

/** The date that decides whether a duty "since 2018" falls on the compound: after, before, or it cannot be told. */
export function builtSince(compound: Compound, ageDate: string, from: string): 'since' | 'before' | 'unknown' {
  const span = spanOf(compound, ageDate as AgeDate)
  if (span.first !== null && span.first >= from) return 'since'
  if (span.last !== null && span.last < from) return 'before'
  return 'unknown'
}

/** Completed on or before the data date (class 'built'): true, false, or null without a usable date. */
export function isBuilt(compound: Compound, ageDate: string, asOf: string): boolean | null {
  const span = spanOf(compound, ageDate as AgeDate)
  if (span.last !== null && span.last <= asOf) return true
  if (span.first !== null && span.first > asOf) return false
  return null
}

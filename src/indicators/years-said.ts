/** A yes/no of every year of a span: a year that is not yet over on the data date is not asked. */
import type { Area } from '../model/study'
import type { Judging } from './evaluator'
import type { Tri } from './match'
import { latestCompleteYear } from './yearly'

/** yes: every asked year is yes; no: any is no; unknown: a year is unsaid; not-applicable: no year is over. */
export function yearsSaid({ facts, study }: Judging, unit: Area, item: string, from: number, to: number): Tri | 'not-applicable' {
  const last = Math.min(to, latestCompleteYear(study.asOf))
  if (last < from) return 'not-applicable'
  const said = new Map<number, boolean>()
  for (const { date, value } of facts.rows({ kind: 'area', id: unit.id }, item)) if (date !== null && typeof value === 'boolean') said.set(Number(date.slice(0, 4)), value)
  const years = Array.from({ length: last - from + 1 }, (_, index) => said.get(from + index))
  if (years.includes(false)) return 'no'
  return years.includes(undefined) ? 'unknown' : 'yes'
}

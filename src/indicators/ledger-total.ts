/** A sum of the facility ledger, or the stated figure where the ledger cannot answer (SETTLED 16, 32, 42). */
import { problem, type Problem } from '../problem'
import type { Area } from '../model/study'
import type { Judging } from './evaluator'
import { partsOf, sumOf, type Sum } from './facility-sum'
import { measureOf, type Measure } from './measure'
import type { Why } from './result'

export type LedgerTotal = Omit<Sum, 'value'> & { readonly value: number | null; readonly source: 'ledger' | 'stated'; readonly unknown: number; readonly why: readonly Why[]; readonly problems: readonly Problem[] }

/** The total of some units: ledger where it can answer, else stated, else the known part of the ledger. */
export function bedsOf(judging: Judging, measure: Measure, units: readonly Area[]): LedgerTotal {
  const statedParts = units.map((unit) => measureOf(judging, measure, unit))
  const statedValue = statedParts.length === 0 || statedParts.some(({ value }) => value === null) ? null : statedParts.reduce((sum, { value }) => sum + value!, 0)
  const stated: LedgerTotal = { value: statedValue, withUnknown: statedValue ?? 0, unknownClass: [], unknownSize: [], counted: [], source: 'stated', unknown: 0, why: statedValue === null ? [{ code: 'no-figure', detail: measure.item ?? '' }] : [], problems: [] }
  const { ledger } = measure
  if (ledger?.name !== 'facilities' || judging.study.facilities.length === 0 || judging.reading.figureSource === 'stated') return stated
  const sum = sumOf(units.flatMap((unit) => partsOf(judging, ledger, unit)))
  const homeBeds = judging.reading.bedsCounted === 'plus-home-beds' ? homeBedsStated(judging, units, sum) : 0
  const unknown = new Set([...sum.unknownClass, ...sum.unknownSize]).size
  if (unknown > 0 && statedValue !== null) return stated
  const value = sum.value + homeBeds
  const problems = statedValue !== null && statedValue !== value ? [problem('figures-disagree', 'warning', {}, `${value} · ${statedValue}`)] : []
  return { ...sum, value, withUnknown: sum.withUnknown + homeBeds, source: 'ledger', unknown, why: [], problems }
}

/** Home beds are HOME_BED rows of the ledger, else the stated number, never both (SETTLED 32). */
function homeBedsStated(judging: Judging, units: readonly Area[], sum: Sum): number {
  const listed = judging.study.facilities.some((facility) => facility.kind === 'HOME_BED' && (sum.counted.includes(facility.id) || sum.unknownSize.includes(facility.id)))
  return listed ? 0 : units.reduce((total, unit) => total + (measureOf(judging, { item: 'home-beds' }, unit).value ?? 0), 0)
}

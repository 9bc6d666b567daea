/** A sum of the facility ledger, or the stated figure where the ledger cannot answer (SETTLED 16, 32, 42). */
import { problem, type Problem } from '../problem'
import type { Area } from '../model/study'
import type { Judging } from './evaluator'
import { partsOf, standingIn, sumOf, type Sum } from './facility-sum'
import { measureOf, type Measure } from './measure'
import type { Why } from './result'

export type LedgerTotal = Omit<Sum, 'value'> & { readonly value: number | null; readonly source: 'ledger' | 'stated'; readonly unknown: number; readonly homeBedsUnknown: boolean; readonly why: readonly Why[]; readonly problems: readonly Problem[] }

/** The total of some units: ledger where it can answer, else stated, else the known part of the ledger. */
export function bedsOf(judging: Judging, measure: Measure, units: readonly Area[]): LedgerTotal {
  const statedParts = units.map((unit) => measureOf(judging, measure, unit))
  const statedValue = statedParts.length === 0 || statedParts.some(({ value }) => value === null) ? null : statedParts.reduce((sum, { value }) => sum + value!, 0)
  const stated: LedgerTotal = { value: statedValue, withUnknown: statedValue ?? 0, unknownClass: [], unknownSize: [], counted: [], source: 'stated', unknown: 0, homeBedsUnknown: false, why: statedValue === null ? [{ code: 'no-figure', detail: measure.item ?? '' }] : [], problems: [] }
  const { ledger } = measure
  if (ledger?.name !== 'facilities' || judging.study.facilities.length === 0 || judging.reading.figureSource === 'stated') return stated
  const sum = sumOf(partsOf(judging, ledger, units))
  const homeBeds = homeBedsBeside(judging, units)
  const unknown = new Set([...sum.unknownClass, ...sum.unknownSize]).size + (homeBeds === null ? 1 : 0)
  if (unknown > 0 && statedValue !== null) return stated
  const value = sum.value + (homeBeds ?? 0)
  const problems = statedValue !== null && statedValue !== value ? [problem('figures-disagree', 'warning', {}, `${value} · ${statedValue}`)] : []
  return { ...sum, value, withUnknown: sum.withUnknown + (homeBeds ?? 0), source: 'ledger', unknown, homeBedsUnknown: homeBeds === null, why: homeBeds === null ? [{ code: 'no-figure', detail: 'home-beds' }] : [], problems }
}

/**
 * Home beds to add to the ledger's own under the reading that counts them: HOME_BED rows are in the ledger already (0 beside it),
 * else the stated number, never both (SETTLED 32); null when neither says how many.
 */
export function homeBedsBeside(judging: Judging, units: readonly Area[]): number | null {
  if (judging.reading.bedsCounted !== 'plus-home-beds') return 0
  if (units.some((unit) => standingIn(judging, unit).some(({ kind }) => kind === 'HOME_BED'))) return 0
  return units.reduce<number | null>((total, unit) => {
    const { value } = measureOf(judging, { item: 'home-beds' }, unit)
    return total === null || value === null ? null : total + value
  }, 0)
}

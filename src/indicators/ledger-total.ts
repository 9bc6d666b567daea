/** A sum of the facility ledger, or the stated figure where the ledger cannot answer (SETTLED 16, 32, 42). */
import { problem, type Problem } from '../problem'
import type { Area } from '../model/study'
import type { Judging } from './evaluator'
import { partsOf, standingIn, sumOf, type Sum } from './facility-sum'
import { measureOf, type Measure } from './measure'
import type { Why } from './result'
import { ledgerChange, planWhy, plannedFigure } from './stated-change'

export type LedgerTotal = Omit<Sum, 'value'> & {
  readonly value: number | null
  /** What it is at least: less than the value only where a plan may have taken from a stated figure more than is known. */
  readonly surely: number | null
  readonly source: 'ledger' | 'stated'
  readonly unknown: number
  readonly homeBedsUnknown: boolean
  readonly why: readonly Why[]
  readonly problems: readonly Problem[]
}

/** The total of some units: ledger where it can answer, else stated, else the known part of the ledger. */
export function bedsOf(judging: Judging, measure: Measure, units: readonly Area[]): LedgerTotal {
  const stated = statedTotal(judging, measure, units)
  const { ledger } = measure
  if (ledger?.name !== 'facilities' || judging.study.facilities.length === 0 || judging.reading.figureSource === 'stated') return stated
  // Without a ledger before the plan, what the plan adds is not all there is.
  if (stated.value !== null && judging.study.base?.facilities.length === 0) return stated
  const sum = sumOf(partsOf(judging, ledger, units))
  const homeBeds = homeBedsBeside(judging, units)
  const unknown = new Set([...sum.unknownClass, ...sum.unknownSize]).size + (homeBeds === null ? 1 : 0)
  if (unknown > 0 && stated.value !== null) return stated
  const value = sum.value + (homeBeds ?? 0)
  const problems = stated.value !== null && stated.value !== value ? [problem('figures-disagree', 'warning', {}, `${value} · ${stated.value}`)] : []
  return { ...sum, value, surely: value, withUnknown: sum.withUnknown + (homeBeds ?? 0), source: 'ledger', unknown, homeBedsUnknown: homeBeds === null, why: homeBeds === null ? [{ code: 'no-figure', detail: 'home-beds' }] : [], problems }
}

/** The stated figure; under a plan with what the plan changes of it. */
function statedTotal(judging: Judging, measure: Measure, units: readonly Area[]): LedgerTotal {
  const nothing = { unknownClass: [], unknownSize: [], counted: [], source: 'stated' as const, unknown: 0, homeBedsUnknown: false, problems: [] }
  const parts = units.map((unit) => measureOf(judging, measure, unit).value)
  if (parts.length === 0 || parts.includes(null)) return { ...nothing, value: null, surely: null, withUnknown: 0, why: [{ code: 'no-figure', detail: measure.item ?? '' }] }
  const value = parts.reduce<number>((sum, part) => sum + part!, 0)
  const change = ledgerChange(judging, measure.ledger, units)
  if (change === null) return { ...nothing, value, surely: value, withUnknown: value, why: [] }
  const planned = plannedFigure(value, change)
  const unknownSize = [...new Set([...change.blankWon, ...change.blankLost])].sort()
  const unknownClass = change.unknownClass.filter((id) => !unknownSize.includes(id))
  return { ...nothing, value: planned.value, surely: planned.low, withUnknown: Math.max(0, value + change.most), unknownClass, unknownSize, unknown: unknownClass.length + unknownSize.length, why: [planWhy([change])] }
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

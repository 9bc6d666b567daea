/** What is shown of a clause: the figure against its threshold, on one scale and in its unit, for every family of clause. */
import type { Result, State as Verdict } from './result'
import type { Clause, Comparator } from '../policy/clause'
import { factItem } from '../tables/fact-items'

export type ClauseFigure = {
  readonly value: number | null
  readonly unit: string
  /** What value is compared with; null when the document gives no number. */
  readonly threshold: { readonly at: Comparator; readonly value: number } | null
  /** A clause for every unit: the norm that each unit is compared with; value is then the share of units that meet it. */
  readonly norm: { readonly at: Comparator; readonly value: number; readonly unit: string } | null
  /** Position of value and threshold on a bar from 0 to 1; null when there is nothing to draw. */
  readonly bar: { readonly value: number; readonly threshold: number | null } | null
}

export function clauseFigure(clause: Clause | undefined, result: Result): ClauseFigure {
  const stated = thresholdOf(clause)
  const { perUnit } = result.figures
  if (typeof perUnit === 'number' && stated) {
    const norm = { at: stated.at, value: perUnit, unit: measureOf(stated, result) }
    return { value: result.value, unit: 'share', threshold: result.threshold, norm, bar: barOf(result.value, result.threshold?.value ?? null, true) }
  }
  // A result that counts the units that meet (numerator / denominator) has the norm of one unit as its threshold.
  const everyUnit = result.threshold !== null && result.denominator !== null && isQuotient(result) && (result.unit !== 'share' || (stated !== null && stated.unit !== 'share'))
  if (everyUnit && result.threshold) {
    const norm = { ...result.threshold, unit: measureOf(stated, result) }
    return { value: result.value, unit: 'share', threshold: { at: 'least', value: 1 }, norm, bar: barOf(result.value, 1, true) }
  }
  const unit = unitOf(clause, result)
  return { value: result.value, unit, threshold: result.threshold, norm: null, bar: barOf(result.value, result.threshold?.value ?? null, unit === 'share') }
}

/** The change of a share is in percentage points; a total without a threshold is in the unit of its fact item. */
function unitOf(clause: Clause | undefined, { evaluator, unit }: Result): string {
  if (unit !== 'share') return unit
  if (evaluator === 'trend') return 'points of share'
  if (evaluator !== 'total') return unit
  const measure = clause?.parameters.measure
  const item = typeof measure === 'object' && measure !== null && 'item' in measure && typeof measure.item === 'string' ? factItem(measure.item) : undefined
  return item?.unit ?? ''
}

/** What the shortfall of the clause, and of one of its units, is counted in. */
export function shortfallUnits(clause: Clause | undefined, result: Result): { readonly clause: string; readonly unit: string } {
  const measure = thresholdOf(clause)?.unit ?? result.unit
  switch (result.evaluator) {
    case 'unit-share':
      return result.reading.coverage === 'reached' ? both(peopleUnit(result)) : { clause: 'unit', unit: 'facility' }
    case 'people-within-reach':
      return both(peopleUnit(result))
    case 'area-per-households':
    case 'land-per-person':
      return both('m2')
    case 'gates':
      return gatesUnits(clause)
    case 'ratio':
      return both('')
    default:
      return both(measure === 'share' ? 'unit' : measure)
  }
}

/** Compounds to be mended lack m²; steps and reports are counted as elements. */
function gatesUnits(clause: Clause | undefined): { clause: string; unit: string } {
  const { mode, over } = clause?.parameters ?? {}
  if (mode === 'rectify') return over === 'compounds' ? { clause: 'compound', unit: 'm2' } : both('bed')
  if (mode === 'windows') return both('element')
  return { clause: 'compound', unit: mode === 'sync' ? 'element' : 'compound' }
}

const both = (unit: string): { clause: string; unit: string } => ({ clause: unit, unit })
const peopleUnit = ({ reading }: Result): string => (reading.reachPeople === 'households' ? 'household' : 'person')

/** How many clauses have each verdict. */
export function verdictCounts(results: readonly Result[]): Readonly<Record<Verdict, number>> {
  const counts: Record<Verdict, number> = { met: 0, unmet: 0, 'no-data': 0, 'not-applicable': 0, undecided: 0 }
  for (const { state } of results) counts[state]++
  return counts
}

const isQuotient = ({ value, numerator, denominator }: Result): boolean =>
  value === null || (numerator !== null && denominator !== null && denominator > 0 && Math.abs(value - numerator / denominator) < 1e-9)

/** Shares have their natural end at 1; any other bar leaves room beyond the larger of the two. */
function barOf(value: number | null, threshold: number | null, share: boolean): ClauseFigure['bar'] {
  if (value === null || value < 0) return null
  const end = share && value <= 1 && (threshold ?? 0) <= 1 ? 1 : Math.max(value, threshold ?? 0) * 1.2
  return end > 0 ? { value: value / end, threshold: threshold === null ? null : threshold / end } : { value: 0, threshold: null }
}

type Stated = { readonly at: Comparator; readonly unit: string; readonly per: string }

const comparators: readonly Comparator[] = ['least', 'most', 'below', 'above', 'equal']

/** The threshold's words in the pack; parameters are the evaluator's own, so they are looked at carefully. */
function thresholdOf(clause: Clause | undefined): Stated | null {
  const threshold = clause?.parameters.threshold
  if (typeof threshold !== 'object' || threshold === null || !('unit' in threshold) || typeof threshold.unit !== 'string') return null
  const at = 'at' in threshold ? comparators.find((comparator) => comparator === threshold.at) : undefined
  return { at: at ?? 'least', unit: threshold.unit, per: 'per' in threshold && typeof threshold.per === 'string' ? threshold.per : '' }
}

/** The unit of the norm of one unit: 'm2 per 100 households', 'bed', 'share'. */
function measureOf(stated: Stated | null, result: Result): string {
  if (!stated) return result.unit
  if (stated.unit === 'm2' && (stated.per === '100 households' || stated.per === 'person')) return `m2 per ${stated.per}`
  return stated.unit
}

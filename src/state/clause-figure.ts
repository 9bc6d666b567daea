/** What a clause card shows: the figure against its threshold, on one scale, for every family of clause. */
import type { Result, State as Verdict } from '../indicators/result'
import type { Clause, Comparator } from '../policy/clause'

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
  // Such a result counts the units that meet (numerator / denominator); its threshold is the norm of one unit.
  const everyUnit = result.threshold !== null && result.denominator !== null && isQuotient(result) && (result.unit !== 'share' || (stated !== null && stated.unit !== 'share'))
  if (everyUnit && result.threshold) {
    const threshold = { at: 'least', value: 1 } as const
    return {
      value: result.value,
      unit: 'share',
      threshold,
      norm: { ...result.threshold, unit: measureOf(stated, result) },
      bar: barOf(result.value, threshold.value, true),
    }
  }
  return { value: result.value, unit: result.unit, threshold: result.threshold, norm: null, bar: barOf(result.value, result.threshold?.value ?? null, result.unit === 'share') }
}

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

type Stated = { readonly unit: string; readonly per: string }

/** The threshold's words in the pack; parameters are the evaluator's own, so they are looked at carefully. */
function thresholdOf(clause: Clause | undefined): Stated | null {
  const threshold = clause?.parameters.threshold
  if (typeof threshold !== 'object' || threshold === null || !('unit' in threshold) || typeof threshold.unit !== 'string') return null
  return { unit: threshold.unit, per: 'per' in threshold && typeof threshold.per === 'string' ? threshold.per : '' }
}

/** The unit of the norm of one unit: 'm2 per 100 households', 'bed', 'share'. */
function measureOf(stated: Stated | null, result: Result): string {
  if (!stated) return result.unit
  if (stated.unit === 'm2' && (stated.per === '100 households' || stated.per === 'person')) return `m2 per ${stated.per}`
  return stated.unit
}

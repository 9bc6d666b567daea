/** What would make a figure pass, said from the figure alone. */
import type { Result, UnitResult } from '../indicators/result'

export type PassNeed =
  | { readonly kind: 'met' | 'data' | 'undecided' | 'nothing' }
  /** Missing amount in the clause's own unit. */
  | { readonly kind: 'short'; readonly shortfall: number }
  | { readonly kind: 'least' | 'most'; readonly value: number }

export function passNeed(result: Result, unit: UnitResult | null): PassNeed {
  const { state, shortfall } = unit ?? result
  if (state === 'met') return { kind: 'met' }
  if (state === 'no-data') return { kind: 'data' }
  if (state === 'undecided') return { kind: 'undecided' }
  if (state === 'not-applicable') return { kind: 'nothing' }
  if (shortfall !== null && shortfall > 0) return { kind: 'short', shortfall }
  if (!result.threshold) return { kind: 'undecided' }
  const { at, value } = result.threshold
  return { kind: at === 'least' || at === 'above' ? 'least' : 'most', value }
}

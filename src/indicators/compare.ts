/** Comparing a figure with a threshold. An exact tie that binary arithmetic blurs is a tie (SETTLED 40). */
import type { Comparator } from '../policy/clause'

/** Relative; 15,000.9 m² for 150,009 persons is exactly 0.1. */
const tolerance = 1e-9

/** True when the value meets the threshold: a tie meets least, most and equal, and does not meet below and above. */
export function meets(value: number, threshold: { readonly at: Comparator; readonly value: number }): boolean {
  const tie = equal(value, threshold.value)
  switch (threshold.at) {
    case 'least':
      return tie || value > threshold.value
    case 'most':
      return tie || value < threshold.value
    case 'below':
      return !tie && value < threshold.value
    case 'above':
      return !tie && value > threshold.value
    case 'equal':
      return tie
  }
}

export const equal = (a: number, b: number): boolean => Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b))

/** max(0, required - provided), and 0 for a difference that is only binary noise. */
export const missing = (required: number, provided: number): number => (required <= provided || equal(required, provided) ? 0 : required - provided)

/** The smallest whole number of units out of `all` that reaches the share. */
export function unitsNeeded(share: number, all: number): number {
  const exact = share * all
  const nearest = Math.round(exact)
  return equal(exact, nearest) ? nearest : Math.ceil(exact)
}

/** How many m² of care area a compound owes. */
import type { Compound, Options } from '../model/study'
import type { Pack, Threshold } from '../policy/clause'
import { householdsOf } from './under-duty'

/** m² per 100 households that each class of the pack owes; null where the pack has no such clause. */
export type Norms = { readonly new: number | null; readonly old: number | null }

/** norm × households / 100, in whole hundreds by option. */
export function requiredArea(compound: Compound, norm: number | null, reading: Options): number | null {
  const households = householdsOf(compound, reading)
  if (norm === null || households === null) return null
  return reading.perHundred === 'whole-hundreds' ? norm * Math.ceil(households / 100) : (norm * households) / 100
}

/** The norms of new and old compounds that the same pack sets. */
export function normsOf(pack: Pack): Norms {
  const of = (wanted: 'new' | 'old'): number | null => {
    const clause = pack.clauses.find((entry) => entry.evaluator === 'area-per-households' && entry.parameters.over === 'compounds' && entry.parameters.class === wanted)
    const threshold = clause?.parameters.threshold as Threshold | null | undefined
    return threshold && threshold.at === 'least' ? threshold.value : null
  }
  return { new: of('new'), old: of('old') }
}

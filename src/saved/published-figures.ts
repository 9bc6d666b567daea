/** What of a result may be told: figures where it counts places and things; of people a verdict alone, and only where it points at nobody. */
import type { Result } from '../indicators/result'
import type { Clause } from '../policy/clause'
import { factItem } from '../tables/fact-items'

type Figures = Pick<Result, 'state' | 'numerator' | 'denominator'>

/** An allow-list: a new kind of clause stays without figures until somebody has thought about it. */
export function countsPlaces(clause: Pick<Clause, 'parameters'>, { evaluator, unit, reading }: Pick<Result, 'evaluator' | 'unit' | 'reading'>): boolean {
  switch (evaluator) {
    case 'unit-share':
      // 可达 (reached) counts the people of the units.
      return reading['coverage'] === undefined || reading['coverage'] === 'located' || reading['coverage'] === 'served'
    case 'count-per-unit':
      return thingUnits.includes(unit)
    case 'total':
    case 'ratio':
      return itemUnits(clause.parameters).every((each) => thingUnits.includes(each))
    case 'checklist':
    case 'inclusion':
      return true
    default:
      return false
  }
}

/**
 * A verdict about people is told where it would be the same with k people more or fewer: else it narrows the count that it was made
 * from to a range below k. That all are reached where all must be is told as well: nobody is left to point at.
 */
export function tellsNobody({ evaluator, threshold, reading }: Pick<Result, 'evaluator' | 'threshold' | 'reading'>, { state, numerator, denominator }: Figures, k: number): boolean {
  if (state !== 'met' && state !== 'unmet') return true
  const isShare = evaluator === 'people-within-reach' || evaluator === 'ratio' || (evaluator === 'unit-share' && reading['coverage'] === 'reached')
  // Beds for a thousand elders, land for a person: one person more or less decides nothing that anybody could see.
  if (!isShare) return true
  if (numerator === null || denominator === null || threshold === null) return false
  if (threshold.value === 1 && numerator === denominator) return true
  return Math.abs(numerator - threshold.value * denominator) >= k
}

const thingUnits: readonly string[] = ['facility', 'centre', 'institution', 'bed', 'm2', 'yuan', 'lift', 'task', 'unit', 'units', 'area', 'plot', 'element', 'service', 'tier', 'village or community', 'yes-no', 'date', 'text']

/** Units of the stated items that the clause names, wherever in its parameters. */
function itemUnits(parameters: unknown): string[] {
  if (typeof parameters === 'string') return factItem(parameters)?.unit.split(' ') ?? []
  if (typeof parameters !== 'object' || parameters === null) return []
  return Object.values(parameters).flatMap(itemUnits)
}

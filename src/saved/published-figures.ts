/** Which results count places and things, so that their figures may be published unit by unit. Anything else may count people. */
import type { Result } from '../indicators/result'

/** An allow-list: a new kind of clause stays without figures until somebody has thought about it. */
export function countsPlaces({ evaluator, unit, reading }: Pick<Result, 'evaluator' | 'unit' | 'reading'>): boolean {
  switch (evaluator) {
    case 'unit-share':
      // 可达 (reached) counts the people of the units.
      return reading['coverage'] === 'located' || reading['coverage'] === 'served' || reading['coverage'] === undefined
    case 'count-per-unit':
    case 'total':
      return thingUnits.includes(unit)
    case 'checklist':
    case 'inclusion':
      return true
    default:
      return false
  }
}

const thingUnits: readonly string[] = ['facility', 'centre', 'institution', 'bed', 'm2', 'unit', 'units', 'area', 'plot', 'element', 'service', 'tier', 'task', 'lift', 'village or community']

/** What a facility is worth: what goes away when it closes, under the same clauses and in the same circles. */
import type { Difference } from '../indicators/difference/difference'
import type { SumWithin } from '../reach/people-sums'

export type Weight = {
  readonly difference: Difference
  /** People within so many metres of this facility and of no other; null: nobody can be near it, it has no position or gives no care. */
  readonly alone: readonly SumWithin[] | null
}

/** The same in a few figures, for a table of all facilities. */
export type Loss = {
  readonly facility: string
  /** Clauses that would no longer be met, and units, each once for every clause. */
  readonly clauses: number
  readonly units: number
  /** People of those units, as far as they are known; nobody twice. */
  readonly elders60: number
  readonly eldersUnknown: number
  /** Care area and land that compounds and units would lack more, m². */
  readonly careAreaM2: number
  readonly landM2: number
}

/** difference: from the study as it is to the one without the facility. */
export function lossOf(facility: string, { totals }: Difference): Loss {
  const { areas, compounds } = totals.lostPeople
  // Compounds lie in units: where units are lost their people hold those of the compounds.
  const people = areas.elders60 + areas.eldersUnknown > 0 ? areas : compounds
  return {
    facility,
    clauses: totals.clausesLost,
    units: totals.unitsLost,
    elders60: people.elders60,
    eldersUnknown: people.eldersUnknown,
    careAreaM2: Math.max(0, -totals.careAreaClosedM2),
    landM2: Math.max(0, -totals.landClosedM2),
  }
}

/** Which compounds a clause speaks of, by class, and which household count it asks of them. */
import type { Compound, Options } from '../model/study'
import { classOf, isBuilt, type CompoundClass } from './compound-class'

export type ClassWanted = 'new' | 'old' | 'built' | 'any'

/** Is the compound one that the clause speaks of? Unclassed compounds: SETTLED 9 and 43. */
export function underDuty(compound: Compound, wanted: ClassWanted, reading: Options, asOf: string): { in: 'yes' | 'no' | 'undecided'; class: CompoundClass; why?: string } {
  const classed = classOf(compound, reading)
  if (wanted === 'any') return { in: 'yes', class: classed }
  if (wanted === 'built') {
    const built = isBuilt(compound, String(reading.ageDate ?? 'completed'), asOf)
    return built === null ? { in: 'undecided', class: classed, why: 'no-date' } : { in: built ? 'yes' : 'no', class: classed, ...(built ? {} : { why: 'not-built' }) }
  }
  if (classed.class === wanted) return { in: 'yes', class: classed }
  if (classed.class === 'unknown') return { in: 'undecided', class: classed, why: 'no-date' }
  if (classed.class === 'neither') return wanted === 'old' ? { in: 'undecided', class: classed, why: 'unclassed' } : { in: 'no', class: classed, why: 'dated-before-new' }
  return { in: 'no', class: classed }
}

/** The household count that the reading names; null when blank, never another count in silence. */
export function householdsOf(compound: Compound, reading: Options): number | null {
  switch (reading.households) {
    case 'built':
      return compound.householdsBuilt
    case 'occupied':
      return compound.householdsOccupied
    case 'registered':
      return compound.householdsRegistered
    default:
      return compound.households
  }
}

/** The people of units that a plan gains or loses. */
import type { Study } from '../../model/study'
import { columnSum } from '../measure'
import type { UnitResult } from '../result'
import { rosterOf } from '../roster'

/** Sums over the units that state a count, and how many do not. */
export type PeopleOfUnits = { readonly elders60: number; readonly households: number; readonly eldersUnknown: number; readonly householdsUnknown: number }

type UnitPeople = { readonly elders60: number | null; readonly households: number | null }

/** Elders and households of a unit of a result: the ledger's own row, of a pool the sum of its members; null where nobody says. */
export function peopleOf(study: Study): (unit: Pick<UnitResult, 'id' | 'kind'>) => UnitPeople {
  const roster = rosterOf(study)
  let compounds: ReadonlyMap<string, Study['compounds'][number]> | null = null
  const compoundsById = () => (compounds ??= new Map(study.compounds.map((compound) => [compound.id, compound])))
  const whole = (counts: readonly (number | null)[]): number | null => (counts.length === 0 || counts.includes(null) ? null : counts.reduce<number>((sum, count) => sum + count!, 0))
  return ({ id, kind }) => {
    if (kind === 'compound') return compoundsById().get(id) ?? nobody
    if (kind === 'pool') {
      const members = study.compounds.filter(({ pool }) => pool === id)
      return { elders60: whole(members.map(({ elders60 }) => elders60)), households: whole(members.map(({ households }) => households)) }
    }
    const area = kind === 'area' || kind === undefined ? roster.byId.get(id) : undefined
    return area ? { elders60: columnSum(roster, area, 'elders60'), households: columnSum(roster, area, 'households') } : nobody
  }
}

export function sumOfPeople(units: readonly UnitPeople[]): PeopleOfUnits {
  const sum = (key: keyof UnitPeople) => units.reduce((total, unit) => total + (unit[key] ?? 0), 0)
  const unknown = (key: keyof UnitPeople) => units.filter((unit) => unit[key] === null).length
  return { elders60: sum('elders60'), households: sum('households'), eldersUnknown: unknown('elders60'), householdsUnknown: unknown('households') }
}

const nobody: UnitPeople = { elders60: null, households: null }

/** Which clause the maps of a comparison show, and its units as the maps mark them. */
import type { ClauseDifference, Difference, UnitDifference } from '../indicators/difference/difference'
import type { Selection } from './state'

/** The chosen clause where it changes, else the first that does; null: none does, the chosen one is shown as it is. */
export function comparedClause({ clauses }: Difference, chosen: { readonly policy: string; readonly clause: string | null }): ClauseDifference | null {
  return clauses.find((each) => each.clause === chosen.clause && each.policy === chosen.policy) ?? clauses[0] ?? null
}

export type UnitsApart = { readonly gained: readonly Selection[]; readonly lost: readonly Selection[]; readonly closer: readonly Selection[]; readonly further: readonly Selection[] }

/** Pools are no single place and are left to the table. */
export function unitsApart({ gained, lost, other }: ClauseDifference): UnitsApart {
  return {
    gained: gained.flatMap(selectionOf),
    lost: lost.flatMap(selectionOf),
    closer: other.filter((unit) => shortfallGrowth(unit) < 0).flatMap(selectionOf),
    further: other.filter((unit) => shortfallGrowth(unit) > 0).flatMap(selectionOf),
  }
}

/** 0 where either is not known. */
const shortfallGrowth = ({ before, after }: UnitDifference): number => (before?.shortfall == null || after?.shortfall == null ? 0 : after.shortfall - before.shortfall)

const selectionOf = ({ kind, id }: UnitDifference): Selection[] => (kind === null || kind === 'pool' ? [] : [{ kind, id }])

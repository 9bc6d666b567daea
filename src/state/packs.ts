/** The policy documents at hand: the shipped ones and the user's own. */
import type { Clause, Pack } from '../policy/clause'
import { shippedPacks } from '../policy/shipped'
import type { State } from './state'

/** In the order in which they are shown. */
export const allPacks = ({ ownPacks }: Pick<State, 'ownPacks'>): readonly Pack[] => (ownPacks.length === 0 ? shippedPacks : [...shippedPacks, ...ownPacks])

export const packNamed = (state: Pick<State, 'ownPacks'>, id: string): Pack | undefined => shippedPacks.find((pack) => pack.id === id) ?? state.ownPacks.find((pack) => pack.id === id)

/** The clause that a result or a question names. */
export const clauseNamed = (state: Pick<State, 'ownPacks'>, { policy, clause }: { readonly policy: string; readonly clause: string }): Clause | undefined =>
  packNamed(state, policy)?.clauses.find(({ id }) => id === clause)

/** The document's short name: '曲靖市 2023'; one without a date only has its place. */
export const shortName = ({ document }: Pack): string => [document.place, document.date?.slice(0, 4)].filter(Boolean).join(' ') || document.title

/** Every document that the study names and that is at hand; without one the first shipped. */
export function policiesFor(state: Pick<State, 'ownPacks'>, named: readonly string[]): readonly string[] {
  const known = allPacks(state).filter(({ id }) => named.includes(id)).map(({ id }) => id)
  return known.length > 0 ? known : shippedPacks.slice(0, 1).map(({ id }) => id)
}

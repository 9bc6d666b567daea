/** Facilities of which only an upper unit is known: up to as many uncovered units below it as it has of them may be covered (SETTLED 13). */
import type { Area } from '../model/study'
import type { Coverage } from './cover'
import type { Roster } from './roster'

/** How many adrift facilities may stand in the unit. */
export const adriftIn = (roster: Roster, adrift: Coverage['adrift'], unit: string): number => (adrift.size === 0 ? 0 : mayStandIn(roster, unit).reduce((sum, id) => sum + (adrift.get(id) ?? 0), 0))

/** uncovered and mayBe by the number of the unit; below: how many uncovered units lie in each upper unit ('' for all). */
export type KeptSpread = { keys: string; uncovered: Uint8Array; readonly below: Map<string, number>; mayBe: Uint8Array; mayBeCount: number }
export const noSpread = (): KeptSpread => ({ keys: '[]', uncovered: new Uint8Array(0), below: new Map(), mayBe: new Uint8Array(0), mayBeCount: 0 })

/** changed: numbers of the units for which mayBe is another than before. */
export type Spread = { readonly mayBe: (unit: number) => boolean; readonly count: number; readonly changed: readonly number[] | 'all' }

/** Which of the uncovered units may be covered, and how many at most; `changed` are the units whose cover is another than at the last call. */
export function spreadAdrift(kept: KeptSpread, roster: Roster, units: readonly Area[], adrift: Coverage['adrift'], isUncovered: (unit: number) => boolean, changed: readonly number[] | 'all'): Spread {
  const anew = changed === 'all' || kept.uncovered.length !== units.length
  if (anew) {
    Object.assign(kept, { uncovered: new Uint8Array(units.length), mayBe: new Uint8Array(units.length), mayBeCount: 0, keys: '[]' })
    kept.below.clear()
  }
  const looked = anew ? units.keys() : changed
  for (const unit of looked) settle(kept, roster, units, unit, isUncovered(unit))
  const keys = JSON.stringify([...adrift.keys()].sort())
  const elsewhere = anew || keys !== kept.keys
  kept.keys = keys
  for (const unit of elsewhere ? units.keys() : changed) {
    const may = kept.uncovered[unit] === 1 && adrift.size > 0 && mayStandIn(roster, units[unit]!.id).some((above) => adrift.has(above)) ? 1 : 0
    kept.mayBeCount += may - kept.mayBe[unit]!
    kept.mayBe[unit] = may
  }
  const count = [...adrift].reduce((sum, [above, facilities]) => sum + Math.min(facilities, kept.below.get(above) ?? 0), 0)
  return { mayBe: (unit) => kept.mayBe[unit] === 1, count: Math.min(count, kept.mayBeCount), changed: elsewhere ? 'all' : changed }
}

function settle({ uncovered, below }: KeptSpread, roster: Roster, units: readonly Area[], unit: number, is: boolean): void {
  if (uncovered[unit] === (is ? 1 : 0)) return
  uncovered[unit] = is ? 1 : 0
  for (const above of mayStandIn(roster, units[unit]!.id)) below.set(above, (below.get(above) ?? 0) + (is ? 1 : -1))
}

const chains = new WeakMap<Roster, Map<string, readonly string[]>>()

/** The unit's own id and those above it, and '' for facilities of which nothing is known: the keys under which an adrift facility may be its own. */
function mayStandIn(roster: Roster, unit: string): readonly string[] {
  let known = chains.get(roster)
  if (!known) chains.set(roster, (known = new Map()))
  let chain = known.get(unit)
  if (!chain) known.set(unit, (chain = ['', ...roster.chainOf(unit).map(({ id }) => id)]))
  return chain
}

/**
 * Who is nearest on streets of which pieces are closed and opened again: each set of sites keeps its labels, and a street that closes touches only what was
 * reached by way of it, and who lives or stands there. Always the nearest and the metres of walkReach on streets that are built anew.
 */
import type { Points } from '../geo/grid'
import { closableNetwork } from '../geo/streets/closable-network'
import { edgeIndexOf } from '../geo/streets/edge-index'
import type { WalkNetwork } from '../geo/streets/walk-network'
import { closableSites, type ClosableSites } from './closable-sites'
import { demandOnChains } from './demand-on-chains'

export type ClosableWalk = {
  /** A set of sites (NaN: none there), and how far away one may be, metres. */
  readonly sites: (places: Points, maxM: number) => ClosableSites
  /** Closes exactly these pieces of the street graph, in all sets; null: it cannot be done in place. Else the demand points that each set may now say something else of. */
  readonly close: (pieces: readonly number[]) => ReadonlyMap<ClosableSites, readonly number[]> | null
  /** Whether a demand point is over 100 m from any street that is open. */
  readonly isOffStreets: (point: number) => boolean
}

/** Demand points are entered where they are: without gates. */
export function closableWalk(base: WalkNetwork, demand: Points): ClosableWalk {
  const streets = closableNetwork(base)
  const { network } = streets
  const index = edgeIndexOf(network)
  const people = demandOnChains(network, index, demand)
  const sets: ClosableSites[] = []
  let someClosed = false
  return {
    sites: (places, maxM) => {
      const set = closableSites(network, index, people, places, maxM, someClosed)
      sets.push(set)
      return set
    },
    close: (pieces) => {
      const closing = streets.closing(pieces)
      if (closing === null) return null
      for (const set of sets) set.leave(closing.chains)
      const entered = closing.make()
      someClosed = pieces.length > 0
      const moved = people.moveFrom([...closing.chains, ...entered])
      return new Map(sets.map((set) => [set, set.enter(moved, entered, someClosed)]))
    },
    isOffStreets: (point) => people.chain[point] < 0,
  }
}

/** Who is within so many metres of walking of one place: the demand points found by one bounded search, each once. */
import type { WalkNetwork } from '../geo/streets/walk-network'
import { unreached } from '../geo/streets/walk-network'
import { WalkSearch } from '../geo/streets/walk-search'
import type { WalkAccess } from './walk-access'

/** A place on a chain: cost from the chain's start, and of the off-network stretch, millimetres. */
export type WalkPlace = { readonly chain: number; readonly offset: number; readonly offMm: number }

export class WalkHits {
  /** The first `count` of each: demand points, and the millimetres to the nearest of their access points. */
  readonly demand: Int32Array
  readonly mm: Int32Array
  count = 0
  private readonly network: WalkNetwork
  private readonly access: WalkAccess
  private readonly search: WalkSearch
  /** Where a demand point with several gates stands in the list; -1: not yet. */
  private readonly placeOf: Int32Array | null

  /** Two lists may share a search: it is clean after every look. */
  constructor(network: WalkNetwork, access: WalkAccess, search = new WalkSearch(network)) {
    this.network = network
    this.access = access
    this.search = search
    const demand = access.firstOf.length - 1
    this.demand = new Int32Array(demand)
    this.mm = new Int32Array(demand)
    this.placeOf = access.single ? null : new Int32Array(demand).fill(-1)
  }

  /** Finds everybody within the limit of a place. */
  around(place: WalkPlace, limitMm: number): void {
    const { search } = this
    this.count = 0
    search.seedPlace(place.chain, place.offset, place.offMm, limitMm)
    search.run(limitMm)
    const { mm, reached, count } = search
    const { chainsFrom, chainFrom, first: firstArc, arcs, arcChain } = this.network
    const { first } = this.access
    for (let k = 0; k < count; k++) {
      const v = reached[k]
      // The people on all chains that start here stand together.
      const lastChain = chainsFrom[v + 1]
      if (first[chainsFrom[v]] !== first[lastChain])
        for (let chain = chainsFrom[v]; chain < lastChain; chain++) if (first[chain] !== first[chain + 1] && chain !== place.chain) this.onChain(chain, place, limitMm)
      for (let arc = firstArc[v]; arc < firstArc[v + 1]; arc++) {
        if (mm[arcs[2 * arc]] !== unreached) continue
        const chain = arcChain[arc]
        if (first[chain] !== first[chain + 1] && chainFrom[chain] !== v && chain !== place.chain) this.onChain(chain, place, limitMm)
      }
    }
    this.onChain(place.chain, place, limitMm)
    search.clear()
    if (this.placeOf) for (let k = 0; k < this.count; k++) this.placeOf[this.demand[k]] = -1
  }

  private onChain(chain: number, place: WalkPlace, limitMm: number): void {
    const { chainFrom, chainTo, chainCost } = this.network
    const { first, offset, offMm, demand } = this.access
    const fromMm = this.search.mm[chainFrom[chain]]
    const toMm = this.search.mm[chainTo[chain]] + chainCost[chain]
    const own = chain === place.chain
    let count = this.count
    for (let a = first[chain]; a < first[chain + 1]; a++) {
      const there = fromMm + offset[a]
      const back = toMm - offset[a]
      let least = there < back ? there : back
      if (own) least = Math.min(least, place.offMm + Math.abs(offset[a] - place.offset))
      least += offMm[a]
      if (least > limitMm || least >= unreached) continue
      const before = this.placeOf ? this.placeOf[demand[a]] : -1
      if (before >= 0) {
        if (least < this.mm[before]) this.mm[before] = least
        continue
      }
      if (this.placeOf) this.placeOf[demand[a]] = count
      this.demand[count] = demand[a]
      this.mm[count++] = least
    }
    this.count = count
  }
}

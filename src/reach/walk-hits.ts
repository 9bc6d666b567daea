/** Who is within so many metres of walking of one place: the demand points found by one bounded search, each once. */
import { beadsWithin } from '../geo/streets/beads-within'
import type { WalkNetwork } from '../geo/streets/walk-network'
import { WalkSearch } from '../geo/streets/walk-search'
import type { WalkAccess } from './walk-access'

/** A place on a chain: cost from the chain's start, and of the off-network stretch, millimetres. */
export type WalkPlace = { readonly chain: number; readonly offset: number; readonly offMm: number }

export class WalkHits {
  /** The first `count` of each: ranks of demand points (walk-access.ts), and the millimetres to the nearest of their access points. */
  readonly rank: Int32Array
  readonly mm: Int32Array
  count = 0
  private readonly network: WalkNetwork
  private readonly access: WalkAccess
  private readonly search: WalkSearch
  /** Where a demand point with several gates stands in the list; -1: not yet. null: no point has more than one. */
  private readonly placeOf: Int32Array | null

  /** Two lists may share a search: it is clean after every look. */
  constructor(network: WalkNetwork, access: WalkAccess, search = new WalkSearch(network)) {
    this.network = network
    this.access = access
    this.search = search
    this.rank = new Int32Array(access.chain.length + 1)
    this.mm = new Int32Array(access.chain.length + 1)
    this.placeOf = access.single ? null : new Int32Array(access.ofRank.length).fill(-1)
  }

  /** Finds everybody within the limit of a place. */
  around(place: WalkPlace, limitMm: number): void {
    const { search, access } = this
    const { chain } = place
    search.seedPlace(chain, place.offset, place.offMm, limitMm)
    search.run(limitMm)
    this.count = beadsWithin(access.beads, search, limitMm, { first: access.first[chain], last: access.first[chain + 1] }, this.rank, this.mm)
    this.onOwnChain(place, limitMm)
    search.clear()
    if (this.placeOf) this.nearestGates(this.placeOf)
  }

  /** Until the gates are sorted out, the list holds access points: the very ranks where every demand point has one. */
  private onOwnChain({ chain, offset, offMm }: WalkPlace, limitMm: number): void {
    const { chainFrom, chainTo, chainCost } = this.network
    const { first, costs } = this.access
    const fromMm = this.search.mm[chainFrom[chain]]
    const toMm = this.search.mm[chainTo[chain]] + chainCost[chain]
    for (let a = first[chain]; a < first[chain + 1]; a++) {
      const own = costs[2 * a]
      const least = Math.min(fromMm + own, toMm - own, offMm + Math.abs(own - offset)) + costs[2 * a + 1]
      if (least > limitMm) continue
      this.rank[this.count] = a
      this.mm[this.count++] = least
    }
  }

  /** Of all gates of a demand point the nearest stays. */
  private nearestGates(placeOf: Int32Array): void {
    const { rank, mm } = this
    const found = this.count
    this.count = 0
    for (let k = 0; k < found; k++) {
      const whose = this.access.rank[rank[k]]
      const before = placeOf[whose]
      if (before >= 0) {
        if (mm[k] < mm[before]) mm[before] = mm[k]
        continue
      }
      placeOf[whose] = this.count
      rank[this.count] = whose
      mm[this.count++] = mm[k]
    }
    for (let k = 0; k < this.count; k++) placeOf[rank[k]] = -1
  }
}

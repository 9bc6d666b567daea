/** Who is within so many metres of walking of one place: the demand points found by one bounded search, each once. */
import type { WalkNetwork } from '../geo/streets/walk-network'
import { unreached } from '../geo/streets/walk-network'
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
    const ranks = access.ofRank.length
    this.rank = new Int32Array(ranks)
    this.mm = new Int32Array(ranks)
    this.placeOf = access.single ? null : new Int32Array(ranks).fill(-1)
  }

  /** Finds everybody within the limit of a place. */
  around(place: WalkPlace, limitMm: number): void {
    const { search } = this
    this.count = 0
    search.seedPlace(place.chain, place.offset, place.offMm, limitMm)
    search.run(limitMm)
    const { mm, reached, count } = search
    const { chainsFrom, chainFrom, first: firstArc, arcs, arcChain, widest } = this.network
    const { first } = this.access
    for (let k = 0; k < count; k++) {
      const v = reached[k]
      // The people on all chains that start here stand together.
      const lastChain = chainsFrom[v + 1]
      if (first[chainsFrom[v]] !== first[lastChain])
        for (let chain = chainsFrom[v]; chain < lastChain; chain++) if (first[chain] !== first[chain + 1] && chain !== place.chain) this.onChain(chain, limitMm)
      // Where no arc passes the limit, both ends of every chain were reached.
      if (mm[v] + widest[v] <= limitMm) continue
      for (let arc = firstArc[v]; arc < firstArc[v + 1]; arc++) {
        if (mm[arcs[2 * arc]] !== unreached) continue
        const chain = arcChain[arc]
        if (first[chain] !== first[chain + 1] && chainFrom[chain] !== v && chain !== place.chain) this.onChain(chain, limitMm)
      }
    }
    this.onOwnChain(place, limitMm)
    search.clear()
    if (this.placeOf) for (let k = 0; k < this.count; k++) this.placeOf[this.rank[k]] = -1
  }

  private onChain(chain: number, limitMm: number): void {
    const { chainTable } = this.network
    const { first, costs, rank } = this.access
    const fromMm = this.search.mm[chainTable[4 * chain]]
    const toMm = this.search.mm[chainTable[4 * chain + 1]] + chainTable[4 * chain + 2]
    const single = this.placeOf === null
    const end = first[chain + 1]
    let count = this.count
    for (let a = first[chain]; a < end; a++) {
      const offset = costs[2 * a]
      const there = fromMm + offset
      const back = toMm - offset
      const least = (there < back ? there : back) + costs[2 * a + 1]
      if (least > limitMm || least >= unreached) continue
      if (single) {
        this.rank[count] = rank[a]
        this.mm[count++] = least
      } else {
        this.count = count
        this.gate(rank[a], least)
        count = this.count
      }
    }
    this.count = count
  }

  private onOwnChain({ chain, offset, offMm }: WalkPlace, limitMm: number): void {
    const { chainFrom, chainTo, chainCost } = this.network
    const { first, costs, rank } = this.access
    const fromMm = this.search.mm[chainFrom[chain]]
    const toMm = this.search.mm[chainTo[chain]] + chainCost[chain]
    for (let a = first[chain]; a < first[chain + 1]; a++) {
      const own = costs[2 * a]
      const least = Math.min(fromMm + own, toMm - own, offMm + Math.abs(own - offset)) + costs[2 * a + 1]
      if (least <= limitMm && least < unreached) this.gate(rank[a], least)
    }
  }

  /** One more way to a demand point: of all its gates the nearest stays. */
  private gate(rank: number, mm: number): void {
    const before = this.placeOf ? this.placeOf[rank] : -1
    if (before >= 0) {
      if (mm < this.mm[before]) this.mm[before] = mm
      return
    }
    if (this.placeOf) this.placeOf[rank] = this.count
    this.rank[this.count] = rank
    this.mm[this.count++] = mm
  }
}

/** The nearest site of each demand point, from the labels of the junctions and the sites on its own chain. */
import { nobody } from '../geo/streets/walk-labels'
import type { SitePlaces, WalkLabels } from '../geo/streets/walk-labels'
import { unreached } from '../geo/streets/walk-network'
import type { WalkNetwork } from '../geo/streets/walk-network'
import type { WalkAccess } from './walk-access'

/** Which sites stand on which chain, as lists that can be changed. */
export class SitesOnChains {
  /** First site of each chain, and the next one after each site; -1: none. */
  readonly first: Int32Array
  next: Int32Array
  /** One bit for each junction: whether a site stands on any chain that ends there. So few bytes that they stay at hand. */
  readonly near: Uint8Array
  /** For each junction how many do (twice for a loop). */
  private readonly around: Int32Array
  private readonly network: WalkNetwork

  constructor(network: WalkNetwork, sites: SitePlaces) {
    this.network = network
    this.around = new Int32Array(network.junctions + 1)
    this.near = new Uint8Array((network.junctions >> 3) + 1)
    this.first = new Int32Array(network.chainFrom.length).fill(-1)
    this.next = new Int32Array(sites.chain.length).fill(-1)
    for (let site = 0; site < sites.chain.length; site++) if (sites.chain[site] >= 0) this.put(site, sites.chain[site])
  }

  put(site: number, chain: number): void {
    if (site >= this.next.length) {
      const wider = new Int32Array(2 * site + 2).fill(-1)
      wider.set(this.next)
      this.next = wider
    }
    this.next[site] = this.first[chain]
    this.first[chain] = site
    this.beside(this.network.chainFrom[chain], 1)
    this.beside(this.network.chainTo[chain], 1)
  }

  take(site: number, chain: number): void {
    this.beside(this.network.chainFrom[chain], -1)
    this.beside(this.network.chainTo[chain], -1)
    if (this.first[chain] === site) this.first[chain] = this.next[site]
    else
      for (let before = this.first[chain]; before !== -1; before = this.next[before])
        if (this.next[before] === site) {
          this.next[before] = this.next[site]
          break
        }
    this.next[site] = -1
  }

  private beside(junction: number, by: number): void {
    this.around[junction] += by
    const bit = 1 << (junction & 7)
    if (this.around[junction] > 0) this.near[junction >> 3] |= bit
    else this.near[junction >> 3] &= ~bit
  }
}

export class NearestOfDemand {
  /** Answers of the last look: millimetres (`unreached`: none within the limit), the site, and the access point that it is walked from. */
  mm = unreached
  site = nobody
  access = -1
  private readonly network: WalkNetwork
  private readonly points: WalkAccess
  private readonly onChains: SitesOnChains

  constructor(network: WalkNetwork, points: WalkAccess, onChains: SitesOnChains) {
    this.network = network
    this.points = points
    this.onChains = onChains
  }

  /** Of all access points of the demand point of that rank the one with the nearest site; equal ways go to the lowest site, then to the first access point. */
  look(rank: number, labels: WalkLabels, sites: SitePlaces, limitMm: number): void {
    const { firstOf, ofDemand, ofRank, single } = this.points
    this.mm = unreached
    this.site = nobody
    this.access = -1
    if (single) return this.lookFrom(rank, labels, sites, limitMm)
    const demand = ofRank[rank]
    for (let k = firstOf[demand]; k < firstOf[demand + 1]; k++) this.lookFrom(ofDemand[k], labels, sites, limitMm)
  }

  private lookFrom(a: number, { label }: WalkLabels, sites: SitePlaces, limitMm: number): void {
    const { chainTable } = this.network
    const { chain: chainOf, costs } = this.points
    const chain = chainOf[a]
    const offset = costs[2 * a]
    const from = 2 * chainTable[4 * chain]
    const to = 2 * chainTable[4 * chain + 1]
    let least = label[from] + offset
    let site = label[from + 1]
    const back = label[to] + chainTable[4 * chain + 2] - offset
    if (back < least || (back === least && label[to + 1] < site)) {
      least = back
      site = label[to + 1]
    }
    for (let own = this.onChains.first[chain]; own !== -1; own = this.onChains.next[own]) {
      const direct = sites.offMm[own] + Math.abs(sites.offset[own] - offset)
      if (direct > least || (direct === least && own >= site)) continue
      least = direct
      site = own
    }
    least += costs[2 * a + 1]
    if (least > limitMm || least > this.mm || (least === this.mm && site >= this.site)) return
    this.mm = least
    this.site = site
    this.access = a
  }
}

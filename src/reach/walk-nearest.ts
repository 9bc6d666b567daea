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
  /** For each junction how many sites stand on the chains that end there (twice for a loop). */
  readonly around: Int32Array
  private readonly network: WalkNetwork

  constructor(network: WalkNetwork, sites: SitePlaces) {
    this.network = network
    this.around = new Int32Array(network.junctions + 1)
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
    this.around[this.network.chainFrom[chain]]++
    this.around[this.network.chainTo[chain]]++
  }

  take(site: number, chain: number): void {
    this.around[this.network.chainFrom[chain]]--
    this.around[this.network.chainTo[chain]]--
    if (this.first[chain] === site) this.first[chain] = this.next[site]
    else
      for (let before = this.first[chain]; before !== -1; before = this.next[before])
        if (this.next[before] === site) {
          this.next[before] = this.next[site]
          break
        }
    this.next[site] = -1
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

  /** Of all access points of a demand point the one with the nearest site; equal ways go to the lowest site, then to the first access point. */
  look(demand: number, labels: WalkLabels, sites: SitePlaces, limitMm: number): void {
    const { chainFrom, chainTo, chainCost } = this.network
    const { firstOf, ofDemand, chain: chainOf, offset, offMm } = this.points
    const { label } = labels
    let best = unreached
    let bestSite = nobody
    let bestAccess = -1
    for (let k = firstOf[demand]; k < firstOf[demand + 1]; k++) {
      const a = ofDemand[k]
      const chain = chainOf[a]
      const from = 2 * chainFrom[chain]
      const to = 2 * chainTo[chain]
      let least = label[from] + offset[a]
      let site = label[from + 1]
      const back = label[to] + chainCost[chain] - offset[a]
      if (back < least || (back === least && label[to + 1] < site)) {
        least = back
        site = label[to + 1]
      }
      for (let own = this.onChains.first[chain]; own !== -1; own = this.onChains.next[own]) {
        const direct = sites.offMm[own] + Math.abs(sites.offset[own] - offset[a])
        if (direct > least || (direct === least && own >= site)) continue
        least = direct
        site = own
      }
      least += offMm[a]
      if (least > limitMm || least > best || (least === best && site >= bestSite)) continue
      best = least
      bestSite = site
      bestAccess = a
    }
    this.mm = best
    this.site = bestSite
    this.access = bestAccess
  }
}

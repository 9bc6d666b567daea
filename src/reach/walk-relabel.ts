/** Takes a site's labels off the network and seeds the gap from its rim. */
import type { SitePlaces, WalkLabels } from '../geo/streets/walk-labels'
import { nobody } from '../geo/streets/walk-labels'
import type { SitesOnChains } from './walk-nearest'

export type Region = { junctions: Int32Array; count: number }

/**
 * Forgets every junction whose nearest site this one was (they hang together, from the ends of its chain on), lists them in `region`, and seeds
 * them from the neighbours that keep their labels and from other sites on the chains around. The labels still have to run.
 */
export function clearSite(site: number, chain: number, labels: WalkLabels, places: SitePlaces, onChains: SitesOnChains, limitMm: number, region: Region): void {
  const { network, label } = labels
  const { chainFrom, chainTo, chainCost, chainsFrom, first, arcs, arcChain, junctions } = network
  const { near } = onChains
  take(chainFrom[chain])
  if (chainTo[chain] !== junctions) take(chainTo[chain])
  for (let k = 0; k < region.count; k++) {
    const v = region.junctions[k]
    for (let arc = first[v]; arc < first[v + 1]; arc++) {
      const head = arcs[2 * arc]
      const owner = label[2 * head + 1]
      if (owner === site) take(head)
      // A junction that another seed has filled already may lend its label too: it is a true way, only perhaps not the shortest yet.
      else if (owner !== nobody) labels.seed(owner, v, label[2 * head] + arcs[2 * arc + 1], limitMm)
    }
    if ((near[v >> 3] & (1 << (v & 7))) === 0) continue
    for (let arc = first[v]; arc < first[v + 1]; arc++) beside(v, arcChain[arc])
    for (let own = chainsFrom[v]; own < chainsFrom[v + 1]; own++) beside(v, own)
  }

  function take(v: number): void {
    if (label[2 * v + 1] !== site) return
    labels.forget(v)
    if (region.count === region.junctions.length) {
      const wider = new Int32Array(2 * region.count)
      wider.set(region.junctions)
      region.junctions = wider
    }
    region.junctions[region.count++] = v
  }

  function beside(v: number, chain: number): void {
    for (let other = onChains.first[chain]; other !== -1; other = onChains.next[other]) {
      if (chainFrom[chain] === v) labels.seed(other, v, places.offMm[other] + places.offset[other], limitMm)
      if (chainTo[chain] === v) labels.seed(other, v, places.offMm[other] + chainCost[chain] - places.offset[other], limitMm)
    }
  }
}

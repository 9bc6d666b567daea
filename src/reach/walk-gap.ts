/** Labels forgotten where ways are about to change, and filled again from the rim once they have changed. */
import type { SitePlaces, WalkLabels } from '../geo/streets/walk-labels'
import { nobody } from '../geo/streets/walk-labels'
import type { SitesOnChains } from './walk-nearest'

/** Forgets every junction whose nearest site this one was (they hang together, from the ends of its chain on), and lists them in `gap`. */
export function forgetSite(site: number, chain: number, labels: WalkLabels, gap: number[]): void {
  const { label } = labels
  const { chainFrom, chainTo, first, arcs, junctions } = labels.network
  const take = (v: number): void => {
    if (v === junctions || label[2 * v + 1] !== site) return
    labels.forget(v)
    gap.push(v)
  }
  let at = gap.length
  take(chainFrom[chain])
  take(chainTo[chain])
  for (; at < gap.length; at++) for (let arc = first[gap[at]]; arc < first[gap[at] + 1]; arc++) take(arcs[2 * arc])
}

/** Forgets the ends of some chains, and every junction that was, or may have been, reached by way of them. */
export function forgetBeyond(chains: readonly number[], labels: WalkLabels, gap: number[]): void {
  const { label } = labels
  const { chainFrom, chainTo, first, arcs, junctions } = labels.network
  const known = new Set<number>()
  const take = (v: number): void => {
    if (v === junctions || label[2 * v + 1] === nobody || known.has(v)) return
    known.add(v)
  }
  for (const chain of chains) {
    take(chainFrom[chain])
    take(chainTo[chain])
  }
  // The set grows while it is gone through.
  for (const v of known)
    for (let arc = first[v]; arc < first[v + 1]; arc++) {
      const head = arcs[2 * arc]
      if (label[2 * head + 1] === label[2 * v + 1] && label[2 * head] === label[2 * v] + arcs[2 * arc + 1]) take(head)
    }
  for (const v of known) {
    labels.forget(v)
    gap.push(v)
  }
  // Ends that nobody reached so far may be reached from now on.
  for (const chain of chains) for (const v of [chainFrom[chain], chainTo[chain]]) if (v !== junctions && !known.has(v)) gap.push(v)
}

/** Seeds forgotten junctions from the neighbours that keep their labels and from the sites on the chains around. The labels still have to run. */
export function fillGap(gap: readonly number[], labels: WalkLabels, places: SitePlaces, onChains: SitesOnChains, limitMm: number): void {
  const { network, label } = labels
  const { chainFrom, chainTo, chainCost, chainsFrom, first, arcs, arcChain } = network
  const beside = (v: number, chain: number): void => {
    for (let site = onChains.first[chain]; site !== -1; site = onChains.next[site]) {
      if (chainFrom[chain] === v) labels.seed(site, v, places.offMm[site] + places.offset[site], limitMm)
      if (chainTo[chain] === v) labels.seed(site, v, places.offMm[site] + chainCost[chain] - places.offset[site], limitMm)
    }
  }
  for (const v of gap) {
    for (let arc = first[v]; arc < first[v + 1]; arc++) {
      const head = 2 * arcs[2 * arc]
      // A junction that another seed has filled already may lend its label too: it is a true way, only perhaps not the shortest yet.
      if (label[head + 1] !== nobody) labels.seed(label[head + 1], v, label[head] + arcs[2 * arc + 1], limitMm)
      beside(v, arcChain[arc])
    }
    for (let own = chainsFrom[v]; own < chainsFrom[v + 1]; own++) beside(v, own)
  }
}

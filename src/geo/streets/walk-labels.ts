/**
 * Labels: how far each junction is from its nearest site, and which site that is. Of sites at the same millimetre the lowest number wins,
 * so the labels do not depend on the order of the work: sites can be brought in by blocks, taken away and put back.
 */
import { BucketQueue, bucketShift } from './bucket-queue'
import { unreached } from './walk-network'
import type { WalkNetwork } from './walk-network'

/** The owner of what no site reaches; higher than any site. */
export const nobody = 0x7fffffff

export class WalkLabels {
  /** Two numbers for each junction: millimetres (`unreached` when none) and site (`nobody`); one more pair for the end of dead ends. */
  readonly label: Int32Array
  /** Junctions whose label got better in the last run, with repeats: every second of the first `touchedCount` numbers. */
  touched: Int32Array = new Int32Array(0)
  touchedCount = 0
  readonly network: WalkNetwork
  private readonly queue = new BucketQueue()

  constructor(network: WalkNetwork) {
    this.network = network
    this.label = new Int32Array(2 * network.junctions + 2)
    for (let v = 0; v <= network.junctions; v++) this.forget(v)
  }

  forget(junction: number): void {
    this.label[2 * junction] = unreached
    this.label[2 * junction + 1] = nobody
  }

  /** Brings a site in at a place on a chain that has cost startMm to reach. */
  seedPlace(site: number, chain: number, offset: number, startMm: number, limitMm: number): void {
    const { chainFrom, chainTo, chainCost, junctions } = this.network
    this.seed(site, chainFrom[chain], startMm + offset, limitMm)
    if (chainTo[chain] !== junctions) this.seed(site, chainTo[chain], startMm + chainCost[chain] - offset, limitMm)
  }

  seed(site: number, junction: number, mm: number, limitMm: number): void {
    const { label } = this
    const before = label[2 * junction]
    if (mm > limitMm || mm > before || (mm === before && site >= label[2 * junction + 1])) return
    label[2 * junction] = mm
    label[2 * junction + 1] = site
    this.queue.push(junction, mm)
  }

  /** Looks again at a junction that keeps its label, so that its neighbours hear of it. */
  wake(junction: number): void {
    this.queue.push(junction, this.label[2 * junction])
  }

  /** Carries what was seeded as far as it is the best, up to the limit. */
  run(limitMm: number): void {
    const { queue } = this
    queue.reach(limitMm)
    while (!this.sweep(limitMm)) queue.grow()
    this.touched = queue.entries
    this.touchedCount = queue.used
    queue.done()
  }

  /** False when the queue ran short of room: to be called again. */
  private sweep(limitMm: number): boolean {
    const { first, arcs, mostArcs } = this.network
    const { label, queue } = this
    const { heads, entries, low } = queue
    const full = entries.length - 2 * mostArcs
    let { used, high } = queue
    for (let bucket = low; bucket <= high; bucket++) {
      for (let entry = heads[bucket]; entry !== -1; entry = heads[bucket]) {
        heads[bucket] = -1
        do {
          if (used > full) {
            queue.used = used
            queue.low = bucket
            queue.high = high
            queue.putBack(entry, bucket)
            return false
          }
          const v = entries[entry]
          entry = entries[entry + 1]
          const own = label[2 * v]
          if (own >> bucketShift !== bucket) continue
          const owner = label[2 * v + 1]
          const end = first[v + 1] << 1
          for (let arc = first[v] << 1; arc < end; arc += 2) {
            const there = own + arcs[arc + 1]
            if (there > limitMm) break
            const head = arcs[arc] << 1
            const before = label[head]
            if (there > before || (there === before && owner >= label[head + 1])) continue
            label[head] = there
            label[head + 1] = owner
            const to = there >> bucketShift
            entries[used] = head >> 1
            entries[used + 1] = heads[to]
            heads[to] = used
            used += 2
            if (to > high) high = to
          }
        } while (entry !== -1)
      }
    }
    queue.used = used
    return true
  }
}

/** Where sites stand: the columns of a snap (edge-index.ts). */
export type SitePlaces = { readonly chain: Int32Array; readonly offset: Int32Array; readonly offMm: Int32Array }

/** Labels of all sites within the limit, brought in by blocks of neighbours so that the front stays in the cache. */
export function labelsOf(network: WalkNetwork, sites: SitePlaces, limitMm: number, blockSize = sites.chain.length > 4000 ? 64 : 16): WalkLabels {
  const labels = new WalkLabels(network)
  const order = alongTheCurve(sites)
  // Without a near limit every block would flood the whole city: first a ring around each site, then on from there together.
  const ringMm = Math.min(limitMm, ringLimitMm)
  for (let start = 0; start < order.length; start += blockSize) {
    for (let k = start; k < Math.min(start + blockSize, order.length); k++) {
      const site = order[k]
      labels.seedPlace(site, sites.chain[site], sites.offset[site], sites.offMm[site], ringMm)
    }
    labels.run(ringMm)
  }
  if (ringMm === limitMm) return labels
  for (let k = 0; k < order.length; k++) {
    const site = order[k]
    labels.seedPlace(site, sites.chain[site], sites.offset[site], sites.offMm[site], limitMm)
  }
  const { label } = labels
  const { first, arcs, junctions } = network
  for (let v = 0; v < junctions; v++) {
    const own = label[2 * v]
    if (own === unreached) continue
    for (let arc = first[v]; arc < first[v + 1]; arc++) {
      const head = arcs[2 * arc]
      if (own + arcs[2 * arc + 1] > ringMm && own + arcs[2 * arc + 1] <= label[2 * head]) {
        labels.wake(v)
        break
      }
    }
  }
  labels.run(limitMm)
  return labels
}

const ringLimitMm = 1_000_000

/** The placed sites in the order of the junctions, which is that of the Hilbert curve. */
export function alongTheCurve(sites: SitePlaces): Int32Array {
  const placed: number[] = []
  for (let site = 0; site < sites.chain.length; site++) if (sites.chain[site] >= 0) placed.push(site)
  return Int32Array.from(placed).sort((a, b) => sites.chain[a] - sites.chain[b] || a - b)
}

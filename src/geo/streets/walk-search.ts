/**
 * One bounded search over the junctions of a network, from any number of starts. Distances are whole millimetres.
 *
 * Buckets of about 16 m hold what is still to be looked at; inside a bucket a junction may be looked at again when a shorter way turns up, so the
 * answer is exact. The arrays are made once and cleaned by what was reached: a small search costs little in a large city.
 */
import { unreached } from './walk-network'
import type { WalkNetwork } from './walk-network'

export class WalkSearch {
  /** Millimetres to each junction, `unreached` where the search did not come; one more stands for the end of dead ends, never reached. */
  readonly mm: Int32Array
  /** The junctions that were reached, in no promised order: the first `count` of these. */
  readonly reached: Int32Array
  count = 0
  /** The chains that eachChain found: the first `chainCount` of these. */
  chains: Int32Array
  chainCount = 0
  private readonly network: WalkNetwork
  private readonly queue = new BucketQueue()

  constructor(network: WalkNetwork) {
    this.network = network
    this.mm = new Int32Array(network.junctions + 1).fill(unreached)
    this.reached = new Int32Array(network.junctions)
    this.chains = new Int32Array(256)
  }

  /** Adds a start on a chain, so far from its beginning, that has cost startMm to reach. */
  seedPlace(chain: number, offset: number, startMm: number, limitMm: number): void {
    const { chainFrom, chainTo, chainCost, junctions } = this.network
    this.seed(chainFrom[chain], startMm + offset, limitMm)
    if (chainTo[chain] !== junctions) this.seed(chainTo[chain], startMm + chainCost[chain] - offset, limitMm)
  }

  seed(junction: number, mm: number, limitMm: number): void {
    if (mm > limitMm || mm >= this.mm[junction]) return
    if (this.mm[junction] === unreached) this.reached[this.count++] = junction
    this.mm[junction] = mm
    this.queue.push(junction, mm)
  }

  /** Reaches every junction within the limit. May be called again with a wider limit only after clear(). */
  run(limitMm: number): void {
    const { first, arcs, longestArc } = this.network
    const { mm, reached, queue } = this
    queue.reach(Math.min(limitMm, queue.highMm() + longestArc))
    let { heads, next, junctionOf } = queue
    let { used, high } = queue
    let count = this.count
    for (let bucket = queue.low; bucket <= high; bucket++) {
      if (((bucket + 1) << bucketShift) + longestArc >> bucketShift >= heads.length) {
        queue.reach(((bucket + 1) << bucketShift) + longestArc)
        heads = queue.heads
      }
      for (let entry = heads[bucket]; entry !== -1; entry = heads[bucket]) {
        heads[bucket] = next[entry]
        const v = junctionOf[entry]
        const own = mm[v]
        // It was looked at already, in a nearer bucket.
        if (own >> bucketShift !== bucket) continue
        const end = first[v + 1] << 1
        let arc = first[v] << 1
        if (used + ((end - arc) >> 1) > next.length) {
          queue.grow(used + ((end - arc) >> 1))
          next = queue.next
          junctionOf = queue.junctionOf
        }
        for (; arc < end; arc += 2) {
          const head = arcs[arc]
          const there = own + arcs[arc + 1]
          const before = mm[head]
          if (there >= before || there > limitMm) continue
          if (before === unreached) reached[count++] = head
          mm[head] = there
          const to = there >> bucketShift
          junctionOf[used] = head
          next[used] = heads[to]
          heads[to] = used++
          if (to > high) high = to
        }
      }
    }
    this.count = count
    queue.empty()
  }

  /** Lists every chain of which an end was reached, once each. Answers how many; they stand in `chains`. */
  eachChain(): number {
    const { chainsFrom, chainFrom, first, arcs, arcChain } = this.network
    const { mm, reached, count } = this
    let chains = this.chains
    let found = 0
    for (let k = 0; k < count; k++) {
      const v = reached[k]
      const arcEnd = first[v + 1]
      const own = chainsFrom[v + 1]
      if (found + (own - chainsFrom[v]) + (arcEnd - first[v]) > chains.length) {
        const wider = new Int32Array(2 * chains.length + (own - chainsFrom[v]) + (arcEnd - first[v]))
        wider.set(chains)
        chains = this.chains = wider
      }
      for (let chain = chainsFrom[v]; chain < own; chain++) chains[found++] = chain
      for (let arc = first[v]; arc < arcEnd; arc++) {
        if (mm[arcs[2 * arc]] !== unreached) continue
        const chain = arcChain[arc]
        if (chainFrom[chain] !== v) chains[found++] = chain
      }
    }
    this.chainCount = found
    return found
  }

  clear(): void {
    const { mm, reached, count } = this
    for (let k = 0; k < count; k++) mm[reached[k]] = unreached
    this.count = 0
    this.chainCount = 0
    this.queue.empty()
  }
}

/** 2^14 mm = 16 m: hardly critical; narrower ones are mostly empty. */
export const bucketShift = 14

/** Lists of junctions by bucket of distance; an entry is never taken out early, only found stale. */
export class BucketQueue {
  heads = new Int32Array(512).fill(-1)
  next = new Int32Array(4096)
  junctionOf = new Int32Array(4096)
  used = 0
  low = noBucket
  high = -1

  push(junction: number, mm: number): void {
    const bucket = mm >> bucketShift
    if (bucket >= this.heads.length) this.reach(mm)
    if (this.used === this.next.length) this.grow(this.used + 1)
    const entry = this.used++
    this.junctionOf[entry] = junction
    this.next[entry] = this.heads[bucket]
    this.heads[bucket] = entry
    if (bucket < this.low) this.low = bucket
    if (bucket > this.high) this.high = bucket
  }

  /** The end of the furthest bucket, in millimetres. */
  highMm(): number {
    return (this.high + 1) << bucketShift
  }

  /** Makes room for a distance. */
  reach(mm: number): void {
    const needed = (mm >> bucketShift) + 2
    if (needed <= this.heads.length) return
    const wider = new Int32Array(Math.max(needed, 2 * this.heads.length)).fill(-1)
    wider.set(this.heads)
    this.heads = wider
  }

  /** Makes room for so many entries. */
  grow(entries: number): void {
    const size = Math.max(entries, 2 * this.next.length)
    const next = new Int32Array(size)
    next.set(this.next)
    this.next = next
    const junctionOf = new Int32Array(size)
    junctionOf.set(this.junctionOf)
    this.junctionOf = junctionOf
  }

  /** After a run every bucket is empty; before one, only those that were pushed into are not. */
  empty(): void {
    for (let bucket = this.low; bucket <= this.high; bucket++) this.heads[bucket] = -1
    this.used = 0
    this.low = noBucket
    this.high = -1
  }
}

const noBucket = 0x7fffffff

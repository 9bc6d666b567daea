/**
 * One bounded search over the junctions of a network, from any number of starts. Distances are whole millimetres.
 *
 * Buckets of about 16 m hold what is still to be looked at; inside a bucket a junction may be looked at again when a shorter way turns up, so the
 * answer is exact. The arrays are made once and cleaned by what was reached: a small search costs little in a large city.
 */
import { blockShift, blocksOf } from './beads'
import { BucketQueue, bucketShift } from './bucket-queue'
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
  /** The blocks of junctions that eachBlock found. */
  readonly blocks: Int32Array
  /** One bit for each block, all clear between calls. */
  private readonly marks: Int32Array
  private readonly network: WalkNetwork
  private readonly queue = new BucketQueue()

  constructor(network: WalkNetwork) {
    this.network = network
    this.mm = new Int32Array(network.junctions + 1).fill(unreached)
    this.reached = new Int32Array(network.junctions)
    this.chains = new Int32Array(256)
    this.blocks = new Int32Array(blocksOf(network.junctions) + 1)
    this.marks = new Int32Array((this.blocks.length >> 5) + 1)
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
    const { queue } = this
    queue.reach(limitMm)
    while (!this.sweep(limitMm)) queue.grow()
    queue.done()
  }

  /** False when the queue ran short of room: to be called again. The arrays are never changed for others in here, so that the loop keeps them at hand. */
  private sweep(limitMm: number): boolean {
    const { first, arcs, mostArcs } = this.network
    const { mm, reached, queue } = this
    const { heads, entries, low } = queue
    const full = entries.length - 2 * mostArcs
    let { used, high } = queue
    let count = this.count
    for (let bucket = low; bucket <= high; bucket++) {
      for (let entry = heads[bucket]; entry !== -1; entry = heads[bucket]) {
        // The whole list at once: what is pushed into this bucket meanwhile is a list of its own.
        heads[bucket] = -1
        do {
          if (used > full) {
            this.count = count
            queue.used = used
            queue.low = bucket
            queue.high = high
            queue.putBack(entry, bucket)
            return false
          }
          const v = entries[entry]
          entry = entries[entry + 1]
          const own = mm[v]
          // It was looked at already, in a nearer bucket.
          if (own >> bucketShift !== bucket) continue
          const end = first[v + 1] << 1
          // The cheapest arc comes first.
          for (let arc = first[v] << 1; arc < end; arc += 2) {
            const there = own + arcs[arc + 1]
            if (there > limitMm) break
            const head = arcs[arc]
            const before = mm[head]
            if (there >= before) continue
            if (before === unreached) reached[count++] = head
            mm[head] = there
            const to = there >> bucketShift
            entries[used] = head
            entries[used + 1] = heads[to]
            heads[to] = used
            used += 2
            if (to > high) high = to
          }
        } while (entry !== -1)
      }
    }
    this.count = count
    return true
  }

  /** Lists, once each, the blocks (beads.ts) of all junctions from which a chain starts that a search to this limit has come upon. Answers how many; they stand in `blocks`. */
  eachBlock(limitMm: number): number {
    const { first, arcs } = this.network
    const { mm, reached, count, blocks, marks } = this
    let found = 0
    for (let k = 0; k < count; k++) {
      const v = reached[k]
      const block = v >> blockShift
      const word = marks[block >> 5]
      marks[block >> 5] = word | (1 << (block & 31))
      blocks[found] = block
      found += (~word >>> (block & 31)) & 1
      // A chain that passes the limit may be come upon from its end alone, and chains start at the lower of their junctions. The dearest arcs stand last.
      const own = mm[v]
      for (let arc = (first[v + 1] << 1) - 2; arc >= first[v] << 1 && own + arcs[arc + 1] > limitMm; arc -= 2) {
        const head = arcs[arc]
        if (head > v || mm[head] !== unreached) continue
        const block = head >> blockShift
        const word = marks[block >> 5]
        marks[block >> 5] = word | (1 << (block & 31))
        blocks[found] = block
        found += (~word >>> (block & 31)) & 1
      }
    }
    for (let k = 0; k < found; k++) marks[blocks[k] >> 5] = 0
    return found
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

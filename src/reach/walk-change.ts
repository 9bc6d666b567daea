/** The counts of a reach under edits, and which demand points an edit changed. */
import type { WalkReach } from './walk'
import type { WalkAccess } from './walk-access'
import type { Levels } from './walk-lists'

/** Ranks of demand points (walk-access.ts), each once, and their millimetres: the first `count`. */
export type Hits = { readonly rank: Int32Array; readonly mm: Int32Array; readonly count: number }

export class ReachChange {
  /** Millimetres, the narrowest first, and the counts of the reach in that order. */
  private readonly limits: Int32Array
  private readonly within: readonly Uint16Array[]
  private readonly ofRank: Int32Array
  /** By rank and limit, once there are so many sites that a count may pass what `within` can show; else null. */
  private counts: Int32Array | null = null
  /** By rank: the level at the site as it stood, while an edit is counted; as many as there are limits where it was not within any. */
  private readonly was: Uint16Array
  /** The levels of a site as it stands, and of one whose people were not kept. */
  private readonly level: Uint16Array
  private readonly levelBefore: Uint16Array
  /** The edit that last changed each, by rank. */
  private readonly seen: Int32Array
  private readonly list: Int32Array
  private listCount = 0
  private edit = 0

  constructor(reach: Pick<WalkReach, 'within'>, limits: readonly number[], { ofRank, chain }: Pick<WalkAccess, 'ofRank' | 'chain'>) {
    const size = ofRank.length
    const order = [...limits.keys()].sort((a, b) => limits[a] - limits[b])
    this.limits = Int32Array.from(order, (l) => limits[l])
    this.within = order.map((l) => reach.within[l])
    this.ofRank = ofRank
    this.was = new Uint16Array(size).fill(limits.length)
    this.level = new Uint16Array(chain.length + 1)
    this.levelBefore = new Uint16Array(chain.length + 1)
    this.seen = new Int32Array(size)
    this.list = new Int32Array(size)
  }

  /** To be told before a site is added how many there are then: up to here no count can have passed what can be shown. */
  room(sites: number): void {
    if (sites <= most || this.counts) return
    const { within, ofRank } = this
    this.counts = Int32Array.from({ length: ofRank.length * within.length }, (_, k) => within[k % within.length][ofRank[Math.floor(k / within.length)]])
  }

  begin(): void {
    this.edit++
    this.listCount = 0
  }

  /** Marks a demand point as changed. */
  touch(rank: number): void {
    if (this.seen[rank] === this.edit) return
    this.seen[rank] = this.edit
    this.list[this.listCount++] = this.ofRank[rank]
  }

  changed(): Int32Array {
    return this.list.slice(0, this.listCount)
  }

  /** The people around a site that is about to leave, where they were not kept; good until the next call. */
  leaving({ rank, mm, count }: Hits): Levels {
    const level = this.levelBefore
    for (let k = 0; k < count; k++) level[k] = this.levelOf(mm[k])
    return { rank, level, count }
  }

  /** Counts a site as it stands now instead of as it stood; answers with its people, to be kept. */
  count(before: Levels | null, now: Hits): Levels {
    const { was, level } = this
    const none = this.limits.length
    if (before) {
      const { rank, level: levelBefore, count } = before
      for (let k = 0; k < count; k++) was[rank[k]] = levelBefore[k]
    }
    const { rank: ranks, mm, count } = now
    for (let k = 0; k < count; k++) {
      const rank = ranks[k]
      const nowAt = this.levelOf(mm[k])
      level[k] = nowAt
      const wasAt = was[rank]
      was[rank] = none
      if (nowAt < wasAt) this.add(rank, nowAt, wasAt, 1)
      else if (nowAt > wasAt) this.add(rank, wasAt, nowAt, -1)
    }
    // Whoever is left was around the site and is no more.
    if (before) {
      const { rank: ranks, count } = before
      for (let k = 0; k < count; k++) {
        const rank = ranks[k]
        const wasAt = was[rank]
        if (wasAt === none) continue
        was[rank] = none
        this.add(rank, wasAt, none, -1)
      }
    }
    return { rank: ranks, level, count }
  }

  /** How many limits are too narrow; without a branch, since nobody can foresee it. */
  private levelOf(mm: number): number {
    const { limits } = this
    let level = 0
    for (let l = 0; l < limits.length; l++) level += (limits[l] - mm) >>> 31
    return level
  }

  /** One site more or less within some limits, for a demand point that this count has not met before. */
  private add(rank: number, fromLevel: number, toLevel: number, by: number): void {
    const { counts, within } = this
    const i = this.ofRank[rank]
    if (counts === null) for (let l = fromLevel; l < toLevel; l++) within[l][i] += by
    else
      for (let l = fromLevel; l < toLevel; l++) {
        const reached = (counts[rank * within.length + l] += by)
        within[l][i] = Math.min(reached, most)
      }
    this.seen[rank] = this.edit
    this.list[this.listCount++] = i
  }
}

/** What an unsigned number of 16 bits can show. */
const most = 65535

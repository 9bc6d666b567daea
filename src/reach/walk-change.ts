/** The counts of a reach under edits, and which demand points an edit changed. */
import { unreached } from '../geo/streets/walk-network'
import type { WalkReach } from './walk'
import type { WalkAccess } from './walk-access'

/** Ranks of demand points (walk-access.ts) and the millimetres of each: the first `count`. */
export type Hits = { readonly rank: Int32Array; readonly mm: Int32Array; readonly count: number }

export class ReachChange {
  private readonly reach: WalkReach
  private readonly limits: readonly number[]
  private readonly ofRank: Int32Array
  /** By rank and limit; may pass what `within` can show. */
  private readonly counts: Int32Array
  /** Millimetres to the site as it stood, by rank, while an edit is counted; `unreached` otherwise. */
  private readonly was: Int32Array
  /** The edit that last changed each, by rank. */
  private readonly seen: Int32Array
  private readonly list: Int32Array
  private listCount = 0
  private edit = 0

  constructor(reach: WalkReach, limits: readonly number[], { ofRank }: Pick<WalkAccess, 'ofRank'>) {
    const size = ofRank.length
    this.reach = reach
    this.limits = limits
    this.ofRank = ofRank
    this.counts = new Int32Array(size * limits.length)
    this.was = new Int32Array(size).fill(unreached)
    this.seen = new Int32Array(size)
    this.list = new Int32Array(size)
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

  /** Counts a site as it stands now instead of as it stood; only people who come within a limit or leave one are touched. */
  count(before: Hits | null, now: Hits): void {
    const { was } = this
    if (before) for (let k = 0; k < before.count; k++) was[before.rank[k]] = before.mm[k]
    for (let l = 0; l < this.limits.length; l++) this.within(l, before, now)
    if (before) for (let k = 0; k < before.count; k++) was[before.rank[k]] = unreached
  }

  /** Those who come within the limit of the site where it stands now, then those who were within and are not any more. */
  private within(l: number, before: Hits | null, now: Hits): void {
    const { was, counts, seen, list, ofRank, edit } = this
    const limit = this.limits[l]
    const width = this.limits.length
    const within = this.reach.within[l]
    let listed = this.listCount
    const { rank: ranks, mm, count } = now
    for (let k = 0; k < count; k++) {
      if (mm[k] > limit) continue
      const rank = ranks[k]
      if (was[rank] <= limit) {
        // Counted before and now: to be passed over below.
        was[rank] += stays
        continue
      }
      const i = ofRank[rank]
      const reached = ++counts[rank * width + l]
      within[i] = reached < 65535 ? reached : 65535
      if (seen[rank] === edit) continue
      seen[rank] = edit
      list[listed++] = i
    }
    if (before)
      for (let k = 0; k < before.count; k++) {
        if (before.mm[k] > limit) continue
        const rank = before.rank[k]
        if (was[rank] > unreached) {
          was[rank] -= stays
          continue
        }
        const i = ofRank[rank]
        const reached = --counts[rank * width + l]
        within[i] = reached < 65535 ? reached : 65535
        if (seen[rank] === edit) continue
        seen[rank] = edit
        list[listed++] = i
      }
    this.listCount = listed
  }
}

/** Added to the millimetres of who stays within a limit, while it is looked at; above every distance. */
const stays = unreached + 1

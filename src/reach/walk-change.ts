/** The counts of a reach under edits, and which demand points an edit changed. */
import { unreached } from '../geo/streets/walk-network'
import type { WalkReach } from './walk'
import type { WalkHits } from './walk-hits'

export class ReachChange {
  private readonly reach: WalkReach
  private readonly limits: readonly number[]
  /** Counts that may pass what `within` can show. */
  private readonly counts: readonly Int32Array[]
  /** Millimetres to the site as it stood, while an edit is counted; `unreached` otherwise. */
  private readonly was: Int32Array
  private readonly seen: Int32Array
  private readonly list: Int32Array
  private listCount = 0
  private edit = 0

  constructor(reach: WalkReach, limits: readonly number[]) {
    const size = reach.nearest.length
    this.reach = reach
    this.limits = limits
    this.counts = limits.map(() => new Int32Array(size))
    this.was = new Int32Array(size).fill(unreached)
    this.seen = new Int32Array(size)
    this.list = new Int32Array(size)
  }

  begin(): void {
    this.edit++
    this.listCount = 0
  }

  /** Marks a demand point as changed. */
  touch(i: number): void {
    if (this.seen[i] === this.edit) return
    this.seen[i] = this.edit
    this.list[this.listCount++] = i
  }

  changed(): Int32Array {
    return this.list.slice(0, this.listCount)
  }

  /** Counts a site as it stands now instead of as it stood; only people who come within a limit or leave one are touched. */
  count(before: WalkHits | null, now: WalkHits): void {
    const { was } = this
    if (before) for (let k = 0; k < before.count; k++) was[before.demand[k]] = before.mm[k]
    for (let k = 0; k < now.count; k++) {
      const i = now.demand[k]
      const old = was[i]
      was[i] = unreached
      if (old !== now.mm[k]) this.shift(i, old, now.mm[k])
    }
    if (!before) return
    for (let k = 0; k < before.count; k++) {
      const i = before.demand[k]
      if (was[i] === unreached) continue
      was[i] = unreached
      this.shift(i, before.mm[k], unreached)
    }
  }

  private shift(i: number, from: number, to: number): void {
    const { limits } = this
    for (let l = 0; l < limits.length; l++) {
      const by = (to <= limits[l] ? 1 : 0) - (from <= limits[l] ? 1 : 0)
      if (by === 0) continue
      const count = (this.counts[l][i] += by)
      this.reach.within[l][i] = count < 65535 ? count : 65535
      this.touch(i)
    }
  }
}

/** Junctions by bucket of distance: lists of entries. An entry is never taken out early, only found stale. */
export class BucketQueue {
  /** The first entry of each bucket, as its place in `entries`; -1: none. */
  heads = new Int32Array(512).fill(-1)
  /** Two numbers for each entry: the junction, and the place of the next entry of its bucket (-1: none). */
  entries = new Int32Array(8192)
  /** How many numbers of `entries` are used. */
  used = 0
  low = noBucket
  high = -1

  push(junction: number, mm: number): void {
    const bucket = mm >> bucketShift
    if (bucket >= this.heads.length) this.reach(mm)
    if (this.used === this.entries.length) this.grow()
    this.entries[this.used] = junction
    this.entries[this.used + 1] = this.heads[bucket]
    this.heads[bucket] = this.used
    this.used += 2
    if (bucket < this.low) this.low = bucket
    if (bucket > this.high) this.high = bucket
  }

  /** Makes room for a distance. */
  reach(mm: number): void {
    const needed = (mm >> bucketShift) + 1
    if (needed <= this.heads.length) return
    const wider = new Int32Array(Math.max(needed, 2 * this.heads.length)).fill(-1)
    wider.set(this.heads)
    this.heads = wider
  }

  /** Makes room for more entries. */
  grow(): void {
    const wider = new Int32Array(2 * this.entries.length)
    wider.set(this.entries)
    this.entries = wider
  }

  /** Puts a list back in front of its bucket: what a sweep that ran short of room had not looked at. */
  putBack(first: number, bucket: number): void {
    let last = first
    while (this.entries[last + 1] !== -1) last = this.entries[last + 1]
    this.entries[last + 1] = this.heads[bucket]
    this.heads[bucket] = first
  }

  /** Forgets everything. */
  empty(): void {
    for (let bucket = this.low; bucket <= this.high; bucket++) this.heads[bucket] = -1
    this.done()
  }

  /** After a sweep, which leaves every bucket empty. */
  done(): void {
    this.used = 0
    this.low = noBucket
    this.high = -1
  }
}

/** 2^14 mm = 16 m: hardly critical; narrower ones are mostly empty. */
export const bucketShift = 14

const noBucket = 0x7fffffff

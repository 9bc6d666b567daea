/** The people around each site as it stands, kept so that a site that leaves need not be looked around again. */

/** Ranks of demand points (walk-access.ts), and how many of the limits, the narrowest first, are too narrow for each: the first `count`. */
export type Levels = { readonly rank: Int32Array; readonly level: Uint16Array; readonly count: number }

/** Entries of six bytes; beyond them nothing more is kept, and who asks looks again. */
const mostEntries = 8_000_000

export class WalkLists {
  private readonly lists: ({ rank: Int32Array; level: Uint16Array; count: number } | undefined)[] = []
  private entries = 0

  /** null: not kept. */
  of(site: number): Levels | null {
    return this.lists[site] ?? null
  }

  keep(site: number, { rank, level, count }: Levels): void {
    let list = this.lists[site]
    if (!list || list.rank.length < count) {
      // Some room to move.
      const room = count + (count >> 2) + 8
      const more = room - (list?.rank.length ?? 0)
      if (this.entries + more > mostEntries) return this.forget(site)
      this.entries += more
      list = this.lists[site] = { rank: new Int32Array(room), level: new Uint16Array(room), count }
    }
    list.count = count
    list.rank.set(rank.subarray(0, count))
    list.level.set(level.subarray(0, count))
  }

  private forget(site: number): void {
    this.entries -= this.lists[site]?.rank.length ?? 0
    this.lists[site] = undefined
  }
}

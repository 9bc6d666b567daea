/** The people around each site as it stands, kept so that a site that leaves need not be looked around again. */
import type { Hits } from './walk-change'

/** Entries of eight bytes; beyond them nothing more is kept, and who asks looks again. */
const mostEntries = 8_000_000

export class WalkLists {
  private readonly lists: ({ rank: Int32Array; mm: Int32Array; count: number } | undefined)[] = []
  private entries = 0

  /** null: not kept. */
  of(site: number): Hits | null {
    return this.lists[site] ?? null
  }

  keep(site: number, { rank, mm, count }: Hits): void {
    let list = this.lists[site]
    if (!list || list.rank.length < count) {
      // Some room to move.
      const room = count + (count >> 2) + 8
      const more = room - (list?.rank.length ?? 0)
      if (this.entries + more > mostEntries) return this.forget(site)
      this.entries += more
      list = this.lists[site] = { rank: new Int32Array(room), mm: new Int32Array(room), count }
    }
    list.count = count
    for (let k = 0; k < count; k++) {
      list.rank[k] = rank[k]
      list.mm[k] = mm[k]
    }
  }

  private forget(site: number): void {
    this.entries -= this.lists[site]?.rank.length ?? 0
    this.lists[site] = undefined
  }
}

/** The beads (beads.ts) that a search has come to. */
import type { Beads } from './beads'
import { unreached } from './walk-network'
import type { WalkNetwork } from './walk-network'
import type { WalkSearch } from './walk-search'

/** The beads first … last - 1 of the chain between two junctions. */
export type BeadsOfChain = { readonly first: number; readonly last: number; readonly from: number; readonly to: number }

/**
 * The beads within the limit of a search that has run to it, each once, with their millimetres, and how many. Both lists have room for one more than all beads.
 * Left out are those of `skip`: its beads first … last - 1 stand on one chain, between the junctions `from` and `to`.
 */
export function beadsWithin(network: WalkNetwork, beads: Beads, search: WalkSearch, limitMm: number, skip: BeadsOfChain, found: Int32Array, foundMm: Int32Array): number {
  const { first, arcs } = network
  const { from, table } = beads
  const { mm, reached, count } = search
  const { from: skipFrom, to: skipTo } = skip
  let n = 0
  for (let r = 0; r < count; r++) {
    const v = reached[r]
    let k = from[v]
    const end = from[v + 1]
    if (k === end) continue
    const ownMm = mm[v]
    const before = n
    const ownEnd = table[k++]
    for (; k < ownEnd; k += 4) {
      // Without a branch: which way is shorter, and whether it is short enough, cannot be foreseen.
      const back = mm[table[k + 1]] + table[k + 2]
      const less = ownMm + table[k] - back
      const least = back + (less & (less >> 31))
      found[n] = table[k + 3]
      foundMm[n] = least
      n += (least - limitMm - 1) >>> 31
    }
    // The dearest arc stands last: where it does not pass the limit, both ends of every chain were reached.
    if (k < end && ownMm + arcs[2 * first[v + 1] - 1] > limitMm)
      for (; k < end; k += 3) {
        if (mm[table[k + 1]] !== unreached || ownMm + table[k] > limitMm) continue
        found[n] = table[k + 2]
        foundMm[n++] = ownMm + table[k]
      }
    if (v === skipFrom || v === skipTo) n = without(before, n)
  }
  return n

  function without(start: number, last: number): number {
    let kept = start
    for (let k = start; k < last; k++) {
      if (found[k] >= skip.first && found[k] < skip.last) continue
      found[kept] = found[k]
      foundMm[kept++] = foundMm[k]
    }
    return kept
  }
}

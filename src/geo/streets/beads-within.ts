/** The beads (beads.ts) that a search has come to. */
import { blockShift } from './beads'
import type { Beads } from './beads'
import type { WalkSearch } from './walk-search'

/** Beads first … last - 1 of one chain. */
export type BeadsOfChain = { readonly first: number; readonly last: number }

/**
 * The beads within the limit of a search that has run to it, each once, with their millimetres, and how many; those of one chain left out.
 * Both lists have room for one more than all beads.
 */
export function beadsWithin({ table, ofBlock }: Beads, search: WalkSearch, limitMm: number, leftOut: BeadsOfChain, found: Int32Array, foundMm: Int32Array): number {
  const { mm, blocks } = search
  const blockCount = search.eachBlock(limitMm)
  const skipBlock = leftOut.first < leftOut.last ? table[4 * leftOut.first] >> blockShift : -1
  let n = 0
  for (let k = 0; k < blockCount; k++) {
    const block = blocks[k]
    const before = n
    const end = ofBlock[block + 1]
    for (let bead = ofBlock[block]; bead < end; bead++) {
      // Without a branch: which way is shorter, and whether it is short enough, cannot be foreseen.
      const at = bead << 2
      const back = mm[table[at + 1]] + table[at + 3]
      const less = mm[table[at]] + table[at + 2] - back
      const least = back + (less & (less >> 31))
      found[n] = bead
      foundMm[n] = least
      n += (least - limitMm - 1) >>> 31
    }
    if (block === skipBlock) n = without(leftOut, before, n, found, foundMm)
  }
  return n
}

function without({ first, last }: BeadsOfChain, start: number, end: number, found: Int32Array, foundMm: Int32Array): number {
  let kept = start
  for (let k = start; k < end; k++) {
    if (found[k] >= first && found[k] < last) continue
    found[kept] = found[k]
    foundMm[kept++] = foundMm[k]
  }
  return kept
}

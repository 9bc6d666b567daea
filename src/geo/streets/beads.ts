/**
 * Whatever stands along the chains (inner vertices, people), in the order of the chains, ready for the searches: junctions are taken by blocks of four that
 * lie side by side, so that the beads of a block are found in one loop that nothing interrupts. Whether a search came to each of them is a sum, not a question.
 */
export type Beads = {
  /** Four numbers for each bead: the junctions at which its chain starts and ends, and what it costs to come to it from each of them, millimetres. */
  readonly table: Int32Array
  /** Beads on the chains that start in block b: ofBlock[b] … ofBlock[b + 1] - 1. */
  readonly ofBlock: Int32Array
}

/** Junction v is in block v >> blockShift. */
export const blockShift = 2

/** As in walk-network.ts. */
type Chains = { readonly junctions: number; readonly chainFrom: Int32Array; readonly chainTo: Int32Array; readonly chainCost: Int32Array }

/** Beads first[c] … first[c + 1] - 1 stand on chain c, so far from its start; `aside` is what it costs to come to each from the street, millimetres. */
export function beadsOf({ junctions, chainFrom, chainTo, chainCost }: Chains, first: Int32Array, offset: Int32Array, aside: Int32Array | null = null): Beads {
  const table = new Int32Array(4 * first[chainFrom.length])
  const ofBlock = new Int32Array(blocksOf(junctions) + 1)
  for (let c = 0; c < chainFrom.length; c++) {
    ofBlock[(chainFrom[c] >> blockShift) + 1] += first[c + 1] - first[c]
    for (let bead = first[c]; bead < first[c + 1]; bead++) {
      const off = aside ? aside[bead] : 0
      table[4 * bead] = chainFrom[c]
      table[4 * bead + 1] = chainTo[c]
      table[4 * bead + 2] = offset[bead] + off
      table[4 * bead + 3] = chainCost[c] - offset[bead] + off
    }
  }
  for (let b = 0; b + 1 < ofBlock.length; b++) ofBlock[b + 1] += ofBlock[b]
  return { table, ofBlock }
}

export const blocksOf = (junctions: number): number => ((junctions - 1) >> blockShift) + 1

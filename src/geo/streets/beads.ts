/**
 * Whatever stands along the chains (inner vertices, people), gathered at the junctions at which its chain ends: a search that has come to a junction
 * finds its neighbours' beads side by side, and needs no other column. At a million vertices that is what the time goes into.
 */
export type Beads = {
  /** Those of junction v stand in the table from from[v] to from[v + 1] - 1; nothing where it has none. */
  readonly from: Int32Array
  /**
   * For each junction that has any: where in the table the chains that start there end; then four numbers for each bead on a chain that starts there (cost from
   * there, the other junction, cost from that one, the bead), and three for each on a chain that only ends there (cost from there, the other junction, the bead).
   */
  readonly table: Int32Array
}

/** As in walk-network.ts. */
type Chains = { readonly junctions: number; readonly chainFrom: Int32Array; readonly chainTo: Int32Array; readonly chainCost: Int32Array }

/** Beads first[c] … first[c + 1] - 1 stand on chain c, so far from its start; `aside` is what it costs to come to each from the street, millimetres. */
export function beadsOf({ junctions, chainFrom, chainTo, chainCost }: Chains, first: Int32Array, offset: Int32Array, aside: Int32Array | null = null): Beads {
  const from = new Int32Array(junctions + 1)
  const own = new Int32Array(junctions)
  for (let c = 0; c < chainFrom.length; c++) {
    const count = first[c + 1] - first[c]
    if (count === 0) continue
    own[chainFrom[c]] += 4 * count
    from[chainFrom[c] + 1] += 4 * count
    if (ends(c)) from[chainTo[c] + 1] += 3 * count
  }
  for (let v = 0; v < junctions; v++) from[v + 1] += from[v] + (from[v + 1] > 0 ? 1 : 0)
  const table = new Int32Array(from[junctions])
  const next = new Int32Array(junctions)
  const nextEnd = new Int32Array(junctions)
  for (let v = 0; v < junctions; v++) {
    if (from[v] === from[v + 1]) continue
    next[v] = from[v] + 1
    nextEnd[v] = table[from[v]] = next[v] + own[v]
  }
  for (let c = 0; c < chainFrom.length; c++)
    for (let k = first[c]; k < first[c + 1]; k++) {
      const there = offset[k] + (aside ? aside[k] : 0)
      const back = chainCost[c] - offset[k] + (aside ? aside[k] : 0)
      let at = next[chainFrom[c]]
      next[chainFrom[c]] += 4
      table[at] = there
      table[at + 1] = chainTo[c]
      table[at + 2] = back
      table[at + 3] = k
      if (!ends(c)) continue
      at = nextEnd[chainTo[c]]
      nextEnd[chainTo[c]] += 3
      table[at] = back
      table[at + 1] = chainFrom[c]
      table[at + 2] = k
    }
  return { from, table }

  /** Whether a chain has a second junction. */
  function ends(c: number): boolean {
    return chainTo[c] !== junctions && chainTo[c] !== chainFrom[c]
  }
}

/** Streets as lines to draw: the way between two junctions is one line. For people to see; nothing is measured on them. */
import type { WalkNetwork } from '../geo/streets/walk-network'

/** Places of line k: first[k] … first[k + 1] - 1. */
export type StreetLines = { readonly first: Int32Array; readonly lng: Float64Array; readonly lat: Float64Array }

export function streetLines({ junctions, chainFrom, chainTo, inner, lng, lat }: WalkNetwork): StreetLines {
  const chains = chainFrom.length
  const first = new Int32Array(chains + 1)
  const [xs, ys]: [number[], number[]] = [[], []]
  const add = (vertex: number): void => {
    xs.push(lng[vertex]!)
    ys.push(lat[vertex]!)
  }
  for (let chain = 0; chain < chains; chain++) {
    add(chainFrom[chain]!)
    for (let at = inner[chain]!; at < inner[chain + 1]!; at++) add(junctions + at)
    if (chainTo[chain]! < junctions) add(chainTo[chain]!)
    first[chain + 1] = xs.length
  }
  return { first, lng: Float64Array.from(xs), lat: Float64Array.from(ys) }
}

/** Streets as lines to draw: the way between two junctions is one line. For people to see; nothing is measured on them. */
import type { WalkNetwork } from '../geo/streets/walk-network'
import type { StreetMark } from './study-walk'

/** Places of line k: first[k] … first[k + 1] - 1. */
export type StreetLines = {
  readonly first: Int32Array
  readonly lng: Float64Array
  readonly lat: Float64Array
  /** What a plan does to the streets: its new ways are among the lines, the pieces that it closes are not. */
  readonly marks: readonly StreetMark[]
}

export function streetLines({ junctions, chainFrom, chainTo, inner, lng, lat }: WalkNetwork, marks: readonly StreetMark[] = []): StreetLines {
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
  return { first, lng: Float64Array.from(xs), lat: Float64Array.from(ys), marks }
}

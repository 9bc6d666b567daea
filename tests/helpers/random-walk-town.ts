/** The streets of random-town.ts: a lattice over its places with gaps, a river with one bridge, and a corner without any street. */
import type { Study } from '../../src/model/study'
import { measureStreets } from '../../src/model/build-streets-report'
import type { StreetGraph } from '../../src/geo/streets/street-graph'
import { metresBetween } from '../../src/geo/ruler'

/** Places of random-town.ts stand at every 0.001 degree from here to 0.03 further east and north. */
const [west, south, step, side] = [103, 25, 0.003, 10]

export function withLattice(study: Study, random: () => number): Study {
  const count = (side + 1) ** 2
  const lng = Float64Array.from({ length: count }, (_, v) => west + step * (v % (side + 1)))
  const lat = Float64Array.from({ length: count }, (_, v) => south + step * Math.floor(v / (side + 1)))
  const from: number[] = []
  const to: number[] = []
  const street = (a: number, b: number, kept: number) => {
    if (random() >= kept) return
    from.push(a)
    to.push(b)
  }
  for (let y = 0; y <= side; y++)
    for (let x = 0; x <= side; x++) {
      if (x > 7 && y > 7) continue
      const v = y * (side + 1) + x
      if (x < side) street(v, v + 1, 0.85)
      if (y < side) street(v, v + side + 1, y === 5 ? (x === 3 ? 1 : 0) : 0.85)
    }
  const graph: StreetGraph = {
    lng, lat,
    from: Int32Array.from(from),
    to: Int32Array.from(to),
    mm: Int32Array.from(from, (a, piece) => Math.round(1000 * metresBetween(lng[a]!, lat[a]!, lng[to[piece]!]!, lat[to[piece]!]!))),
    line: Int32Array.from(from, (_, piece) => piece),
    flags: new Uint8Array(from.length),
    lines: from.map((_, piece) => ({ id: `w${piece}`, kind: 'residential', name: null })),
  }
  return { ...study, streets: { graph, report: { files: ['roads.geojson'], ...measureStreets(graph), leftOut: {}, cuts: [], problems: [] } } }
}

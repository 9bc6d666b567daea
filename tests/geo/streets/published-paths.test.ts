/** Real streets with lengths and shortest paths that somebody else published. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { walkNetworkOf } from '../../../src/geo/streets/walk-network'
import type { StreetGraph } from '../../../src/geo/streets/street-graph'
import { VertexSet, verticesWithin } from '../../../src/geo/streets/vertex-reach'
import { WalkSearch } from '../../../src/geo/streets/walk-search'
import { lacks, shared, title } from '../../helpers/shared'

const folder = ['data', 'toa-payoh'] as const

test.skipIf(lacks(...folder))(title('the 1,032 published shortest paths of Toa Payoh are ours to 5 cm', ...folder), () => {
  const { graph, vertexOf } = toaPayoh()
  const network = walkNetworkOf(graph)
  const { pairs } = JSON.parse(readFileSync(shared(...folder, 'published-paths.json'), 'utf8')) as { pairs: [number, number, number][] }
  expect(pairs).toHaveLength(1032)
  const search = new WalkSearch(network)
  const set = new VertexSet()
  const placeOf = Int32Array.from(network.source)
  network.source.forEach((vertex, v) => (placeOf[vertex] = v))
  let worst = 0
  for (const [from, to, metres] of pairs) {
    // The start as a place on its chain: at its own junction, or so far into the chain that holds it.
    const place = placeOnChain(placeOf[vertexOf.get(from)!])
    const limit = 100_000_000
    search.seedPlace(place.chain, place.offset, 0, limit)
    search.run(limit)
    const count = verticesWithin(network, search, place, limit, set)
    const target = placeOf[vertexOf.get(to)!]
    const at = set.vertices.subarray(0, count).indexOf(target)
    worst = Math.max(worst, Math.abs(set.mm[at] / 1000 - metres))
    search.clear()
  }
  expect(worst).toBeLessThan(0.05)

  function placeOnChain(v: number): { chain: number; offset: number; offMm: number } {
    const { junctions, chainFrom, chainTo, chainCost, inner, innerCost } = network
    if (v >= junctions) {
      let chain = 0
      while (inner[chain + 1] <= v - junctions) chain++
      return { chain, offset: innerCost[v - junctions], offMm: 0 }
    }
    const starting = chainFrom.indexOf(v)
    if (starting >= 0) return { chain: starting, offset: 0, offMm: 0 }
    const ending = chainTo.indexOf(v)
    return { chain: ending, offset: chainCost[ending], offMm: 0 }
  }
})

function toaPayoh(): { graph: StreetGraph; vertexOf: Map<number, number> } {
  type Road = { geometry: { coordinates: [number, number][] }; properties: { from_node: number; to_node: number; length_m: number } }
  const { features } = JSON.parse(readFileSync(shared(...folder, 'roads.geojson'), 'utf8')) as { features: Road[] }
  const vertexOf = new Map<number, number>()
  const corners: [number, number][] = []
  const vertex = (node: number, at: [number, number]) => {
    if (!vertexOf.has(node)) vertexOf.set(node, corners.push(at) - 1)
    return vertexOf.get(node)!
  }
  const from = Int32Array.from(features, (road) => vertex(Number(road.properties.from_node), road.geometry.coordinates[0]))
  const to = Int32Array.from(features, (road) => vertex(Number(road.properties.to_node), road.geometry.coordinates.at(-1)!))
  const mm = Int32Array.from(features, (road) => Math.max(1, Math.round(road.properties.length_m * 1000)))
  const lines = [{ id: 'road', kind: 'path', name: null }]
  return { vertexOf, graph: { lng: Float64Array.from(corners, ([x]) => x), lat: Float64Array.from(corners, ([, y]) => y), from, to, mm, line: new Int32Array(from.length), flags: new Uint8Array(from.length), lines } }
}

/** Whole millimetres against metres in double arithmetic, on real streets. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { edgeIndexOf } from '../../../src/geo/streets/edge-index'
import type { StreetGraph } from '../../../src/geo/streets/street-graph'
import { walkNetworkOf } from '../../../src/geo/streets/walk-network'
import { VertexSet, verticesWithin } from '../../../src/geo/streets/vertex-reach'
import { WalkSearch } from '../../../src/geo/streets/walk-search'
import { metresBetween } from '../../../src/geo/ruler'
import { buildStreets } from '../../../src/model/build-streets'
import { lacks, shared, title } from '../../helpers/shared'

const folder = ['data', 'porto-alegre'] as const

test.skipIf(lacks(...folder))(title('every walk of 1000 m in Porto Alegre is that of Dijkstra in double arithmetic, to 1 cm', ...folder), async () => {
  const bytes = new Uint8Array(readFileSync(join(shared(...folder), 'roads.osm.pbf')))
  const { graph } = await buildStreets({ osm: [{ name: 'roads.osm.pbf', bytes }], tables: [] })
  const network = walkNetworkOf(graph!)
  const around = neighbours(graph!)
  const places = Array.from({ length: 12 }, (_, k) => Math.floor((k + 0.5) * (graph!.lng.length / 12)))
  const snaps = edgeIndexOf(network).snap({ lng: Float64Array.from(places, (v) => graph!.lng[v]), lat: Float64Array.from(places, (v) => graph!.lat[v]) })
  const search = new WalkSearch(network)
  const set = new VertexSet()
  let compared = 0
  let worst = 0
  places.forEach((start, k) => {
    if (snaps.chain[k] < 0) return
    const place = { chain: snaps.chain[k], offset: snaps.offset[k], offMm: snaps.offMm[k] }
    search.seedPlace(place.chain, place.offset, place.offMm, 1_000_000)
    search.run(1_000_000)
    const count = verticesWithin(network, search, place, 1_000_000, set)
    const metres = dijkstra(around, graph!, start, snaps.piece[k])
    for (let n = 0; n < count; n++) {
      const there = metres.get(network.source[set.vertices[n]])
      if (there === undefined) continue
      compared++
      worst = Math.max(worst, Math.abs(there - set.mm[n] / 1000))
    }
    search.clear()
  })
  expect(compared).toBeGreaterThan(3000)
  expect(worst).toBeLessThan(0.01)
})

type Arc = { readonly to: number; readonly metres: number }

function neighbours({ lng, lat, from, to }: StreetGraph): Arc[][] {
  const around: Arc[][] = Array.from(lng, () => [])
  for (let piece = 0; piece < from.length; piece++) {
    const [a, b] = [from[piece], to[piece]]
    // A piece counts a millimetre at least, also where two nodes lie on each other.
    const metres = Math.max(0.001, metresBetween(lng[a], lat[a], lng[b], lat[b]))
    around[a].push({ to: b, metres })
    around[b].push({ to: a, metres })
  }
  return around
}

/** Only from a vertex of the piece on which the place was put: another street may run through the very same point. */
function dijkstra(around: readonly (readonly Arc[])[], { from, to }: StreetGraph, start: number, piece: number): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  if (from[piece] !== start && to[piece] !== start) return found
  const open = new Map<number, number>([[start, 0]])
  while (open.size > 0) {
    const [v, metres] = [...open].reduce((least, one) => (one[1] < least[1] ? one : least))
    open.delete(v)
    if (metres > 1000.5) break
    found.set(v, metres)
    for (const arc of around[v]) if (!found.has(arc.to) && metres + arc.metres < (open.get(arc.to) ?? Infinity)) open.set(arc.to, metres + arc.metres)
  }
  return found
}

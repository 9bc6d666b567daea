/** The slow, obvious walk: Dijkstra over every vertex of the street graph, nothing folded, nothing bounded; and every piece looked at to snap a point. */
import { Geodesic } from 'geographiclib-geodesic'
import type { Snaps } from '../../src/geo/streets/edge-index'
import type { StreetGraph } from '../../src/geo/streets/street-graph'

/** Millimetres from a place on a piece (so far from its `from` end, after offMm beside the street) to every vertex. */
export function bruteFrom(graph: StreetGraph, piece: number, alongMm: number, offMm: number, cost: Int32Array = graph.mm): number[] {
  const distance = Array.from(graph.lng, () => Infinity)
  const done = Array.from(graph.lng, () => false)
  distance[graph.from[piece]] = offMm + alongMm
  distance[graph.to[piece]] = Math.min(distance[graph.to[piece]], offMm + cost[piece] - alongMm)
  for (;;) {
    let at = -1
    for (let v = 0; v < distance.length; v++) if (!done[v] && distance[v] < Infinity && (at < 0 || distance[v] < distance[at])) at = v
    if (at < 0) return distance
    done[at] = true
    for (let p = 0; p < graph.from.length; p++) {
      if (graph.from[p] === at) distance[graph.to[p]] = Math.min(distance[graph.to[p]], distance[at] + cost[p])
      if (graph.to[p] === at) distance[graph.from[p]] = Math.min(distance[graph.from[p]], distance[at] + cost[p])
    }
  }
}

/** every[i][j]: millimetres between access point i and site j, both as snapped; Infinity where there is no way. */
export function bruteWalk(graph: StreetGraph, access: Snaps, sites: Snaps): number[][] {
  const fromSites = Array.from(sites.chain, (chain, j) => (chain < 0 ? null : bruteFrom(graph, sites.piece[j], sites.pieceMm[j], sites.offMm[j])))
  return Array.from(access.chain, (chain, i) =>
    fromSites.map((distance, j) => {
      if (chain < 0 || !distance) return Infinity
      const piece = access.piece[i]
      const along = access.pieceMm[i]
      const direct = piece === sites.piece[j] ? sites.offMm[j] + Math.abs(along - sites.pieceMm[j]) : Infinity
      return Math.min(distance[graph.from[piece]] + along, distance[graph.to[piece]] + graph.mm[piece] - along, direct) + access.offMm[i]
    }),
  )
}

/** Metres to the nearest place on any of the pieces, by trying 2,000 places on each and Karney's geodesic. */
export function bruteSnapMetres(graph: StreetGraph, lng: number, lat: number, which: readonly number[]): number {
  let best = Infinity
  for (const piece of which)
    for (let step = 0; step <= 2000; step++) {
      const along = step / 2000
      const x = graph.lng[graph.from[piece]] * (1 - along) + graph.lng[graph.to[piece]] * along
      const y = graph.lat[graph.from[piece]] * (1 - along) + graph.lat[graph.to[piece]] * along
      best = Math.min(best, Geodesic.WGS84.Inverse(lat, lng, y, x).s12 ?? Infinity)
    }
  return best
}

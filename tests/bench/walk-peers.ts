/**
 * Programs that people use instead, as they were measured on 2026-11-21 beside a native twin like ours (1,000 facilities, 1000 m, this kind of machine):
 * milliseconds on the walk network of Porto Alegre with all its nodes, and on a synthetic city of a million. They cannot be run here, so each is set
 * against the native twin of that table, and ours against the native twin of this run. null: not measured.
 */
export type Peer = { readonly name: string; readonly porto: number | null; readonly synthetic: number | null }

export const peers: { readonly [task in 'T1' | 'T2' | 'picture']: { readonly native: Peer; readonly others: readonly Peer[] } } = {
  T1: {
    native: { name: 'native, chains folded', porto: 2.9, synthetic: 16.1 },
    others: [
      { name: 'RoutingKit contraction hierarchy (after 3.4 s and 280 s of preparation, void after an edit)', porto: 4.2, synthetic: 52 },
      { name: 'RoutingKit Dijkstra', porto: 46, synthetic: 194 },
      { name: 'scipy', porto: 203, synthetic: 1134 },
      { name: 'igraph', porto: 268, synthetic: 2183 },
      { name: 'pandana, two threads', porto: 347, synthetic: null },
      { name: 'networkx', porto: 857, synthetic: 4775 },
      { name: 'pgRouting', porto: 3438, synthetic: 19300 },
      { name: 'GRASS v.net.iso', porto: 8630, synthetic: null },
    ],
  },
  T2: {
    native: { name: 'native, chains not folded', porto: 15.3, synthetic: 21.1 },
    others: [
      { name: 'RoutingKit Dijkstra', porto: 34, synthetic: 51 },
      { name: 'pandana, two threads', porto: 57, synthetic: null },
      { name: 'GraphHopper', porto: 294, synthetic: 308 },
      { name: 'networkx', porto: 906, synthetic: 1532 },
      { name: 'scipy', porto: 1680, synthetic: 13200 },
      { name: 'pgRouting', porto: 2074, synthetic: 8577 },
      { name: 'SpatiaLite', porto: 3880, synthetic: null },
      { name: 'QGIS service area', porto: 108000, synthetic: null },
      { name: 'igraph', porto: 196000, synthetic: 1450000 },
    ],
  },
  // Reach and polygon of 1,000 facilities; the native twin of T2 is the measure here too, for want of one of its own.
  picture: {
    native: { name: 'native T2, chains not folded', porto: 15.3, synthetic: 21.1 },
    others: [
      { name: 'pgRouting with a concave hull', porto: 4040, synthetic: null },
      { name: 'Valhalla', porto: 17500, synthetic: 50000 },
      { name: 'GEOS buffers', porto: 52500, synthetic: null },
      { name: 'PostGIS ST_Buffer', porto: 131000, synthetic: null },
    ],
  },
}

/** How many times as long as ours each needs; ours: ratio to the native twin in this run. */
export function againstPeers(task: keyof typeof peers, place: 'porto' | 'synthetic', ours: number): readonly { readonly name: string; readonly times: number }[] {
  const { native, others } = peers[task]
  const base = native[place]
  return base === null ? [] : others.flatMap((peer) => (peer[place] === null ? [] : [{ name: peer.name, times: peer[place] / base / ours }]))
}

/** Where demand enters the walk network: one access point for each gate, sorted by the chain that it stands on. */
import type { Points } from '../geo/grid'
import { beadsOf } from '../geo/streets/beads'
import type { Beads } from '../geo/streets/beads'
import type { EdgeIndex } from '../geo/streets/edge-index'
import type { WalkNetwork } from '../geo/streets/walk-network'

/** Gates of demand point i: first[i] … first[i + 1] - 1; a point without any is entered at its own place. */
export type AccessPoints = Points & { readonly first: Int32Array }
export type WalkDemand = Points & { readonly accessPoints?: AccessPoints }

export type WalkAccess = {
  /** Access points of chain c: first[c] … first[c + 1] - 1 of the columns below. */
  readonly first: Int32Array
  readonly chain: Int32Array
  /** Cost from the chain's start, and of the off-network stretch, millimetres. */
  readonly offset: Int32Array
  readonly offMm: Int32Array
  readonly demand: Int32Array
  readonly ambiguous: Uint8Array
  /** Offset and off-network stretch once more, side by side for the inner loops. */
  readonly costs: Int32Array
  /** The access points for the searches, off-network stretch included: bead a is access point a. */
  readonly beads: Beads
  /** Demand points that enter anywhere, in the order of their first access point: who lives side by side stands side by side. Rank of each access point. */
  readonly ofRank: Int32Array
  readonly rank: Int32Array
  /** Access points of demand point i: ofDemand[firstOf[i]] … ofDemand[firstOf[i + 1] - 1]; none where it is excluded. */
  readonly firstOf: Int32Array
  readonly ofDemand: Int32Array
  /** True when every demand point has at most one. */
  readonly single: boolean
  /** Metres from each demand point's best access point to the nearest street, used or not; NaN without a position or a street. */
  readonly snapMetres: Float64Array
}

const made = new WeakMap<WalkNetwork, WeakMap<Float64Array, { readonly demand: WalkDemand; readonly access: WalkAccess }>>()

/** Found once for each network and set of places: a hundred thousand places are asked for again by every set of facilities. */
export function accessOf(network: WalkNetwork, index: EdgeIndex, demand: WalkDemand): WalkAccess {
  let ofNetwork = made.get(network)
  if (!ofNetwork) made.set(network, (ofNetwork = new WeakMap()))
  const known = ofNetwork.get(demand.lng)
  if (known && known.demand.lat === demand.lat && known.demand.accessPoints === demand.accessPoints) return known.access
  const access = findAccess(network, index, demand)
  ofNetwork.set(demand.lng, { demand, access })
  return access
}

function findAccess(network: WalkNetwork, index: EdgeIndex, demand: WalkDemand): WalkAccess {
  const count = demand.lng.length
  const entries = entriesOf(demand)
  const snaps = index.snap(entries.points)
  const first = new Int32Array(network.chainFrom.length + 1)
  const firstOf = new Int32Array(count + 1)
  const snapMetres = new Float64Array(count).fill(NaN)
  let used = 0
  for (let e = 0; e < entries.of.length; e++) {
    const i = entries.of[e]
    if (snaps.offMm[e] >= 0 && !(snapMetres[i] <= snaps.offMm[e] / 1000)) snapMetres[i] = snaps.offMm[e] / 1000
    if (snaps.chain[e] < 0) continue
    used++
    first[snaps.chain[e] + 1]++
    firstOf[i + 1]++
  }
  for (let c = 0; c < network.chainFrom.length; c++) first[c + 1] += first[c]
  let single = true
  for (let i = 0; i < count; i++) {
    if (firstOf[i + 1] > 1) single = false
    firstOf[i + 1] += firstOf[i]
  }
  const [chain, offset, offMm, demandOf, ofDemand] = [0, 0, 0, 0, 0].map(() => new Int32Array(used))
  const ambiguous = new Uint8Array(used)
  const next = first.slice(0, -1)
  const nextOf = firstOf.slice(0, -1)
  for (let e = 0; e < entries.of.length; e++) {
    if (snaps.chain[e] < 0) continue
    const a = next[snaps.chain[e]]++
    chain[a] = snaps.chain[e]
    offset[a] = snaps.offset[e]
    offMm[a] = snaps.offMm[e]
    ambiguous[a] = snaps.ambiguous[e]
    demandOf[a] = entries.of[e]
    ofDemand[nextOf[entries.of[e]]++] = a
  }
  const costs = new Int32Array(2 * used)
  for (let a = 0; a < used; a++) {
    costs[2 * a] = offset[a]
    costs[2 * a + 1] = offMm[a]
  }
  return { first, chain, offset, offMm, demand: demandOf, ambiguous, costs, beads: beadsOf(network, first, offset, offMm), ...ranksOf(demandOf, count), firstOf, ofDemand, single, snapMetres }
}

function ranksOf(demandOf: Int32Array, count: number): Pick<WalkAccess, 'rank' | 'ofRank'> {
  const rankOf = new Int32Array(count).fill(-1)
  const ofRank = new Int32Array(count)
  let ranks = 0
  const rank = demandOf.map((i) => {
    if (rankOf[i] === -1) {
      ofRank[ranks] = i
      rankOf[i] = ranks++
    }
    return rankOf[i]
  })
  return { rank, ofRank: ofRank.slice(0, ranks) }
}

/** Every access point in the order of the demand, and whose it is. */
function entriesOf(demand: WalkDemand): { points: Points; of: Int32Array } {
  const count = demand.lng.length
  const gates = demand.accessPoints
  if (!gates) return { points: demand, of: Int32Array.from({ length: count }, (_, i) => i) }
  const [lng, lat, of]: [number[], number[], number[]] = [[], [], []]
  for (let i = 0; i < count; i++) {
    for (let k = gates.first[i]; k < gates.first[i + 1]; k++) {
      lng.push(gates.lng[k])
      lat.push(gates.lat[k])
      of.push(i)
    }
    if (gates.first[i] < gates.first[i + 1]) continue
    lng.push(demand.lng[i])
    lat.push(demand.lat[i])
    of.push(i)
  }
  return { points: { lng: Float64Array.from(lng), lat: Float64Array.from(lat) }, of: Int32Array.from(of) }
}

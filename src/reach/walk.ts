/**
 * The elder walk: who is within how many metres of what on the streets. A point enters the network at the nearest place on a street; that stretch
 * is charged like any other. All distances are whole millimetres, added and compared as such, so every answer is exact and repeats.
 */
import type { Points } from '../geo/grid'
import { edgeIndexOf } from '../geo/streets/edge-index'
import type { EdgeIndex } from '../geo/streets/edge-index'
import { isPlain } from '../geo/streets/pace'
import type { Pace } from '../geo/streets/pace'
import { labelsOf } from '../geo/streets/walk-labels'
import { paced, unreached } from '../geo/streets/walk-network'
import type { WalkNetwork } from '../geo/streets/walk-network'
import type { CircleReach } from './circle'
import { accessOf } from './walk-access'
import type { WalkAccess, WalkDemand } from './walk-access'
import { WalkHits } from './walk-hits'
import { NearestOfDemand, SitesOnChains } from './walk-nearest'

export type { AccessPoints, WalkDemand } from './walk-access'

/** nearest, metres and within as in circleReach; an excluded point reaches nothing, an excluded site is reached by nobody. */
export type WalkReach = CircleReach & {
  /** Metres from each demand point to the street that it enters (of the gate that it uses; of its best gate when it reaches nothing). NaN: no position or no street. */
  readonly snapMetres: Float64Array
  /** 1: which of two streets it belongs to decides its distances (edge-index.ts). */
  readonly ambiguous: Uint8Array
  /** 1: over 100 m from any street, or no position: not used. */
  readonly excluded: Uint8Array
  readonly siteSnapMetres: Float64Array
  readonly siteAmbiguous: Uint8Array
  readonly siteExcluded: Uint8Array
}

export type WalkOptions = Partial<Pace> & {
  /** How far the nearest site is looked for, metres; default: any distance. */
  readonly maxM?: number
}

export function walkReach(network: WalkNetwork, demand: WalkDemand, sites: Points, limitsM: readonly number[], options: WalkOptions = {}): WalkReach {
  const streets = networkAt(network, options)
  const index = indexOf(streets)
  const access = accessOf(streets, index, demand)
  const places = index.snap(sites)
  const maxMm = millimetres(options.maxM ?? Infinity)
  const reach = emptyReach(access, limitsM)
  reach.siteSnapMetres = Float64Array.from(places.offMm, (mm) => (mm >= 0 ? mm / 1000 : NaN))
  reach.siteExcluded = Uint8Array.from(places.chain, (chain) => (chain < 0 ? 1 : 0))
  reach.siteAmbiguous = places.ambiguous

  const labels = labelsOf(streets, places, maxMm)
  const look = new NearestOfDemand(streets, access, new SitesOnChains(streets, places))
  for (let rank = 0; rank < access.ofRank.length; rank++) {
    look.look(rank, labels, places, maxMm)
    tell(reach, access, access.ofRank[rank], look)
  }

  const limits = limitsM.map(millimetres)
  const widest = Math.max(-1, ...limits)
  const hits = new WalkHits(streets, access)
  for (let site = 0; site < places.chain.length && widest >= 0; site++) {
    if (places.chain[site] < 0) continue
    hits.around({ chain: places.chain[site], offset: places.offset[site], offMm: places.offMm[site] }, widest)
    for (let l = 0; l < limits.length; l++) {
      const counts = reach.within[l]
      for (let k = 0; k < hits.count; k++) if (hits.mm[k] <= limits[l] && counts[access.ofRank[hits.rank[k]]] < 65535) counts[access.ofRank[hits.rank[k]]]++
    }
  }
  return reach
}

/** Visits each pair of demand point and site within maxM once: sites by number, demand in no promised order. */
export function eachWalkWithin(network: WalkNetwork, demand: WalkDemand, sites: Points, maxM: number, visit: (demandIndex: number, siteIndex: number, metres: number) => void, options: WalkOptions = {}): void {
  const streets = networkAt(network, options)
  const index = indexOf(streets)
  const places = index.snap(sites)
  const access = accessOf(streets, index, demand)
  const hits = new WalkHits(streets, access)
  for (let site = 0; site < places.chain.length; site++) {
    if (places.chain[site] < 0) continue
    hits.around({ chain: places.chain[site], offset: places.offset[site], offMm: places.offMm[site] }, millimetres(maxM))
    for (let k = 0; k < hits.count; k++) visit(access.ofRank[hits.rank[k]], site, hits.mm[k] / 1000)
  }
}

/** Whole millimetres of a limit, the limit included; anything beyond 1,000 km is as good as endless, NaN and below zero reach nothing. */
export const millimetres = (metres: number): number => (metres >= 0 ? Math.min(unreached - 1, Math.floor(metres * 1000 + 1e-6)) : -1)

/** The network at the pace asked for; made once for each. */
export function networkAt(network: WalkNetwork, { speed, crossingDelayS, stepsPenalty }: WalkOptions): WalkNetwork {
  const delayS = crossingDelayS ?? network.pace.crossingDelayS
  // Only a delay makes the costs depend on the speed.
  const pace = { speed: delayS > 0 ? (speed ?? network.pace.speed) : network.pace.speed, crossingDelayS: delayS, stepsPenalty: stepsPenalty ?? network.pace.stepsPenalty }
  if (isPlain(pace) && isPlain(network.pace)) return network
  const same = (other: Pace) => other.speed === pace.speed && other.crossingDelayS === pace.crossingDelayS && other.stepsPenalty === pace.stepsPenalty
  if (same(network.pace)) return network
  const known = atPaces.get(network) ?? []
  const found = known.find((other) => same(other.pace)) ?? paced(network, pace)
  atPaces.set(network, [found, ...known.filter((other) => other !== found)].slice(0, 4))
  return found
}

/** The edge index of a network, made once. */
export function indexOf(network: WalkNetwork): EdgeIndex {
  const index = indexes.get(network) ?? edgeIndexOf(network)
  indexes.set(network, index)
  return index
}

const atPaces = new WeakMap<WalkNetwork, WalkNetwork[]>()
const indexes = new WeakMap<WalkNetwork, EdgeIndex>()

export type GrowingReach = { -readonly [key in keyof WalkReach]: WalkReach[key] }

export function emptyReach(access: WalkAccess, limitsM: readonly number[]): GrowingReach {
  const count = access.snapMetres.length
  return {
    nearest: new Int32Array(count).fill(-1),
    metres: new Float64Array(count).fill(NaN),
    within: limitsM.map(() => new Uint16Array(count)),
    snapMetres: access.snapMetres.slice(),
    ambiguous: new Uint8Array(count),
    excluded: Uint8Array.from(access.snapMetres, (_, i) => (access.firstOf[i] === access.firstOf[i + 1] ? 1 : 0)),
    siteSnapMetres: new Float64Array(0),
    siteAmbiguous: new Uint8Array(0),
    siteExcluded: new Uint8Array(0),
  }
}

/** Writes what was found for a demand point. */
export function tell(reach: GrowingReach, access: WalkAccess, i: number, found: NearestOfDemand): void {
  const a = found.access
  reach.nearest[i] = a < 0 ? -1 : found.site
  reach.metres[i] = a < 0 ? NaN : found.mm / 1000
  reach.snapMetres[i] = a < 0 ? access.snapMetres[i] : access.offMm[a] / 1000
  reach.ambiguous[i] = a < 0 ? bestAmbiguous(access, i) : access.ambiguous[a]
}

/** Of a point that reaches nothing: whether its best access point is ambiguous. */
function bestAmbiguous(access: WalkAccess, i: number): number {
  let best = -1
  for (let k = access.firstOf[i]; k < access.firstOf[i + 1]; k++) {
    const a = access.ofDemand[k]
    if (best < 0 || access.offMm[a] < access.offMm[best]) best = a
  }
  return best < 0 ? 0 : access.ambiguous[best]
}


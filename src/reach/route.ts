/** The way on foot from one place to its nearest facilities, part by part: what explains a distance. */
import type { Points } from '../geo/grid'
import { streetFlags } from '../geo/streets/street-graph'
import { costBefore, unreached, vertexAfter, vertexBefore } from '../geo/streets/walk-network'
import type { WalkNetwork } from '../geo/streets/walk-network'
import { WalkSearch } from '../geo/streets/walk-search'
import { indexOf, millimetres, networkAt } from './walk'
import type { WalkOptions } from './walk'

export type RoutePartKind = 'off-network' | 'street' | 'steps' | 'crossing'

export type RoutePart = {
  readonly kind: RoutePartKind
  /** Source id and name of the line; null beside the streets, name null where the line has none. */
  readonly line: string | null
  readonly name: string | null
  /** True metres, to the millimetre. */
  readonly metres: number
  /** At the pace asked for, delays and penalties included. */
  readonly seconds: number
  readonly coordinates: readonly (readonly [number, number])[]
}

export type WalkRoute = {
  readonly site: number
  /** The distance that walkReach gives: metres of level way. */
  readonly metres: number
  readonly seconds: number
  /** Which of the starts given was used. */
  readonly start: number
  /** From the start to the site, in order; parts of no length are left out. */
  readonly parts: readonly RoutePart[]
}

/**
 * The ways to the nearest sites (two unless asked otherwise), nearest first, equal ones by the number of the site: route 0 leads to the site that
 * walkReach names. `starts` are the gates of the place, or its own position. Fewer, or none, where no street leads to more.
 */
export function walkRoutes(network: WalkNetwork, starts: Points, sites: Points, options: WalkOptions & { readonly count?: number } = {}): WalkRoute[] {
  const streets = networkAt(network, options)
  const index = indexOf(streets)
  const from = index.snap(starts)
  const to = index.snap(sites)
  const wanted = options.count ?? 2
  const maxMm = millimetres(options.maxM ?? Infinity)
  const search = new WalkSearch(streets)
  for (let limit = Math.min(firstLimitMm, maxMm); ; limit = Math.min(maxMm, 4 * limit)) {
    search.clear()
    for (let s = 0; s < from.chain.length; s++) if (from.chain[s] >= 0) search.seedPlace(from.chain[s], from.offset[s], from.offMm[s], limit)
    search.run(limit)
    const last = limit >= maxMm || wholePartReached()
    const found = sitesWithin(last ? maxMm : limit)
    if (found.length >= wanted || last) return found.slice(0, wanted).map(({ site }) => routeTo(site))
  }

  /** Nearest first, equal ones by number. */
  function sitesWithin(limit: number): { site: number; mm: number }[] {
    const found = [...to.chain.keys()].map((site) => ({ site, mm: to.chain[site] < 0 ? unreached : arrival(site).mm }))
    return found.filter(({ mm }) => mm <= limit).sort((a, b) => a.mm - b.mm || a.site - b.site)
  }

  /** True when a wider limit would reach no further junction. */
  function wholePartReached(): boolean {
    const { chainFrom, chainTo, junctions, first, arcs } = streets
    for (let s = 0; s < from.chain.length; s++) {
      const chain = from.chain[s]
      if (chain < 0) continue
      if (search.mm[chainFrom[chain]] === unreached || (chainTo[chain] !== junctions && search.mm[chainTo[chain]] === unreached)) return false
    }
    for (let k = 0; k < search.count; k++) {
      const v = search.reached[k]
      for (let arc = first[v]; arc < first[v + 1]; arc++) if (search.mm[arcs[2 * arc]] === unreached) return false
    }
    return true
  }

  /** How the site is come to: from the start or the end of its chain, or straight along it from start `direct`. */
  function arrival(site: number): { mm: number; end: 'from' | 'to' | null; direct: number } {
    const { chainFrom, chainTo, chainCost } = streets
    const chain = to.chain[site]
    let best: ReturnType<typeof arrival> = { mm: search.mm[chainFrom[chain]] + to.offset[site], end: 'from', direct: -1 }
    const back = search.mm[chainTo[chain]] + chainCost[chain] - to.offset[site]
    if (back < best.mm) best = { mm: back, end: 'to', direct: -1 }
    for (let s = 0; s < from.chain.length; s++) {
      if (from.chain[s] !== chain) continue
      const along = from.offMm[s] + Math.abs(from.offset[s] - to.offset[site])
      if (along < best.mm) best = { mm: along, end: null, direct: s }
    }
    return { ...best, mm: best.mm + to.offMm[site] }
  }

  function routeTo(site: number): WalkRoute {
    const { chainFrom, chainTo, chainCost } = streets
    const { mm, end, direct } = arrival(site)
    const chain = to.chain[site]
    // From the site back to the start; every stretch is a chain with the offsets at which it is entered and left.
    const stretches: Stretch[] = []
    let start = direct
    if (end === null) stretches.push({ chain, enter: from.offset[direct], leave: to.offset[site] })
    else {
      stretches.push({ chain, enter: end === 'from' ? 0 : chainCost[chain], leave: to.offset[site] })
      for (let at = end === 'from' ? chainFrom[chain] : chainTo[chain]; ; ) {
        const seeded = seedOf(at)
        if (seeded) {
          start = seeded.start
          stretches.push({ chain: from.chain[start], enter: from.offset[start], leave: seeded.leave })
          break
        }
        const arc = arcInto(at)
        const over = streets.arcChain[arc]
        const forward = chainTo[over] === at
        stretches.push({ chain: over, enter: forward ? 0 : chainCost[over], leave: forward ? chainCost[over] : 0 })
        at = streets.arcs[2 * arc]
      }
    }
    const speed = options.speed ?? streets.pace.speed
    const beside = (offMm: number, a: readonly [number, number], b: readonly [number, number]): RoutePart => ({ kind: 'off-network', line: null, name: null, metres: offMm / 1000, seconds: offMm / 1000 / speed, coordinates: [a, b] })
    const parts = [
      beside(from.offMm[start], [starts.lng[start], starts.lat[start]], [from.lng[start], from.lat[start]]),
      ...partsOf(streets, stretches.reverse(), speed),
      beside(to.offMm[site], [to.lng[site], to.lat[site]], [sites.lng[site], sites.lat[site]]),
    ]
    return { site, metres: mm / 1000, seconds: mm / 1000 / speed, start, parts: parts.filter((part) => part.metres > 0) }
  }

  /** The start whose own chain ends at a junction and from which it was reached, if any. */
  function seedOf(junction: number): { start: number; leave: number } | null {
    for (let s = 0; s < from.chain.length; s++) {
      const chain = from.chain[s]
      if (chain < 0) continue
      const cost = streets.chainCost[chain]
      if (streets.chainFrom[chain] === junction && from.offMm[s] + from.offset[s] === search.mm[junction]) return { start: s, leave: 0 }
      if (streets.chainTo[chain] === junction && from.offMm[s] + cost - from.offset[s] === search.mm[junction]) return { start: s, leave: cost }
    }
    return null
  }

  /** The arc by whose other end the junction was reached: distances are whole, so it is the one that adds up; of several the one of the first chain. */
  function arcInto(junction: number): number {
    const { first, arcs, arcChain } = streets
    let found = -1
    for (let arc = first[junction]; arc < first[junction + 1]; arc++) if (search.mm[arcs[2 * arc]] + arcs[2 * arc + 1] === search.mm[junction] && (found < 0 || arcChain[arc] < arcChain[found])) found = arc
    if (found < 0) throw new Error('a reached junction has a way to it')
    return found
  }
}

const firstLimitMm = 2_000_000

type Stretch = { readonly chain: number; readonly enter: number; readonly leave: number }

/** Walks the pieces of the stretches in order; neighbouring ones of one line and kind are one part. */
function partsOf(network: WalkNetwork, stretches: readonly Stretch[], speed: number): RoutePart[] {
  const parts: { kind: RoutePartKind; lineIndex: number; mm: number; cost: number; coordinates: (readonly [number, number])[] }[] = []
  for (const { chain, enter, leave } of stretches) {
    const forward = leave >= enter
    const [low, high] = forward ? [enter, leave] : [leave, enter]
    const [first, last] = [network.pieces[chain], network.pieces[chain + 1] - 1]
    for (let k = forward ? first : last; forward ? k <= last : k >= first; k += forward ? 1 : -1) {
      const start = costBefore(network, chain, k)
      const cost = network.pieceCost[k]
      const [a, b] = [Math.max(low, start), Math.min(high, start + cost)]
      if (a >= b) continue
      const [enterAt, leaveAt] = forward ? [a, b] : [b, a]
      const kind: RoutePartKind = (network.pieceFlags[k] & streetFlags.steps) !== 0 ? 'steps' : (network.pieceFlags[k] & streetFlags.crossing) !== 0 ? 'crossing' : 'street'
      let part = parts.at(-1)
      if (!part || part.kind !== kind || part.lineIndex !== network.pieceLine[k]) {
        part = { kind, lineIndex: network.pieceLine[k], mm: 0, cost: 0, coordinates: [placeOn(network, chain, k, (enterAt - start) / cost)] }
        parts.push(part)
      }
      part.mm += (network.pieceMm[k] * (b - a)) / cost
      part.cost += b - a
      part.coordinates.push(placeOn(network, chain, k, (leaveAt - start) / cost))
    }
  }
  return parts.map(({ kind, lineIndex, mm, cost, coordinates }) => ({ kind, line: network.lines[lineIndex].id, name: network.lines[lineIndex].name, metres: Math.round(mm) / 1000, seconds: cost / 1000 / speed, coordinates }))
}

/** The place at a share of a piece, 0 … 1 along its chain. */
function placeOn(network: WalkNetwork, chain: number, k: number, share: number): readonly [number, number] {
  const a = vertexBefore(network, chain, k)
  const b = vertexAfter(network, chain, k)
  if (share <= 0) return [network.lng[a], network.lat[a]]
  if (share >= 1) return [network.lng[b], network.lat[b]]
  return [network.lng[a] + share * (network.lng[b] - network.lng[a]), network.lat[a] + share * (network.lat[b] - network.lat[a])]
}

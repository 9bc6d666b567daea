/** The reachable stretches of street, cut exactly where the budget ends, as straight lines in the plane of the picture. */
import type { Points } from '../geo/grid'
import type { Snaps } from '../geo/streets/edge-index'
import { costBefore, unreached, vertexAfter, vertexBefore } from '../geo/streets/walk-network'
import type { WalkNetwork } from '../geo/streets/walk-network'
import type { WalkSearch } from '../geo/streets/walk-search'
import type { PicturePlane } from './isochrone-plane'

/** Lines from (x1, y1) to (x2, y2) in metres, four numbers each: the first 4 * count of `ends`. */
export class StretchList {
  ends = new Float64Array(4096)
  count = 0

  add(x1: number, y1: number, x2: number, y2: number): void {
    if (4 * this.count === this.ends.length) {
      const wider = new Float64Array(2 * this.ends.length)
      wider.set(this.ends)
      this.ends = wider
    }
    const at = 4 * this.count++
    this.ends[at] = x1
    this.ends[at + 1] = y1
    this.ends[at + 2] = x2
    this.ends[at + 3] = y2
  }

  clear(): void {
    this.count = 0
  }
}

/** Lists what a search that has run to the limit from the used sites has reached, the ways from the sites to their streets included. */
export function stretchesWithin(network: WalkNetwork, search: WalkSearch, snaps: Snaps, used: readonly number[], sites: Points, limitMm: number, plane: PicturePlane, out: StretchList): void {
  const { chainFrom, chainTo, chainCost, lng, lat } = network
  const chains = search.eachChain()
  for (let k = 0; k < chains; k++) {
    const chain = search.chains[k]
    const cost = chainCost[chain]
    const fromMm = search.mm[chainFrom[chain]]
    const toMm = search.mm[chainTo[chain]]
    const ahead = fromMm === unreached ? 0 : limitMm - fromMm
    const back = toMm === unreached ? 0 : limitMm - toMm
    if (ahead + back >= cost) add(chain, 0, cost)
    else {
      if (ahead > 0) add(chain, 0, ahead)
      if (back > 0) add(chain, cost - back, cost)
    }
  }
  for (const site of used) {
    const chain = snaps.chain[site]
    const left = limitMm - snaps.offMm[site]
    add(chain, Math.max(0, snaps.offset[site] - left), Math.min(chainCost[chain], snaps.offset[site] + left))
    out.add(x(sites.lng[site]), y(sites.lat[site]), x(snaps.lng[site]), y(snaps.lat[site]))
  }

  /** The part of a chain between two costs from its start. */
  function add(chain: number, low: number, high: number): void {
    const last = network.pieces[chain + 1]
    for (let k = network.pieces[chain]; k < last; k++) {
      const start = costBefore(network, chain, k)
      if (start >= high && start > low) return
      const cost = network.pieceCost[k]
      if (start + cost < low) continue
      const a = vertexBefore(network, chain, k)
      const b = vertexAfter(network, chain, k)
      const [ax, ay, bx, by] = [x(lng[a]), y(lat[a]), x(lng[b]), y(lat[b])]
      const enter = Math.max(0, (low - start) / cost)
      const leave = Math.min(1, (high - start) / cost)
      out.add(ax + enter * (bx - ax), ay + enter * (by - ay), ax + leave * (bx - ax), ay + leave * (by - ay))
    }
  }

  function x(degrees: number): number {
    return (degrees - plane.lng) * plane.perLng
  }

  function y(degrees: number): number {
    return (degrees - plane.lat) * plane.perLat
  }
}

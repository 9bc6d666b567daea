/** Where demand points enter the streets, by chain; who is driven from a closed piece enters where it is nearest then. */
import type { Points } from '../geo/grid'
import type { EdgeIndex } from '../geo/streets/edge-index'
import type { WalkNetwork } from '../geo/streets/walk-network'

export type DemandOnChains = {
  /** Of each demand point: its chain (-1: no street within 100 m, or no position), cost from the chain's start, and of the off-network stretch, millimetres. */
  readonly chain: Int32Array
  readonly offset: Int32Array
  readonly offMm: Int32Array
  readonly eachOn: (chain: number, visit: (point: number) => void) => void
  /** Points on these chains, and all that were driven away before, enter anew; answers with them. */
  readonly moveFrom: (chains: readonly number[]) => readonly number[]
}

export function demandOnChains(network: WalkNetwork, index: EdgeIndex, demand: Points): DemandOnChains {
  const { chain, offset, offMm, piece } = index.snap(demand)
  const home = chain.slice()
  const first = new Int32Array(network.chainFrom.length + 1)
  for (const own of home) if (own >= 0) first[own + 1]++
  for (let c = 0; c < network.chainFrom.length; c++) first[c + 1] += first[c]
  const next = first.slice()
  const order = new Int32Array(first[network.chainFrom.length])
  home.forEach((own, point) => own >= 0 && (order[next[own]++] = point))
  /** Points that do not enter their first piece; those on another chain stay in the list of their first one and are in a second one here. */
  const driven = new Set<number>()
  const strays = new Map<number, number[]>()

  return {
    chain,
    offset,
    offMm,
    eachOn: (own, visit) => {
      for (let at = first[own]; at < first[own + 1]; at++) if (chain[order[at]] === own) visit(order[at])
      if (strays.size > 0) strays.get(own)?.forEach(visit)
    },
    moveFrom: (chains) => {
      const asked = new Set(driven)
      for (const own of chains) for (let at = first[own]; at < first[own + 1]; at++) asked.add(order[at])
      const points = [...asked]
      const snaps = index.snap({ lng: Float64Array.from(points, (point) => demand.lng[point]), lat: Float64Array.from(points, (point) => demand.lat[point]) })
      strays.clear()
      points.forEach((point, at) => {
        chain[point] = snaps.chain[at]
        offset[point] = snaps.offset[at]
        offMm[point] = snaps.offMm[at]
        if (snaps.piece[at] === piece[point]) driven.delete(point)
        else driven.add(point)
      })
      for (const point of driven) if (chain[point] >= 0 && chain[point] !== home[point]) strays.set(chain[point], [...(strays.get(chain[point]) ?? []), point])
      return points
    },
  }
}

/** The nearest of a set of sites for every demand point on streets that close and open (closable-walk.ts), kept while sites move. */
import type { Points } from '../geo/grid'
import type { EdgeIndex } from '../geo/streets/edge-index'
import { labelsOf, nobody } from '../geo/streets/walk-labels'
import { unreached } from '../geo/streets/walk-network'
import type { WalkNetwork } from '../geo/streets/walk-network'
import type { DemandOnChains } from './demand-on-chains'
import { millimetres } from './walk'
import { fillGap, forgetBeyond, forgetSite } from './walk-gap'
import { SitesOnChains } from './walk-nearest'

export type ClosableSites = {
  /** Of each demand point: the nearest site, -1 without one; metres to it, NaN without one. Changed in place. */
  readonly nearest: Int32Array
  readonly metres: Float64Array
  /** Nobody walks there: it has a place, over 100 m from any street. */
  readonly isLeftOut: (site: number) => boolean
  /** NaN: it goes. Answers with the points that have another nearest site, or other metres. */
  readonly move: (site: number, lng: number, lat: number) => readonly number[]
  /** Before chains change in place: everything is taken off them, and nothing else may be asked before `enter`. */
  readonly leave: (chains: readonly number[]) => void
  /** After it: points that stand elsewhere now, chains of pieces that may be entered and could not be, or the reverse, and whether any piece is closed now. Answers as `move`, and with all of `moved`. */
  readonly enter: (moved: readonly number[], entered: readonly number[], isClosed: boolean) => readonly number[]
}

/** someClosed: pieces are closed already. */
export function closableSites(network: WalkNetwork, index: EdgeIndex, people: DemandOnChains, sites: Points, maxM: number, someClosed: boolean): ClosableSites {
  const maxMm = millimetres(maxM)
  const [lng, lat] = [sites.lng.slice(), sites.lat.slice()]
  const snaps = index.snap(sites)
  const places = { chain: snaps.chain, offset: snaps.offset, offMm: snaps.offMm }
  const labels = labelsOf(network, places, maxMm)
  const onChains = new SitesOnChains(network, places)
  const nearest = new Int32Array(people.chain.length).fill(-1)
  const metres = new Float64Array(people.chain.length).fill(NaN)
  /** The edit that last looked along each chain. */
  const seen = new Int32Array(network.chainFrom.length)
  let edit = 0
  let changed: number[] = []
  let gap: number[] = []
  /** Sites that may be nearer to another street when one opens: their own was closed or cut off, or they came to where they stand while some were closed. */
  const driven = new Set<number>(someClosed ? sites.lng.keys() : [])
  let isAnyClosed = someClosed
  /** Chains along which everybody must be looked at again. */
  let along: number[] = []
  for (let point = 0; point < nearest.length; point++) look(point)

  return {
    nearest,
    metres,
    isLeftOut: (site) => !Number.isNaN(lng[site]) && places.chain[site] < 0,
    move: (site, toLng, toLat) => {
      begin()
      ;[lng[site], lat[site]] = [toLng, toLat]
      takeOff(site)
      putOn([site])
      if (isAnyClosed) driven.add(site)
      settle()
      return changed
    },
    leave: (chains) => {
      begin()
      along.push(...chains)
      const asked = new Set(chains)
      for (let site = 0; site < lng.length; site++) if (places.chain[site] >= 0 && asked.has(places.chain[site])) driven.add(site)
      driven.forEach(takeOff)
      forgetBeyond(chains, labels, gap)
    },
    enter: (moved, entered, isClosed) => {
      isAnyClosed = isClosed
      const now = new Set(entered)
      for (let site = 0; site < lng.length; site++) {
        if (driven.has(site) || places.chain[site] < 0 || !now.has(places.chain[site])) continue
        driven.add(site)
        takeOff(site)
      }
      putOn(driven)
      along.push(...entered)
      settle()
      for (const point of moved) look(point)
      // Everybody stands where it is nearest of all.
      if (!isClosed) driven.clear()
      return [...changed, ...moved]
    },
  }

  function begin(): void {
    edit++
    changed = []
    gap = []
    along = []
  }

  function takeOff(site: number): void {
    if (places.chain[site] < 0) return
    onChains.take(site, places.chain[site])
    forgetSite(site, places.chain[site], labels, gap)
    along.push(places.chain[site])
    places.chain[site] = -1
  }

  /** Brings sites in where they stand, and fills what was forgotten. */
  function putOn(which: Iterable<number>): void {
    for (const site of which) {
      const snap = index.snap({ lng: Float64Array.of(lng[site]), lat: Float64Array.of(lat[site]) })
      places.chain[site] = snap.chain[0]
      places.offset[site] = snap.offset[0]
      places.offMm[site] = snap.offMm[0]
      if (places.chain[site] < 0) continue
      onChains.put(site, places.chain[site])
      along.push(places.chain[site])
    }
    fillGap(gap, labels, places, onChains, maxMm)
    for (const site of which) if (places.chain[site] >= 0) labels.seedPlace(site, places.chain[site], places.offset[site], places.offMm[site], maxMm)
    labels.run(maxMm)
  }

  /** Looks again at everybody around labels that changed, and along the chains that are named. */
  function settle(): void {
    const { chainsFrom, first, arcChain } = network
    along.forEach(lookAlong)
    const around = (junction: number): void => {
      for (let chain = chainsFrom[junction]; chain < chainsFrom[junction + 1]; chain++) lookAlong(chain)
      for (let arc = first[junction]; arc < first[junction + 1]; arc++) lookAlong(arcChain[arc])
    }
    gap.forEach(around)
    for (let k = 0; k < labels.touchedCount; k += 2) around(labels.touched[k])
  }

  function lookAlong(chain: number): void {
    if (seen[chain] === edit) return
    seen[chain] = edit
    people.eachOn(chain, look)
  }

  function look(point: number): void {
    let least = unreached
    let site = nobody
    const chain = people.chain[point]
    if (chain >= 0) {
      const { label } = labels
      const { chainTable } = network
      const offset = people.offset[point]
      const from = 2 * chainTable[4 * chain]
      const to = 2 * chainTable[4 * chain + 1]
      least = label[from] + offset
      site = label[from + 1]
      const back = label[to] + chainTable[4 * chain + 2] - offset
      if (back < least || (back === least && label[to + 1] < site)) {
        least = back
        site = label[to + 1]
      }
      for (let own = onChains.first[chain]; own !== -1; own = onChains.next[own]) {
        const direct = places.offMm[own] + Math.abs(places.offset[own] - offset)
        if (direct > least || (direct === least && own >= site)) continue
        least = direct
        site = own
      }
      least += people.offMm[point]
    }
    const isReached = least <= maxMm && least < unreached
    const now = isReached ? site : -1
    const far = isReached ? least / 1000 : NaN
    if (nearest[point] === now && Object.is(metres[point], far)) return
    nearest[point] = now
    metres[point] = far
    changed.push(point)
  }
}

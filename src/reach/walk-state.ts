/**
 * The elder walk kept up to date while facilities are moved, added and taken away. An edit touches only what it changes, and afterwards every
 * number is the one that walkReach would give.
 *
 * How many reach: the people around the old place are taken off the counts and those around the new place added, each found by one bounded search.
 * Who is nearest: each junction knows its nearest site. A site that leaves gives its junctions back, their neighbours and the sites beside them
 * fill the gap, and a site that comes spreads as far as it is the nearest. Only people on chains whose ends changed are looked at again.
 *
 * Streets: a closed piece or a new link rebuilds the network (some 100 ms for a city of 300,000 vertices), since it may cut off an island.
 */
import type { Points } from '../geo/grid'
import { editedStreets } from '../geo/streets/street-edits'
import type { StreetLink } from '../geo/streets/street-edits'
import { labelsOf, nobody } from '../geo/streets/walk-labels'
import type { WalkLabels } from '../geo/streets/walk-labels'
import { streetGraphOf, walkNetworkOf } from '../geo/streets/walk-network'
import type { WalkNetwork } from '../geo/streets/walk-network'
import { WalkSearch } from '../geo/streets/walk-search'
import { indexOf, emptyReach, millimetres, networkAt } from './walk'
import type { WalkOptions, WalkReach } from './walk'
import { accessOf } from './walk-access'
import type { WalkDemand } from './walk-access'
import { ReachChange } from './walk-change'
import { WalkHits } from './walk-hits'
import { WalkLists } from './walk-lists'
import { SitesOnChains } from './walk-nearest'
import { clearSite } from './walk-relabel'
import { ToldNearest } from './walk-told'

export type WalkState = {
  /** The answer as it stands; its arrays change with the next edit. */
  readonly reach: WalkReach
  /** The network as edited. */
  readonly network: WalkNetwork
  readonly sites: Points
  /** Each answers with the demand points for which anything changed, in no promised order. A site keeps its number; a removed one has no place (NaN). */
  readonly moveSite: (site: number, lng: number, lat: number) => Int32Array
  readonly addSite: (lng: number, lat: number) => { readonly site: number; readonly changed: Int32Array }
  readonly removeSite: (site: number) => Int32Array
  /** Pieces are those of the street graph that the first network was made of. */
  readonly closeEdge: (piece: number) => Int32Array
  readonly openEdge: (piece: number) => Int32Array
  /** A link whose end is over 100 m from any open street changes nothing. */
  readonly addLink: (link: StreetLink) => Int32Array
  readonly removeLink: (link: StreetLink) => Int32Array
}

export function createWalkState(network: WalkNetwork, demand: WalkDemand, sites: Points, limitsM: readonly number[], options: WalkOptions = {}): WalkState {
  const first = networkAt(network, options)
  let closed: number[] = []
  let links: StreetLink[] = []
  let core = coreOf(first, demand, sites, limitsM, options)

  return {
    get reach() {
      return core.reach
    },
    get network() {
      return core.network
    },
    get sites() {
      return core.sites()
    },
    moveSite: (site, lng, lat) => core.move(site, lng, lat),
    addSite: (lng, lat) => core.add(lng, lat),
    removeSite: (site) => core.move(site, NaN, NaN),
    closeEdge: (piece) => onStreets([...closed.filter((other) => other !== piece), piece], links),
    openEdge: (piece) => onStreets(closed.filter((other) => other !== piece), links),
    addLink: (link) => onStreets(closed, [...links, link]),
    removeLink: (link) => onStreets(closed, links.filter((other) => other !== link)),
  }

  function onStreets(nowClosed: number[], nowLinks: StreetLink[]): Int32Array {
    ;[closed, links] = [nowClosed, nowLinks]
    const before = core
    const streets = closed.length + links.length === 0 ? first : walkNetworkOf(editedStreets(streetGraphOf(first), { closed, links }).graph, first.pace)
    core = coreOf(streets, demand, before.sites(), limitsM, options)
    return differing(before.reach, core.reach)
  }
}

type Core = {
  readonly network: WalkNetwork
  readonly reach: WalkReach
  readonly sites: () => Points
  readonly move: (site: number, lng: number, lat: number) => Int32Array
  readonly add: (lng: number, lat: number) => { readonly site: number; readonly changed: Int32Array }
}

function coreOf(network: WalkNetwork, demand: WalkDemand, sites: Points, limitsM: readonly number[], options: WalkOptions): Core {
  const index = indexOf(network)
  const access = accessOf(network, index, demand)
  const limits = limitsM.map(millimetres)
  const widest = Math.max(-1, ...limits)
  const maxMm = millimetres(options.maxM ?? Infinity)
  const reach = emptyReach(access, limitsM)
  const search = new WalkSearch(network)
  const around = new WalkHits(network, access, search)
  /** For a site whose people are not kept. */
  const before = new WalkHits(network, access, search)
  const lists = new WalkLists()
  const change = new ReachChange(reach, limits, access)

  let siteCount = sites.lng.length
  let [siteLng, siteLat] = [sites.lng.slice(), sites.lat.slice()]
  const snaps = index.snap(sites)
  const places = { chain: snaps.chain, offset: snaps.offset, offMm: snaps.offMm }
  reach.siteSnapMetres = new Float64Array(siteCount)
  reach.siteAmbiguous = snaps.ambiguous
  reach.siteExcluded = new Uint8Array(siteCount)
  for (let site = 0; site < siteCount; site++) {
    reach.siteSnapMetres[site] = snaps.offMm[site] >= 0 ? snaps.offMm[site] / 1000 : NaN
    reach.siteExcluded[site] = snaps.chain[site] < 0 ? 1 : 0
  }

  const labels: WalkLabels = labelsOf(network, places, maxMm)
  const onChains = new SitesOnChains(network, places)
  change.room(siteCount)
  const told = new ToldNearest(labels, access, places, onChains, reach, change, maxMm)
  // Without a limit there is nobody to count.
  for (let site = 0; site < siteCount && widest >= 0; site++) {
    list(site, around)
    lists.keep(site, change.count(null, around))
  }
  /** Where a site that moves stands now, written over and over. */
  const [hand, handAt] = [index.snap({ lng: Float64Array.of(NaN), lat: Float64Array.of(NaN) }), { lng: new Float64Array(1), lat: new Float64Array(1) }]
  const region = { junctions: new Int32Array(256), count: 0 }

  return {
    network,
    reach,
    sites: () => ({ lng: siteLng.slice(0, siteCount), lat: siteLat.slice(0, siteCount) }),
    move: (site, lng, lat) => (site >= 0 && site < siteCount ? moved(site, lng, lat) : new Int32Array(0)),
    add: (lng, lat) => {
      const site = siteCount++
      change.room(siteCount)
      if (site === siteLng.length) widen()
      reach.siteSnapMetres = append(reach.siteSnapMetres, NaN)
      reach.siteAmbiguous = append8(reach.siteAmbiguous, 0)
      reach.siteExcluded = append8(reach.siteExcluded, 1)
      places.chain[site] = -1
      return { site, changed: moved(site, lng, lat) }
    },
  }

  function moved(site: number, lng: number, lat: number): Int32Array {
    change.begin()
    const from = places.chain[site]
    let left = lists.of(site)
    if (!left) {
      list(site, before)
      left = change.leaving(before)
    }
    region.count = 0
    if (from >= 0) {
      onChains.take(site, from)
      clearSite(site, from, labels, places, onChains, maxMm, region)
    }
    place(site, lng, lat)
    const to = places.chain[site]
    if (to >= 0) {
      onChains.put(site, to)
      labels.seedPlace(site, to, places.offset[site], places.offMm[site], maxMm)
    }
    labels.run(maxMm)
    list(site, around)
    lists.keep(site, change.count(left, around))
    if (from >= 0) told.along(from)
    if (to >= 0) told.along(to)
    // Of the region that it left, whoever has a new site was touched.
    stillNobodys()
    told.around(region.junctions, region.count, 1)
    told.around(labels.touched, labels.touchedCount, 2)
    return change.changed()
  }

  /** Keeps of the region only what no other site has filled. */
  function stillNobodys(): void {
    const { junctions, count } = region
    region.count = 0
    for (let k = 0; k < count; k++) if (labels.label[2 * junctions[k] + 1] === nobody) junctions[region.count++] = junctions[k]
  }

  function place(site: number, lng: number, lat: number): void {
    siteLng[site] = handAt.lng[0] = lng
    siteLat[site] = handAt.lat[0] = lat
    const { chain, offset, offMm, ambiguous } = index.snap(handAt, undefined, hand)
    places.chain[site] = chain[0]
    places.offset[site] = offset[0]
    places.offMm[site] = offMm[0]
    reach.siteSnapMetres[site] = offMm[0] >= 0 ? offMm[0] / 1000 : NaN
    reach.siteAmbiguous[site] = ambiguous[0]
    reach.siteExcluded[site] = chain[0] < 0 ? 1 : 0
  }

  /** Lists the people around a site where it stands. */
  function list(site: number, hits: WalkHits): void {
    hits.count = 0
    if (places.chain[site] >= 0 && widest >= 0) hits.around({ chain: places.chain[site], offset: places.offset[site], offMm: places.offMm[site] }, widest)
  }

  function widen(): void {
    const size = 2 * siteLng.length + 8
    siteLng = widened(siteLng, new Float64Array(size))
    siteLat = widened(siteLat, new Float64Array(size))
    for (const column of ['chain', 'offset', 'offMm'] as const) places[column] = widened(places[column], new Int32Array(size))
  }
}

function widened<T extends Int32Array | Float64Array>(from: T, to: T): T {
  to.set(from)
  return to
}

function append(column: Float64Array, value: number): Float64Array {
  const longer = new Float64Array(column.length + 1)
  longer.set(column)
  longer[column.length] = value
  return longer
}

function append8(column: Uint8Array, value: number): Uint8Array {
  const longer = new Uint8Array(column.length + 1)
  longer.set(column)
  longer[column.length] = value
  return longer
}

/** Demand points at which two answers differ. */
function differing(a: WalkReach, b: WalkReach): Int32Array {
  const found: number[] = []
  for (let i = 0; i < a.nearest.length; i++) {
    const same =
      a.nearest[i] === b.nearest[i] && Object.is(a.metres[i], b.metres[i]) && Object.is(a.snapMetres[i], b.snapMetres[i]) && a.ambiguous[i] === b.ambiguous[i] && a.excluded[i] === b.excluded[i] && a.within.every((counts, l) => counts[i] === b.within[l][i])
    if (!same) found.push(i)
  }
  return Int32Array.from(found)
}

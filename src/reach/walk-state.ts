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
import { labelsOf } from '../geo/streets/walk-labels'
import type { WalkLabels } from '../geo/streets/walk-labels'
import { streetGraphOf, walkNetworkOf } from '../geo/streets/walk-network'
import type { WalkNetwork } from '../geo/streets/walk-network'
import { WalkSearch } from '../geo/streets/walk-search'
import { indexOf, emptyReach, millimetres, networkAt, tell } from './walk'
import type { WalkOptions, WalkReach } from './walk'
import { accessOf } from './walk-access'
import type { WalkAccess, WalkDemand } from './walk-access'
import { WalkHits } from './walk-hits'
import { NearestOfDemand, SitesOnChains } from './walk-nearest'
import { clearSite } from './walk-relabel'
import { WalkLists } from './walk-lists'
import { ReachChange, type Hits } from './walk-change'

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
  let places = { chain: snaps.chain, offset: snaps.offset, offMm: snaps.offMm }
  reach.siteSnapMetres = Float64Array.from(snaps.offMm, (mm) => (mm >= 0 ? mm / 1000 : NaN))
  reach.siteAmbiguous = snaps.ambiguous
  reach.siteExcluded = Uint8Array.from(snaps.chain, (chain) => (chain < 0 ? 1 : 0))

  const labels: WalkLabels = labelsOf(network, places, maxMm)
  const onChains = new SitesOnChains(network, places)
  const look = new NearestOfDemand(network, access, onChains)
  const { ofRank } = access
  /** What was told of each demand point, by rank. */
  const toldMm = new Int32Array(ofRank.length)
  const toldSite = new Int32Array(ofRank.length)
  const toldAccess = new Int32Array(ofRank.length)
  for (let rank = 0; rank < ofRank.length; rank++) {
    look.look(rank, labels, places, maxMm)
    tellOf(rank)
  }
  for (let site = 0; site < siteCount; site++) {
    list(site, around)
    change.count(null, around)
    lists.keep(site, around)
  }

  const chainSeen = new Int32Array(network.chainFrom.length)
  /** The last edit in which the people around a junction were looked at; beyond every edit where nobody lives. */
  const junctionSeen = seenWithPeople(network, access)
  let edit = 0
  const region = { junctions: new Int32Array(256), count: 0 }

  return {
    network,
    reach,
    sites: () => ({ lng: siteLng.slice(0, siteCount), lat: siteLat.slice(0, siteCount) }),
    move: (site, lng, lat) => (site >= 0 && site < siteCount ? moved(site, lng, lat) : new Int32Array(0)),
    add: (lng, lat) => {
      const site = siteCount++
      if (site === siteLng.length) widen()
      reach.siteSnapMetres = append(reach.siteSnapMetres, NaN)
      reach.siteAmbiguous = append8(reach.siteAmbiguous, 0)
      reach.siteExcluded = append8(reach.siteExcluded, 1)
      places.chain[site] = -1
      return { site, changed: moved(site, lng, lat) }
    },
  }

  function moved(site: number, lng: number, lat: number): Int32Array {
    edit++
    change.begin()
    const from = places.chain[site]
    let left: Hits | null = lists.of(site)
    if (!left) list(site, (left = before))
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
    change.count(left, around)
    lists.keep(site, around)
    if (from >= 0) lookAlong(from)
    if (to >= 0) lookAlong(to)
    for (let k = 0; k < region.count; k++) lookAround(region.junctions[k])
    for (let k = 0; k < labels.touchedCount; k += 2) lookAround(labels.touched[k])
    return change.changed()
  }

  function place(site: number, lng: number, lat: number): void {
    const snap = index.snap({ lng: Float64Array.of(lng), lat: Float64Array.of(lat) })
    siteLng[site] = lng
    siteLat[site] = lat
    places.chain[site] = snap.chain[0]
    places.offset[site] = snap.offset[0]
    places.offMm[site] = snap.offMm[0]
    reach.siteSnapMetres[site] = snap.offMm[0] >= 0 ? snap.offMm[0] / 1000 : NaN
    reach.siteAmbiguous[site] = snap.ambiguous[0]
    reach.siteExcluded[site] = snap.chain[0] < 0 ? 1 : 0
  }

  /** Lists the people around a site where it stands. */
  function list(site: number, hits: WalkHits): void {
    hits.count = 0
    if (places.chain[site] >= 0 && widest >= 0) hits.around({ chain: places.chain[site], offset: places.offset[site], offMm: places.offMm[site] }, widest)
  }

  /** Looks again at everybody on the chains that meet at a junction. */
  function lookAround(junction: number): void {
    if (junctionSeen[junction] >= edit) return
    junctionSeen[junction] = edit
    const { chainsFrom, first, arcChain } = network
    for (let chain = chainsFrom[junction]; chain < chainsFrom[junction + 1]; chain++) lookAlong(chain)
    for (let arc = first[junction]; arc < first[junction + 1]; arc++) lookAlong(arcChain[arc])
  }

  function lookAlong(chain: number): void {
    const { first, rank: rankOf } = access
    if (first[chain] === first[chain + 1] || chainSeen[chain] === edit) return
    chainSeen[chain] = edit
    for (let a = first[chain]; a < first[chain + 1]; a++) {
      const rank = rankOf[a]
      look.look(rank, labels, places, maxMm)
      if (look.mm === toldMm[rank] && look.site === toldSite[rank] && look.access === toldAccess[rank]) continue
      const i = ofRank[rank]
      // Another gate may be as near, with the same stretch to its street.
      const same = look.access < 0 ? reach.nearest[i] === -1 : reach.nearest[i] === look.site && reach.metres[i] === look.mm / 1000 && reach.snapMetres[i] === access.offMm[look.access] / 1000 && reach.ambiguous[i] === access.ambiguous[look.access]
      if (!same) change.touch(rank)
      tellOf(rank)
    }
  }

  /** Writes down what the last look found. */
  function tellOf(rank: number): void {
    toldMm[rank] = look.mm
    toldSite[rank] = look.site
    toldAccess[rank] = look.access
    tell(reach, access, ofRank[rank], look)
  }

  function widen(): void {
    const size = 2 * siteLng.length + 8
    siteLng = widened(siteLng, new Float64Array(size))
    siteLat = widened(siteLat, new Float64Array(size))
    places = { chain: widened(places.chain, new Int32Array(size)), offset: widened(places.offset, new Int32Array(size)), offMm: widened(places.offMm, new Int32Array(size)) }
  }
}

function seenWithPeople({ junctions, chainFrom, chainTo }: WalkNetwork, { first }: WalkAccess): Int32Array {
  const seen = new Int32Array(junctions + 1).fill(0x7fffffff)
  for (let chain = 0; chain < chainFrom.length; chain++) {
    if (first[chain] === first[chain + 1]) continue
    seen[chainFrom[chain]] = 0
    seen[chainTo[chain]] = 0
  }
  return seen
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

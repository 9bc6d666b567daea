/**
 * The nearest site of every demand point, kept while sites move, come and go. After every change the answer is circleReach's, to the
 * millimetre and the tie; only the points near the old and the new place are looked at.
 */
import { gridOf, planeOf, type Points } from '../geo/grid'
import { orphansHome, siteCells, type SiteCells } from './circle-orphans'
import { cellsOf, type DemandCells } from './circle-cells'
import { circleReach, nearestWithin } from './circle'
import { exactRuler, isSite, type ExactRuler, type SitePlane } from './exact-ruler'

/** rank: the site's place in the caller's list; of two sites equally near the one of lower rank is the nearest. */
export type Site = { readonly lng: number; readonly lat: number; readonly rank: number }

export type CircleState = {
  /** Number of the nearest site's slot of every point, -1 without one. A slot keeps its number while its site lives. */
  readonly nearest: Int32Array
  /** Metres to it, to the millimetre; NaN without one. */
  readonly metres: Float64Array
  /** How many sites are within each limit, in the order of the limits. */
  readonly within: readonly Int32Array[]
  /** Points whose nearest site, distance or counts may differ since the last call of settle, each once. */
  readonly touched: () => readonly number[]
  /** Forgets what was touched. */
  readonly settle: () => void
  readonly addSite: (slot: number, site: Site) => void
  readonly moveSite: (slot: number, site: Site) => void
  readonly removeSite: (slot: number) => void
  /** Says the ranks anew after the caller's list grew or shrank; the order among sites that stay must be the same. */
  readonly rerank: (rankOf: (slot: number) => number) => void
}

/** The sites take the slots 0, 1, 2 … in their order. mostM: a site further than that is nobody's nearest, as nearestWithin has it; Infinity: at any distance. */
export function circleState(demand: Points, sites: readonly Site[], limitsM: readonly number[] = [], mostM = Infinity): CircleState {
  const places = { lng: Float64Array.from(sites, ({ lng }) => lng), lat: Float64Array.from(sites, ({ lat }) => lat) }
  const first = mostM === Infinity ? circleReach(demand, places, limitsM) : { ...nearestWithin(demand, places, mostM), within: limitsM.length === 0 ? [] : circleReach(demand, places, limitsM).within }
  const mostMm = Math.floor(mostM * 1000 + 1e-6)
  const ruler = exactRuler(demand)
  const grid = gridOf(demand, cellSide(demand))
  const state: Inside = {
    demand,
    ruler,
    cells: cellsOf(demand, grid, first.metres, mostM),
    mostMm,
    nearest: first.nearest,
    metres: first.metres,
    within: first.within.map((counts) => Int32Array.from(counts)),
    limitsMm: limitsM.map((limit) => Math.floor(limit * 1000 + 1e-6)),
    sites: sites.map((site) => (isSite(site) ? planeSite(site, ruler) : undefined)),
    siteCells: siteCells(grid, sites.reduce((count, site) => count + (isSite(site) ? 1 : 0), 0)),
  }
  state.sites.forEach((site, slot) => site && state.siteCells.add(slot, site))
  const stamp = new Uint8Array(demand.lng.length)
  let touched: number[] = []
  const touch = (point: number): void => {
    if (stamp[point] === 1) return
    stamp[point] = 1
    touched.push(point)
  }
  return {
    nearest: state.nearest,
    metres: state.metres,
    within: state.within,
    touched: () => touched,
    settle: () => {
      for (const point of touched) stamp[point] = 0
      touched = []
    },
    addSite: (slot, site) => add(state, slot, site, touch),
    removeSite: (slot) => remove(state, slot, touch),
    moveSite: (slot, site) => {
      remove(state, slot, touch, site)
      if (state.sites[slot] === undefined) add(state, slot, site, touch)
    },
    rerank: (rankOf) => {
      for (let slot = 0; slot < state.sites.length; slot++) {
        const site = state.sites[slot]
        if (site) state.sites[slot] = { ...site, rank: rankOf(slot) }
      }
    },
  }
}

type Inside = {
  readonly demand: Points
  readonly ruler: ExactRuler
  readonly cells: DemandCells
  readonly nearest: Int32Array
  readonly metres: Float64Array
  readonly within: readonly Int32Array[]
  readonly limitsMm: readonly number[]
  readonly mostMm: number
  /** By slot; undefined: no site there. */
  readonly sites: (SitePlane | undefined)[]
  readonly siteCells: SiteCells
}

function add(state: Inside, slot: number, site: Site, touch: (point: number) => void): void {
  if (!isSite(site)) return
  const placed = planeSite(site, state.ruler)
  state.sites[slot] = placed
  state.siteCells.add(slot, placed)
  count(state, placed, 1, touch)
  win(state, slot, placed, touch)
}

/** Points that are nearer to the site than to theirs, or as near and the site goes first, become its own. */
function win({ cells, ruler, sites, nearest, metres, mostMm }: Inside, slot: number, placed: SitePlane, touch: (point: number) => void): void {
  const won: number[] = []
  cells.eachWhoseNearest(placed, (point) => {
    const own = nearest[point]!
    const known = own === -1 ? mostMm : Math.round(metres[point]! * 1000)
    if (ruler.square(point, placed) > ruler.bound2(known)) return
    const mm = ruler.millimetres(point, placed)
    if (mm > known || (mm === known && own !== -1 && sites[own]!.rank <= placed.rank)) return
    nearest[point] = slot
    metres[point] = mm / 1000
    touch(point)
    won.push(point)
  })
  cells.remember(won)
}

/** The site goes; with `next` it comes back at once, so that its points are asked only once. */
function remove(state: Inside, slot: number, touch: (point: number) => void, next: Site | null = null): void {
  const { cells, nearest, siteCells, sites } = state
  const gone = sites[slot]
  if (!gone) return
  const orphans: number[] = []
  cells.eachWhoseNearest(gone, (point) => {
    if (nearest[point] !== slot) return
    orphans.push(point)
    touch(point)
  })
  count(state, gone, -1, touch)
  siteCells.remove(slot, gone)
  sites[slot] = undefined
  const again = next && isSite(next) ? planeSite(next, state.ruler) : null
  if (again) {
    sites[slot] = again
    siteCells.add(slot, again)
    count(state, again, 1, touch)
  }
  orphansHome(orphans, state, state.siteCells, state.ruler, state.mostMm)
  cells.remember(orphans)
  if (again) win(state, slot, again, touch)
}

function count({ cells, ruler, within, limitsMm }: Inside, site: SitePlane, by: 1 | -1, touch: (point: number) => void): void {
  if (limitsMm.length === 0) return
  cells.eachNear(site, Math.max(...limitsMm) / 1000, (point) => {
    const mm = ruler.millimetres(point, site)
    limitsMm.forEach((limit, index) => {
      if (mm > limit) return
      within[index]![point]! += by
      touch(point)
    })
  })
}

function planeSite({ lng, lat, rank }: Site, ruler: ExactRuler): SitePlane {
  ruler.admit({ lng, lat })
  const plane = planeOf({ lng: Float64Array.of(lng), lat: Float64Array.of(lat) })
  return { lng, lat, rank, x: plane.lng[0]!, arc: plane.arc[0]!, half: plane.half[0]! }
}

/** About 64 by 64 cells over the extent: few enough to look at all of them for every change. */
function cellSide({ lng, lat }: Points): number {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity]
  for (let i = 0; i < lng.length; i++) {
    if (!isSite({ lng: lng[i]!, lat: lat[i]! })) continue
    west = Math.min(west, lng[i]!)
    east = Math.max(east, lng[i]!)
    south = Math.min(south, lat[i]!)
    north = Math.max(north, lat[i]!)
  }
  return east >= west ? Math.max(1, (Math.max(east - west, north - south) * 111_320) / 64) : 1
}

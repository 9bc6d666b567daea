/** The nearest of a set of facilities for every demand point, kept while they move: in a straight line, or along the streets. */
import type { Points } from '../../geo/grid'
import type { LngLat } from '../../tables/ledger'
import { circleState } from '../../reach/circle-state'
import type { Pace } from '../../reach/pace-options'
import type { LiveStreets } from './live-streets'

/** Sites are known by their numbers, whose order is that of the ledger. */
export type LiveSites = {
  readonly nearest: Int32Array
  readonly metres: Float64Array
  /** Points for which anything may differ since the last settle; some may be named twice. */
  readonly touched: () => readonly number[]
  readonly settle: () => void
  /** A site comes, moves, or (null) goes. */
  readonly put: (number: number, at: LngLat | null) => void
  /** Nobody walks there: over 100 m from any street, though it has a place. */
  readonly isLeftOut: (number: number) => boolean
  /** Whether a demand point is over 100 m from any street. */
  readonly isOffStreets: (point: number) => boolean
}

/** placeOf: by number, null where no site is. mostM: a site further than that is nobody's nearest. */
export function circleSites(demand: Points, size: number, placeOf: (number: number) => LngLat | null, mostM: number): LiveSites {
  const sites = Array.from({ length: size }, (_, number) => siteAt(number, placeOf(number)))
  const state = circleState(demand, sites, [], mostM)
  const here = Uint8Array.from(sites, ({ lng }) => (Number.isNaN(lng) ? 0 : 1))
  return {
    nearest: state.nearest,
    metres: state.metres,
    touched: state.touched,
    settle: state.settle,
    put: (number, at) => {
      if (at === null && here[number] === 1) state.removeSite(number)
      else if (at !== null && here[number] === 1) state.moveSite(number, siteAt(number, at))
      else if (at !== null) state.addSite(number, siteAt(number, at))
      here[number] = at === null ? 0 : 1
    },
    isLeftOut: () => false,
    isOffStreets: () => false,
  }
}

const siteAt = (number: number, at: LngLat | null) => ({ lng: at?.[0] ?? NaN, lat: at?.[1] ?? NaN, rank: number })

export type WalkSites = LiveSites & {
  /** The same sites on other streets. */
  readonly onStreets: (streets: LiveStreets) => void
  /** The streets have changed under the sites; answers which points of a set may say something else. */
  readonly take: (changedOf: (nearest: Int32Array) => readonly number[]) => void
}

export function walkSites(streets: LiveStreets, size: number, placeOf: (number: number) => LngLat | null, by: Pace, mostM: number): WalkSites {
  const lng = new Float64Array(size).fill(NaN)
  const lat = new Float64Array(size).fill(NaN)
  const place = (number: number, at: LngLat | null): void => {
    lng[number] = at?.[0] ?? NaN
    lat[number] = at?.[1] ?? NaN
  }
  for (let number = 0; number < size; number++) place(number, placeOf(number))
  let set = streets.sites({ lng, lat }, by, mostM)
  // Columns of our own, since other streets bring another set.
  const nearest = set.nearest.slice()
  const metres = set.metres.slice()
  const off = Uint8Array.from(nearest, (_, point) => (set.isOffStreets(point) ? 1 : 0))
  let touched: number[] = []
  const take = (point: number): void => {
    nearest[point] = set.nearest[point]!
    metres[point] = set.metres[point]!
    off[point] = set.isOffStreets(point) ? 1 : 0
    touched.push(point)
  }
  return {
    nearest,
    metres,
    touched: () => touched,
    settle: () => {
      touched = []
    },
    put: (number, at) => {
      place(number, at)
      set.move(number, lng[number]!, lat[number]!).forEach(take)
    },
    isLeftOut: (number) => set.isLeftOut(number),
    isOffStreets: (point) => off[point] === 1,
    onStreets: (others) => {
      set = others.sites({ lng, lat }, by, mostM)
      for (let point = 0; point < nearest.length; point++) if (nearest[point] !== set.nearest[point] || !Object.is(metres[point], set.metres[point]) || (off[point] === 1) !== set.isOffStreets(point)) take(point)
    },
    take: (changedOf) => changedOf(set.nearest).forEach(take),
  }
}

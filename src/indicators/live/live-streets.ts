/** The streets on which sites are kept: closed and opened in place where that can be done, else built anew. */
import { isPlain } from '../../geo/streets/pace'
import type { Points } from '../../geo/grid'
import type { Study } from '../../model/study'
import { closableWalk, type ClosableWalk } from '../../reach/closable-walk'
import type { Pace } from '../../reach/pace-options'
import { closedPieces, walkOf } from '../../reach/study-walk'
import type { WalkDemand } from '../../reach/walk'
import { createWalkState } from '../../reach/walk-state'

/** Who is nearest of a set of sites; the columns change in place. */
export type SitesOnStreets = {
  readonly nearest: Int32Array
  readonly metres: Float64Array
  readonly isLeftOut: (site: number) => boolean
  readonly isOffStreets: (point: number) => boolean
  /** Answers with the points that may say something else. */
  readonly move: (site: number, lng: number, lat: number) => Iterable<number> & { forEach: (visit: (point: number) => void) => void }
}

export type LiveStreets = {
  readonly sites: (places: Points, by: Pace, mostM: number) => SitesOnStreets
  /** Takes over the street edits of another study; the points of each pace that may say something else, by the sets. null: the streets must be built anew. */
  readonly follow: (study: Study) => ((nearest: Int32Array) => readonly number[]) | null
}

/** places of `sites` are the caller's columns, which say where each site stands now. demand as it leaves for a walk. The study must have streets that can be walked (walkLack). */
export function liveStreets(study: Study, demand: WalkDemand): LiveStreets {
  const closable = closableOf(study, demand)
  const pieces = closedPieces(study)
  // Where steps or crossings cost more, what a piece costs depends on its neighbours.
  let allPlain = true
  if (closable && pieces && (pieces.length === 0 || closable.close(pieces) !== null)) {
    return {
      sites: (places, by, mostM) => {
        if (isPlain(by)) {
          const set = closable.sites(places, mostM)
          return { ...set, isOffStreets: closable.isOffStreets }
        }
        allPlain = false
        return rebuiltSites(study, demand, places, by, mostM)
      },
      follow: (next) => {
        const asked = closedPieces(next)
        const changed = asked && allPlain ? closable.close(asked) : null
        if (changed === null) return null
        const pointsOf = new Map([...changed].map(([set, points]) => [set.nearest, points]))
        return (nearest) => pointsOf.get(nearest) ?? []
      },
    }
  }
  return { sites: (places, by, mostM) => rebuiltSites(study, demand, places, by, mostM), follow: () => null }
}

function closableOf(study: Study, demand: WalkDemand): ClosableWalk | null {
  const base = walkOf({ streets: study.streets, streetChanges: [] })
  // Somebody with gates has many ways in.
  return base && demand.accessPoints === undefined && closedPieces(study) !== null ? closableWalk(base.network, demand) : null
}

function rebuiltSites(study: Study, demand: WalkDemand, places: Points, by: Pace, mostM: number): SitesOnStreets {
  const state = createWalkState(walkOf(study)!.network, demand, places, [], { ...by, maxM: mostM })
  const { reach } = state
  return {
    nearest: reach.nearest,
    metres: reach.metres,
    isLeftOut: (site) => !Number.isNaN(places.lng[site]!) && reach.siteExcluded[site] === 1,
    isOffStreets: (point) => reach.excluded[point] === 1,
    move: (site, lng, lat) => state.moveSite(site, lng, lat),
  }
}

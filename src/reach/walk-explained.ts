/** One place's walk explained: the way to its nearest facility part by part, the next one, and what would bring it inside. */
import { metresBetween } from '../geo/ruler'
import { demandOf } from '../model/build-people'
import type { Facility, Study } from '../model/study'
import type { LngLat } from '../tables/ledger'
import { walkRoutes, type WalkRoute } from './route'
import { walkOf } from './study-walk'
import { indexOf } from './walk'
import type { WalkAsked } from './reach-study'

export type WalkFrom = { readonly kind: 'point' | 'compound' | 'area'; readonly id: string }

export type ExplainedRoute = Omit<WalkRoute, 'site' | 'start'> & { readonly facility: string; readonly name: string }

export type WalkExplained = {
  readonly from: WalkFrom
  /** gate: the nearest of its gates; assumed: a compound without gates, from its own point; own: from where the people are. */
  readonly access: 'gate' | 'assumed' | 'own'
  /** Metres to the nearest street; null: no street at all. */
  readonly snapMetres: number | null
  /** Which of two streets it belongs to decides its distances. */
  readonly ambiguous: boolean
  readonly state: 'within' | 'too-far' | 'no-way' | 'snap-too-far'
  /** The nearest, then the second-nearest facility; fewer where no street leads to more. */
  readonly routes: readonly ExplainedRoute[]
  /** The facility nearest in a straight line. */
  readonly straight: { readonly facility: string; readonly name: string; readonly metres: number } | null
  /** The limit of the walk, metres. */
  readonly limit: number
  readonly speed: number
  /** What would bring it inside; null where it is. */
  readonly needs: {
    /** Metres that the way would have to be shorter. */
    readonly shorterBy: number | null
    /** Metres per second at which the way could be walked in the time. */
    readonly speed: number | null
    /** A direct way to the facility that is nearest in a straight line would be short enough: its metres. */
    readonly directM: number | null
  } | null
}

/** null: the place is not known or has no position, or there are no streets. */
export function explainWalk(study: Study, from: WalkFrom, facilities: readonly Facility[], limit: number, walk: WalkAsked): WalkExplained | null {
  const streets = walkOf(study)
  const place = placeOf(study, from)
  if (!streets || !place) return null
  const sites = facilities.filter(({ at }) => at !== null)
  const starts = columnsOf(place.gates.length > 0 ? place.gates : [place.at])
  const snaps = indexOf(streets.network).snap(starts)
  const best = nearestStart(snaps.offMm)
  const routes = walkRoutes(streets.network, starts, columnsOf(sites.map(({ at }) => at!)), { ...walk, count: 2 }).map(({ site, start: _, ...route }): ExplainedRoute => ({ ...route, facility: sites[site]!.id, name: sites[site]!.name }))
  const [first] = routes
  const straight = straightTo(place.at, sites)
  const waits = (walk.crossingDelayS ?? 0) > 0
  const snapped = snaps.chain.some((chain) => chain >= 0)
  const state = !snapped ? 'snap-too-far' : !first ? 'no-way' : first.metres <= limit ? 'within' : 'too-far'
  return {
    from,
    access: place.gates.length > 0 ? 'gate' : from.kind === 'compound' ? 'assumed' : 'own',
    snapMetres: best === -1 ? null : snaps.offMm[best]! / 1000,
    ambiguous: best !== -1 && snaps.ambiguous[best] === 1,
    state,
    routes,
    straight,
    limit,
    speed: walk.speed,
    needs:
      state === 'within'
        ? null
        : {
            shorterBy: first ? first.metres - limit : null,
            // Who walks faster waits as long at a crossing: no one speed can be named then.
            speed: first && !waits ? (first.metres / limit) * walk.speed : null,
            directM: straight && straight.metres <= limit ? straight.metres : null,
          },
  }
}

function placeOf(study: Study, { kind, id }: WalkFrom): { readonly at: LngLat; readonly gates: readonly LngLat[] } | null {
  if (kind === 'compound') {
    const compound = study.compounds.find((each) => each.id === id)
    return compound?.at ? { at: compound.at, gates: compound.gates } : null
  }
  if (kind === 'area') {
    const at = study.areas.find((each) => each.id === id)?.at
    return at ? { at, gates: [] } : null
  }
  const { people } = demandOf(study)
  const index = people.id.indexOf(id)
  return index === -1 || Number.isNaN(people.lng[index]!) ? null : { at: [people.lng[index]!, people.lat[index]!], gates: [] }
}

function straightTo([lng, lat]: LngLat, sites: readonly Facility[]): WalkExplained['straight'] {
  let best: WalkExplained['straight'] = null
  for (const { id, name, at } of sites) {
    const metres = Math.round(metresBetween(lng, lat, at![0], at![1]) * 1000) / 1000
    if (!best || metres < best.metres) best = { facility: id, name, metres }
  }
  return best
}

function nearestStart(offMm: Int32Array): number {
  let best = -1
  offMm.forEach((mm, start) => {
    if (mm >= 0 && (best === -1 || mm < offMm[best]!)) best = start
  })
  return best
}

const columnsOf = (places: readonly LngLat[]) => ({ lng: Float64Array.from(places, ([lng]) => lng), lat: Float64Array.from(places, ([, lat]) => lat) })

/** The reach of a study's facilities, as `reach --json` gives it (DESIGN section 6). */
import type { Pace } from '../geo/streets/pace'
import { demandOf } from '../model/build-people'
import { order } from '../model/ledger-rows'
import { unitOfPoint } from '../model/place-points'
import { facilityKinds, type Facility, type FacilityKind, type Stage, type Study } from '../model/study'
import { problem, type Problem } from '../problem'
import { leftOutOf, sumsByArea, told, totalOf, type AreaSum, type PeopleSum, type SumWithin, type TotalSum } from './people-sums'
import { effortSaid } from './pace-options'
import { circleMeasured, walkMeasured } from './reach-measured'
import { walkDemandOf, walkOf } from './study-walk'

export type { PeopleSum, SumWithin } from './people-sums'

export type ReachModel =
  | { readonly kind: 'circle'; readonly metres: readonly number[] }
  /** metres = speed (m/s) × 60 × minutes; the crossing delay (s) and what a metre of steps counts for are there where they are on. */
  | ({ readonly kind: 'walk'; readonly minutes: readonly number[]; readonly metres: readonly number[] } & Pick<Pace, 'speed'> & Partial<Pace>)

export type ReachPoint = {
  readonly id: string
  readonly facility: string | null
  /** Along the streets the stretches beside them are counted in. null = no position, too far from any street, or no facility that can be reached. */
  readonly metres: number | null
  /** Metres to the street that it enters; null in the circle, and where there is no street at all. */
  readonly snapMetres: number | null
  /** Which of two streets it belongs to decides its distances: a person should look. */
  readonly ambiguous: boolean
  /** A compound without gates, entered at its own point. */
  readonly assumed?: true
}

export type ReachStudy = {
  readonly study: string
  readonly model: ReachModel
  readonly kinds: readonly FacilityKind[]
  readonly stages: readonly Stage[]
  /** Where the demand points come from: the people ledger, else compounds, else the lowest units. */
  readonly demand: 'people' | 'compounds' | 'areas'
  readonly points: readonly ReachPoint[]
  /** within: null = the facility has no position, or is too far from any street. */
  readonly facilities: readonly { readonly id: string; readonly name: string; readonly snapMetres: number | null; readonly ambiguous?: true; readonly within: readonly SumWithin[] | null }[]
  readonly areas: readonly AreaSum[]
  /** leftOut: of a walk, the people in neither half (no position, or over 100 m from any street). */
  readonly total: TotalSum & { readonly leftOut?: PeopleSum }
  readonly excluded: readonly { readonly id: string; readonly why: string }[]
  readonly problems: readonly Problem[]
}

export type WalkAsked = Pick<Pace, 'speed'> & Partial<Pace>

export type ReachQuestion = {
  /** Limits in metres; sorted and made unique in the answer. */
  readonly metres: readonly number[]
  /** null or absent: every kind but NOT. */
  readonly kinds?: readonly FacilityKind[] | null
  readonly stages?: readonly Stage[]
  /** Along the streets at this pace; null or absent: in a straight line. Without a network nothing is reached (walkLack says why). */
  readonly walk?: WalkAsked | null
}

export const careKinds: readonly FacilityKind[] = facilityKinds.filter((kind) => kind !== 'NOT')

/** Nearest facility of every demand point and the people within each limit; nobody is counted twice in a total. */
export function reachStudy(study: Study, question: ReachQuestion): ReachStudy {
  const limits = [...new Set(question.metres)].sort((a, b) => a - b)
  const kinds = question.kinds ?? careKinds
  const stages = question.stages ?? ['operating']
  const excluded: { id: string; why: string }[] = []
  const facilities = study.facilities.filter((facility) => counts(facility, kinds, stages, excluded))
  const sites = facilities.filter((facility) => facility.at !== null)
  const { people, from } = demandOf(study)
  const places = { lng: Float64Array.from(sites, (site) => site.at![0]), lat: Float64Array.from(sites, (site) => site.at![1]) }
  const streets = question.walk ? walkOf(study) : null
  const demand = walkDemandOf(people, from, study.compounds)
  const measured = question.walk && streets ? walkMeasured(streets, demand, people, places, limits, question.walk) : circleMeasured(people, question.walk ? nowhere : places, limits)
  const { nearest, metres, bySite, walk } = measured
  const siteIndex = new Map(sites.map((site, index) => [site.id, index]))

  for (const facility of facilities) if (facility.at === null) excluded.push({ id: facility.id, why: 'no-position' })
  sites.forEach(({ id }, site) => walk?.siteExcluded[site] === 1 && excluded.push({ id, why: 'snap-too-far' }))
  people.id.forEach((id, index) => {
    const placed = !Number.isNaN(people.lng[index]!)
    if (!placed || walk?.excluded[index] === 1) excluded.push({ id, why: placed ? 'snap-too-far' : 'no-position' })
  })
  return {
    study: study.name,
    model: modelOf(question.walk ?? null, limits),
    kinds,
    stages,
    demand: from,
    points: people.id.map((id, index): ReachPoint => {
      const at = nearest[index]!
      return {
        id,
        facility: at === -1 ? null : sites[at]!.id,
        metres: at === -1 ? null : metres[index]!,
        snapMetres: walk ? known(walk.snapMetres[index]!) : null,
        ambiguous: walk?.ambiguous[index] === 1,
        ...(walk && demand.assumed[index] === 1 ? { assumed: true as const } : {}),
      }
    }),
    facilities: facilities.map((facility) => {
      const site = siteIndex.get(facility.id)
      const used = site !== undefined && bySite[site] !== undefined && walk?.siteExcluded[site] !== 1
      return {
        id: facility.id,
        name: facility.name,
        snapMetres: walk && site !== undefined ? known(walk.siteSnapMetres[site]!) : null,
        ...(walk && site !== undefined && walk.siteAmbiguous[site] === 1 ? { ambiguous: true as const } : {}),
        within: used ? limits.map((metres, limit) => ({ metres, ...told(bySite[site]![limit]!) })) : null,
      }
    }),
    areas: sumsByArea(study.areas, people, measured, limits, outsideOf(study, sites)),
    total: { ...totalOf(people, measured, limits), ...(walk ? { leftOut: leftOutOf(people, walk.excluded) } : {}) },
    excluded: excluded.sort((a, b) => order(a.id, b.id)),
    problems: [...(streets?.problems ?? []), ...(walk ? snapProblems(excluded) : [])],
  }
}

/** A walk without streets: nobody reaches anything. */
const nowhere = { lng: new Float64Array(0), lat: new Float64Array(0) }

function modelOf(walk: WalkAsked | null, metres: readonly number[]): ReachModel {
  if (!walk) return { kind: 'circle', metres }
  const { speed, crossingDelayS = 0, stepsPenalty = 1 } = walk
  return { kind: 'walk', speed, minutes: metres.map((limit) => Number((limit / speed / 60).toPrecision(12))), metres, ...effortSaid({ crossingDelayS, stepsPenalty }) }
}

const known = (metres: number): number | null => (Number.isNaN(metres) ? null : metres)

function outsideOf(study: Pick<Study, 'areas'>, sites: readonly Facility[]): boolean[] | null {
  const outside = sites.map((site) => standsOutside(study, site))
  return outside.includes(null) ? null : outside.map((is) => is === true)
}

/** Whether a facility stands outside every unit of the study (guard area); null where no unit has a boundary. */
export function standsOutside({ areas }: Pick<Study, 'areas'>, { area, at }: Pick<Facility, 'area' | 'at'>): boolean | null {
  if (area !== null) return false
  const holds = unitOfPoint(areas)
  if (at !== null && holds(at[0], at[1]) !== -1) return false
  return areas.some(({ boundary }) => boundary !== null) ? true : null
}

/** Said once for all of them; each stands in `excluded`. */
function snapProblems(excluded: ReachStudy['excluded']): Problem[] {
  const far = excluded.filter(({ why }) => why === 'snap-too-far')
  return far.length === 0 ? [] : [problem('snap-too-far', 'warning', {}, String(far.length))]
}

function counts(facility: Facility, kinds: readonly string[], stages: readonly string[], excluded: { id: string; why: string }[]): boolean {
  if (facility.kind === 'NOT' && !kinds.includes('NOT')) return false
  const why = facility.kind === null ? 'kind-unknown' : !kinds.includes(facility.kind) ? 'kind-not-counted' : facility.stage === null ? 'stage-unknown' : !stages.includes(facility.stage) ? 'stage-not-operating' : null
  if (why) excluded.push({ id: facility.id, why })
  return why === null
}

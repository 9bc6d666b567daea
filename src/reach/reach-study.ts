/** The reach of a study's facilities, as `reach --json` gives it (DESIGN section 6). */
import type { Points } from '../geo/grid'
import { demandOf, peopleKeys, type PeopleKey } from '../model/build-people'
import { order } from '../model/ledger-rows'
import { facilityKinds, type Area, type Facility, type FacilityKind, type People, type Stage, type Study } from '../model/study'
import type { Problem } from '../problem'
import { circleReach, peopleReachedBySite } from './circle'

/** Sums over points; a group of people that no point knows is null, never 0. */
export type PeopleSum = { readonly points: number } & { readonly [key in PeopleKey]: number | null }
export type SumWithin = PeopleSum & { readonly metres: number }

export type ReachStudy = {
  readonly study: string
  readonly model: { readonly kind: 'circle'; readonly metres: readonly number[] }
  readonly kinds: readonly FacilityKind[]
  readonly stages: readonly Stage[]
  /** Where the demand points come from: the people ledger, else compounds, else the lowest units. */
  readonly demand: 'people' | 'compounds' | 'areas'
  /** metres: null = no position, or no facility at all. */
  readonly points: readonly { readonly id: string; readonly facility: string | null; readonly metres: number | null; readonly snapMetres: number | null; readonly ambiguous: boolean }[]
  /** within: null = the facility has no position. */
  readonly facilities: readonly { readonly id: string; readonly name: string; readonly snapMetres: number | null; readonly within: readonly SumWithin[] | null }[]
  readonly areas: readonly { readonly id: string; readonly name: string; readonly all: PeopleSum; readonly within: readonly SumWithin[] }[]
  readonly total: { readonly all: PeopleSum; readonly within: readonly (SumWithin & { readonly byTwoOrMore: PeopleSum })[] }
  readonly excluded: readonly { readonly id: string; readonly why: string }[]
  readonly problems: readonly Problem[]
}

export type ReachQuestion = {
  /** Limits in metres; sorted and made unique in the answer. */
  readonly metres: readonly number[]
  /** null or absent: every kind but NOT. */
  readonly kinds?: readonly FacilityKind[] | null
  readonly stages?: readonly Stage[]
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
  for (const facility of facilities) if (facility.at === null) excluded.push({ id: facility.id, why: 'no-position' })
  const { people, from } = demandOf(study)
  const points = { lng: Float64Array.from(sites, (site) => site.at![0]), lat: Float64Array.from(sites, (site) => site.at![1]) }
  const reach = circleReach(people, points, limits)
  const bySite = sumsBySite(people, points, limits)
  const siteIndex = new Map(sites.map((site, index) => [site.id, index]))
  people.id.forEach((id, index) => {
    if (Number.isNaN(people.lng[index]!)) excluded.push({ id, why: 'no-position' })
  })
  return {
    study: study.name,
    model: { kind: 'circle', metres: limits },
    kinds,
    stages,
    demand: from,
    points: people.id.map((id, index) => {
      const at = reach.nearest[index]!
      return { id, facility: at === -1 ? null : sites[at]!.id, metres: at === -1 ? null : reach.metres[index]!, snapMetres: null, ambiguous: false }
    }),
    facilities: facilities.map((facility) => {
      const index = siteIndex.get(facility.id)
      return { id: facility.id, name: facility.name, snapMetres: null, within: index === undefined ? null : limits.map((metres, limit) => ({ metres, ...told(bySite[index]![limit]!) })) }
    }),
    areas: sumsByArea(study.areas, people, reach.within, limits),
    total: totalOf(people, reach.within, limits),
    excluded: excluded.sort((a, b) => order(a.id, b.id)),
    problems: [],
  }
}

function counts(facility: Facility, kinds: readonly string[], stages: readonly string[], excluded: { id: string; why: string }[]): boolean {
  if (facility.kind === 'NOT' && !kinds.includes('NOT')) return false
  const why = facility.kind === null ? 'kind-unknown' : !kinds.includes(facility.kind) ? 'kind-not-counted' : facility.stage === null ? 'stage-unknown' : !stages.includes(facility.stage) ? 'stage-not-operating' : null
  if (why) excluded.push({ id: facility.id, why })
  return why === null
}

/** points, then per group: sum of the known counts and how many points knew it. */
type Sum = { points: number; readonly sums: number[]; readonly known: number[] }
const emptySum = (): Sum => ({ points: 0, sums: peopleKeys.map(() => 0), known: peopleKeys.map(() => 0) })

/** Adds one point at a time to sums, its counts looked up once. */
function adderOf(people: People): (sum: Sum, index: number) => void {
  const columns = peopleKeys.map((key) => people[key])
  return (sum, index) => {
    sum.points++
    for (let key = 0; key < columns.length; key++) {
      const count = columns[key]![index]!
      if (Number.isNaN(count)) continue
      sum.sums[key]! += count
      sum.known[key]!++
    }
  }
}

/** A group that every point leaves blank is unknown; with no points at all there is nobody, which is 0. */
function told({ points, sums, known }: Sum): PeopleSum {
  const group = (at: number): number | null => (points > 0 && known[at] === 0 ? null : sums[at]!)
  return { points, households: group(0), residents: group(1), elders60: group(2), elders65: group(3), elders80: group(4) }
}

/** What each site reaches on its own. Points are visited in their order, so sums of fractions repeat to the byte. */
function sumsBySite(people: People, sites: Points, limits: readonly number[]): Sum[][] {
  const { points, sums, unknown } = peopleReachedBySite(people, sites, limits, peopleKeys.map((key) => people[key]))
  return Array.from({ length: sites.lng.length }, (_, site) =>
    limits.map((_, limit) => ({ points: points[limit]![site]!, sums: peopleKeys.map((_, key) => sums[limit]![key]![site]!), known: peopleKeys.map((_, key) => points[limit]![site]! - unknown[limit]![key]![site]!) })),
  )
}

/** People of every unit, those of the units below it included. */
function sumsByArea(areas: readonly Area[], people: People, within: readonly Uint16Array[], limits: readonly number[]): ReachStudy['areas'] {
  const indexOf = new Map(areas.map((area, index) => [area.id, index]))
  const all = areas.map(emptySum)
  const inside = areas.map(() => limits.map(emptySum))
  const parents = areas.map(({ parent }) => (parent === null ? -1 : (indexOf.get(parent) ?? -1)))
  const addPoint = adderOf(people)
  for (let point = 0; point < people.id.length; point++) {
    for (let at = people.area[point]!, steps = 0; at !== -1 && steps < 16; at = parents[at]!, steps++) {
      addPoint(all[at]!, point)
      limits.forEach((_, limit) => within[limit]![point]! > 0 && addPoint(inside[at]![limit]!, point))
    }
  }
  return areas.map((area, index) => ({ id: area.id, name: area.name, all: told(all[index]!), within: limits.map((metres, limit) => ({ metres, ...told(inside[index]![limit]!) })) }))
}

function totalOf(people: People, within: readonly Uint16Array[], limits: readonly number[]): ReachStudy['total'] {
  const addPoint = adderOf(people)
  const all = emptySum()
  for (let point = 0; point < people.id.length; point++) addPoint(all, point)
  return {
    all: told(all),
    within: limits.map((metres, limit) => {
      const once = emptySum()
      const twice = emptySum()
      for (let point = 0; point < people.id.length; point++) {
        const sites = within[limit]![point]!
        if (sites > 0) addPoint(once, point)
        if (sites > 1) addPoint(twice, point)
      }
      return { metres, ...told(once), byTwoOrMore: told(twice) }
    }),
  }
}

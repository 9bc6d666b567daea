/** The distances of a study's demand points by either model, in one shape, and what each facility reaches on its own. */
import type { Points } from '../geo/grid'
import { peopleKeys } from '../model/build-people'
import type { People } from '../model/study'
import { circleReach, peopleReachedBySite } from './circle'
import { adderOf, emptySum, type Measured, type Sum } from './people-sums'
import type { StudyDemand, StudyWalk } from './study-walk'
import { eachWalkWithin, millimetres, walkReach, type WalkOptions, type WalkReach } from './walk'

export type ReachMeasured = Measured & {
  /** [site][limit] */
  readonly bySite: readonly (readonly Sum[])[]
  /** null: measured in a straight line. */
  readonly walk: WalkReach | null
}

export function circleMeasured(people: People, sites: Points, limits: readonly number[]): ReachMeasured {
  const { nearest, metres, within } = circleReach(people, sites, limits)
  // Points are visited in their order, so sums of fractions repeat to the byte.
  const { points, sums, unknown } = peopleReachedBySite(people, sites, limits, peopleKeys.map((key) => people[key]))
  const bySite = Array.from({ length: sites.lng.length }, (_, site) =>
    limits.map((_, limit): Sum => ({ points: points[limit]![site]!, sums: peopleKeys.map((_, key) => sums[limit]![key]![site]!), known: peopleKeys.map((_, key) => points[limit]![site]! - unknown[limit]![key]![site]!) })),
  )
  return { nearest, metres, within, leftOut: null, bySite, walk: null }
}

/** One search from each site to the widest limit answers how many reach a point and whom each site reaches. */
export function walkMeasured({ network }: StudyWalk, demand: StudyDemand, people: People, sites: Points, limits: readonly number[], options: WalkOptions): ReachMeasured {
  const walk = walkReach(network, demand, sites, [], options)
  const limitsMm = limits.map(millimetres)
  const within = limits.map(() => new Uint16Array(people.id.length))
  const addPoint = adderOf(people)
  const bySite = Array.from({ length: sites.lng.length }, () => limits.map(emptySum))
  let found: { point: number; mm: number }[] = []
  let site = -1
  const settle = (): void => {
    // In the order of the points, so that sums of fractions repeat to the byte whatever the order of the streets.
    for (const { point, mm } of found.sort((a, b) => a.point - b.point))
      limitsMm.forEach((limit, index) => {
        if (mm > limit) return
        if (within[index]![point]! < 65535) within[index]![point]!++
        addPoint(bySite[site]![index]!, point)
      })
    found = []
  }
  eachWalkWithin(network, demand, sites, Math.max(-1, ...limits), (point, of, metres) => {
    if (of !== site) {
      settle()
      site = of
    }
    found.push({ point, mm: Math.round(metres * 1000) })
  }, options)
  settle()
  return { nearest: walk.nearest, metres: walk.metres, within, leftOut: walk.excluded, bySite, walk }
}

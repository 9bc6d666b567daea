/** Whom each facility alone serves: the people who would have nobody within so many metres if it closed. One pass over the demand. */
import { demandOf } from '../model/build-people'
import type { Study } from '../model/study'
import { adderOf, emptySum, told, type SumWithin } from './people-sums'
import { circleReach } from './circle'
import { walkMeasured } from './reach-measured'
import { careKinds, type WalkAsked } from './reach-study'
import { walkDemandOf, walkOf } from './study-walk'

export type ServedAlone = { readonly facility: string; readonly within: readonly SumWithin[] }

/** Of every operating care facility that has a position, in the study's order. walk: along the streets; null: in a straight line. Without streets nobody walks, and nobody is served. */
export function servedAlone(study: Study, { metres, walk = null }: { readonly metres: readonly number[]; readonly walk?: WalkAsked | null }): readonly ServedAlone[] {
  const limits = [...new Set(metres)].sort((a, b) => a - b)
  const sites = study.facilities.filter(({ kind, stage, at }) => kind !== null && careKinds.includes(kind) && stage === 'operating' && at !== null)
  const { people, from } = demandOf(study)
  const places = { lng: Float64Array.from(sites, ({ at }) => at![0]), lat: Float64Array.from(sites, ({ at }) => at![1]) }
  const streets = walk ? walkOf(study) : null
  const sums = sites.map(() => limits.map(emptySum))
  if (!walk || streets) {
    const { nearest, within } = walk && streets ? walkMeasured(streets, walkDemandOf(people, from, study.compounds), people, places, limits, walk) : circleReach(people, places, limits)
    const addPoint = adderOf(people)
    limits.forEach((_, limit) => {
      const counts = within[limit]!
      // Where only one is near enough, the nearest is the one.
      for (let point = 0; point < counts.length; point++) if (counts[point] === 1) addPoint(sums[nearest[point]!]![limit]!, point)
    })
  }
  return sites.map(({ id }, site) => ({ facility: id, within: limits.map((limit, index) => ({ metres: limit, ...told(sums[site]![index]!) })) }))
}

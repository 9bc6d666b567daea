/** Who is near while one facility is carried about: all others are measured once, for each place of the one that is held only the people around it are looked at. */
import { demandOf } from '../model/build-people'
import type { Study } from '../model/study'
import { circleReach } from '../reach/circle'
import { circleState } from '../reach/circle-state'
import { leftOutOf, totalOf } from '../reach/people-sums'
import { careKinds, type ReachQuestion, type ReachStudy } from '../reach/reach-study'
import { walkMeasured } from '../reach/reach-measured'
import { walkDemandOf, walkOf } from '../reach/study-walk'
import { createWalkState } from '../reach/walk-state'
import type { LngLat } from '../tables/ledger'

/** The total of `reachStudy` with the facility at that place, to the last digit. */
export type HeldReach = (at: LngLat) => ReachStudy['total']

export function heldReach(study: Study, facility: string, question: ReachQuestion): HeldReach {
  const limits = [...new Set(question.metres)].sort((a, b) => a - b)
  const { kinds, stages = ['operating'], walk = null } = question
  const counted = study.facilities.filter(({ kind, stage }) => kind !== null && (kinds ?? careKinds).includes(kind) && stage !== null && stages.includes(stage))
  const others = counted.filter(({ id, at }) => id !== facility && at !== null)
  const places = { lng: Float64Array.from(others, ({ at }) => at![0]), lat: Float64Array.from(others, ({ at }) => at![1]) }
  const { people, from } = demandOf(study)
  const streets = walk ? walkOf(study) : null
  const nobody = limits.map(() => new Uint16Array(people.id.length))
  const demand = walk && streets ? walkDemandOf(people, from, study.compounds) : null
  const walked = walk && demand ? walkMeasured(streets!, demand, people, places, limits, walk) : null
  // A walk without streets reaches nobody, and leaves nobody out.
  const measured = walk ? walked : circleReach(people, places, limits)
  const within = measured?.within ?? nobody
  const leftOut = walked?.walk?.excluded ?? null
  const total = (): ReachStudy['total'] => ({ ...totalOf(people, { within, leftOut }, limits), ...(leftOut ? { leftOut: leftOutOf(people, leftOut) } : {}) })
  if (!measured || !counted.some(({ id }) => id === facility)) {
    const same = total()
    return () => same
  }
  const held = demand ? walkingAlone(streets!.network, demand, limits, walk!) : standingAlone(people, limits)
  /** By limit: of each point, whether the held one is counted in `within`. */
  const added = limits.map(() => new Uint8Array(people.id.length))
  return (at) => {
    for (const point of held.to(at))
      limits.forEach((_, limit) => {
        const near = held.within[limit]![point]! > 0 ? 1 : 0
        within[limit]![point]! += near - added[limit]![point]!
        added[limit]![point] = near
      })
    return total()
  }
}

/** One site by itself; `to` answers with the points for which anything changed. */
type Alone = { readonly within: readonly ArrayLike<number>[]; readonly to: (at: LngLat) => Iterable<number> }

function standingAlone(people: Parameters<typeof circleState>[0], limits: readonly number[]): Alone {
  const state = circleState(people, [{ lng: NaN, lat: NaN, rank: 0 }], limits, Math.max(0, ...limits))
  return {
    within: state.within,
    to: ([lng, lat]) => {
      state.settle()
      state.moveSite(0, { lng, lat, rank: 0 })
      return state.touched()
    },
  }
}

function walkingAlone(network: Parameters<typeof createWalkState>[0], demand: Parameters<typeof createWalkState>[1], limits: readonly number[], pace: NonNullable<ReachQuestion['walk']>): Alone {
  const state = createWalkState(network, demand, { lng: Float64Array.of(NaN), lat: Float64Array.of(NaN) }, limits, { ...pace, maxM: Math.max(0, ...limits) })
  return { within: state.reach.within, to: ([lng, lat]) => state.moveSite(0, lng, lat) }
}

/** Where the legal circle and the elder walk disagree: inside the circle and yet too far on foot, and the reverse. */
import { asksReach } from '../asks-reach'
import type { Judged, Judging } from '../evaluator'
import { evaluators } from '../evaluators'
import { reachOfPeople } from '../people-within-reach'
import { readAs, speedOf } from '../reach-asked'
import { isWithin, type PointReach } from '../reach-figures'
import type { State, UnitResult } from '../result'
import { reachOfShare } from '../unit-share'

export type DisagreementSide = 'circle-only' | 'walk-only'

export type PointDisagreement = {
  readonly id: string
  /** Id of the unit that holds it; null: none. */
  readonly area: string | null
  readonly side: DisagreementSide
  /** People of the clause's group; null: unknown. */
  readonly people: number | null
  readonly circleMetres: number | null
  /** null: no street leads to any facility. */
  readonly walkMetres: number | null
  readonly walkMinutes: number | null
  /** Nearest in a straight line, and nearest on foot. */
  readonly circleFacility: string | null
  readonly walkFacility: string | null
}

export type UnitDisagreement = {
  readonly id: string
  readonly name: string
  readonly side: DisagreementSide
  /** Share of its people within each; null: unknown. */
  readonly circle: number | null
  readonly walk: number | null
}

export type WalkDisagreement = {
  /** The largest first. */
  readonly points: readonly PointDisagreement[]
  /** null: nobody says how many live at any of its points. */
  readonly people: { readonly [side in DisagreementSide]: number | null }
  /** Points of each side of which nobody says so. */
  readonly uncounted: { readonly [side in DisagreementSide]: number }
  /** Units reached by the one and not by the other (unitReached). */
  readonly units: readonly UnitDisagreement[]
  /** Points over 100 m from any street: in neither half of the walk. */
  readonly offStreets: number
}

/** null: the clause does not ask how far people are. Streets must be at hand (walkLack). */
export function walkDisagreement(judging: Judging): WalkDisagreement | null {
  const circle = reachOf(readAs(judging, 'circle'))
  const walk = reachOf(readAs(judging, 'walk'))
  if (!circle || !walk) return null
  const { people } = walk.near
  const speed = speedOf(judging)
  const points: PointDisagreement[] = []
  const sums = { 'circle-only': { people: 0, points: 0, uncounted: 0 }, 'walk-only': { people: 0, points: 0, uncounted: 0 } }
  let offStreets = 0
  for (let point = 0; point < people.id.length; point++) {
    if (!walk.inScope(point)) continue
    const out = walk.near.leftOut(point)
    if (out === 'snap-too-far') offStreets++
    if (out !== null) continue
    const inCircle = isWithin(circle.metres[point]!, circle.limit, circle.at)
    if (inCircle === isWithin(walk.metres[point]!, walk.limit, walk.at)) continue
    const side = inCircle ? 'circle-only' : 'walk-only'
    const count = known(people[walk.key][point]!)
    sums[side].people += count ?? 0
    sums[side].points++
    if (count === null) sums[side].uncounted++
    const walkMetres = known(walk.metres[point]!)
    points.push({
      id: people.id[point]!,
      area: people.area[point] === -1 ? null : judging.study.areas[people.area[point]!]!.id,
      side,
      people: count,
      circleMetres: known(circle.metres[point]!),
      walkMetres,
      walkMinutes: walkMetres === null ? null : walkMetres / speed / 60,
      circleFacility: nearestOf(circle, point),
      walkFacility: nearestOf(walk, point),
    })
  }
  points.sort((a, b) => (b.people ?? -1) - (a.people ?? -1) || (a.id < b.id ? -1 : 1))
  const peopleOf = (side: DisagreementSide): number | null => (sums[side].points > 0 && sums[side].uncounted === sums[side].points ? null : sums[side].people)
  return { points, people: { 'circle-only': peopleOf('circle-only'), 'walk-only': peopleOf('walk-only') }, uncounted: { 'circle-only': sums['circle-only'].uncounted, 'walk-only': sums['walk-only'].uncounted }, units: unitsApart(judged(readAs(judging, 'circle')), judged(readAs(judging, 'walk'))), offStreets }
}

/** By the clause's own verdict on the unit; where the document states no share, when half of its people or more are within. null: not known. */
export function unitReached({ state, value }: Pick<UnitResult, 'state' | 'value'>): boolean | null {
  if (state === 'met' || state === 'unmet') return state === 'met'
  return value === null ? null : value >= 0.5
}

/** The clause's figures under a reading. */
export function judged(judging: Judging): Judged {
  const evaluator = evaluators.find(({ id }) => id === judging.clause.evaluator)
  if (!evaluator) throw new Error(`no evaluator ${judging.clause.evaluator}`)
  return evaluator.judge(judging)
}

/** The distances that decide the clause as it is read; null: it does not ask for any. */
export const reachOf = (judging: Judging): PointReach | null => (!asksReach(judging) ? null : judging.clause.evaluator === 'unit-share' ? reachOfShare(judging) : reachOfPeople(judging))

function unitsApart(circle: { readonly units: readonly UnitResult[] }, walk: { readonly units: readonly UnitResult[] }): UnitDisagreement[] {
  const onFoot = new Map(walk.units.map((unit) => [unit.id, unit]))
  return circle.units.flatMap((unit): UnitDisagreement[] => {
    const other = onFoot.get(unit.id)
    const [a, b]: readonly (State | boolean | null)[] = [unitReached(unit), other ? unitReached(other) : null]
    if (a === null || b === null || a === b) return []
    return [{ id: unit.id, name: unit.name, side: a ? 'circle-only' : 'walk-only', circle: unit.value, walk: other?.value ?? null }]
  })
}

const nearestOf = ({ near }: PointReach, point: number): string | null => (near.reach.nearest[point] === -1 ? null : near.sites[near.reach.nearest[point]!]!.id)
const known = (value: number): number | null => (Number.isNaN(value) ? null : value)

/** Share of people (or of units) within a time or distance of a facility: the 10- and 15-minute circles. */
import type { PeopleKey } from '../model/build-people'
import type { Area, Facility, Options } from '../model/study'
import { standsOutside } from '../reach/reach-study'
import { walkLack } from '../reach/study-walk'
import { bothModels } from './both-models'
import { equal, meets, missing } from './compare'
import { explainReach } from './explain-reach'
import { wholeUp } from './countable'
import { blank, quotient, sumOfShortfalls, thresholdOf, undecidedWhy, unitOfFigure, type Evaluator, type Judged, type Judging } from './evaluator'
import { anyOf, kindSets, matches, stagesCounted, whyNot, type FacilityTest } from './match'
import { addPoint, distancesTo, isWithin, metresWithin, nearest, noPeople, type Near, type PeopleWithin, type PointReach } from './reach-figures'
import { metresOf, modelOf, peopleKeyOf, readAs, type ReachAsked } from './reach-asked'
import type { Excluded, State, UnitResult, Why } from './result'
import { unitsInScope, type UnitsWanted } from './units-in-scope'

export type ReachParameters = {
  readonly judgedAt: string
  readonly reach: ReachAsked & { readonly at: 'most' | 'below' }
  readonly facility: FacilityTest
  readonly serviceGroups: readonly { readonly id: string; readonly services: readonly string[]; readonly kinds: readonly string[] }[] | null
  readonly people: { readonly measure: PeopleKey }
  readonly units: UnitsWanted
}

export const peopleWithinReach: Evaluator = { id: 'people-within-reach', judge, explain: explainReach }

function judge(judging: Judging): Judged {
  const { study, clause, reading } = judging
  const parameters = clause.parameters as unknown as ReachParameters
  const model = modelOf(judging)
  const lack = model === 'walk' ? walkLack(study) : null
  if (lack) return blank('no-data', unitOfFigure(clause), [{ code: lack }])
  const { test, sure, unsure } = facilitiesOf(judging)
  const key = peopleKeyOf(judging, parameters.people.measure)
  const limit = metresOf(judging, parameters.reach)
  const inside = insideTest(judging, parameters, sure, limit)
  const generous = unsure.length > 0 || inside.unsure || inside.near.sitesLeftOut.length > 0 ? insideTest(judging, parameters, [...sure, ...unsure], limit, true) : inside
  const figures = countedPeople(judging, parameters, inside, generous, key, limit)
  const excluded: Excluded[] = [
    ...unsure.map((facility) => ({ id: facility.id, why: whyNot(facility, test, judging.facts) ?? 'class-unknown' })),
    ...sure.filter((facility) => facility.at === null).map((facility) => ({ id: facility.id, why: 'no-position' })),
    ...inside.near.sitesLeftOut.map(({ id }) => ({ id, why: 'snap-too-far' })),
    ...figures.excluded,
  ].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  const noPlace = [...sure, ...unsure].some((facility) => facility.at === null)
  return { ...decided(judging, figures, noPlace), unit: unitOfFigure(clause), units: figures.units, excluded, problems: [], figures: { metres: limit, people: key, from: inside.near.from, facilities: sure.length, ...figures.more, ...(byUnits(reading) ? { reachUnit: String(reading.reachUnit) } : {}), ...bothModels(judging, parameters.reach, (other) => (other === model ? figures.total : totalBy(readAs(judging, other), sure))) } }
}

/** The people within by one model, all facilities of unknown class aside. */
function totalBy(judging: Judging, sure: readonly Facility[]): PeopleWithin {
  const parameters = judging.clause.parameters as unknown as ReachParameters
  const limit = metresOf(judging, parameters.reach)
  const inside = insideTest(judging, parameters, sure, limit)
  return countedPeople(judging, parameters, inside, inside, peopleKeyOf(judging, parameters.people.measure), limit).total
}

/** Facilities that surely count for the clause, and those that may. */
export function facilitiesOf(judging: Judging): { readonly test: FacilityTest; readonly sure: readonly Facility[]; readonly unsure: readonly Facility[] } {
  const test = testOf(judging, judging.clause.parameters as unknown as ReachParameters)
  const sure: Facility[] = []
  const unsure: Facility[] = []
  for (const facility of judging.study.facilities) {
    const answer = matches(facility, test, judging.facts)
    if (answer !== 'no') (answer === 'yes' ? sure : unsure).push(facility)
  }
  return { test, sure, unsure }
}

/** The share is of units and not of people (SETTLED 39). */
const byUnits = (reading: Options): boolean => reading.reachUnit !== undefined && reading.reachUnit !== 'people'

function testOf({ reading }: Judging, { facility }: ReachParameters): FacilityTest {
  const stages = stagesCounted(reading, facility.stages)
  // Every care facility, of any level (SETTLED 39).
  if (reading.circleKinds === 'all-care') return { kinds: kindSets['all-care']!, levels: null, stages }
  return { ...facility, stages }
}

type Inside = { readonly near: Near; readonly of: (point: number) => boolean; readonly groups: readonly { readonly id: string; readonly sites: readonly Facility[]; readonly of: (point: number) => boolean }[]; readonly unsure: boolean }

/** Is a demand point within reach? With service groups: of every group. `generous` counts what is unknown as there. */
function insideTest(judging: Judging, parameters: ReachParameters, facilities: readonly Facility[], limit: number, generous = false): Inside {
  const model = modelOf(judging)
  const near = nearest(judging.study, facilities, model)
  if (!parameters.serviceGroups) return { near, of: withinOf(facilities, near.reach.metres), groups: [], unsure: false }
  let unsure = false
  const groups = parameters.serviceGroups.map((group) => {
    const has = (facility: Facility) =>
      anyOf([
        group.kinds.length > 0 && facility.kind !== null && group.kinds.includes(facility.kind) ? 'yes' : 'no',
        facility.services === null ? 'unknown' : group.services.some((service) => facility.services!.includes(service)) ? 'yes' : 'no',
      ])
    const members = facilities.filter((facility) => {
      const answer = has(facility)
      if (answer === 'unknown') unsure = true
      return answer === 'yes' || (generous && answer === 'unknown')
    })
    const { sites, metres } = metresWithin(judging.study, members, limit, model)
    return { id: group.id, sites, of: withinOf(members, metres) }
  })
  return { near, of: (point) => groups.every((group) => group.of(point)), groups, unsure }

  function withinOf(members: readonly Facility[], metres: Float64Array): (point: number) => boolean {
    const { at } = parameters.reach
    const own = new Set(members)
    const off = generous ? near.sitesLeftOut.filter((site) => own.has(site)) : []
    if (off.length === 0) return (point) => isWithin(metres[point]!, limit, at)
    // A facility beside the streets may be walked to by those who are that near in a straight line.
    const beside = metresWithin(judging.study, off, limit).metres
    return (point) => isWithin(metres[point]!, limit, at) || isWithin(beside[point]!, limit, at)
  }
}

/** How far each point of the scope is, by the model in force; facilities of unknown class aside. */
export function reachOfPeople(judging: Judging): PointReach {
  const { study, roster, reading } = judging
  const parameters = judging.clause.parameters as unknown as ReachParameters
  const limit = metresOf(judging, parameters.reach)
  const { near, groups } = insideTest(judging, parameters, facilitiesOf(judging).sure, limit)
  // Asked for at any distance, group by group.
  const ofGroups = groups.map(({ sites }) => nearest(study, sites, modelOf(judging)).reach.metres)
  const metres = ofGroups.length === 0 ? near.reach.metres : Float64Array.from(near.reach.metres, (_, point) => Math.max(...ofGroups.map((group) => group[point]!)))
  const ids = new Set(unitsInScope(judging, parameters.units, null).units.map(({ id }) => id))
  const whole = reading.reachScope === 'whole' || roster.areas.length === 0
  const inside = study.areas.map(({ id }) => whole || roster.chainOf(id).some((above) => ids.has(above.id)))
  return { near, metres, limit, at: parameters.reach.at, key: peopleKeyOf(judging, parameters.people.measure), inScope: (point) => (near.people.area[point] === -1 ? whole : inside[near.people.area[point]!]!) }
}

type Counted = {
  readonly units: readonly UnitResult[]
  readonly total: PeopleWithin
  /** People within when every unknown facility counts as well. */
  readonly generous: number
  readonly excluded: readonly Excluded[]
  readonly more: Readonly<Record<string, number | string | null>>
  /** Units in the circle, all units, and how many more may be in it: those that cannot be told, or are in it if an unknown facility counts. */
  readonly inUnits: { readonly inside: number; readonly judged: number; readonly perhaps: number; readonly untold: number } | null
}

/** The points of a unit under one answer to what counts as reached. */
type Reached = { sum: PeopleWithin; any: boolean; every: boolean }
type OfUnit = { readonly sure: Reached; readonly generous: Reached; nearestPoint: number }

function countedPeople(judging: Judging, parameters: ReachParameters, inside: Inside, generous: Inside, key: PeopleKey, limit: number): Counted {
  const { study, roster, reading } = judging
  const { near } = inside
  const { people } = near
  const { metres } = near.reach
  const scope = unitsInScope(judging, parameters.units, null)
  const whole = reading.reachScope === 'whole' || roster.areas.length === 0
  const none = (): Reached => ({ sum: noPeople(), any: false, every: true })
  const sums = new Map(scope.units.map((unit): [string, OfUnit] => [unit.id, { sure: none(), generous: none(), nearestPoint: -1 }]))
  const unitOfArea = study.areas.map((area) => sums.get(roster.chainOf(area.id).find((above) => sums.has(above.id))?.id ?? ''))
  const total = noPeople()
  const apart = noPeople()
  const groupSums = inside.groups.map(() => noPeople())
  let generousWithin = 0
  const excluded: Excluded[] = []
  for (let point = 0; point < people.id.length; point++) {
    const area = people.area[point]!
    const unit = area === -1 ? undefined : unitOfArea[area]
    const isIn = inside.of(point)
    const mayBeIn = generous === inside ? isIn : generous.of(point)
    if (unit) {
      reachPoint(unit.sure, near, key, point, isIn)
      if (generous !== inside) reachPoint(unit.generous, near, key, point, mayBeIn)
      if (!Number.isNaN(metres[point]!) && (unit.nearestPoint === -1 || metres[point]! < metres[unit.nearestPoint]!)) unit.nearestPoint = point
    } else if (!whole) {
      addPoint(apart, near, key, point, isIn)
      continue
    }
    const count = people[key][point]!
    const out = near.leftOut(point)
    if (Number.isNaN(count) || out !== null) excluded.push({ id: people.id[point]!, why: out ?? 'people-unknown' })
    else if (mayBeIn) generousWithin += count
    addPoint(total, near, key, point, isIn)
    inside.groups.forEach((group, index) => addPoint(groupSums[index]!, near, key, point, group.of(point)))
  }
  const ownPoints = reading.reachUnit === 'unit-point' ? { sure: unitPoints(judging, scope.units, inside, limit), generous: unitPoints(judging, scope.units, generous, limit) } : null
  const inCircle = (unit: Area, of: OfUnit, which: 'sure' | 'generous'): boolean | null => circleOf(reading.reachUnit, generous === inside ? of.sure : of[which], ownPoints?.[which].get(unit.id) ?? null)
  const answers = scope.units.map((unit) => ({ sure: inCircle(unit, sums.get(unit.id)!, 'sure'), generous: inCircle(unit, sums.get(unit.id)!, 'generous') }))
  const units = scope.units.map((unit, index) => unitResult(judging, unit, sums.get(unit.id)!, answers[index]!.sure, near))
  const told = answers.filter(({ sure }) => sure !== null)
  return {
    units,
    total,
    generous: generousWithin,
    excluded,
    more: { points: total.points, unplaced: total.unplaced, unknownCount: total.unknownCount, ...(modelOf(judging) === 'walk' ? { offStreets: total.offStreets } : {}), apartWithin: apart.within, apartAll: apart.all, ...Object.fromEntries(inside.groups.map((group, index) => [`group:${group.id}`, quotient(groupSums[index]!.within, groupSums[index]!.all)])) },
    inUnits: byUnits(reading) ? { inside: told.filter(({ sure }) => sure).length, judged: told.length, perhaps: told.filter(({ sure, generous: may }) => !sure && may).length, untold: answers.length - told.length } : null,
  }
}

function reachPoint(reached: Reached, near: Near, key: PeopleKey, point: number, isIn: boolean): void {
  addPoint(reached.sum, near, key, point, isIn)
  // A point without a place is neither in nor out.
  if (near.leftOut(point) !== null) return
  reached.any ||= isIn
  reached.every &&= isIn
}

function unitResult(judging: Judging, unit: Area, { sure: { sum }, nearestPoint }: OfUnit, inCircle: boolean | null, { reach, sites }: Near): UnitResult {
  const closest = nearestPoint === -1 ? null : sites[reach.nearest[nearestPoint]!]!
  const outside = closest === null ? null : standsOutside(judging.study, closest)
  const value = quotient(sum.within, sum.all)
  const threshold = thresholdOf(judging)
  const unsaid: Why[] = value === null ? [{ code: sum.points === 0 ? 'no-people' : 'people-unknown' }] : []
  const state: State = value === null ? 'no-data' : threshold === null ? 'undecided' : meets(value, threshold) ? 'met' : 'unmet'
  return {
    id: unit.id,
    name: unit.name,
    kind: 'area',
    state,
    numerator: value === null ? null : sum.within,
    denominator: value === null ? null : sum.all,
    value,
    shortfall: value === null || threshold === null ? null : wholeUp(missing(threshold.value * sum.all, sum.within), true),
    why: outside ? [...unsaid, { code: 'nearest-outside', detail: closest!.id }] : unsaid,
    counted: closest === null ? [] : [closest.id],
    figures: { nearestMetres: nearestPoint === -1 ? null : reach.metres[nearestPoint]!, inCircle: inCircle === null ? null : inCircle ? 1 : 0, points: sum.points, unplaced: sum.unplaced, unknownCount: sum.unknownCount, ...(modelOf(judging) === 'walk' ? { offStreets: sum.offStreets } : {}), ...(outside === null ? {} : { nearestOutside: outside ? 1 : 0 }) },
  }
}

/** Whether a unit is in the circle under the reading of reachUnit; null when it cannot be told. */
function circleOf(reading: unknown, { sum, any, every }: Reached, ownPoint: boolean | null): boolean | null {
  const placed = sum.points - sum.unplaced - sum.offStreets
  const share = quotient(sum.within, sum.all)
  switch (reading) {
    case 'unit-point':
      return ownPoint
    case 'any-point':
      return placed === 0 ? null : any
    case 'all-points':
      return placed === 0 ? null : every
    case 'half-of-people':
      return share === null ? null : share >= 0.5 || equal(share, 0.5)
    default:
      return null
  }
}

/** Which units have their own point, from the roster, within reach of the same facilities; a unit without a point is not among them. */
function unitPoints(judging: Judging, units: readonly Area[], inside: Inside, limit: number): ReadonlyMap<string, boolean> {
  const { reach } = judging.clause.parameters as unknown as ReachParameters
  const placed = units.filter(({ at }) => at !== null)
  const points = { lng: Float64Array.from(placed, ({ at }) => at![0]), lat: Float64Array.from(placed, ({ at }) => at![1]) }
  const groups = (inside.groups.length > 0 ? inside.groups : [inside.near]).map(({ sites }) => distancesTo(judging.study, points, sites, modelOf(judging)))
  return new Map(placed.map((unit, index) => [unit.id, groups.every((metres) => isWithin(metres[index]!, limit, reach.at))]))
}

function decided(judging: Judging, counted: Counted, noPlace: boolean): Pick<Judged, 'state' | 'numerator' | 'denominator' | 'value' | 'threshold' | 'shortfall' | 'shortfallOfUnits' | 'why'> {
  const { clause } = judging
  const threshold = thresholdOf(judging)
  const { inUnits, total } = counted
  const numerator = inUnits ? inUnits.inside : total.within
  const denominator = inUnits ? inUnits.judged : total.all
  const value = quotient(numerator, denominator)
  const shortfallOfUnits = sumOfShortfalls(counted.units)
  if (value === null) {
    // People are there but nobody says how many, or where: no-data. Nobody at all: nothing to judge.
    const state: State = total.points === 0 && counted.units.length === 0 && judging.roster.areas.length > 0 ? 'not-applicable' : 'no-data'
    return { state, numerator: null, denominator: null, value, threshold, shortfall: null, shortfallOfUnits, why: [{ code: state === 'not-applicable' ? 'no-such-unit' : total.unplaced === total.points ? 'no-position' : total.points > 0 && total.unplaced + total.offStreets === total.points ? 'snap-too-far' : 'people-unknown' }] }
  }
  // Units that cannot be told are kept out of both halves, but a pass must stand even if none of them is in the circle.
  const least = inUnits ? numerator / (denominator + inUnits.untold) : value
  const most = inUnits ? (numerator + inUnits.perhaps + inUnits.untold) / (denominator + inUnits.untold) : counted.generous / denominator
  const passes = threshold !== null && meets(least, threshold)
  const mayPass = threshold !== null && (noPlace || meets(most, threshold))
  const state: State = threshold === null ? 'undecided' : passes ? 'met' : mayPass ? 'no-data' : 'unmet'
  const why: Why[] = threshold === null ? [undecidedWhy(clause)] : state === 'no-data' ? [{ code: noPlace ? 'no-position' : 'unknown-may-change' }] : threshold.own ? [{ code: 'own-threshold' }] : []
  return { state, numerator, denominator, value, threshold, shortfall: threshold === null ? null : wholeUp(missing(threshold.value * denominator, numerator), true), shortfallOfUnits, why }
}

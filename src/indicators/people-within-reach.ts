/** Share of people (or of units) within a time or distance of a facility: the 10- and 15-minute circles. */
import type { PeopleKey } from '../model/build-people'
import type { Area, Facility } from '../model/study'
import { equal, meets, missing } from './compare'
import { explainReach } from './explain-reach'
import { quotient, sumOfShortfalls, thresholdOf, undecidedWhy, unitOfFigure, type Evaluator, type Judged, type Judging } from './evaluator'
import { anyOf, kindSets, matches, stagesCounted, whyNot, type FacilityTest } from './match'
import { addPoint, isWithin, nearest, noPeople, type Near, type PeopleWithin } from './reach-figures'
import { metresOf, peopleKeyOf, type ReachAsked } from './reach-asked'
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
  const test = testOf(judging, parameters)
  const answers = study.facilities.map((facility) => ({ facility, answer: matches(facility, test, judging.facts) }))
  const sure = answers.filter(({ answer }) => answer === 'yes').map(({ facility }) => facility)
  const unsure = answers.filter(({ answer }) => answer === 'unknown').map(({ facility }) => facility)
  const key = peopleKeyOf(judging, parameters.people.measure)
  const limit = metresOf(judging, parameters.reach)
  const inside = insideTest(judging, parameters, sure, limit)
  const withUnsure = unsure.length > 0 || inside.unsure ? insideTest(judging, parameters, [...sure, ...unsure], limit, true) : inside
  const figures = countedPeople(judging, parameters, inside, withUnsure, key)
  const excluded: Excluded[] = [
    ...unsure.map((facility) => ({ id: facility.id, why: whyNot(facility, test, judging.facts) ?? 'class-unknown' })),
    ...sure.filter((facility) => facility.at === null).map((facility) => ({ id: facility.id, why: 'no-position' })),
    ...figures.excluded,
  ].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  const noPlace = [...sure, ...unsure].some((facility) => facility.at === null)
  return { ...decided(judging, figures, key, noPlace), unit: unitOfFigure(clause), units: figures.units, excluded, problems: [], figures: { metres: limit, people: key, from: inside.near.from, facilities: sure.length, ...figures.more, ...(reading.reachUnit === 'people' || reading.reachUnit === undefined ? {} : { reachUnit: String(reading.reachUnit) }) } }
}

function testOf({ reading }: Judging, { facility }: ReachParameters): FacilityTest {
  const stages = stagesCounted(reading, facility.stages)
  // Every care facility, of any level (SETTLED 39).
  if (reading.circleKinds === 'all-care') return { kinds: kindSets['all-care']!, levels: null, stages }
  return { ...facility, stages }
}

type Inside = { readonly near: Near; readonly of: (point: number) => boolean; readonly groups: readonly { readonly id: string; readonly of: (point: number) => boolean }[]; readonly unsure: boolean }

/** Is a demand point within reach? With service groups: of every group. `generous` counts what is unknown as there. */
function insideTest(judging: Judging, parameters: ReachParameters, facilities: readonly Facility[], limit: number, generous = false): Inside {
  const near = nearest(judging.study, facilities)
  const within = (reach: Near) => (point: number) => isWithin(reach.reach.metres[point]!, limit, parameters.reach.at)
  if (!parameters.serviceGroups) return { near, of: within(near), groups: [], unsure: false }
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
    return { id: group.id, of: within(nearest(judging.study, members)) }
  })
  return { near, of: (point) => groups.every((group) => group.of(point)), groups, unsure }
}

type Counted = {
  readonly units: readonly UnitResult[]
  readonly total: PeopleWithin
  /** People within when every unknown facility counts as well. */
  readonly generous: number
  readonly excluded: readonly Excluded[]
  readonly more: Readonly<Record<string, number | string | null>>
  readonly inUnits: { readonly inside: number; readonly judged: number } | null
}

function countedPeople(judging: Judging, parameters: ReachParameters, inside: Inside, generous: Inside, key: PeopleKey): Counted {
  const { study, roster, reading } = judging
  const { people } = inside.near
  const scope = unitsInScope(judging, parameters.units, null)
  const whole = reading.reachScope === 'whole' || roster.areas.length === 0
  const sums = new Map(scope.units.map((unit) => [unit.id, { sum: noPeople(), nearestPoint: -1, any: false, every: true }]))
  const unitOfArea = study.areas.map((area) => roster.chainOf(area.id).find((above) => sums.has(above.id))?.id)
  const total = noPeople()
  const apart = noPeople()
  const groupSums = inside.groups.map(() => noPeople())
  let generousWithin = 0
  const excluded: Excluded[] = []
  for (let point = 0; point < people.id.length; point++) {
    const area = people.area[point]!
    const id = area === -1 ? undefined : unitOfArea[area]
    const isIn = inside.of(point)
    const unit = id === undefined ? undefined : sums.get(id)
    if (unit) {
      addPoint(unit.sum, people, key, point, isIn)
      const metres = inside.near.reach.metres[point]!
      if (!Number.isNaN(metres) && (unit.nearestPoint === -1 || metres < inside.near.reach.metres[unit.nearestPoint]!)) unit.nearestPoint = point
      unit.any ||= isIn
      unit.every &&= isIn
    }
    if (!unit && !whole) {
      addPoint(apart, people, key, point, isIn)
      continue
    }
    const counted = !Number.isNaN(people[key][point]!) && !Number.isNaN(people.lng[point]!)
    if (!counted) excluded.push({ id: people.id[point]!, why: Number.isNaN(people.lng[point]!) ? 'no-position' : 'people-unknown' })
    addPoint(total, people, key, point, isIn)
    inside.groups.forEach((group, index) => addPoint(groupSums[index]!, people, key, point, group.of(point)))
    if (counted && generous.of(point)) generousWithin += people[key][point]!
  }
  const units = scope.units.map((unit) => unitResult(judging, unit, sums.get(unit.id)!, inside))
  const judged = units.filter((unit) => unit.figures?.inCircle !== null)
  return {
    units,
    total,
    generous: generousWithin,
    excluded,
    more: { points: total.points, unplaced: total.unplaced, unknownCount: total.unknownCount, apartWithin: apart.within, apartAll: apart.all, ...Object.fromEntries(inside.groups.map((group, index) => [`group:${group.id}`, quotient(groupSums[index]!.within, groupSums[index]!.all)])) },
    inUnits: reading.reachUnit === undefined || reading.reachUnit === 'people' ? null : { inside: judged.filter((unit) => unit.figures!.inCircle === 1).length, judged: judged.length },
  }
}

function unitResult(judging: Judging, unit: Area, { sum, nearestPoint, any, every }: { sum: PeopleWithin; nearestPoint: number; any: boolean; every: boolean }, inside: Inside): UnitResult {
  const { reading } = judging
  const value = quotient(sum.within, sum.all)
  const threshold = thresholdOf(judging)
  const inCircle = circleOf(reading.reachUnit, { value, points: sum.points, any, every, unitPoint: () => unitPointInside(judging, unit, inside) })
  const unsaid: Why[] = value === null ? [{ code: sum.points === 0 ? 'no-people' : 'people-unknown' }] : []
  const state: State = value === null ? 'no-data' : threshold === null ? 'undecided' : meets(value, threshold) ? 'met' : 'unmet'
  const { reach, sites } = inside.near
  return {
    id: unit.id,
    name: unit.name,
    kind: 'area',
    state,
    numerator: value === null ? null : sum.within,
    denominator: value === null ? null : sum.all,
    value,
    shortfall: value === null || threshold === null ? null : missing(threshold.value * sum.all, sum.within),
    why: unsaid,
    counted: nearestPoint === -1 ? [] : [sites[reach.nearest[nearestPoint]!]!.id],
    figures: { nearestMetres: nearestPoint === -1 ? null : reach.metres[nearestPoint]!, inCircle: inCircle === null ? null : inCircle ? 1 : 0, points: sum.points, unplaced: sum.unplaced, unknownCount: sum.unknownCount },
  }
}

/** Whether a unit is in the circle under the reading of reachUnit; null when it cannot be told. */
function circleOf(reading: unknown, unit: { value: number | null; points: number; any: boolean; every: boolean; unitPoint: () => boolean | null }): boolean | null {
  switch (reading) {
    case 'unit-point':
      return unit.unitPoint()
    case 'any-point':
      return unit.points === 0 ? null : unit.any
    case 'all-points':
      return unit.points === 0 ? null : unit.every
    case 'half-of-people':
      return unit.value === null ? null : unit.value >= 0.5 || equal(unit.value, 0.5)
    default:
      return null
  }
}

/** The unit's own point, from the roster, against the same facilities. */
function unitPointInside(judging: Judging, unit: Area, inside: Inside): boolean | null {
  const { study, clause } = judging
  if (!unit.at) return null
  const parameters = clause.parameters as unknown as ReachParameters
  const near = nearest({ ...study, people: null, compounds: [], areas: [{ ...unit, parent: null }] }, inside.near.sites)
  return isWithin(near.reach.metres[0]!, metresOf(judging, parameters.reach), parameters.reach.at)
}

function decided(judging: Judging, counted: Counted, _key: PeopleKey, noPlace: boolean): Pick<Judged, 'state' | 'numerator' | 'denominator' | 'value' | 'threshold' | 'shortfall' | 'shortfallOfUnits' | 'why'> {
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
    return { state, numerator: null, denominator: null, value, threshold, shortfall: null, shortfallOfUnits, why: [{ code: state === 'not-applicable' ? 'no-such-unit' : total.unplaced === total.points ? 'no-position' : 'people-unknown' }] }
  }
  const passes = threshold !== null && meets(value, threshold)
  const mayPass = threshold !== null && (noPlace || (inUnits === null && denominator > 0 && meets(counted.generous / denominator, threshold)))
  const state: State = threshold === null ? 'undecided' : passes ? 'met' : mayPass ? 'no-data' : 'unmet'
  const why: Why[] = threshold === null ? [undecidedWhy(clause)] : state === 'no-data' ? [{ code: noPlace ? 'no-position' : 'unknown-may-change' }] : threshold.own ? [{ code: 'own-threshold' }] : []
  return { state, numerator, denominator, value, threshold, shortfall: threshold === null ? null : missing(threshold.value * denominator, numerator), shortfallOfUnits, why }
}

/** Share of people (or of units) within a time or distance of a facility: the 10- and 15-minute circles. */
import type { PeopleKey } from '../model/build-people'
import type { Area, Facility, Options } from '../model/study'
import { standsOutside } from '../reach/reach-study'
import { walkLack } from '../reach/study-walk'
import { bothModels } from './both-models'
import { equal, meets, missing } from './compare'
import { explainReach } from './explain-reach'
import { wholeUp } from './countable'
import { blank, quotient, thresholdOf, undecidedWhy, unitOfFigure, type Evaluator, type Judged, type Judging } from './evaluator'
import { anyOf, kindSets, matches, stagesCounted, whyNot, type FacilityTest, type Tri } from './match'
import { blockOfGroup, blocksOfUnits, pointGroups, spanOf, sumOfBlock, tallyOf, together, type PointGroups, type Question, type Reached, type Tally, type Together } from './people-tally'
import { distancesTo, isWithin, metresWithin, nearest, type Near, type PeopleWithin, type PointReach, type ReachModel } from './reach-figures'
import { byOf, metresOf, modelOf, peopleKeyOf, readAs, type ReachAsked } from './reach-asked'
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

export const peopleWithinReach: Evaluator = { id: 'people-within-reach', judge, explain: (judging, result, unit) => explainReach(judging, result, unit, reachOfPeople) }

function judge(judging: Judging): Judged {
  const model = modelOf(judging)
  const lack = model === 'walk' ? walkLack(judging.study) : null
  if (lack) return blank('no-data', unitOfFigure(judging.clause), [{ code: lack }])
  const counted = facilitiesOf(judging)
  return judgedFrom(judging, counted, countPeople(judging, insideOf(judging, counted), parametersOf(judging)))
}

/** What is reached for certain, and what may be if all that is unknown counts: the very same where nothing is. */
export type Insides = { readonly inside: Inside; readonly generous: Inside }

export function insideOf(judging: Judging, { sure, unsure }: CountedFacilities, measures?: Measures): Insides {
  const inside = insideTest(judging, sure, 'sure', measures)
  const unknown = unsure.length > 0 || inside.unsure
  if (!unknown && !(measures?.leavesOut ?? inside.near.sitesLeftOut.length > 0)) return { inside, generous: inside }
  return { inside, generous: insideTest(judging, [...sure, ...unsure], unknown ? 'generous' : 'generous-of-sure', measures) }
}

/** What is reached for certain only. */
export function surelyInside(judging: Judging, { sure }: Pick<CountedFacilities, 'sure'>, measures?: Measures): Insides {
  const inside = insideTest(judging, sure, 'sure', measures)
  return { inside, generous: inside }
}

/** The answer from people who are counted already. */
export function judgedFrom(judging: Judging, { test, sure, unsure }: CountedFacilities, work: PeopleCounted, totalOf: (other: ReachModel) => PeopleWithin = (other) => totalBy(readAs(judging, other), sure)): Judged {
  const { study, clause, reading } = judging
  const parameters = parametersOf(judging)
  const model = modelOf(judging)
  const { near } = work.question
  const figures = figuresOf(judging, work)
  const excluded: Excluded[] = [
    ...unsure.map((facility) => ({ id: facility.id, why: whyNot(facility, test, judging.facts) ?? 'class-unknown' })),
    ...sure.filter((facility) => facility.at === null).map((facility) => ({ id: facility.id, why: 'no-position' })),
    ...near.sitesLeftOut.map(({ id }) => ({ id, why: 'snap-too-far' })),
    ...figures.excluded,
  ].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  const noPlace = sure.some((facility) => facility.at === null) || unsure.some((facility) => facility.at === null)
  const both = walkLack(study) ? {} : bothModels(judging, parameters.reach, (other) => (other === model ? figures.total : totalOf(other)))
  return { ...decided(judging, figures, noPlace), unit: unitOfFigure(clause), units: figures.units, excluded, problems: [], figures: { metres: work.limit, people: work.question.key, from: near.from, facilities: sure.length, ...figures.more, ...(byUnits(reading) ? { reachUnit: String(reading.reachUnit) } : {}), ...both } }
}

const parametersOf = ({ clause }: Pick<Judging, 'clause'>): ReachParameters => clause.parameters as unknown as ReachParameters

/** The people within by one model, all facilities of unknown class aside. */
const totalBy = (judging: Judging, sure: readonly Facility[]): PeopleWithin => totalOf(countPeople(judging, surelyInside(judging, { sure }), parametersOf(judging)))

/** All who are judged, and those within. */
export const totalOf = (work: PeopleCounted): PeopleWithin => together(judgedBlocks(work), work.question.groups.length).total

/** sure: those that count; unsure: those that may, a needed cell being blank. */
export type CountedFacilities = { readonly test: FacilityTest; readonly sure: readonly Facility[]; readonly unsure: readonly Facility[] }

/** Facilities that surely count for the clause, and those that may. */
export function facilitiesOf(judging: Judging): CountedFacilities {
  const test = testOf(judging, parametersOf(judging))
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

export type Inside = { readonly near: Near; readonly of: (point: number) => boolean; readonly groups: readonly { readonly id: string; readonly sites: readonly Facility[]; readonly of: (point: number) => boolean }[]; readonly unsure: boolean }

/** Where the distances come from. `who` says which facilities they are of, whatever ledger holds them. */
export type Measures = {
  readonly nearest: (who: Who) => Near
  readonly within: (who: Who, limit: number) => { readonly sites: readonly Facility[]; readonly metres: Float64Array }
  /** Metres in a straight line, up to the limit, to those facilities that nobody walks to; `most` as they were asked for. null: nobody is left out. */
  readonly beside: (who: Who, most: number, limit: number) => Float64Array | null
  /** Some facility may stand where nobody walks to. */
  readonly leavesOut: boolean
}
/** Two of the same key hold the same facilities of any ledger. */
export type Who = { readonly key: string; readonly has: (facility: Facility) => boolean }

/** generous: what is unknown counts as there, and who is near a facility beside the streets is near it; of-sure: where nothing is unknown. */
type Certainty = 'sure' | 'generous' | 'generous-of-sure'

/** Is a demand point within reach? With service groups: of every group. */
function insideTest(judging: Judging, facilities: readonly Facility[], certainty: Certainty, measures?: Measures): Inside {
  const { study, facts } = judging
  const parameters = parametersOf(judging)
  const limit = metresOf(judging, parameters.reach)
  const by = byOf(judging)
  const test = testOf(judging, parameters)
  const wide = certainty === 'generous'
  const counts = (answer: Tri) => answer === 'yes' || (wide && answer === 'unknown')
  const whole: Who = { key: JSON.stringify([test, wide]), has: (facility) => counts(matches(facility, test, facts)) }
  const near = measures ? measures.nearest(whole) : nearest(study, facilities, by)
  if (!parameters.serviceGroups) return { near, of: withinOf(facilities, near.reach.metres, (kept) => kept.beside(whole, Infinity, limit)), groups: [], unsure: false }
  let unsure = false
  const groups = parameters.serviceGroups.map((group) => {
    const members = facilities.filter((facility) => {
      const answer = offers(facility, group)
      if (answer === 'unknown') unsure = true
      return counts(answer)
    })
    const who: Who = { key: JSON.stringify([test, wide, group]), has: (facility) => whole.has(facility) && counts(offers(facility, group)) }
    const { sites, metres } = measures ? measures.within(who, limit) : metresWithin(study, members, limit, by)
    return { id: group.id, sites, of: withinOf(members, metres, (kept) => kept.beside(who, limit, limit)) }
  })
  return { near, of: (point) => groups.every((group) => group.of(point)), groups, unsure }

  function withinOf(members: readonly Facility[], metres: Float64Array, besideKept: (kept: Measures) => Float64Array | null): (point: number) => boolean {
    const { at } = parameters.reach
    // A facility beside the streets may be walked to by those who are that near in a straight line.
    const beside = certainty === 'sure' ? null : measures ? besideKept(measures) : besideStreets(members)
    if (beside === null) return (point) => isWithin(metres[point]!, limit, at)
    return (point) => isWithin(metres[point]!, limit, at) || isWithin(beside[point]!, limit, at)
  }

  function besideStreets(members: readonly Facility[]): Float64Array | null {
    const own = new Set(members)
    const off = near.sitesLeftOut.filter((site) => own.has(site))
    return off.length === 0 ? null : metresWithin(study, off, limit).metres
  }
}

type ServiceGroup = NonNullable<ReachParameters['serviceGroups']>[number]

/** Does a facility offer the services of a group, by its kind or by its list? */
export const offers = (facility: Facility, group: ServiceGroup): Tri =>
  anyOf([
    group.kinds.length > 0 && facility.kind !== null && group.kinds.includes(facility.kind) ? 'yes' : 'no',
    facility.services === null ? 'unknown' : group.services.some((service) => facility.services!.includes(service)) ? 'yes' : 'no',
  ])

/** How far each point of the scope is, by the model in force; facilities of unknown class aside. */
export function reachOfPeople(judging: Judging): PointReach {
  const { study, roster, reading } = judging
  const parameters = judging.clause.parameters as unknown as ReachParameters
  const limit = metresOf(judging, parameters.reach)
  const { near, groups } = insideTest(judging, facilitiesOf(judging).sure, 'sure')
  // Asked for at any distance, group by group.
  const ofGroups = groups.map(({ sites }) => nearest(study, sites, byOf(judging)).reach.metres)
  const metres = ofGroups.length === 0 ? near.reach.metres : Float64Array.from(near.reach.metres, (_, point) => Math.max(...ofGroups.map((group) => group[point]!)))
  const ids = new Set(unitsInScope(judging, parameters.units, null).units.map(({ id }) => id))
  const whole = reading.reachScope === 'whole' || roster.areas.length === 0
  const inside = study.areas.map(({ id }) => whole || roster.chainOf(id).some((above) => ids.has(above.id)))
  return { near, metres, limit, at: parameters.reach.at, key: peopleKeyOf(judging, parameters.people.measure), inScope: (point) => (near.people.area[point] === -1 ? whole : inside[near.people.area[point]!]!) }
}

type Counted = {
  readonly units: readonly UnitResult[]
  readonly shortfallOfUnits: number | null
  readonly total: PeopleWithin
  /** People within when every unknown facility counts as well. */
  readonly generous: number
  readonly excluded: readonly Excluded[]
  readonly more: Readonly<Record<string, number | string | null>>
  /** Units in the circle, all units, and how many more may be in it: those that cannot be told, or are in it if an unknown facility counts. */
  readonly inUnits: { readonly inside: number; readonly judged: number; readonly perhaps: number; readonly untold: number } | null
}

/** The people of every unit, counted; what is asked of each point, so that one unit can be counted again. */
export type PeopleCounted = {
  readonly question: Question
  readonly limit: number
  readonly scope: readonly Area[]
  readonly points: PointGroups
  /** One for each unit of the scope, then the points of no unit, some at a time. */
  readonly tallies: Tally[]
  /** Sums of the units block by block, then of the points of no unit. */
  readonly blocks: { people: Together; shortfall: number | null }[]
  /** Every point is judged, also those of no unit. */
  readonly whole: boolean
  /** Whether each unit is in the circle: for certain, and if all that is unknown counts; null: it cannot be told. */
  readonly answers: { sure: boolean | null; generous: boolean | null }[]
  readonly units: UnitResult[]
  /** Ids of the units with a point of their own that is within, under the reading that asks for it. */
  readonly ownPoints: { readonly sure: ReadonlyMap<string, boolean>; readonly generous: ReadonlyMap<string, boolean> } | null
}

export function countPeople(judging: Judging, { inside, generous }: Insides, parameters: ReachParameters): PeopleCounted {
  const { study, roster, reading } = judging
  const limit = metresOf(judging, parameters.reach)
  const scope = unitsInScope(judging, parameters.units, null).units
  const numberOf = new Map(scope.map((unit, index) => [unit.id, index]))
  const unitOfArea = study.areas.map((area) => numberOf.get(roster.chainOf(area.id).find((above) => numberOf.has(above.id))?.id ?? '') ?? -1)
  const work: PeopleCounted = {
    question: { near: inside.near, key: peopleKeyOf(judging, parameters.people.measure), sure: inside.of, generous: generous.of, groups: inside.groups.map((group) => group.of) },
    limit,
    scope,
    points: pointGroups(inside.near.people, unitOfArea, scope.length),
    tallies: [],
    blocks: [],
    whole: reading.reachScope === 'whole' || roster.areas.length === 0,
    answers: [],
    units: [],
    ownPoints: reading.reachUnit === 'unit-point' ? { sure: unitPoints(judging, scope, inside, limit), generous: unitPoints(judging, scope, generous, limit) } : null,
  }
  countGroups(judging, work, Array.from({ length: work.points.count }, (_, group) => group))
  return work
}

/** Counts some units anew (the last groups: points of no unit) and adds up the blocks in which they are. */
export function countGroups(judging: Judging, work: PeopleCounted, groups: Iterable<number>): void {
  const blocks = new Set<number>()
  for (const group of groups) {
    countGroup(judging, work, group)
    blocks.add(blockOfGroup(work.points, group))
  }
  for (const block of blocks) {
    const span = spanOf(work.points, block)
    let shortfall: number | null = null
    for (let group = span[0]; group < Math.min(work.units.length, span[1]); group++) {
      const lacking = work.units[group]!.shortfall
      if (lacking !== null) shortfall = (shortfall ?? 0) + lacking
    }
    work.blocks[block] = { people: sumOfBlock(work.tallies, span, work.question.groups.length), shortfall }
  }
}

function countGroup(judging: Judging, work: PeopleCounted, group: number): void {
  const { question, scope, tallies, answers, units, ownPoints } = work
  const tally = tallyOf(work.points, group, question)
  tallies[group] = tally
  const unit = scope[group]
  if (!unit) return
  const inCircle = (which: 'sure' | 'generous') => circleOf(judging.reading.reachUnit, question.generous === question.sure ? tally.sure : tally[which], ownPoints?.[which].get(unit.id) ?? null)
  answers[group] = { sure: inCircle('sure'), generous: inCircle('generous') }
  units[group] = unitResult(judging, unit, tally, answers[group]!.sure, question.near)
}

/** Blocks of those who are judged. */
const judgedBlocks = ({ points, blocks, whole }: PeopleCounted): Together[] => blocks.slice(0, whole ? blocks.length : blocksOfUnits(points)).map(({ people }) => people)

function figuresOf(judging: Judging, work: PeopleCounted): Counted {
  const { question, points, blocks, whole, answers, units } = work
  const groupIds = parametersOf(judging).serviceGroups?.map(({ id }) => id) ?? []
  const { total, generous, groups, excluded } = together(judgedBlocks(work), question.groups.length)
  const apart = together(whole ? [] : blocks.slice(blocksOfUnits(points)).map(({ people }) => people), question.groups.length).total
  const told = byUnits(judging.reading) ? answers.filter(({ sure }) => sure !== null) : []
  return {
    units: units.slice(),
    // Whole people: in whatever order they are added, the sum is the same.
    shortfallOfUnits: blocks.reduce<number | null>((sum, { shortfall }) => (shortfall === null ? sum : (sum ?? 0) + shortfall), null),
    total,
    generous,
    excluded,
    more: { points: total.points, unplaced: total.unplaced, unknownCount: total.unknownCount, ...(modelOf(judging) === 'walk' ? { offStreets: total.offStreets } : {}), apartWithin: apart.within, apartAll: apart.all, ...Object.fromEntries(groups.map((group, index) => [`group:${groupIds[index]!}`, quotient(group.within, group.all)])) },
    inUnits: byUnits(judging.reading) ? { inside: told.filter(({ sure }) => sure).length, judged: told.length, perhaps: told.filter(({ sure, generous: may }) => !sure && may).length, untold: answers.length - told.length } : null,
  }
}

function unitResult(judging: Judging, unit: Area, { sure: { sum }, nearestPoint }: Tally, inCircle: boolean | null, { reach, sites }: Near): UnitResult {
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
  const groups = (inside.groups.length > 0 ? inside.groups : [inside.near]).map(({ sites }) => distancesTo(judging.study, points, sites, byOf(judging)))
  return new Map(placed.map((unit, index) => [unit.id, groups.every((metres) => isWithin(metres[index]!, limit, reach.at))]))
}

function decided(judging: Judging, counted: Counted, noPlace: boolean): Pick<Judged, 'state' | 'numerator' | 'denominator' | 'value' | 'threshold' | 'shortfall' | 'shortfallOfUnits' | 'why'> {
  const { clause } = judging
  const threshold = thresholdOf(judging)
  const { inUnits, total, shortfallOfUnits } = counted
  const numerator = inUnits ? inUnits.inside : total.within
  const denominator = inUnits ? inUnits.judged : total.all
  const value = quotient(numerator, denominator)
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

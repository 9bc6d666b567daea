/** Share of people (or of units) within a time or distance of a facility: the 10- and 15-minute circles. */
import type { Facility } from '../model/study'
import { walkLack } from '../reach/study-walk'
import { bothModels } from './both-models'
import { byUnits } from './circle-of-unit'
import { meets, missing } from './compare'
import { wholeUp } from './countable'
import { blank, quotient, thresholdOf, undecidedWhy, unitOfFigure, type Evaluator, type Judged, type Judging } from './evaluator'
import { explainReach } from './explain/explain-reach'
import { whyNot } from './match'
import { countPeople, totalOf, type PeopleCounted } from './people-counted'
import { figuresOf, type PeopleFigures } from './people-figures'
import { byOf, metresOf, modelOf, peopleKeyOf, readAs } from './reach-asked'
import { facilitiesOf, parametersOf, type CountedFacilities } from './reach-facilities'
import { nearest, type PeopleWithin, type PointReach, type ReachModel } from './reach-figures'
import { insideOf, surelyInside } from './reach-inside'
import type { Excluded, State, Why } from './result'
import { unitsInScope } from './units-in-scope'

export const peopleWithinReach: Evaluator = { id: 'people-within-reach', judge, explain: (judging, result, unit) => explainReach(judging, result, unit, reachOfPeople) }

function judge(judging: Judging): Judged {
  const model = modelOf(judging)
  const lack = model === 'walk' ? walkLack(judging.study) : null
  if (lack) return blank('no-data', unitOfFigure(judging.clause), [{ code: lack }])
  const counted = facilitiesOf(judging)
  return judgedFrom(judging, counted, countPeople(judging, insideOf(judging, counted)))
}

/** The answer from people who are counted already. */
export function judgedFrom(judging: Judging, counted: CountedFacilities, work: PeopleCounted, totalBeside: (other: ReachModel) => PeopleWithin = (other) => totalBy(readAs(judging, other), counted.sure)): Judged {
  const { study, clause, reading } = judging
  const { sure, unsure } = counted
  const parameters = parametersOf(judging)
  const model = modelOf(judging)
  const { near } = work.question
  const figures = figuresOf(judging, work)
  const excluded = excludedOf(judging, counted, work, figures.excluded)
  const noPlace = sure.some((facility) => facility.at === null) || unsure.some((facility) => facility.at === null)
  const both = walkLack(study) ? {} : bothModels(judging, parameters.reach, (other) => (other === model ? figures.total : totalBeside(other)))
  return { ...decided(judging, figures, noPlace), unit: unitOfFigure(clause), units: figures.units, excluded, problems: [], figures: { metres: work.limit, people: work.question.key, from: near.from, facilities: sure.length, ...figures.more, ...(byUnits(reading) ? { reachUnit: String(reading.reachUnit) } : {}), ...both } }
}

/** Facilities that may count, those that nobody can reach, and points that are in neither half. The very list of before while none of these changed. */
function excludedOf({ facts }: Judging, { test, sure, unsure }: CountedFacilities, { listed, question }: PeopleCounted, points: readonly Excluded[]): readonly Excluded[] {
  const { sitesLeftOut } = question.near
  const { of } = listed
  if (of && of.sure === sure && of.unsure === unsure && of.points === points && sameIds(of.sitesLeftOut, sitesLeftOut)) return listed.excluded
  const excluded: Excluded[] = [
    ...unsure.map((facility) => ({ id: facility.id, why: whyNot(facility, test, facts) ?? 'class-unknown' })),
    ...sure.filter((facility) => facility.at === null).map((facility) => ({ id: facility.id, why: 'no-position' })),
    ...sitesLeftOut.map(({ id }) => ({ id, why: 'snap-too-far' })),
    ...points,
  ].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  Object.assign(listed, { of: { sure, unsure, points, sitesLeftOut }, excluded })
  return excluded
}

const sameIds = (a: readonly Facility[], b: readonly Facility[]): boolean => a.length === b.length && a.every(({ id }, at) => id === b[at]!.id)

/** The people within by one model, all facilities of unknown class aside. */
const totalBy = (judging: Judging, sure: readonly Facility[]): PeopleWithin => totalOf(countPeople(judging, surelyInside(judging, { sure })))

/** How far each point of the scope is, by the model in force; facilities of unknown class aside. */
export function reachOfPeople(judging: Judging): PointReach {
  const { study, roster, reading } = judging
  const parameters = parametersOf(judging)
  const limit = metresOf(judging, parameters.reach)
  const { near, groups } = surelyInside(judging, facilitiesOf(judging)).inside
  // Asked for at any distance, group by group.
  const ofGroups = groups.map(({ sites }) => nearest(study, sites, byOf(judging)).reach.metres)
  const metres = ofGroups.length === 0 ? near.reach.metres : Float64Array.from(near.reach.metres, (_, point) => Math.max(...ofGroups.map((group) => group[point]!)))
  const ids = new Set(unitsInScope(judging, parameters.units, null).units.map(({ id }) => id))
  const whole = reading.reachScope === 'whole' || roster.areas.length === 0
  const inside = study.areas.map(({ id }) => whole || roster.chainOf(id).some((above) => ids.has(above.id)))
  return { near, metres, limit, at: parameters.reach.at, key: peopleKeyOf(judging, parameters.people.measure), inScope: (point) => (near.people.area[point] === -1 ? whole : inside[near.people.area[point]!]!) }
}

function decided(judging: Judging, counted: PeopleFigures, noPlace: boolean): Pick<Judged, 'state' | 'numerator' | 'denominator' | 'value' | 'threshold' | 'shortfall' | 'shortfallOfUnits' | 'why'> {
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

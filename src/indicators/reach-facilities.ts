/** Which facilities a clause of people within reach counts: those that surely do, those that may, and what they offer. */
import type { PeopleKey } from '../model/build-people'
import type { Facility } from '../model/study'
import type { Judging } from './evaluator'
import { anyOf, kindSets, matches, stagesCounted, type FacilityTest, type Tri } from './match'
import type { ReachAsked } from './reach-asked'
import type { UnitsWanted } from './units-in-scope'

export type ReachParameters = {
  readonly judgedAt: string
  readonly reach: ReachAsked & { readonly at: 'most' | 'below' }
  readonly facility: FacilityTest
  readonly serviceGroups: readonly { readonly id: string; readonly services: readonly string[]; readonly kinds: readonly string[] }[] | null
  readonly people: { readonly measure: PeopleKey }
  readonly units: UnitsWanted
}

export const parametersOf = ({ clause }: Pick<Judging, 'clause'>): ReachParameters => clause.parameters as unknown as ReachParameters

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

export function testOf({ reading }: Judging, { facility }: ReachParameters): FacilityTest {
  const stages = stagesCounted(reading, facility.stages)
  // Every care facility, of any level (SETTLED 39).
  if (reading.circleKinds === 'all-care') return { kinds: kindSets['all-care']!, levels: null, stages }
  return { ...facility, stages }
}

export type ServiceGroup = NonNullable<ReachParameters['serviceGroups']>[number]

/** Does a facility offer the services of a group, by its kind or by its list? */
export const offers = (facility: Facility, group: ServiceGroup): Tri =>
  anyOf([
    group.kinds.length > 0 && facility.kind !== null && group.kinds.includes(facility.kind) ? 'yes' : 'no',
    facility.services === null ? 'unknown' : group.services.some((service) => facility.services!.includes(service)) ? 'yes' : 'no',
  ])

/** Whether a facility is one that a clause counts: yes, no, or unknown because a needed cell is blank. */
import type { Facility, FacilityKind, Stage } from '../model/study'
import type { Comparator } from '../policy/clause'
import { meets } from './compare'
import { saidYes, type FactIndex } from './facts'

export type Tri = 'yes' | 'no' | 'unknown'

/** kinds and levels are alternatives, null = any; flags must all be yes (catalogue, conventions.facility). */
export type FacilityTest = {
  readonly kinds: readonly string[] | null
  readonly levels: readonly string[] | null
  readonly stages: readonly string[] | null
  readonly flags?: readonly string[]
  /** All of these services. */
  readonly services?: readonly string[] | null
  readonly minBeds?: { readonly at: Comparator; readonly value: number }
  readonly minFloorM2?: number | null
  readonly owner?: readonly string[]
}

/** Kinds of the sets that packs name (catalogue, vocabularies.kindSets). */
export const kindSets: Readonly<Record<string, readonly FacilityKind[]>> = {
  institutions: ['INST_CITY', 'INST_COUNTY', 'INST', 'TOWN_RURAL'],
  'plus-day-care': ['INST_CITY', 'INST_COUNTY', 'INST', 'TOWN_RURAL', 'STREET', 'COMM', 'VILLAGE'],
  community: ['STREET', 'COMM', 'VILLAGE', 'MEAL'],
  'all-care': ['INST_CITY', 'INST_COUNTY', 'INST', 'TOWN_RURAL', 'STREET', 'COMM', 'VILLAGE', 'MEAL'],
}

/** The stages that count under the reading; without that option, those of the pack. */
export function stagesCounted(reading: Readonly<Record<string, unknown>>, own: readonly string[] | null | undefined): readonly Stage[] {
  if (reading.stages === 'operating-and-building') return ['operating', 'building']
  return (own ?? ['operating']) as readonly Stage[]
}

/** A facility matches when every test passes; one known failure is a no, whatever else is blank. */
export function matches(facility: Facility, test: FacilityTest, facts: FactIndex): Tri {
  const answers: Tri[] = [among(facility.kind, test.kinds), among(facility.level, test.levels), among(facility.stage, test.stages)]
  for (const item of test.flags ?? []) answers.push(triOf(saidYes(facts, { kind: 'facility', id: facility.id }, item)))
  if (test.services) answers.push(facility.services === null ? 'unknown' : test.services.every((service) => facility.services!.includes(service)) ? 'yes' : 'no')
  if (test.minBeds) answers.push(facility.beds === null ? 'unknown' : meets(facility.beds, test.minBeds) ? 'yes' : 'no')
  if (test.minFloorM2 != null) answers.push(facility.floorAreaM2 === null ? 'unknown' : meets(facility.floorAreaM2, { at: 'least', value: test.minFloorM2 }) ? 'yes' : 'no')
  if (test.owner) answers.push(among(facility.owner, test.owner))
  return allOf(answers)
}

export const allOf = (answers: readonly Tri[]): Tri => (answers.includes('no') ? 'no' : answers.includes('unknown') ? 'unknown' : 'yes')
export const anyOf = (answers: readonly Tri[]): Tri => (answers.includes('yes') ? 'yes' : answers.includes('unknown') ? 'unknown' : 'no')
export const triOf = (value: boolean | null): Tri => (value === null ? 'unknown' : value ? 'yes' : 'no')

const among = (value: string | null, wanted: readonly string[] | null): Tri => (wanted === null ? 'yes' : value === null ? 'unknown' : wanted.includes(value) ? 'yes' : 'no')

/** Why a facility that might have been meant does not count; null when it does. */
export function whyNot(facility: Facility, test: FacilityTest, facts: FactIndex): string | null {
  if (facility.kind === null) return 'kind-unknown'
  if (test.kinds && !test.kinds.includes(facility.kind)) return 'kind-not-counted'
  if (test.stages && facility.stage !== null && !test.stages.includes(facility.stage)) return 'stage-not-operating'
  if (test.levels && facility.level !== null && !test.levels.includes(facility.level)) return 'level-not-counted'
  if (facility.stage === null) return 'stage-unknown'
  if (test.levels && facility.level === null) return 'level-unknown'
  for (const item of test.flags ?? []) {
    const said = saidYes(facts, { kind: 'facility', id: facility.id }, item)
    if (said === null) return 'facility-unmarked'
    if (!said) return 'facility-marked-no'
  }
  return matches(facility, test, facts) === 'yes' ? null : 'not-counted'
}

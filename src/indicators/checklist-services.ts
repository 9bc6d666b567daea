/** Services counted per community (its facilities together), per facility, or per subdistrict: 十助. */
import type { Facility } from '../model/study'
import { facilityAnswer, type ChecklistParameters, type List, type Lists } from './checklist-element'
import type { Judging } from './evaluator'
import { anyOf, matches, stagesCounted, type FacilityTest, type Tri } from './match'
import { placesOf } from './placement'
import type { Excluded } from './result'
import { tierOf } from './roster'
import { unitsInScope, type UnitsWanted } from './units-in-scope'

export function communityLists(judging: Judging, parameters: ChecklistParameters): Lists {
  const { study, facts, reading } = judging
  if (study.facilities.length === 0) return { lacking: 'facilities-missing' }
  const wanted = (judging.clause.parameters as { facility?: FacilityTest }).facility
  const test: FacilityTest = { kinds: wanted?.kinds ?? null, levels: wanted?.levels ?? null, stages: stagesCounted(reading, wanted?.stages) }
  const facilities = study.facilities.map((facility) => ({ facility, answer: matches(facility, test, facts) })).filter(({ answer }) => answer !== 'no')
  const excluded: Excluded[] = facilities.filter(({ answer }) => answer === 'unknown').map(({ facility }) => ({ id: facility.id, why: 'class-unknown' }))
  if (reading.serviceUnit === 'facility') {
    const sure = facilities.filter(({ answer }) => answer === 'yes').map(({ facility }) => facility)
    return { lists: sure.map((facility): List => ({ id: facility.id, name: facility.name, kind: 'facility', answer: (element) => ({ state: facilityAnswer(facility, element, () => null), counted: [facility.id] }) })), excluded, empty: 'no-such-facility' }
  }
  const levels = reading.serviceUnit === 'subdistrict' ? ['subdistrict'] : (parameters.units as unknown as UnitsWanted).levels
  const scope = unitsInScope(judging, { levels }, null)
  if (!scope.listed && scope.units.length === 0) return { lacking: 'roster-missing' }
  const of = new Map<string, { facility: Facility; sure: boolean }[]>(scope.units.map((unit) => [unit.id, []]))
  for (const { facility, answer } of facilities) for (const id of unitsOf(judging, facility, of, tierOf[scope.units[0]?.level ?? 'community'])) of.get(id)?.push({ facility, sure: answer === 'yes' })
  const lists = scope.units.map((unit): List => {
    const members = of.get(unit.id)!
    return {
      id: unit.id,
      name: unit.name,
      kind: 'area',
      basis: members.length === 0 ? nobody : members.flatMap(({ facility, sure }) => [facility, sure]),
      answer: (element) => {
        if (members.length === 0) return { state: 'no', counted: [] }
        const answers = members.map(({ facility, sure }): Tri => {
          const offered = facilityAnswer(facility, element, () => null)
          return sure || offered === 'no' ? offered : 'unknown'
        })
        return { state: anyOf(answers), counted: members.filter(({ sure }) => sure).map(({ facility }) => facility.id) }
      },
    }
  })
  return { lists, excluded, empty: 'no-such-unit' }
}

/** Where a facility's services count: the units it serves under that reading, else the one it stands in. */
function unitsOf({ study, roster, reading }: Judging, facility: Facility, units: ReadonlyMap<string, unknown>, tier: number): readonly string[] {
  const served = reading.coverage === 'served' ? (facility.serves?.filter((id) => units.has(id)) ?? []) : []
  if (served.length > 0) return served
  const place = placesOf(study, roster, tier, reading.placeBy).of(facility)
  return place.known && place.unit ? [place.unit.id] : []
}

const nobody: readonly unknown[] = []

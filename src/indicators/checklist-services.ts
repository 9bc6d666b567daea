/** Services counted per community (its facilities together), per facility, or per subdistrict: 十助. */
import type { Area, Facility } from '../model/study'
import { facilityAnswer, type ChecklistParameters, type List, type Lists } from './checklist-element'
import { numbersOf } from './cover'
import type { Judging } from './evaluator'
import { answerRows, keptSlot, noRows, type KeptRows } from './kept'
import { anyOf, matches, stagesCounted, type FacilityTest, type Tri } from './match'
import { placeFor } from './placement'
import { shapeOf, tierOf } from './roster'
import { unitsInScope, type UnitsWanted } from './units-in-scope'

/** A facility that counts, or may, and the numbers of the units for which it does. */
type Member = { readonly facility: Facility; readonly sure: boolean; readonly units: readonly number[] }

const slot = keptSlot((): { readonly rows: KeptRows<Facility, Member | null>; lists: readonly List[] } => ({ rows: noRows(), lists: [] }))

/** The list of a unit whose facilities are the very same as before is the very same list. */
export function communityLists(judging: Judging, parameters: ChecklistParameters): Lists {
  const { study, facts, reading } = judging
  if (study.facilities.length === 0) return { lacking: 'facilities-missing' }
  const wanted = (judging.clause.parameters as { facility?: FacilityTest }).facility
  const test: FacilityTest = { kinds: wanted?.kinds ?? null, levels: wanted?.levels ?? null, stages: stagesCounted(reading, wanted?.stages) }
  const byFacility = reading.serviceUnit === 'facility'
  const levels = reading.serviceUnit === 'subdistrict' ? ['subdistrict'] : (parameters.units as unknown as UnitsWanted).levels
  const scope = byFacility ? null : unitsInScope(judging, { levels }, null)
  if (scope && !scope.listed && scope.units.length === 0) return { lacking: 'roster-missing' }
  const memory = slot(judging.kept)
  const numbers = numbersOf(scope?.units ?? [])
  const tier = tierOf[scope?.units[0]?.level ?? 'community']
  const { answers, made, gone, whole } = answerRows(memory.rows, study.facilities, [scope?.units, shapeOf(study.areas), facts], (facility): Member | null => {
    const answer = matches(facility, test, facts)
    return answer === 'no' ? null : { facility, sure: answer === 'yes', units: scope ? unitsOf(judging, facility, numbers, tier) : [] }
  })
  const members = answers.filter((member) => member !== null)
  const excluded = members.filter(({ sure }) => !sure).map(({ facility }) => ({ id: facility.id, why: 'class-unknown' }))
  if (scope === null) {
    const sure = members.filter((member) => member.sure).map(({ facility }) => facility)
    return { lists: sure.map((facility): List => ({ id: facility.id, name: facility.name, kind: 'facility', answer: (element) => ({ state: facilityAnswer(facility, element, () => null), counted: [facility.id] }) })), excluded, empty: 'no-such-facility' }
  }
  const changed = new Set(whole ? scope.units.keys() : [made, gone].flatMap((each) => each.flatMap((member) => member?.units ?? [])))
  const lists = memory.lists.slice(0, scope.units.length)
  const of = new Map<number, Member[]>()
  for (const member of members) for (const unit of member.units) if (changed.has(unit)) of.set(unit, [...(of.get(unit) ?? []), member])
  for (const unit of changed) lists[unit] = listOf(scope.units[unit]!, of.get(unit) ?? [])
  memory.lists = lists
  return { lists, excluded, empty: 'no-such-unit' }
}

const listOf = (unit: Area, members: readonly Member[]): List => ({
  id: unit.id,
  name: unit.name,
  kind: 'area',
  answer: (element) => {
    if (members.length === 0) return { state: 'no', counted: [] }
    const answers = members.map(({ facility, sure }): Tri => {
      const offered = facilityAnswer(facility, element, () => null)
      return sure || offered === 'no' ? offered : 'unknown'
    })
    return { state: anyOf(answers), counted: members.filter(({ sure }) => sure).map(({ facility }) => facility.id) }
  },
})

/** Where a facility's services count: the units it serves under that reading, else the one it stands in. */
function unitsOf({ study, roster, reading }: Judging, facility: Facility, numbers: ReadonlyMap<string, number>, tier: number): readonly number[] {
  const served = reading.coverage === 'served' ? (facility.serves?.flatMap((id) => numbers.get(id) ?? []) ?? []) : []
  if (served.length > 0) return served
  const place = placeFor(study, roster, facility, tier, reading.placeBy)
  return place.known && place.unit ? [numbers.get(place.unit.id) ?? []].flat() : []
}

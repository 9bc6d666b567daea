/** Share of the units of a level that have a facility of a tier: 覆盖, read as located, served or reached. */
import { problem, type Problem } from '../problem'
import type { Area, Facility } from '../model/study'
import { meets, missing, unitsNeeded } from './compare'
import { noSpread, spreadAdrift } from './adrift'
import { coverageOf, noCover, type Cover, type Part } from './cover'
import { blank, quotient, thresholdOf, type Evaluator, type Judged, type Judging } from './evaluator'
import { explainReach } from './explain/explain-reach'
import { explainShare } from './explain/explain-share'
import { keptSlot } from './kept'
import { anyOf, kindSets, matches, stagesCounted, type FacilityTest, type Tri } from './match'
import { placesDisagree } from './placement'
import { byOf, metresOf, peopleKeyOf } from './reach-asked'
import { nearest, type PointReach } from './reach-figures'
import { reachedUnits, type FacilityClass, type ReachedAsked } from './reached-units'
import type { Excluded, State, UnitResult, Why } from './result'
import { tierOf } from './roster'
import { statedShare } from './stated-share'
import { tallyUnits } from './unit-tally'
import { unitsInScope, type Scope, type UnitsWanted } from './units-in-scope'

type Parameters = {
  readonly judgedAt: string
  readonly units: UnitsWanted
  readonly unitsOption: string | null
  readonly facility: FacilityTest & { readonly servicesByOption?: { readonly dayCareService: Readonly<Record<string, readonly string[] | null>> } }
  readonly servedBy: readonly string[]
  readonly min: number
  readonly reached: { readonly minutes: number; readonly metres: { readonly circle: number; readonly walk: number } }
  readonly stated: { readonly numerator: string; readonly denominator: string } | null
}

export const unitShare: Evaluator = { id: 'unit-share', judge, explain: (judging, result, unit) => (judging.reading.coverage === 'reached' ? explainReach(judging, result, unit, reachOfShare) : explainShare(judging, result, unit)) }

function judge(judging: Judging): Judged {
  const { study, clause, reading } = judging
  const parameters = clause.parameters as unknown as Parameters
  const scope = unitsInScope(judging, parameters.units, parameters.unitsOption)
  const ledger = hasLedger(study)
  if (!ledger || (!scope.listed && scope.units.length === 0)) return statedShare(judging, parameters.stated, ledger ? 'roster-missing' : 'facilities-missing')
  if (scope.units.length === 0) return blank('not-applicable', 'share', [{ code: 'no-such-unit' }], { numerator: 0, denominator: 0, excluded: scope.excluded, figures: scope.counts })
  if (reading.coverage === 'reached') return reachedUnits(judging, { scope, counts: countedBy(judging, parameters), asked: parameters.reached })
  return fromUnits(judging, parameters, scope)
}

/** What the reached reading asks for; null: another reading, or nothing to ask it of. */
export function reachAskedOfShare(judging: Judging): ReachedAsked | null {
  const { study, clause, reading } = judging
  const parameters = clause.parameters as unknown as Parameters
  const scope = unitsInScope(judging, parameters.units, parameters.unitsOption)
  return reading.coverage === 'reached' && hasLedger(study) && scope.units.length > 0 ? { scope, counts: countedBy(judging, parameters), asked: parameters.reached } : null
}

const hasLedger = ({ tables, facilities }: Judging['study']): boolean => facilities.length > 0 || tables.some((table) => table.ledger === 'facilities' && table.counts.used > 0)

/** How far each point of the units is, by the model in force; null: 覆盖 is not read as reached. */
export function reachOfShare(judging: Judging): PointReach | null {
  const { study, clause, reading, roster } = judging
  if (reading.coverage !== 'reached') return null
  const parameters = clause.parameters as unknown as Parameters
  const counts = countedBy(judging, parameters)
  const near = nearest(study, study.facilities.filter((facility) => counts.of(facility) === 'yes'), byOf(judging))
  const ids = new Set(unitsInScope(judging, parameters.units, parameters.unitsOption).units.map(({ id }) => id))
  const inside = study.areas.map(({ id }) => roster.chainOf(id).some((above) => ids.has(above.id)))
  return { near, metres: near.reach.metres, limit: metresOf(judging, parameters.reached), at: 'most', key: peopleKeyOf(judging), inScope: (point) => near.people.area[point] !== -1 && inside[near.people.area[point]!]! }
}

const slot = keptSlot((): { readonly cover: ReturnType<typeof noCover>; readonly spread: ReturnType<typeof noSpread>; answers: Tri[]; units: readonly UnitResult[]; unsure: number } => ({ cover: noCover(), spread: noSpread(), answers: [], units: [], unsure: 0 }))

/** The share of units that hold (or are served by) enough facilities, with bounds for what cannot be told. Units whose cover stays keep their answers. */
function fromUnits(judging: Judging, parameters: Parameters, scope: Scope): Judged {
  const test = facilityTest(judging, parameters)
  const tier = Math.max(...scope.units.map((unit) => tierOf[unit.level]))
  const meant = (facility: Facility) => facility.kind !== 'NOT' && (facility.kind === null || test.kinds === null || test.kinds.includes(facility.kind))
  const memory = slot(judging.kept)
  const { covers, changed, adrift, excluded, notes } = coverageOf(judging, { units: scope.units, tier, test, partOf: (facility, units) => partOf(judging, parameters, test, facility, units), passedOver: meant, noteOf: (facility) => disagreement(judging, facility, tier) }, memory.cover)
  const together = servicesTogether(judging, parameters)
  if (changed === 'all') Object.assign(memory, { answers: [], units: [], unsure: 0 })
  for (const unit of changed === 'all' ? scope.units.keys() : changed) {
    const answer = answerOf(covers[unit]!, parameters.min, together)
    memory.unsure += Number(answer === 'unknown') - Number(memory.answers[unit] === 'unknown')
    memory.answers[unit] = answer
  }
  const spread = spreadAdrift(memory.spread, judging.roster, scope.units, adrift, (unit) => memory.answers[unit] === 'no', changed)
  const units = memory.units.slice()
  for (const unit of spread.changed === 'all' ? scope.units.keys() : spread.changed) units[unit] = unitResult(scope.units[unit]!, covers[unit]!, memory.answers[unit]!, parameters.min, spread.mayBe(unit))
  memory.units = units
  return settled(judging, units, memory.unsure + spread.count, [...scope.excluded, ...excluded], notes, scope)
}

function facilityTest({ reading, clause }: Judging, { facility }: Parameters): FacilityTest {
  const stages = stagesCounted(reading, facility.stages)
  if (reading.facilityBreadth === 'any-care') return { kinds: kindSets['all-care']!, levels: null, stages, services: facility.services ?? null }
  // With rural subdistricts among the units, their own centres count as well (SETTLED 28).
  const levels = reading.townshipUnits === 'plus-rural-subdistricts' && clause.parameters.unitsOption === 'townshipUnits' ? [...(facility.levels ?? []), 'subdistrict'] : facility.levels
  return { kinds: facility.kinds, levels, stages, services: facility.services ?? null }
}

/** Services that all counted facilities of a unit must offer together (dayCareService both, SETTLED 28); null: none are asked. */
const servicesTogether = ({ reading }: Judging, { facility }: Parameters): readonly string[] | null => facility.servicesByOption?.dayCareService[String(reading.dayCareService)] ?? null

/** Whether a facility surely counts, and the units that it serves by name under that reading. */
function partOf(judging: Judging, parameters: Parameters, test: FacilityTest, facility: Facility, units: ReadonlyMap<string, number>): Part {
  if (judging.reading.coverage === 'served') {
    const answer = matches(facility, { ...test, kinds: parameters.servedBy, levels: null }, judging.facts)
    // serves without a unit of the level asked for is blank for that level (SETTLED 28).
    const named = facility.serves?.filter((id) => units.has(id)) ?? []
    if (answer !== 'no' && named.length > 0) return { answer, named: [...new Set(named)] }
  }
  return { answer: matchOf(judging, parameters, test, facility), named: null }
}

/** Does the facility count for the unit it stands in, by its own tier or (crossTier) as one of a higher tier? */
function matchOf(judging: Judging, parameters: Parameters, test: FacilityTest, facility: Facility): Tri {
  const own = matches(facility, test, judging.facts)
  if (own === 'yes' || judging.reading.crossTier !== 'also-counts') return own
  return anyOf([own, matches(facility, { ...test, kinds: parameters.servedBy, levels: levelsAbove(parameters.units.levels) }, judging.facts)])
}

const levelsAbove = (levels: readonly string[]): string[] => {
  const tier = Math.min(...levels.map((level) => tierOf[level as Area['level']]))
  return Object.keys(tierOf).filter((level) => tierOf[level as Area['level']] < tier)
}

/** Is the unit covered? Enough facilities, which between them offer what is asked; unknown where a blank cell decides. */
function answerOf({ sure, maybe }: Cover, min: number, services: readonly string[] | null): Tri {
  const offered = new Set(sure.flatMap((facility) => facility.services ?? []))
  const lacking = services?.filter((service) => !offered.has(service)) ?? []
  if (sure.length >= min && lacking.length === 0) return 'yes'
  if (sure.length + maybe.length < min) return 'no'
  const blank = [...sure, ...maybe].some((facility) => facility.services === null)
  const possible = new Set(maybe.flatMap((facility) => facility.services ?? []))
  return blank || lacking.every((service) => possible.has(service)) ? 'unknown' : 'no'
}

function unitResult(unit: Area, cover: Cover, answer: Tri, min: number, adrift: boolean): UnitResult {
  const has = answer === 'yes'
  const unsure = answer === 'unknown' || (!has && adrift)
  const unclear = cover.maybe.length > 0 ? cover.maybe : cover.sure
  const why: readonly Why[] = has ? [] : answer === 'unknown' ? [{ code: 'class-unknown', detail: unclear.map(({ id }) => id).join(', ') }] : unsure ? [{ code: 'facility-somewhere-above' }] : cover.sure.length >= min ? [{ code: 'service-missing', detail: cover.sure.map(({ id }) => id).join(', ') }] : cover.passed.length > 0 ? cover.passed : [{ code: 'no-facility' }]
  return {
    id: unit.id,
    name: unit.name,
    kind: 'area',
    state: has ? 'met' : unsure ? 'no-data' : 'unmet',
    numerator: has ? 1 : unsure ? null : 0,
    denominator: 1,
    value: has ? 1 : unsure ? null : 0,
    shortfall: has ? 0 : unsure ? null : Math.max(1, missing(min, cover.sure.length)),
    why,
    counted: cover.sure.map(({ id }) => id).sort(),
  }
}

/** Decided only if the unknown units cannot change it; the halves are over the known units (SETTLED 13). */
function settled(judging: Judging, units: readonly UnitResult[], mayBeCovered: number, excluded: readonly Excluded[], problems: readonly Problem[], scope: Scope): Judged {
  const threshold = thresholdOf(judging)
  const { count, shortfall } = tallyUnits(judging.kept, units)
  const covered = count.met
  const unknown = Math.min(count['no-data'], mayBeCovered)
  const known = units.length - unknown
  const passes = (count: number) => threshold !== null && meets(count / units.length, threshold)
  const state: State = threshold === null ? 'undecided' : passes(covered) ? 'met' : passes(covered + unknown) ? 'no-data' : 'unmet'
  return {
    state,
    numerator: covered,
    denominator: known,
    value: quotient(covered, known),
    threshold,
    unit: 'share',
    shortfall: threshold === null || threshold.at !== 'least' ? null : Math.max(0, unitsNeeded(threshold.value, known) - covered),
    shortfallOfUnits: shortfall,
    why: state === 'no-data' ? [{ code: 'unknown-may-change', detail: String(unknown) }] : threshold === null ? [{ code: 'no-threshold' }] : [],
    units,
    excluded: [...excluded].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
    problems,
    figures: { unknownUnits: unknown, ...scope.counts },
  }
}

/** Its area column and its point name different units: said, so that the reading of placeBy is seen to matter. */
function disagreement({ study, roster }: Judging, facility: Facility, tier: number): Problem | null {
  const apart = placesDisagree(study, roster, facility, tier)
  return apart && problem('place-disagrees', 'info', {}, `${facility.name}: ${apart.column.name} / ${apart.point.name}`)
}

/** Whether a facility counts, wherever it stands; the services that a unit's facilities offer together, each of them must offer alone. */
function countedBy(judging: Judging, parameters: Parameters): FacilityClass {
  const own = facilityTest(judging, parameters)
  const services = [...(own.services ?? []), ...(servicesTogether(judging, parameters) ?? [])]
  const test = { ...own, services: services.length > 0 ? services : null }
  const above = judging.reading.crossTier === 'also-counts' ? [parameters.servedBy, parameters.units.levels] : null
  return { key: JSON.stringify(['unit-share', test, above]), of: (facility) => matchOf(judging, parameters, test, facility) }
}

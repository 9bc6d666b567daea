/** Share of the units of a level that have a facility of a tier: 覆盖, read as located, served or reached. */
import { problem, type Problem } from '../problem'
import type { Area, Facility } from '../model/study'
import { equal, meets, missing, unitsNeeded } from './compare'
import { blank, countOf, quotient, sumOfShortfalls, thresholdOf, type Evaluator, type Judged, type Judging } from './evaluator'
import { explainShare } from './explain-share'
import { statedFigure } from './facts'
import { judgedUnits } from './judged-unit'
import { anyOf, kindSets, matches, stagesCounted, whyNot, type FacilityTest, type Tri } from './match'
import { placeOf, placesDisagree } from './placement'
import { reachedUnits } from './reached-units'
import type { Excluded, State, UnitResult, Why } from './result'
import { tierOf } from './roster'
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

export const unitShare: Evaluator = { id: 'unit-share', judge, explain: explainShare }

function judge(judging: Judging): Judged {
  const { study, clause, reading } = judging
  const parameters = clause.parameters as unknown as Parameters
  const scope = unitsInScope(judging, parameters.units, parameters.unitsOption)
  const ledger = study.tables.some((table) => table.ledger === 'facilities' && table.counts.used > 0) || study.facilities.length > 0
  if (!ledger || (!scope.listed && scope.units.length === 0)) return fromStated(judging, parameters, ledger ? 'roster-missing' : 'facilities-missing')
  if (scope.units.length === 0) return blank('not-applicable', 'share', [{ code: 'no-such-unit' }], { numerator: 0, denominator: 0, excluded: scope.excluded, figures: scope.counts })
  if (reading.coverage === 'reached') return reachedUnits(judging, scope, sureFacilities(judging, parameters), parameters.reached)
  return fromUnits(judging, parameters, scope)
}

/** The share of units that hold (or are served by) enough facilities, with bounds for what cannot be told. */
function fromUnits(judging: Judging, parameters: Parameters, scope: Scope): Judged {
  const { study, roster, reading } = judging
  const test = facilityTest(judging, parameters)
  const tier = Math.max(...scope.units.map((unit) => tierOf[unit.level]))
  const wanted = new Set(scope.units.map((unit) => unit.id))
  const cover = new Map<string, Cover>(scope.units.map((unit) => [unit.id, { sure: [], maybe: [], passed: [] }]))
  const excluded: Excluded[] = [...scope.excluded]
  const problems: Problem[] = []
  // Facilities that count but stand nobody knows where: at the finest unit that is known (SETTLED 13).
  const adrift = new Map<string, number>()
  for (const facility of study.facilities) {
    const { answer, units } = coveredBy(judging, parameters, test, facility, tier, wanted)
    if (answer === 'no') {
      notePassedOver(judging, facility, test, tier, cover, excluded)
      continue
    }
    if (units === 'unknown') {
      const place = placeOf(study, roster, facility, tier, reading.placeBy)
      const above = place.known ? '' : (place.within?.id ?? '')
      adrift.set(above, (adrift.get(above) ?? 0) + 1)
      excluded.push({ id: facility.id, why: 'area-unknown' })
      continue
    }
    for (const id of units) {
      const entry = cover.get(id)
      if (entry) (answer === 'yes' ? entry.sure : entry.maybe).push(facility.id)
    }
    if (answer === 'unknown') excluded.push({ id: facility.id, why: whyNot(facility, test, judging.facts) ?? 'class-unknown' })
    const apart = placesDisagree(study, roster, facility, tier)
    if (apart) problems.push(problem('place-disagrees', 'info', {}, `${facility.name}: ${apart.column.name} / ${apart.point.name}`))
  }
  const maybeAdrift = spreadAdrift(judging, scope.units, cover, parameters.min, adrift)
  const units = scope.units.map((unit): UnitResult => unitResult(unit, cover.get(unit.id)!, parameters.min, maybeAdrift.units.has(unit.id)))
  return settled(judging, units, maybeAdrift.count, excluded, problems, scope)
}

type Cover = { sure: string[]; maybe: string[]; passed: Why[] }

function facilityTest({ reading, clause }: Judging, { facility }: Parameters): FacilityTest {
  const services = facility.servicesByOption ? facility.servicesByOption.dayCareService[String(reading.dayCareService)] : facility.services
  const stages = stagesCounted(reading, facility.stages)
  if (reading.facilityBreadth === 'any-care') return { kinds: kindSets['all-care']!, levels: null, stages, services: services ?? null }
  // With rural subdistricts among the units, their own centres count as well (SETTLED 28).
  const levels = reading.townshipUnits === 'plus-rural-subdistricts' && clause.parameters.unitsOption === 'townshipUnits' ? [...(facility.levels ?? []), 'subdistrict'] : facility.levels
  return { kinds: facility.kinds, levels, stages, services: services ?? null }
}

/** The units that a facility covers under the reading, and whether it surely counts. */
function coveredBy(judging: Judging, parameters: Parameters, test: FacilityTest, facility: Facility, tier: number, wanted: ReadonlySet<string>): { answer: Tri; units: readonly string[] | 'unknown' } {
  if (judging.reading.coverage === 'served') {
    const answer = matches(facility, { ...test, kinds: parameters.servedBy, levels: null }, judging.facts)
    // serves without a unit of the level asked for is blank for that level (SETTLED 28).
    const named = facility.serves?.filter((id) => wanted.has(id)) ?? []
    if (answer !== 'no' && named.length > 0) return { answer, units: named }
  }
  const answer = matchOf(judging, parameters, test, facility)
  return { answer, units: answer === 'no' ? [] : standing(judging, facility, tier) }
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

function standing({ study, roster, reading }: Judging, facility: Facility, tier: number): readonly string[] | 'unknown' {
  const place = placeOf(study, roster, facility, tier, reading.placeBy)
  return place.known ? (place.unit ? [place.unit.id] : []) : 'unknown'
}

/** A facility in the unit that was passed over says why, so that an unmet unit is not a riddle. */
function notePassedOver(judging: Judging, facility: Facility, test: FacilityTest, tier: number, cover: Map<string, Cover>, excluded: Excluded[]): void {
  if (facility.kind === 'NOT' || (facility.kind !== null && test.kinds !== null && !test.kinds.includes(facility.kind))) return
  const code = whyNot(facility, test, judging.facts) ?? 'not-counted'
  if (code === 'stage-not-operating') excluded.push({ id: facility.id, why: code })
  const place = placeOf(judging.study, judging.roster, facility, tier, judging.reading.placeBy)
  if (place.known && place.unit) cover.get(place.unit.id)?.passed.push({ code, detail: facility.id })
}

/** Up to as many uncovered units below an upper unit as it has facilities known only by it may be covered. */
function spreadAdrift(judging: Judging, units: readonly Area[], cover: ReadonlyMap<string, Cover>, min: number, adrift: ReadonlyMap<string, number>): { units: Set<string>; count: number } {
  const open = units.filter((unit) => cover.get(unit.id)!.sure.length < min && cover.get(unit.id)!.sure.length + cover.get(unit.id)!.maybe.length < min)
  const marked = new Set<string>()
  let count = 0
  for (const [id, facilities] of adrift) {
    const below = open.filter((unit) => id === '' || judging.roster.chainOf(unit.id).some((area) => area.id === id))
    for (const unit of below) marked.add(unit.id)
    count += Math.min(facilities, below.length)
  }
  return { units: marked, count: Math.min(count, marked.size) }
}

function unitResult(unit: Area, cover: Cover, min: number, adrift: boolean): UnitResult {
  const has = cover.sure.length >= min
  const unsure = !has && (cover.sure.length + cover.maybe.length >= min || adrift)
  const state: State = has ? 'met' : unsure ? 'no-data' : 'unmet'
  const why: Why[] = has ? [] : unsure ? [adrift && cover.maybe.length === 0 ? { code: 'facility-somewhere-above' } : { code: 'class-unknown', detail: cover.maybe.join(', ') }] : cover.passed.length > 0 ? cover.passed : [{ code: 'no-facility' }]
  return {
    id: unit.id,
    name: unit.name,
    kind: 'area',
    state,
    numerator: has ? 1 : unsure ? null : 0,
    denominator: 1,
    value: has ? 1 : unsure ? null : 0,
    shortfall: unsure ? null : missing(min, cover.sure.length),
    why,
    counted: [...cover.sure].sort(),
  }
}

/** Decided only if the unknown units cannot change it; the halves are over the known units (SETTLED 13). */
function settled(judging: Judging, units: readonly UnitResult[], adrift: number, excluded: readonly Excluded[], problems: readonly Problem[], scope: Scope): Judged {
  const threshold = thresholdOf(judging)
  const covered = countOf(units, 'met')
  const classUnknown = units.filter((unit) => unit.why.some((why) => why.code === 'class-unknown')).length
  const unknown = Math.min(countOf(units, 'no-data'), classUnknown + adrift)
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
    shortfallOfUnits: sumOfShortfalls(units),
    why: state === 'no-data' ? [{ code: 'unknown-may-change', detail: String(unknown) }] : threshold === null ? [{ code: 'no-threshold' }] : [],
    units,
    excluded: [...excluded].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
    problems,
    figures: { unknownUnits: unknown, ...scope.counts },
  }
}

/** Where the roster or the ledger is missing, the figures that the judged unit states. */
function fromStated(judging: Judging, parameters: Parameters, lacking: string): Judged {
  const { roster, facts, clause } = judging
  const threshold = thresholdOf(judging)
  if (!parameters.stated) return blank('no-data', 'share', [{ code: lacking }])
  const tops = judgedUnits(judging)
  const halves = tops.map((unit) => ({ unit, numerator: statedFigure(facts, roster, unit.id, parameters.stated!.numerator).value, denominator: statedFigure(facts, roster, unit.id, parameters.stated!.denominator).value }))
  const sum = (key: 'numerator' | 'denominator') => (halves.length === 0 || halves.some((half) => half[key] === null) ? null : halves.reduce((total, half) => total + half[key]!, 0))
  const numerator = sum('numerator')
  const denominator = sum('denominator')
  if (denominator === 0) return blank('not-applicable', 'share', [{ code: 'empty-denominator' }], { numerator, denominator, threshold })
  if (numerator === null || denominator === null) return blank('no-data', 'share', [{ code: lacking }, { code: 'no-figure', detail: [parameters.stated.numerator, parameters.stated.denominator].join(', ') }], { threshold })
  if (numerator > denominator && !equal(numerator, denominator)) return blank('no-data', 'share', [{ code: 'part-exceeds-whole' }], { numerator, denominator, threshold, problems: [problem('part-exceeds-whole', 'warning', {}, clause.id)] })
  const value = numerator / denominator
  const state: State = threshold === null ? 'undecided' : meets(value, threshold) ? 'met' : 'unmet'
  return {
    state,
    numerator,
    denominator,
    value,
    threshold,
    unit: 'share',
    shortfall: threshold === null ? null : Math.max(0, unitsNeeded(threshold.value, denominator) - numerator),
    shortfallOfUnits: null,
    why: [{ code: 'stated-figure' }, { code: lacking }],
    units: halves.map(({ unit, numerator, denominator }) => ({ id: unit.id, name: unit.name, kind: 'area' as const, state: 'not-applicable' as const, numerator, denominator, value: quotient(numerator, denominator), shortfall: null, why: [{ code: 'stated-figure' }] })),
    excluded: [],
    problems: [],
    figures: {},
  }
}

/** Facilities that surely count, wherever they stand. */
function sureFacilities(judging: Judging, parameters: Parameters): readonly Facility[] {
  const test = facilityTest(judging, parameters)
  return judging.study.facilities.filter((facility) => matchOf(judging, parameters, test, facility) === 'yes')
}

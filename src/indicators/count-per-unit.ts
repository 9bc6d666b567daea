/** At least k facilities (or beds, points) in every unit of a level. */
import { problem, type Problem } from '../problem'
import type { Area, Facility } from '../model/study'
import type { Threshold } from '../policy/clause'
import { meets, missing, unitsNeeded } from './compare'
import { adriftIn } from './adrift'
import { coverageOf, noCover, type Cover, type Coverage, type Part } from './cover'
import { countOf, quotient, stateOfAll, sumOfShortfalls, thresholdOf, type Evaluator, type Judged, type Judging } from './evaluator'
import { explainCount } from './explain/explain-count'
import { statedFigure, type Figure } from './facts'
import { keptSlot, sameList } from './kept'
import { matches, stagesCounted, type FacilityTest } from './match'
import type { State, UnitResult, Why } from './result'
import { tierOf } from './roster'
import { beforePlan, planWhy, plannedFigure, type LedgerChange } from './stated-change'
import { unitsInScope, type Scope, type UnitsWanted } from './units-in-scope'

type Parameters = {
  readonly judgedAt: string
  readonly units: UnitsWanted
  readonly measure: { readonly count: FacilityTest | null; readonly item: string | null }
  readonly unitsThreshold: Threshold
}

export const countPerUnit: Evaluator = { id: 'count-per-unit', judge, explain: (judging, result, unit) => explainCount(judging, result, unit, statedOf) }

function judge(judging: Judging): Judged {
  const { study, reading } = judging
  const parameters = judging.clause.parameters as unknown as Parameters
  const scope = unitsInScope(judging, parameters.units, null)
  const threshold = thresholdOf(judging)
  const counts = ledgerCounts(judging, parameters, scope.units)
  const before = countsBefore(judging, parameters, scope.units)
  const problems: Problem[] = []
  const units = [
    ...scope.units.map((unit, number) => unitResult(judging, parameters, unit, number, counts, before, threshold, problems)),
    ...scope.notUnderDuty.map((unit): UnitResult => plain(unit, 'not-applicable', 'not-under-duty')),
    ...scope.unclear.map((unit): UnitResult => plain(unit, 'no-data', 'duty-unknown')),
  ].sort((a, b) => (a.id < b.id ? -1 : 1))
  const met = countOf(units, 'met')
  const unmet = countOf(units, 'unmet')
  const { state, why } = settled(parameters, scope, units, threshold === null, problems)
  return {
    state,
    numerator: threshold === null ? null : met,
    denominator: threshold === null ? null : met + unmet,
    value: threshold === null ? null : quotient(met, met + unmet),
    threshold: threshold && { at: parameters.unitsThreshold.at, value: parameters.unitsThreshold.value },
    unit: 'share',
    shortfall: threshold === null ? null : shortfallOf(parameters.unitsThreshold, units),
    shortfallOfUnits: sumOfShortfalls(units),
    why,
    units,
    excluded: [...scope.excluded, ...(counts?.coverage.excluded ?? [])].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
    problems,
    figures: { perUnit: threshold?.value ?? null, inLedger: study.facilities.length, reading: String(reading.figureSource ?? 'ledger') },
  }
}

/** Every unit, or the share of them that the pack asks; fewer units than the document names are never a pass (SETTLED 4). */
function settled({ units: { expected }, unitsThreshold }: Parameters, scope: Scope, units: readonly UnitResult[], reportOnly: boolean, problems: Problem[]): { state: State; why: readonly Why[] } {
  let state = unitsThreshold.value < 1 && !reportOnly ? stateOfShare(unitsThreshold, units) : stateOfAll(units.map((unit) => unit.state))
  const why: Why[] = []
  if (typeof expected === 'number' && scope.units.length !== expected) {
    problems.push(problem('units-fewer-than-expected', 'warning', {}, `${scope.units.length} / ${expected}`))
    if (scope.units.length < expected && state !== 'unmet') {
      state = 'no-data'
      why.push({ code: 'fewer-than-expected', detail: `${scope.units.length} / ${expected}` })
    }
  }
  if (units.length === 0 && !scope.listed) {
    state = 'no-data'
    why.push({ code: 'roster-missing' })
  } else if (units.length === 0 && state === 'not-applicable') why.push({ code: 'no-such-unit' })
  if (reportOnly && state === 'undecided') why.push({ code: 'no-threshold' })
  return { state, why }
}

/** A share of the units under the duty, decided only if the unknown ones cannot change it. */
function stateOfShare(share: Threshold, units: readonly UnitResult[]): State {
  const met = countOf(units, 'met')
  const unknown = countOf(units, 'no-data')
  const all = met + unknown + countOf(units, 'unmet')
  if (all === 0) return 'not-applicable'
  return meets(met / all, share) ? 'met' : meets((met + unknown) / all, share) ? 'no-data' : 'unmet'
}

/** What the units that lack least lack, as many of them as the share still asks for. */
function shortfallOf(share: Threshold, units: readonly UnitResult[]): number | null {
  if (share.value >= 1) return sumOfShortfalls(units)
  const met = countOf(units, 'met')
  const lacking = units.filter(({ state }) => state === 'unmet').map(({ shortfall }) => shortfall ?? 0).sort((a, b) => a - b)
  return lacking.slice(0, Math.max(0, unitsNeeded(share.value, met + lacking.length) - met)).reduce((sum, shortfall) => sum + shortfall, 0)
}

type Counts = { readonly coverage: Coverage; /** Under that reading, units that have an institution of the kind whatever its size (SETTLED 47). */ readonly built: readonly Cover[] | null }

const slot = keptSlot(() => ({ counted: noCover(), built: noCover() }))

/** null: the clause counts no facilities, or there is no ledger of them. */
function ledgerCounts(judging: Judging, { units, measure }: Parameters, scope: readonly Area[]): Counts | null {
  const { study, reading } = judging
  if (!measure.count || (study.facilities.length === 0 && !study.tables.some((table) => table.ledger === 'facilities' && table.counts.used > 0))) return null
  const test = testOf(judging, measure.count)
  const tier = Math.max(...units.levels.map((level) => tierOf[level as Area['level']]))
  const memory = slot(judging.kept)
  const counted = (asked: FacilityTest, kept: ReturnType<typeof noCover>) => coverageOf(judging, { units: scope, tier, test: asked, partOf: (facility, of) => partOf(judging, asked, facility, of), passedOver: (facility) => facility.kind !== null && (asked.kinds === null || asked.kinds.includes(facility.kind)) }, kept)
  const { kinds, levels } = measure.count
  return { coverage: counted(test, memory.counted), built: reading.countyScope === 'where-built' ? counted({ kinds, levels, stages: test.stages }, memory.built).covers : null }
}

/** A facility counts where it stands; under the reading served, for the units that it names (SETTLED 28). */
function partOf({ reading, facts }: Judging, test: FacilityTest, facility: Facility, units: ReadonlyMap<string, number>): Part {
  const named = reading.coverage === 'served' ? (facility.serves?.filter((id) => units.has(id)) ?? []) : []
  if (named.length > 0) {
    const answer = matches(facility, { ...test, levels: null }, facts)
    if (answer !== 'no') return { answer, named: [...new Set(named)] }
  }
  return { answer: matches(facility, test, facts), named: null }
}

function testOf({ reading }: Judging, own: FacilityTest): FacilityTest {
  return {
    ...own,
    stages: stagesCounted(reading, own.stages),
    flags: reading.countyInstitution === 'kind-only' ? [] : (own.flags ?? []),
    minFloorM2: typeof reading.minScaleM2 === 'number' ? reading.minScaleM2 : null,
  }
}

const baseSlot = keptSlot((): { of: readonly unknown[]; counts: Counts | null } => ({ of: [], counts: null }))

/** The counts of the base, which a plan leaves alone: taken once. null: no plan, or none that touches a facility. */
function countsBefore(judging: Judging, parameters: Parameters, scope: readonly Area[]): Counts | null {
  const before = beforePlan(judging)
  if (before === null || before.study.facilities === judging.study.facilities || parameters.measure.item === null || !judging.facts.mentions(parameters.measure.item)) return null
  const memory = baseSlot(judging.kept)
  const of = [before.study, before.roster, before.facts, scope]
  if (!sameList(memory.of, of)) Object.assign(memory, { of, counts: ledgerCounts(before, parameters, scope) })
  return memory.counts
}

/** By how much the plan changes the count of a unit; null: not at all. */
function changeIn(judging: Judging, unit: Area, number: number, counts: Counts | null, before: Counts | null): LedgerChange | null {
  const { base } = judging.study
  if (!base || base.facilities === judging.study.facilities || counts === null) return null
  const was = countIn(judging, unit, number, before)
  const is = countIn(judging, unit, number, counts)
  const maybeWon = is.maybe.filter((id) => !was.maybe.includes(id))
  const maybeLost = was.maybe.filter((id) => !is.maybe.includes(id))
  const adrift = is.adrift - was.adrift
  const facilities = [...is.sure.filter((id) => !was.sure.includes(id)), ...was.sure.filter((id) => !is.sure.includes(id)), ...maybeWon, ...maybeLost]
  if (facilities.length === 0 && adrift === 0) return null
  const more = is.sure.length - was.sure.length
  return { before: was.sure.length, after: is.sure.length, least: more - maybeLost.length + Math.min(0, adrift), most: more + maybeWon.length + Math.max(0, adrift), blankWon: [], blankLost: [], unknownClass: [...maybeWon, ...maybeLost], facilities: [...new Set(facilities)] }
}

function countIn({ roster }: Judging, unit: Area, number: number, counts: Counts | null): { readonly sure: readonly string[]; readonly maybe: readonly string[]; readonly adrift: number } {
  const cover = counts?.coverage.covers[number]
  return { sure: cover?.sure.map(({ id }) => id) ?? [], maybe: cover?.maybe.map(({ id }) => id) ?? [], adrift: counts ? adriftIn(roster, counts.coverage.adrift, unit.id) : 0 }
}

/** The ledger where it can answer, else the figure that the unit states, else what is known (SETTLED 32, 42). */
function unitResult(judging: Judging, { measure }: Parameters, unit: Area, number: number, counts: Counts | null, before: Counts | null, threshold: ReturnType<typeof thresholdOf>, problems: Problem[]): UnitResult {
  const { facts, roster, reading, study } = judging
  const entry = counts?.coverage.covers[number]
  const adrift = counts ? adriftIn(roster, counts.coverage.adrift, unit.id) : 0
  const ledger = entry ? { sure: entry.sure.length, most: entry.sure.length + entry.maybe.length + adrift } : null
  const said = measure.item === null ? null : statedFigure(facts, roster, unit.id, measure.item).value
  const change = said === null ? null : changeIn(judging, unit, number, counts, before)
  const stated = said === null ? null : plannedFigure(said, change)
  const complete = ledger !== null && ledger.sure === ledger.most
  // Without a ledger before the plan, what the plan adds is not all there is.
  const useStated = stated !== null && (reading.figureSource === 'stated' || !complete || study.base?.facilities.length === 0)
  if (complete && stated !== null && stated.value !== ledger.sure) problems.push(problem('figures-disagree', 'warning', {}, `${unit.name}: ${ledger.sure} / ${stated.value}`))
  const value = useStated ? stated.value : (ledger?.sure ?? null)
  const most = useStated ? stated.high : (ledger?.most ?? null)
  const built = counts?.built?.[number]
  if (built && !useStated && adrift === 0 && built.sure.length + built.maybe.length === 0) return plain(unit, 'not-applicable', 'none-built')
  if (value === null || most === null) return plain(unit, 'no-data', 'no-figure', measure.item ?? undefined)
  const k = threshold?.value ?? null
  const state: State = threshold === null ? 'undecided' : meets(useStated ? stated.low : value, threshold) ? 'met' : meets(most, threshold) ? 'no-data' : 'unmet'
  return {
    id: unit.id,
    name: unit.name,
    kind: 'area',
    state,
    numerator: value,
    denominator: k,
    value,
    shortfall: state === 'no-data' || k === null ? null : missing(k, value),
    why: useStated ? [...(change && state === 'no-data' ? [{ code: 'unknown-may-change' }] : []), { code: 'stated-figure' }, ...(change ? [planWhy([change])] : [])] : reasons(state, entry),
    counted: useStated ? [] : (entry?.sure ?? []).map(({ id }) => id).sort(),
  }
}

/** What the unit states of the clause's item, and what the plan changes of it. */
function statedOf(judging: Judging, id: string): { readonly item: string; readonly stated: Figure; readonly change: LedgerChange | null } | null {
  const parameters = judging.clause.parameters as unknown as Parameters
  const { units } = unitsInScope(judging, parameters.units, null)
  const number = units.findIndex((unit) => unit.id === id)
  const { item } = parameters.measure
  if (item === null || number === -1) return null
  const stated = statedFigure(judging.facts, judging.roster, id, item)
  return { item, stated, change: changeIn(judging, units[number]!, number, ledgerCounts(judging, parameters, units), countsBefore(judging, parameters, units)) }
}

function reasons(state: State, entry: Cover | undefined): readonly Why[] {
  if (state === 'no-data') return entry && entry.maybe.length > 0 ? [{ code: 'facility-unmarked', detail: entry.maybe.map(({ id }) => id).join(', ') }] : [{ code: 'facility-somewhere-above' }]
  if (state !== 'unmet') return []
  return entry && entry.passed.length > 0 ? entry.passed : [{ code: 'no-facility' }]
}

const plain = (unit: Area, state: State, code: string, detail?: string): UnitResult => ({ id: unit.id, name: unit.name, kind: 'area', state, numerator: null, denominator: null, value: null, shortfall: null, why: [detail === undefined ? { code } : { code, detail }] })

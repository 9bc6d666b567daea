/** At least k facilities (or beds, points) in every unit of a level. */
import { problem, type Problem } from '../problem'
import type { Area, Facility } from '../model/study'
import type { Threshold } from '../policy/clause'
import { meets, missing } from './compare'
import { countOf, quotient, stateOfAll, sumOfShortfalls, thresholdOf, type Evaluator, type Judged, type Judging } from './evaluator'
import { explainShare } from './explain-share'
import { statedFigure } from './facts'
import { matches, stagesCounted, whyNot, type FacilityTest } from './match'
import { placeOf } from './placement'
import type { Excluded, State, UnitResult, Why } from './result'
import { tierOf } from './roster'
import { unitsInScope, type UnitsWanted } from './units-in-scope'

type Parameters = {
  readonly judgedAt: string
  readonly units: UnitsWanted
  readonly measure: { readonly count: FacilityTest | null; readonly item: string | null }
  readonly unitsThreshold: Threshold
}

export const countPerUnit: Evaluator = { id: 'count-per-unit', judge, explain: explainShare }

function judge(judging: Judging): Judged {
  const { clause, study, reading } = judging
  const parameters = clause.parameters as unknown as Parameters
  const scope = unitsInScope(judging, parameters.units, null)
  const threshold = thresholdOf(judging)
  const counts = parameters.measure.count ? ledgerCounts(judging, parameters, scope.units) : null
  const excluded: Excluded[] = [...scope.excluded, ...(counts?.excluded ?? [])]
  const problems: Problem[] = []
  const units = [
    ...scope.units.map((unit) => unitResult(judging, parameters, unit, counts, threshold, problems)),
    ...scope.notUnderDuty.map((unit): UnitResult => plain(unit, 'not-applicable', 'not-under-duty')),
    ...scope.unclear.map((unit): UnitResult => plain(unit, 'no-data', 'duty-unknown')),
  ].sort((a, b) => (a.id < b.id ? -1 : 1))
  const met = countOf(units, 'met')
  const unmet = countOf(units, 'unmet')
  let state: State = stateOfAll(units.map((unit) => unit.state))
  const why: Why[] = []
  const { expected } = parameters.units
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
  if (threshold === null && state !== 'no-data' && state !== 'not-applicable') state = 'undecided'
  return {
    state,
    numerator: threshold === null ? null : met,
    denominator: threshold === null ? null : met + unmet,
    value: threshold === null ? null : quotient(met, met + unmet),
    threshold: { at: parameters.unitsThreshold.at, value: parameters.unitsThreshold.value },
    unit: 'share',
    shortfall: threshold === null ? null : sumOfShortfalls(units),
    shortfallOfUnits: sumOfShortfalls(units),
    why,
    units,
    excluded: excluded.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
    problems,
    figures: { perUnit: threshold?.value ?? null, inLedger: study.facilities.length, reading: String(reading.figureSource ?? 'ledger') },
  }
}

type Counts = { readonly of: ReadonlyMap<string, { sure: string[]; maybe: string[]; passed: Why[] }>; readonly adrift: ReadonlyMap<string, number>; readonly excluded: readonly Excluded[] }

function ledgerCounts(judging: Judging, parameters: Parameters, units: readonly Area[]): Counts | null {
  const { study, reading, roster } = judging
  if (study.facilities.length === 0 && !study.tables.some((table) => table.ledger === 'facilities' && table.counts.used > 0)) return null
  const test = testOf(judging, parameters.measure.count!)
  const tier = Math.max(...parameters.units.levels.map((level) => tierOf[level as Area['level']]))
  const of = new Map(units.map((unit) => [unit.id, { sure: [] as string[], maybe: [] as string[], passed: [] as Why[] }]))
  const adrift = new Map<string, number>()
  const excluded: Excluded[] = []
  for (const facility of study.facilities) {
    const answer = matches(facility, test, judging.facts)
    const named = reading.coverage === 'served' ? (facility.serves?.filter((id) => of.has(id)) ?? []) : []
    const place = placeOf(study, roster, facility, tier, reading.placeBy)
    if (answer === 'no') {
      const code = isOfKind(facility, test) ? whyNot(facility, test, judging.facts) : null
      if (code && place.known && place.unit) of.get(place.unit.id)?.passed.push({ code, detail: facility.id })
      continue
    }
    if (answer === 'unknown') excluded.push({ id: facility.id, why: whyNot(facility, test, judging.facts) ?? 'class-unknown' })
    const ids = named.length > 0 ? named : place.known ? (place.unit ? [place.unit.id] : []) : null
    if (ids === null) {
      const above = place.known ? '' : (place.within?.id ?? '')
      adrift.set(above, (adrift.get(above) ?? 0) + 1)
      excluded.push({ id: facility.id, why: 'area-unknown' })
      continue
    }
    for (const id of ids) of.get(id)?.[answer === 'yes' ? 'sure' : 'maybe'].push(facility.id)
  }
  return { of, adrift, excluded }
}

const isOfKind = (facility: Facility, test: FacilityTest): boolean => facility.kind !== null && (test.kinds === null || test.kinds.includes(facility.kind))

function testOf({ reading }: Judging, own: FacilityTest): FacilityTest {
  return {
    ...own,
    stages: stagesCounted(reading, own.stages),
    flags: reading.countyInstitution === 'kind-only' ? [] : (own.flags ?? []),
    minFloorM2: typeof reading.minScaleM2 === 'number' ? reading.minScaleM2 : null,
  }
}

/** The ledger where it can answer, else the figure that the unit states, else what is known (SETTLED 32, 42). */
function unitResult(judging: Judging, parameters: Parameters, unit: Area, counts: Counts | null, threshold: ReturnType<typeof thresholdOf>, problems: Problem[]): UnitResult {
  const { facts, roster, reading } = judging
  const entry = counts?.of.get(unit.id)
  const adrift = [...(counts?.adrift ?? [])].reduce((sum, [above, count]) => sum + (above === '' || roster.chainOf(unit.id).some((area) => area.id === above) ? count : 0), 0)
  const ledger = entry ? { sure: entry.sure.length, most: entry.sure.length + entry.maybe.length + adrift } : null
  const stated = parameters.measure.item === null ? null : statedFigure(facts, roster, unit.id, parameters.measure.item).value
  const complete = ledger !== null && ledger.sure === ledger.most
  const useStated = stated !== null && (reading.figureSource === 'stated' || !complete)
  if (complete && stated !== null && stated !== ledger.sure) problems.push(problem('figures-disagree', 'warning', {}, `${unit.name}: ${ledger.sure} / ${stated}`))
  const value = useStated ? stated : (ledger?.sure ?? null)
  const most = useStated ? stated : (ledger?.most ?? null)
  const counted = useStated ? [] : [...(entry?.sure ?? [])].sort()
  const whereBuilt = reading.countyScope === 'where-built' && !useStated && builtInUnit(judging, parameters, unit) === 0
  if (whereBuilt) return plain(unit, 'not-applicable', 'none-built')
  if (value === null || most === null) return plain(unit, 'no-data', 'no-figure', parameters.measure.item ?? undefined)
  const k = threshold?.value ?? null
  const state: State = threshold === null ? 'undecided' : meets(value, threshold) ? 'met' : meets(most, threshold) ? 'no-data' : 'unmet'
  const why: Why[] =
    state === 'met' ? (useStated ? [{ code: 'stated-figure' }] : []) : state === 'no-data' ? [{ code: (entry?.maybe.length ?? 0) > 0 ? 'facility-unmarked' : 'facility-somewhere-above', ...(entry && entry.maybe.length > 0 ? { detail: entry.maybe.join(', ') } : {}) }] : entry && entry.passed.length > 0 ? entry.passed : [{ code: useStated ? 'stated-figure' : 'no-facility' }]
  return { id: unit.id, name: unit.name, kind: 'area', state, numerator: value, denominator: k, value, shortfall: state === 'no-data' || k === null ? null : missing(k, value), why, counted }
}

/** Any institution of the kind, whatever its size (SETTLED 47). */
function builtInUnit(judging: Judging, parameters: Parameters, unit: Area): number {
  const { count } = parameters.measure
  if (!count) return 0
  const test: FacilityTest = { kinds: count.kinds, levels: count.levels, stages: stagesCounted(judging.reading, count.stages) }
  return judging.study.facilities.filter((facility) => {
    const place = placeOf(judging.study, judging.roster, facility, tierOf[unit.level], judging.reading.placeBy)
    return matches(facility, test, judging.facts) === 'yes' && place.known && place.unit?.id === unit.id
  }).length
}

const plain = (unit: Area, state: State, code: string, detail?: string): UnitResult => ({ id: unit.id, name: unit.name, kind: 'area', state, numerator: null, denominator: null, value: null, shortfall: null, why: [detail === undefined ? { code } : { code, detail }] })

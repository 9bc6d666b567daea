/** Elder-care facility land per person, unit by unit. */
import { problem, type Problem } from '../problem'
import { innerPoint } from '../geo/inner-point'
import { unitOfPoint } from '../model/place-points'
import type { Area, Plot } from '../model/study'
import { meets, missing } from './compare'
import { blank, countOf, quotient, stateOfAll, sumOfShortfalls, thresholdOf, type Evaluator, type Judged, type Judging } from './evaluator'
import { explainLand } from './explain/explain-land'
import { rosterOrFact, statedFigure, type Figure } from './facts'
import { columnSum } from './measure'
import { finderOf, type Finder } from '../model/names'
import type { Excluded, State, UnitResult, Why } from './result'
import { placesOf } from './places'
import { shapeOf, tierOf } from './roster'
import { unitsInScope, type UnitsWanted } from './units-in-scope'

type Column = 'residents' | 'elders60'
export type LandParameters = {
  readonly units: UnitsWanted
  readonly land: { readonly use: readonly string[]; readonly item: string }
  readonly persons: { readonly column: Column; readonly byOption: { readonly landPopulation: Readonly<Record<string, { readonly column?: Column; readonly item?: string }>> } }
}

export const landPerPerson: Evaluator = { id: 'land-per-person', judge, explain: explainLand }

function judge(judging: Judging): Judged {
  const { clause, reading } = judging
  const parameters = clause.parameters as unknown as LandParameters
  const scope = unitsInScope(judging, parameters.units, null)
  const threshold = thresholdOf(judging)
  if (scope.units.length === 0) return scope.listed ? blank('not-applicable', 'm2', [{ code: 'no-such-unit' }]) : blank('no-data', 'm2', [{ code: 'roster-missing' }])
  const problems: Problem[] = []
  const land = landOf(judging, parameters, scope.units)
  const units = scope.units.map((unit) => unitResult(judging, parameters, unit, land, threshold, problems))
  const met = countOf(units, 'met')
  const unmet = countOf(units, 'unmet')
  const all = stateOfAll(units.map((unit) => unit.state))
  const informationOnly = reading.landPopulation === 'elders60'
  const sum = (key: 'numerator' | 'denominator') => units.reduce((total, unit) => total + (unit.value === null ? 0 : (unit[key] ?? 0)), 0)
  const short = sumOfShortfalls(units)
  return {
    state: informationOnly && (all === 'met' || all === 'unmet') ? 'undecided' : all,
    numerator: met,
    denominator: met + unmet,
    value: quotient(met, met + unmet),
    threshold: threshold && { at: threshold.at, value: threshold.value },
    unit: 'm2',
    shortfall: short,
    shortfallOfUnits: short,
    why: informationOnly ? [{ code: 'information-only' }] : [],
    units,
    excluded: land.excluded,
    problems,
    figures: { m2PerPerson: quotient(sum('numerator'), sum('denominator')), landM2: sum('numerator'), persons: sum('denominator') },
  }
}

type Land = {
  readonly of: ReadonlyMap<string, { known: number; unknown: string[]; plots: string[]; withoutOwnLand: number }>
  /** m² of plots that lie nobody knows where and may lie in any unit; Infinity where one has no size. */
  readonly adriftM2: number
  readonly answers: boolean
  readonly excluded: readonly Excluded[]
}

/** Land of every unit: its plots by area, else zone, else geometry; shared land and floor area only where the reading says so. */
function landOf(judging: Judging, parameters: LandParameters, units: readonly Area[]): Land {
  const { study, reading, roster } = judging
  const of = new Map(units.map((unit) => [unit.id, { known: 0, unknown: [] as string[], plots: [] as string[], withoutOwnLand: 0 }]))
  const excluded: Excluded[] = []
  const finder = finderFor(study)
  const add = (unit: string | undefined, m2: number | null, id: string) => {
    const entry = unit === undefined ? undefined : of.get(unit)
    if (!entry) return
    entry.plots.push(id)
    if (m2 === null) entry.unknown.push(id)
    else entry.known += m2
  }
  const unitAbove = (id: string | null): string | undefined => (id === null ? undefined : roster.chainOf(id).find((area) => of.has(area.id))?.id)
  let adriftM2 = 0
  const plots = reading.landMeasure === 'floor' ? [] : study.plots
  for (const plot of plots) {
    if (plot.use !== null && !parameters.land.use.includes(plot.use)) continue
    const status = reading.landStatus !== 'existing' || plot.status === 'existing' ? 'yes' : plot.status === null ? 'unknown' : 'no'
    if (status === 'no') {
      excluded.push({ id: plot.id, why: 'planned-only' })
      continue
    }
    const area = areaOfPlot(judging, plot, finder)
    const unit = unitAbove(area.id)
    const entry = unit === undefined ? undefined : of.get(unit)
    if (plot.use === null || status === 'unknown') {
      // It may be care land that counts: no unit falls short while it might make up for it.
      excluded.push({ id: plot.id, why: plot.use === null ? 'use-unknown' : 'status-unknown' })
      if (entry) entry.unknown.push(plot.id)
      else if (!area.outside) adriftM2 += plot.landAreaM2 ?? Infinity
      continue
    }
    if (unit === undefined) excluded.push({ id: plot.id, why: area.outside ? 'outside' : 'area-unknown' })
    if (unit === undefined && !area.outside) adriftM2 += plot.landAreaM2 ?? Infinity
    add(unit, plot.landAreaM2, plot.id)
  }
  const places = placesOf(study, roster, Math.max(...units.map((unit) => tierOf[unit.level])), 'column')
  for (const facility of study.facilities) {
    if (facility.kind === 'NOT' || facility.kind === 'HOME_BED' || (facility.stage !== null && facility.stage !== 'operating')) continue
    const m2 = reading.landMeasure === 'floor' ? facility.floorAreaM2 : facility.landAreaM2
    const place = places.of(facility)
    const unit = place.known ? place.unit?.id : undefined
    const entry = unit === undefined ? undefined : of.get(unit)
    const counts = reading.landMeasure !== 'plots'
    if (facility.kind === null || facility.stage === null) {
      if (counts && m2 !== null && m2 > 0) {
        excluded.push({ id: facility.id, why: facility.kind === null ? 'kind-unknown' : 'stage-unknown' })
        if (entry) entry.unknown.push(facility.id)
        else if (!place.known) adriftM2 += m2
      }
      continue
    }
    if (entry && facility.landAreaM2 === null) entry.withoutOwnLand++
    if (reading.landMeasure === 'plots-and-shared' && m2 === null) continue
    if (counts) add(unit, m2, facility.id)
    if (counts && !place.known) {
      excluded.push({ id: facility.id, why: 'area-unknown' })
      adriftM2 += m2 ?? Infinity
    }
  }
  const answers = reading.landMeasure === 'floor' ? study.facilities.length > 0 : study.plots.length > 0
  return { of, adriftM2, answers, excluded: excluded.sort((a, b) => (a.id < b.id ? -1 : 1)) }
}

const finders = new WeakMap<object, Finder>()

/** Built once for units of the same names. */
function finderFor({ areas }: Judging['study']): Finder {
  const shape = shapeOf(areas)
  const finder = finders.get(shape) ?? finderOf(areas)
  finders.set(shape, finder)
  return finder
}

/** The unit that a plot belongs to by its area, else zone, else geometry; outside: its place lies beyond every boundary. */
function areaOfPlot({ study }: Judging, plot: Plot, finder: Finder): { readonly id: string | null; readonly outside: boolean } {
  if (plot.area !== null) return { id: plot.area, outside: false }
  if (plot.zone !== null) {
    const found = finder.find(plot.zone)
    if (found !== null && found !== 'ambiguous') return { id: found, outside: false }
    // A zone's own name often begins with its unit's ('云岭市城东片区').
    const named = study.areas.filter((area) => plot.zone!.startsWith(area.name))
    if (named.length === 1) return { id: named[0]!.id, outside: false }
  }
  const point = plot.at ?? (plot.geometry && plot.geometry.type !== 'Point' ? innerPoint(plot.geometry) : null)
  const index = point ? unitOfPoint(study.areas)(point[0], point[1]) : -1
  if (index !== -1) return { id: study.areas[index]!.id, outside: false }
  return { id: null, outside: point !== null && study.areas.some(({ boundary }) => boundary !== null) }
}

function unitResult(judging: Judging, parameters: LandParameters, unit: Area, land: Land, threshold: ReturnType<typeof thresholdOf>, problems: Problem[]): UnitResult {
  const entry = land.of.get(unit.id)!
  const stated = judging.reading.landMeasure === 'floor' ? none : statedFigure(judging.facts, judging.roster, unit.id, parameters.land.item)
  const ledgerAnswers = land.answers && entry.unknown.length === 0
  const useStated = !ledgerAnswers && stated.value !== null
  const m2 = useStated ? stated.value : land.answers ? entry.known : null
  const persons = personsOf(judging, parameters, unit, problems)
  const why: Why[] = [...(m2 === null ? [{ code: 'no-land-figure' }] : []), ...(persons === null ? [{ code: 'people-unknown' }] : []), ...(useStated ? [{ code: 'stated-figure' }] : entry.unknown.length > 0 ? [{ code: 'land-area-unknown', detail: entry.unknown.join(', ') }] : land.adriftM2 > 0 ? [{ code: 'plot-somewhere' }] : [])]
  const required = persons === null || threshold === null ? null : threshold.value * persons
  const base = { id: unit.id, name: unit.name, kind: 'area' as const, numerator: m2, denominator: persons, why, counted: useStated ? [] : [...entry.plots].sort(), figures: { required, facilitiesWithoutOwnLand: entry.withoutOwnLand } }
  if (persons === 0) return { ...base, state: 'not-applicable', value: null, shortfall: null }
  if (m2 === null || persons === null) return { ...base, state: 'no-data', value: null, shortfall: null }
  const value = m2 / persons
  const open = !useStated && (entry.unknown.length > 0 || (threshold !== null && land.adriftM2 > 0 && meets((m2 + land.adriftM2) / persons, threshold)))
  const state: State = threshold === null ? 'undecided' : meets(value, threshold) ? 'met' : open ? 'no-data' : 'unmet'
  return { ...base, state, value, shortfall: required === null || state === 'no-data' ? null : missing(required, m2) }
}

const none: Figure = { value: null, from: [], date: null }

/** Persons of the reading: a roster column (a fact of the same item wins where it is fresh), or a stated item. */
export function personsOf({ study, facts, roster, reading }: Judging, parameters: LandParameters, unit: Area, problems: Problem[] = []): number | null {
  const source = parameters.persons.byOption.landPopulation[String(reading.landPopulation ?? 'residents')] ?? { column: parameters.persons.column }
  if (source.item) return statedFigure(facts, roster, unit.id, source.item).value
  const column = source.column!
  const settled = rosterOrFact(columnSum(roster, unit, column), statedFigure(facts, roster, unit.id, column), study.asOf)
  if (settled.differs) problems.push(problem('figures-disagree', 'info', {}, `${unit.name}: ${column}`))
  return settled.value
}

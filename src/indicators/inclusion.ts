/** Every element of one list stands in another: the county lists contain the city list. */
import type { Fact } from '../model/study'
import { countOf, quotient, stateOfAll, sumOfShortfalls, thresholdOf, unitOfFigure, blank, type Evaluator, type Judged, type Judging } from './evaluator'
import { explainFigure } from './explain/explain-figure'
import { judgedUnits } from './judged-unit'
import type { State, UnitResult, Why } from './result'
import { unitsInScope, type UnitsWanted } from './units-in-scope'
import { meets } from './compare'

type Parameters = { readonly units: UnitsWanted; readonly whole: { readonly item: string }; readonly part: { readonly item: string } }

export const inclusion: Evaluator = { id: 'inclusion', judge, explain: explainFigure }

function judge(judging: Judging): Judged {
  const parameters = judging.clause.parameters as unknown as Parameters
  const unit = unitOfFigure(judging.clause)
  const top = judgedUnits(judging)[0]
  const scope = unitsInScope(judging, parameters.units, null)
  // A unit that is itself the topmost has no list above it to contain.
  const counties = scope.units.filter((area) => area.id !== top?.id)
  if (!top || (counties.length === 0 && !scope.listed)) return blank('no-data', unit, [{ code: 'roster-missing' }])
  const whole = listOf(judging, top.id, parameters.whole.item)
  const threshold = thresholdOf(judging)
  const units = counties.map((area): UnitResult => {
    const part = listOf(judging, area.id, parameters.part.item)
    const base = { id: area.id, name: area.name, kind: 'area' as const }
    if (whole.length === 0 || part.length === 0) return { ...base, state: 'no-data', numerator: null, denominator: whole.length === 0 ? null : whole.length, value: null, shortfall: null, why: [{ code: whole.length === 0 ? 'city-list-missing' : 'list-missing' }] }
    const has = new Set(part.map(comparable))
    const missing = whole.filter((name) => !has.has(comparable(name)))
    const city = new Set(whole.map(comparable))
    const extra = part.filter((name) => !city.has(comparable(name)))
    const found = whole.length - missing.length
    const state: State = threshold === null ? 'undecided' : meets(found / whole.length, threshold) ? 'met' : 'unmet'
    const why: Why[] = missing.length > 0 ? [{ code: 'elements-missing', detail: missing.join('、') }] : []
    return { ...base, state, numerator: found, denominator: whole.length, value: found / whole.length, shortfall: missing.length, why, figures: { extra: extra.length, extraNames: extra.join('、') || null, near: nearMatches(missing, extra) } }
  })
  const met = countOf(units, 'met')
  const unmet = countOf(units, 'unmet')
  const short = sumOfShortfalls(units)
  return { state: stateOfAll(units.map((entry) => entry.state)), numerator: met, denominator: met + unmet, value: quotient(met, met + unmet), threshold: threshold && { at: threshold.at, value: threshold.value }, unit, shortfall: short, shortfallOfUnits: short, why: whole.length === 0 ? [{ code: 'city-list-missing' }] : [], units, excluded: scope.excluded, problems: [], figures: { cityList: whole.length } }
}

/** The set in force: all rows of the unit with the latest date (undated rows where none is dated), names as written, sorted. */
function listOf({ facts }: Judging, unit: string, item: string): string[] {
  const rows: readonly Fact[] = facts.rows({ kind: 'area', id: unit }, item)
  const latest = facts.latest({ kind: 'area', id: unit }, item)
  const names = rows.filter((fact) => fact.date === (latest?.date ?? null)).map(({ value }) => (value === null ? '' : String(value).trim()))
  return [...new Set(names.filter((name) => name !== ''))].sort()
}

/** Names are compared without blanks, brackets, quotes and width. */
const comparable = (name: string): string => name.normalize('NFKC').replace(/[\s()（）《》"'“”‘’、,，.。·\-—]/g, '')

/** Missing and extra names that share most of their characters: proposed to the user, never counted. */
function nearMatches(missing: readonly string[], extra: readonly string[]): string | null {
  const pairs = missing.flatMap((name) => {
    const near = extra.find((other) => likeness(comparable(name), comparable(other)) >= 0.6)
    return near === undefined ? [] : [`${name} ≈ ${near}`]
  })
  return pairs.length === 0 ? null : pairs.join('; ')
}

/** Share of characters in common (Dice), 0 … 1. */
function likeness(a: string, b: string): number {
  const left = new Set(a)
  const right = new Set(b)
  const common = [...left].filter((character) => right.has(character)).length
  return (2 * common) / (left.size + right.size || 1)
}

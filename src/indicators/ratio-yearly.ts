/** Shares of a year's money: judged on complete years, level by level where the clause says so. */
import { problem, type Problem } from '../problem'
import type { Area } from '../model/study'
import { equal, meets, missing } from './compare'
import { blank, quotient, stateOfAll, sumOfShortfalls, thresholdOf, unitOfFigure, type Judged, type Judging } from './evaluator'
import { judgedUnits } from './judged-unit'
import { itemsOf } from './measure'
import type { RatioParameters } from './ratio-parameters'
import type { State, UnitResult, Why } from './result'
import { laterOfYear, yearsBelow, yearsJudged, yearsOf, type YearFigures } from './yearly'

type YearlyParameters = RatioParameters & {
  /** each: the judged unit and every unit of the breakdown that has rows are judged apart (QJ-32, SETTLED 31). */
  readonly perLevel?: 'each' | null
  /** Rows of the units below are not added to the judged unit's own (HL-13, 省本级). */
  readonly ownRowsOnly?: boolean
}

export function yearlyRatio(judging: Judging, plain: RatioParameters): Judged {
  const parameters = plain as YearlyParameters
  const tops = judgedUnits(judging)
  if (tops.length === 0) return blank('no-data', unitOfFigure(judging.clause), [{ code: 'roster-missing' }])
  const own = parameters.ownRowsOnly === true || parameters.perLevel === 'each'
  const problems: Problem[] = []
  const below = parameters.perLevel === 'each' ? judging.roster.areas.filter((area) => area.level === judging.clause.parameters.breakdown && !tops.includes(area) && hasRows(judging, parameters, area)) : []
  const units = [...tops, ...below].map((unit) => unitResult(judging, parameters, unit, own, problems))
  const threshold = thresholdOf(judging)
  const judged = units.slice(0, tops.length)
  const state = stateOfAll(units.map((unit) => unit.state))
  const single = judged.length === 1 ? judged[0]! : null
  return {
    state: threshold === null && state !== 'no-data' && state !== 'not-applicable' ? 'undecided' : state,
    numerator: single?.numerator ?? null,
    denominator: single?.denominator ?? null,
    value: single?.value ?? null,
    threshold: threshold && { at: threshold.at, value: threshold.value },
    unit: unitOfFigure(judging.clause),
    shortfall: state === 'met' ? 0 : state === 'unmet' ? sumOfShortfalls(units) : null,
    shortfallOfUnits: sumOfShortfalls(units),
    why: state === 'no-data' ? (units.find((unit) => unit.state === 'no-data')?.why ?? []) : state === 'unmet' && single?.state === 'met' ? [{ code: 'lower-level-unmet' }] : (single?.why ?? []),
    units,
    excluded: [],
    problems,
    figures: { year: yearsJudged(judging).at(-1) ?? null },
  }
}

const seriesOf = (judging: Judging, item: string, unit: Area, own: boolean): YearFigures => (own ? yearsOf(judging, { kind: 'area', id: unit.id }, item) : yearsBelow(judging, unit.id, item))

function hasRows(judging: Judging, parameters: YearlyParameters, unit: Area): boolean {
  return [...itemsOf(parameters.numerator, judging), ...itemsOf(parameters.denominator, judging)].some((item) => yearsOf(judging, { kind: 'area', id: unit.id }, item).size > 0)
}

/** A unit over the years that the reading judges; every year that has figures is listed beside. */
function unitResult(judging: Judging, parameters: YearlyParameters, unit: Area, own: boolean, problems: Problem[]): UnitResult {
  const top = itemsOf(parameters.numerator, judging).map((item) => seriesOf(judging, item, unit, own))
  const bottom = itemsOf(parameters.denominator, judging).map((item) => seriesOf(judging, item, unit, own))
  const halfOf = (series: readonly YearFigures[], year: number): number | null => {
    const values = series.map((figures) => figures.get(year)?.value ?? null)
    return values.length === 0 || values.some((value) => value === null) ? null : values.reduce<number>((sum, value) => sum + value!, 0)
  }
  const threshold = thresholdOf(judging)
  const years = yearsJudged(judging)
  const answers = years.map((year) => {
    const numerator = halfOf(top, year)
    const denominator = halfOf(bottom, year)
    const exceeds = numerator !== null && denominator !== null && parameters.part !== false && numerator > denominator && !equal(numerator, denominator)
    if (exceeds) problems.push(problem('part-exceeds-whole', 'warning', {}, `${unit.name} ${year}: ${numerator} / ${denominator}`))
    const value = quotient(numerator, denominator)
    const state: State = denominator === 0 ? 'not-applicable' : value === null || exceeds ? 'no-data' : threshold === null ? 'undecided' : meets(value, threshold) ? 'met' : 'unmet'
    return { year, numerator, denominator, value, state }
  })
  const state = stateOfAll(answers.map((answer) => answer.state))
  const shown = answers.find((answer) => answer.state === state) ?? answers[answers.length - 1]
  const listed = [...new Set([...top, ...bottom].flatMap((figures) => [...figures.keys()]))].sort()
  const why: Why[] = [...(state === 'no-data' && shown ? [{ code: shown.numerator !== null && shown.denominator !== null ? 'part-exceeds-whole' : 'year-missing', detail: String(shown.year) }] : []), ...laterOfYear(judging, unit, [...itemsOf(parameters.numerator, judging), ...itemsOf(parameters.denominator, judging)], years)]
  return {
    id: unit.id,
    name: unit.name,
    kind: 'area',
    state,
    numerator: shown?.numerator ?? null,
    denominator: shown?.denominator ?? null,
    value: shown?.value ?? null,
    shortfall: state === 'met' ? 0 : state === 'unmet' && shown && threshold ? missing(threshold.value * shown.denominator!, shown.numerator!) : null,
    why,
    figures: Object.fromEntries(listed.map((year) => [`year:${year}`, quotient(halfOf(top, year), halfOf(bottom, year))])),
  }
}

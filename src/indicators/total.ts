/** An absolute total of a level, over a year or a span where the clause names one. */
import { factItem } from '../tables/fact-items'
import { onOrBefore } from '../model/dates'
import type { Area } from '../model/study'
import { meets, missing } from './compare'
import { isCountable, wholeUp } from './countable'
import { blank, stateOfAll, sumOfShortfalls, thresholdOf, undecidedWhy, unitOfFigure, type Evaluator, type Judged, type Judging } from './evaluator'
import { explainFigure } from './explain/explain-figure'
import { excludedOf } from './facility-sum'
import { bedsOf } from './ledger-total'
import { breakdownUnits, judgedUnits } from './judged-unit'
import type { Measure } from './measure'
import type { Excluded, State, UnitResult, Why } from './result'
import { laterOfYear, latestCompleteYear, within, yearsBelow, yearsJudged } from './yearly'

type Span = { readonly from: string; readonly to: string }
type Parameters = {
  readonly measure: Measure
  readonly period: null | 'year' | Span
  readonly periodByOption?: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly outOf: number | null
}

export const total: Evaluator = { id: 'total', judge, explain: explainFigure }

type Answer = { readonly value: number | null; /** What it is at least, where that is less. */ readonly surely?: number | null; readonly open: boolean; readonly why: readonly Why[]; readonly excluded: readonly Excluded[]; readonly counted: readonly string[]; readonly figures: Readonly<Record<string, number | string | null>>; readonly years?: readonly { readonly year: number; readonly value: number | null }[] }

function judge(judging: Judging): Judged {
  const parameters = judging.clause.parameters as unknown as Parameters
  const tops = judgedUnits(judging)
  const unit = unitOfFigure(judging.clause)
  if (tops.length === 0) return blank('no-data', unit, [{ code: 'roster-missing' }])
  const threshold = thresholdOf(judging)
  const answer = together(tops.map((top) => answerOf(judging, parameters, top)))
  const state = stateOf(answer, threshold)
  const countable = isCountable(parameters.measure.item)
  const shortfall = threshold === null || answer.value === null || state === 'no-data' ? null : wholeUp(threshold.at === 'least' ? missing(threshold.value, answer.value) : missing(answer.value, threshold.value), countable)
  const listed = breakdownUnits(judging)
  // A number for the whole is no norm for its parts: they are listed, not judged. Only a study's one unit is itself the whole.
  const alone = listed.length === 1 && tops.length === 1 && listed[0] === tops[0]
  const units = listed.map((area): UnitResult => {
    const own = answerOf(judging, parameters, area)
    return { id: area.id, name: area.name, kind: 'area', state: alone ? state : own.value === null ? 'no-data' : 'not-applicable', numerator: own.value, denominator: null, value: own.value, shortfall: alone ? shortfall : null, why: alone ? answer.why : own.value === null ? own.why : [{ code: 'part-of-total' }, ...own.why.filter(({ code }) => code === 'plan-change')], counted: own.counted }
  })
  return {
    state,
    numerator: answer.value,
    denominator: null,
    value: answer.value,
    threshold: threshold && { at: threshold.at, value: threshold.value },
    unit,
    shortfall,
    shortfallOfUnits: sumOfShortfalls(units),
    why: state === 'undecided' ? [undecidedWhy(judging.clause), ...answer.why] : state === 'no-data' && (answer.why.length === 0 || answer.open) ? [{ code: 'unknown-may-change' }, ...answer.why] : answer.why,
    units,
    excluded: answer.excluded,
    problems: [],
    figures: { ...answer.figures, ...(parameters.outOf === null || parameters.outOf === undefined ? {} : { outOf: parameters.outOf }) },
  }
}

/** Met if the known part passes; while a size is blank, less is no-data and not unmet (SETTLED 16). */
function stateOf(answer: Answer, threshold: ReturnType<typeof thresholdOf>): State {
  if (answer.years && threshold !== null) return stateOfAll(answer.years.map(({ value }) => (value === null ? 'no-data' : meets(value, threshold) ? 'met' : 'unmet')))
  if (answer.value === null) return 'no-data'
  if (threshold === null) return 'undecided'
  if (meets(answer.surely ?? answer.value, threshold)) return answer.open && threshold.at !== 'least' && threshold.at !== 'above' ? 'no-data' : 'met'
  return answer.open && (threshold.at === 'least' || threshold.at === 'above') ? 'no-data' : 'unmet'
}

function answerOf(judging: Judging, parameters: Parameters, unit: Area): Answer {
  if (parameters.period === 'year') return yearly(judging, parameters, unit)
  if (parameters.period !== null) return overSpan(judging, parameters, parameters.period, unit)
  const sum = bedsOf(judging, parameters.measure, [unit])
  return { value: sum.value, surely: sum.surely, open: sum.unknown > 0, why: sum.value === null ? sum.why : sum.source === 'stated' ? [{ code: 'stated-figure' }, ...sum.why] : [], excluded: excludedOf(sum, 'size-unknown'), counted: sum.counted, figures: { source: sum.source, unknown: sum.unknown } }
}

/** Each complete year apart; a running year answers only where it has already passed the figure (XM-09). */
function yearly(judging: Judging, { measure }: Parameters, unit: Area): Answer {
  const series = yearsBelow(judging, unit.id, measure.item!)
  const figures = Object.fromEntries([...series].sort(([a], [b]) => a - b).map(([year, { value }]) => [`year:${year}`, value]))
  const threshold = thresholdOf(judging)
  const running = latestCompleteYear(judging.study.asOf) + 1
  const years = yearsJudged(judging).map((year) => ({ year, value: series.get(year)?.value ?? null }))
  const early = series.get(running)?.value ?? null
  if (judging.reading.fundYear !== 'every-year' && years.every(({ value }) => value === null) && early !== null && threshold !== null && threshold.at === 'least' && meets(early, threshold))
    return { value: early, open: false, why: [{ code: 'running-year', detail: String(running) }], excluded: [], counted: [], figures, years: [{ year: running, value: early }] }
  const missingYear = years.find(({ value }) => value === null)
  const shown = threshold === null ? years.at(-1) : (years.find(({ value }) => value !== null && !meets(value, threshold)) ?? missingYear ?? years.at(-1))
  const why: Why[] = [...(missingYear ? [{ code: 'year-missing', detail: String(missingYear.year) }] : []), ...laterOfYear(judging, unit, [measure.item!], years.map(({ year }) => year))]
  return { value: shown?.value ?? null, open: false, why, excluded: [], counted: [], figures: { ...figures, year: shown?.year ?? null }, years }
}

/** The dated rows inside the span; a yearly item gives one figure a year, other rows are added as they stand. */
function overSpan(judging: Judging, { measure, periodByOption }: Parameters, span: Span, unit: Area): Answer {
  const item = measure.item!
  const from = Object.entries(periodByOption ?? {}).reduce((start, [option, starts]) => starts[String(judging.reading[option])] ?? start, span.from)
  const own = spanOf(judging, item, unit, from, span.to)
  return own === null ? { value: null, open: false, why: [{ code: 'no-figure', detail: item }], excluded: [], counted: [], figures: { from, to: span.to } } : { value: own, open: false, why: [], excluded: [], counted: [], figures: { from, to: span.to } }
}

function spanOf(judging: Judging, item: string, unit: Area, from: string, to: string): number | null {
  const rows = judging.facts.rows({ kind: 'area', id: unit.id }, item).filter((fact) => fact.date !== null && within(fact.date, from, to) && onOrBefore(fact.date, judging.study.asOf))
  if (rows.length > 0) {
    const used = factItem(item)?.period === 'year' ? [...new Map(rows.map((fact) => [fact.date!.slice(0, 4), fact])).values()] : rows
    return used.some((fact) => typeof fact.value !== 'number') ? null : used.reduce((sum, fact) => sum + (fact.value as number), 0)
  }
  if (!judging.facts.mentions(item)) return null
  const children = judging.roster.childrenOf(unit.id).map((child) => spanOf(judging, item, child, from, to))
  return children.length === 0 || children.some((value) => value === null) ? null : children.reduce<number>((sum, value) => sum + value!, 0)
}

/** Several topmost units together: a sum only when every one has its figure. */
function together(answers: readonly Answer[]): Answer {
  if (answers.length === 1) return answers[0]!
  const known = answers.every(({ value }) => value !== null)
  return { value: known ? answers.reduce((sum, { value }) => sum + value!, 0) : null, surely: known ? answers.reduce((sum, { value, surely }) => sum + (surely ?? value!), 0) : null, open: answers.some(({ open }) => open), why: answers.flatMap(({ why }) => why), excluded: answers.flatMap(({ excluded }) => excluded), counted: answers.flatMap(({ counted }) => counted), figures: answers[0]?.figures ?? {} }
}

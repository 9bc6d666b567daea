/** A later figure against an earlier one: does it rise or fall? */
import { lastDay } from '../model/dates'
import { factItem } from '../tables/fact-items'
import type { Area, Fact } from '../model/study'
import { meets } from './compare'
import { blank, thresholdOf, unitOfFigure, type Evaluator, type Judged, type Judging } from './evaluator'
import { explainFigure } from './explain/explain-figure'
import { breakdownUnits, judgedUnits } from './judged-unit'
import { itemsOf, type Measure } from './measure'
import type { State, UnitResult, Why } from './result'
import { laterOfYear, latestCompleteYear, yearsBelow } from './yearly'

type Parameters = { readonly measure: { readonly item?: string; readonly numerator?: string; readonly denominator?: string; readonly byOption?: Measure['byOption'] } }
type Point = { readonly date: string; readonly value: number | null }

export const trend: Evaluator = { id: 'trend', judge, explain: explainFigure }

function judge(judging: Judging): Judged {
  const tops = judgedUnits(judging)
  const unit = unitOfFigure(judging.clause)
  if (tops.length !== 1) return blank('no-data', unit, [{ code: tops.length === 0 ? 'roster-missing' : 'several-tops' }])
  const threshold = thresholdOf(judging)
  const answer = answerOf(judging, tops[0]!)
  const units = breakdownUnits(judging).map((area): UnitResult => {
    const own = answerOf(judging, area)
    return { id: area.id, name: area.name, kind: 'area', state: own.state, numerator: null, denominator: null, value: own.change, shortfall: null, why: own.why, figures: own.figures }
  })
  return { state: answer.state, numerator: null, denominator: null, value: answer.change, threshold: threshold && { at: threshold.at, value: threshold.value }, unit, shortfall: null, shortfallOfUnits: null, why: answer.why, units, excluded: [], problems: [], figures: answer.figures }
}

function answerOf(judging: Judging, unit: Area): { state: State; change: number | null; why: readonly Why[]; figures: Readonly<Record<string, number | string | null>> } {
  const series = seriesOf(judging, unit)
  const figures = Object.fromEntries(series.map(({ date, value }) => [`at:${date}`, value]))
  const later = series.at(-1)
  const earlier = later && baseOf(judging, series.slice(0, -1))
  if (!later || !earlier) return { state: 'no-data', change: null, why: [{ code: 'one-figure-only', detail: String(series.length) }], figures }
  if (later.value === null || earlier.value === null) return { state: 'no-data', change: null, why: [{ code: 'empty-denominator' }], figures: { ...figures, earlier: earlier.date, later: later.date } }
  const change = later.value - earlier.value
  const threshold = thresholdOf(judging)
  const noise = Math.abs(change) <= 1e-9 * Math.max(Math.abs(later.value), Math.abs(earlier.value))
  const state: State = threshold === null ? 'undecided' : meets(noise ? 0 : change, threshold) ? 'met' : 'unmet'
  return { state, change: noise ? 0 : change, why: saidTwice(judging, unit, [earlier.date, later.date]), figures: { ...figures, earlier: earlier.date, later: later.date } }
}

/** Compared years of a yearly item that have more than one row. */
function saidTwice(judging: Judging, unit: Area, dates: readonly string[]): Why[] {
  const { measure } = judging.clause.parameters as unknown as Parameters
  const yearlyItems = [measure.item, measure.numerator, measure.denominator].filter((item): item is string => item !== undefined && factItem(item)?.period === 'year')
  return laterOfYear(judging, unit, yearlyItems, dates.map((date) => Number(date.slice(0, 4))))
}

/** The earlier figure that the reading names. */
function baseOf({ reading, pack }: Judging, before: readonly Point[]): Point | undefined {
  if (reading.trendBase === 'previous') return before.at(-1)
  if (reading.trendBase === 'before-document') return pack.document.date === null ? undefined : before.filter(({ date }) => lastDay(date) < pack.document.date!).at(-1)
  return before[0]
}

/** Dated figures up to the data date, earliest first; yearly items by complete years. An undated figure is never used. */
function seriesOf(judging: Judging, unit: Area): Point[] {
  const { measure } = judging.clause.parameters as unknown as Parameters
  if (measure.item !== undefined) return pointsOf(judging, unit, measure.item)
  // byOption names the numerator (disabilityRate) or the denominator (elderAge) of the rate.
  const chosen = itemsOf({ ...(measure.byOption ? { byOption: measure.byOption } : {}) }, judging)[0]
  const isDenominator = 'elderAge' in (measure.byOption ?? {})
  const numerators = pointsOf(judging, unit, !isDenominator && chosen ? chosen : measure.numerator!)
  const denominators = pointsOf(judging, unit, isDenominator && chosen ? chosen : measure.denominator!)
  return numerators.flatMap(({ date, value }): Point[] => {
    const below = denominators.find((point) => point.date === date) ?? denominators.filter((point) => point.date.slice(0, 4) === date.slice(0, 4)).at(-1)
    if (!below || below.value === null || value === null) return []
    return [{ date, value: below.value === 0 ? null : value / below.value }]
  })
}

function pointsOf(judging: Judging, unit: Area, item: string): Point[] {
  if (factItem(item)?.period === 'year') {
    const last = latestCompleteYear(judging.study.asOf)
    return [...yearsBelow(judging, unit.id, item)].filter(([year]) => year <= last).sort(([a], [b]) => a - b).map(([year, { value }]) => ({ date: String(year), value }))
  }
  return datesBelow(judging, unit.id, item)
}

function datesBelow(judging: Judging, unit: string, item: string): Point[] {
  const own = judging.facts.rows({ kind: 'area', id: unit }, item).filter((fact): fact is Fact & { date: string } => fact.date !== null)
  if (own.length > 0) return own.map(({ date, value }) => ({ date, value: typeof value === 'number' ? value : null }))
  if (!judging.facts.mentions(item)) return []
  const children = judging.roster.childrenOf(unit).map((child) => datesBelow(judging, child.id, item))
  if (children.length === 0) return []
  const dates = [...new Set(children.flat().map(({ date }) => date))].sort((a, b) => (lastDay(a) < lastDay(b) ? -1 : 1))
  return dates.flatMap((date) => {
    const values = children.map((points) => points.find((point) => point.date === date)?.value ?? null)
    return values.some((value) => value === null) ? [] : [{ date, value: values.reduce<number>((sum, value) => sum + value!, 0) }]
  })
}

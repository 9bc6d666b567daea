/** Figures of single years: complete years only, the later of two rows in one year counts (SETTLED 7, 31). */
import { lastDay } from '../model/dates'
import type { Fact, FactOf } from '../model/study'
import type { Judging } from './evaluator'
import type { Why } from './result'

export type YearFigures = ReadonlyMap<number, { readonly value: number | null; readonly from: readonly Fact[] }>

/** The figure of every year that the unit's own dated rows state; of two rows in one year the later one. */
export function yearsOf({ facts }: Pick<Judging, 'facts'>, of: FactOf, item: string): YearFigures {
  const years = new Map<number, { value: number | null; from: readonly Fact[] }>()
  for (const fact of facts.rows(of, item)) {
    if (fact.date === null) continue
    years.set(Number(fact.date.slice(0, 4)), { value: typeof fact.value === 'number' ? fact.value : null, from: [fact] })
  }
  return years
}

/** Years of which some unit at or below has more than one row: the later counts, and it is said (SETTLED 7). */
function yearsTwice(judging: Pick<Judging, 'facts' | 'roster'>, unit: string, item: string): number[] {
  const twice = new Set<number>()
  const own = judging.facts.rows({ kind: 'area', id: unit }, item).filter(({ date }) => date !== null)
  const seen = new Set<number>()
  for (const { date } of own) {
    const year = Number(date!.slice(0, 4))
    if (seen.has(year)) twice.add(year)
    seen.add(year)
  }
  if (own.length === 0 && judging.facts.mentions(item)) for (const child of judging.roster.childrenOf(unit)) for (const year of yearsTwice(judging, child.id, item)) twice.add(year)
  return [...twice].sort((a, b) => a - b)
}

/** The judged years whose figure is the later of two rows. */
export const laterOfYear = (judging: Pick<Judging, 'facts' | 'roster'>, unit: { readonly id: string }, items: readonly string[], judged: readonly number[]): Why[] =>
  [...new Set(items.flatMap((item) => yearsTwice(judging, unit.id, item)))].filter((year) => judged.includes(year)).map((year) => ({ code: 'later-of-year', detail: String(year) }))

/** The years of a unit, else year by year the complete sum of the units one level below. */
export function yearsBelow(judging: Pick<Judging, 'facts' | 'roster'>, unit: string, item: string): YearFigures {
  const own = yearsOf(judging, { kind: 'area', id: unit }, item)
  if (own.size > 0 || !judging.facts.mentions(item)) return own
  const children = judging.roster.childrenOf(unit).map((child) => yearsBelow(judging, child.id, item))
  if (children.length === 0) return own
  const years = new Map<number, { value: number | null; from: readonly Fact[] }>()
  for (const year of new Set(children.flatMap((child) => [...child.keys()]))) {
    const figures = children.map((child) => child.get(year))
    if (figures.some((figure) => figure === undefined || figure.value === null)) continue
    years.set(year, { value: figures.reduce((sum, figure) => sum + figure!.value!, 0), from: figures.flatMap((figure) => figure!.from) })
  }
  return years
}

/** The latest year whose 31 December is on or before the data date. */
export const latestCompleteYear = (asOf: string): number => (asOf.slice(5) === '12-31' ? Number(asOf.slice(0, 4)) : Number(asOf.slice(0, 4)) - 1)

/** The years that the reading judges: the latest complete one, or every one since the year after the document (or since `from`). */
export function yearsJudged({ reading, pack, study, clause }: Pick<Judging, 'reading' | 'pack' | 'study' | 'clause'>): number[] {
  const last = latestCompleteYear(study.asOf)
  if (reading.fundYear !== 'every-year') return [last]
  const { from } = clause.parameters
  const first = typeof from === 'string' ? Number(from.slice(0, 4)) : pack.document.date === null ? last : Number(pack.document.date.slice(0, 4)) + 1
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
}

/** True when the day of the fact lies inside both ends, whatever its precision. */
export const within = (date: string, from: string, to: string): boolean => lastDay(date) >= from && lastDay(date) <= to

/** How large the shortfalls of a clause's unmet units are: many small ones, or a few large ones. */
import { shortfallUnits } from '../../indicators/clause-figure'
import type { Result } from '../../indicators/result'
import type { Clause } from '../../policy/clause'
import { formatMeasure, formatNumber } from '../../text/numbers'
import { sayPaper } from '../../text/papers'
import type { Language } from '../../text/say'
import type { Mark } from '../drawing/drawing'
import { barPaint, chartDrawing, chartWidth, line, quiet, text, ticksTo, type Chart } from './chart'

/** A shortfall of exactly `to` belongs to the class that ends there. */
export type ShortfallClass = { readonly from: number; readonly to: number; readonly units: number; readonly sum: number }
export type ShortfallClasses = { readonly classes: readonly ShortfallClass[]; readonly units: number; readonly sum: number; readonly most: number; readonly unknown: number }

export function shortfallClasses(result: Result): ShortfallClasses {
  const unmet = result.units.filter(({ state }) => state === 'unmet')
  const known = unmet.flatMap(({ shortfall }) => (shortfall !== null && shortfall > 0 ? [shortfall] : [])).sort((a, b) => a - b)
  const sum = known.reduce((all, each) => all + each, 0)
  const most = known.at(-1) ?? 0
  // Whole things are not cut: a class of half a facility is none.
  const whole = known.every(Number.isInteger)
  const ends = ticksTo(most, whole ? Math.min(10, most) : 10)
  const classes = known.length === 0 ? [] : ends.slice(1).map((to, at) => {
    // The last border is rounded: nothing above it is lost.
    const own = known.filter((each) => each > ends[at]! && (each <= to || at === ends.length - 2))
    return { from: ends[at]!, to, units: own.length, sum: own.reduce((all, each) => all + each, 0) }
  })
  return { classes, units: known.length, sum, most, unknown: unmet.filter(({ shortfall }) => shortfall === null).length }
}

export function shortfallDistribution(language: Language, clause: Clause | undefined, result: Result, title: string): Chart | null {
  const { classes, units, sum, most, unknown } = shortfallClasses(result)
  if (classes.length === 0) return null
  const unit = shortfallUnits(clause, result).unit
  const measured = (value: number): string => formatMeasure(language, value, unit)
  const word = measured(2).replace(/^[\d.,\s]+/, '').trim()
  const [left, right, top, bottom] = [56, 20, 24, 264]
  const ticks = ticksTo(Math.max(...classes.map((each) => each.units)), 4).filter(Number.isInteger)
  const up = (count: number): number => bottom - (count / Math.max(...ticks)) * (bottom - top)
  const pitch = (chartWidth - left - right) / classes.length
  const say = (key: Parameters<typeof sayPaper>[1], values = {}) => sayPaper(language, key, values)
  const marks: Mark[] = [
    ...ticks.flatMap((tick) => [line([left, up(tick)], [chartWidth - right, up(tick)]), text(left - 8, up(tick), formatNumber(tick), 11, { anchor: 'end', middle: true, ...quiet })]),
    text(left - 8, top - 12, say('chart.units'), 11, { anchor: 'start', ...quiet }),
    ...classes.flatMap(({ from, to, units: count }, at): Mark[] => {
      const x = left + at * pitch
      return [
        { is: 'box', x: x + 1, y: up(count), width: pitch - 2, height: bottom - up(count), paint: barPaint, title: `${formatNumber(from)}–${measured(to)}: ${formatNumber(count)}` },
        ...(count > 0 ? [text(x + pitch / 2, up(count) - 5, formatNumber(count), 12, { anchor: 'middle', bold: true })] : []),
        text(x, bottom + 16, formatNumber(from, 2), 11, { anchor: 'middle', ...quiet }),
      ]
    }),
    text(chartWidth - right, bottom + 16, formatNumber(classes.at(-1)!.to, 2), 11, { anchor: 'middle', ...quiet }),
    line([left, bottom], [chartWidth - right, bottom], '#8d989d', 1.2),
    text((left + chartWidth - right) / 2, bottom + 36, word ? say('chart.shortfallAxis', { unit: word }) : say('chart.shortfallAxisPlain'), 12, { anchor: 'middle', ...quiet }),
  ]
  return {
    id: 'shortfalls',
    drawing: chartDrawing({ id: 'shortfalls', height: bottom + 46, title: say('chart.shortfalls', { title }), description: say('chart.shortfalls.describe', { n: formatNumber(units), sum: measured(sum), most: measured(most) }), marks }),
    table: {
      columns: [
        { title: say('chart.from'), kind: 'number' },
        { title: say('chart.upTo'), kind: 'number' },
        { title: say('chart.units'), kind: 'number' },
        { title: say('chart.shortfallSum'), kind: 'number' },
      ],
      rows: classes.map((each) => [each.from, each.to, each.units, each.sum]),
    },
    notes: unknown > 0 ? [say('chart.shortfalls.unknown', { n: formatNumber(unknown) })] : [],
  }
}

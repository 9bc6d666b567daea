/** The course of the list from one kept day to the next: open, started and done items, and how many are overdue. */
import type { ProgressPoint } from '../../rectify/months'
import { formatNumber } from '../../text/numbers'
import { sayPaper } from '../../text/papers'
import type { Language } from '../../text/say'
import type { Mark, Paint } from '../drawing/drawing'
import { chartDrawing, chartWidth, line, quiet, text, ticksTo, type Chart } from './chart'

const paints: Readonly<Record<'open' | 'started' | 'done', Paint>> = {
  open: { fill: '#d55e00', pattern: { kind: 'falling', ink: '#7a2d00' }, stroke: '#ffffff', width: 1 },
  started: { fill: '#e69f00', pattern: { kind: 'level', ink: '#7d5600' }, stroke: '#ffffff', width: 1 },
  done: { fill: '#009e73', stroke: '#ffffff', width: 1 },
}
const parts = ['open', 'started', 'done'] as const

/** null: fewer than two days, there is no course to draw. */
export function progressMonths(language: Language, points: readonly ProgressPoint[]): Chart | null {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || points.length < 2) return null
  const say = (key: Parameters<typeof sayPaper>[1], values = {}) => sayPaper(language, key, values)
  const [left, right, top, bottom] = [56, 20, 48, 270]
  const ticks = ticksTo(Math.max(...points.map(({ items }) => items), 1), 4).filter(Number.isInteger)
  const up = (count: number): number => bottom - (count / ticks.at(-1)!) * (bottom - top)
  const pitch = (chartWidth - left - right) / points.length
  const wide = Math.min(pitch * 0.6, 60)
  const every = Math.ceil(points.length / 9)
  const words = { open: say('chart.open'), started: say('chart.started'), done: say('chart.done') }
  const marks: Mark[] = [
    ...parts.flatMap((part, at): Mark[] => [{ is: 'box', x: left + at * 110, y: 6, width: 18, height: 12, paint: paints[part] }, text(left + 24 + at * 110, 12, words[part], 12, { middle: true })]),
    line([left + 336, 12], [left + 356, 12], '#1d2427', 1.8),
    text(left + 362, 12, say('chart.overdue'), 12, { middle: true }),
    ...ticks.flatMap((tick) => [line([left, up(tick)], [chartWidth - right, up(tick)]), text(left - 8, up(tick), formatNumber(tick), 11, { anchor: 'end', middle: true, ...quiet })]),
    ...points.flatMap((point, at): Mark[] => {
      const x = left + (at + 0.5) * pitch - wide / 2
      let done = 0
      const bars = parts.flatMap((part): Mark[] => {
        const count = point[part]
        if (count === 0) return []
        const y = up(done + count)
        const bar: Mark = { is: 'box', x, y, width: wide, height: up(done) - y, paint: paints[part], title: `${point.asOf} ${words[part]} ${formatNumber(count)}` }
        done += count
        return [bar]
      })
      return [...bars, text(x + wide / 2, up(point.items) - 5, formatNumber(point.items), 12, { anchor: 'middle', bold: true }), ...(at % every === 0 ? [text(x + wide / 2, bottom + 16, point.asOf, 11, { anchor: 'middle', ...quiet })] : [])]
    }),
    { is: 'shape', open: true, rings: [points.map(({ overdue }, at) => [left + (at + 0.5) * pitch, up(overdue)] as const)], paint: { stroke: '#1d2427', width: 1.8 } },
    ...points.map(({ overdue }, at): Mark => ({ is: 'path', d: circle(left + (at + 0.5) * pitch, up(overdue)), paint: { fill: '#ffffff', stroke: '#1d2427', width: 1.6 } })),
    line([left, bottom], [chartWidth - right, bottom], '#8d989d', 1.2),
  ]
  return {
    id: 'progress',
    drawing: chartDrawing({ id: 'progress', height: bottom + 28, title: say('chart.progress'), description: say('chart.progress.describe', { from: first.asOf, to: last.asOf, first: formatNumber(first.open), last: formatNumber(last.open) }), marks }),
    table: {
      columns: [{ title: say('chart.month'), kind: 'text' }, ...[say('chart.items'), words.open, words.started, words.done, say('chart.overdue')].map((title) => ({ title, kind: 'number' as const }))],
      rows: points.map(({ asOf, items, open, started, done, overdue }) => [asOf, items, open, started, done, overdue]),
    },
    notes: [],
  }
}

const circle = (x: number, y: number): string => `M${x - 3} ${y}A3 3 0 1 1 ${x + 3} ${y}A3 3 0 1 1 ${x - 3} ${y}Z`

/** How many clauses of each document have which verdict: one bar per document. */
import { verdictCounts } from '../../indicators/clause-figure'
import { states, type Result, type State } from '../../indicators/result'
import type { Pack } from '../../policy/clause'
import { sayPaper } from '../../text/papers'
import { say, type Language } from '../../text/say'
import { wrapped, type Mark } from '../drawing/drawing'
import { pictureMark } from '../drawing/picture-marks'
import { signPicture } from '../signs/picture'
import { chartDrawing, chartWidth, line, quiet, text, ticksTo, verdictLegend, verdictPaints, type Chart } from './chart'

export type VerdictRow = { readonly policy: string; readonly title: string; readonly counts: Readonly<Record<State, number>>; readonly total: number }

/** One row per document that was judged, in the order of the packs. */
export function verdictRows(packs: readonly Pack[], results: readonly Result[]): VerdictRow[] {
  return packs.flatMap((pack) => {
    const own = results.filter(({ policy }) => policy === pack.id)
    return own.length === 0 ? [] : [{ policy: pack.id, title: pack.document.title, counts: verdictCounts(own), total: own.length }]
  })
}

export function verdictBars(language: Language, packs: readonly Pack[], results: readonly Result[]): Chart | null {
  const rows = verdictRows(packs, results)
  if (rows.length === 0) return null
  const [left, right, top, pitch] = [230, 40, 34, 56]
  const ticks = ticksTo(Math.max(...rows.map(({ total }) => total)))
  const end = ticks.at(-1)!
  const bottom = top + rows.length * pitch
  const across = (count: number): number => left + (count / end) * (chartWidth - left - right)
  const marks: Mark[] = [
    ...verdictLegend(language, 150, 14, states.filter((state) => rows.some(({ counts }) => counts[state] > 0))),
    ...ticks.flatMap((tick) => [line([across(tick), top], [across(tick), bottom]), text(across(tick), bottom + 16, String(tick), 11, { anchor: 'middle', ...quiet })]),
    text(across(end), bottom + 34, sayPaper(language, 'chart.clauses'), 11, { anchor: 'end', ...quiet }),
    ...rows.flatMap((row, at) => barOf(language, row, top + at * pitch + 12, across)),
  ]
  const total = verdictCounts(results)
  const counts = states.filter((state) => total[state] > 0).map((state) => `${say(language, `verdict.${state}`)} ${total[state]}`).join(language === 'zh' ? '、' : ', ')
  return {
    id: 'verdicts',
    drawing: chartDrawing({ id: 'verdicts', height: bottom + 44, title: sayPaper(language, 'chart.verdicts'), description: sayPaper(language, 'chart.verdicts.describe', { n: rows.length, clauses: results.length, counts }), marks }),
    table: {
      columns: [{ title: sayPaper(language, 'chart.document'), kind: 'text' }, ...states.map((state) => ({ title: say(language, `verdict.${state}`), kind: 'number' as const })), { title: sayPaper(language, 'chart.clauses'), kind: 'number' }],
      rows: rows.map(({ title, counts: own, total: all }) => [title, ...states.map((state) => own[state]), all]),
    },
    notes: [],
  }
}

const barHeight = 28

function barOf(language: Language, { title, counts, total }: VerdictRow, y: number, across: (count: number) => number): Mark[] {
  let done = 0
  const names = wrapped(title, 12, 210, 2)
  return [
    ...names.map((each, at) => text(across(0) - 12, y + barHeight / 2 + (at - (names.length - 1) / 2) * 16, each, 12, { anchor: 'end', middle: true })),
    ...states.flatMap((state): Mark[] => {
      const count = counts[state]
      if (count === 0) return []
      const [from, to] = [across(done), across(done + count)]
      done += count
      const bar: Mark = { is: 'box', x: from, y, width: to - from, height: barHeight, paint: verdictPaints[state], title: `${title} ${say(language, `verdict.${state}`)} ${count}` }
      const middle = (from + to) / 2
      if (to - from < 16) return [bar, text(middle, y - 3, String(count), 10.5, { anchor: 'middle' })]
      // On a plain plate, so that the figure is read over any pattern.
      const sign = to - from >= 44
      const plate = sign ? 40 : 16 + 5 * (String(count).length - 1)
      return [
        bar,
        { is: 'box', x: middle - plate / 2, y: y + 5, width: plate, height: barHeight - 10, paint: { fill: '#ffffff', opacity: 0.92 } },
        ...(sign ? [pictureMark(signPicture(state, false), middle - 10, y + barHeight / 2, 0.55)] : []),
        text(sign ? middle + 7 : middle, y + barHeight / 2, String(count), 12, { anchor: 'middle', bold: true, middle: true }),
      ]
    }),
    text(across(total) + 6, y + barHeight / 2, String(total), 12, { middle: true, ...quiet }),
  ]
}

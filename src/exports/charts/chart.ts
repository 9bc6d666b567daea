/** What every chart is: a drawing and the table that says the same. */
import type { Drawing, Mark, Paint } from '../drawing/drawing'
import { textWidth, wrapped } from '../drawing/drawing'
import { pictureMark } from '../drawing/picture-marks'
import { states, type State } from '../../indicators/result'
import { say, type Language } from '../../text/say'
import { signPicture } from '../signs/picture'
import { mapColours, verdictColours } from '../signs/verdict-colours'

/** Plain values; share: a fraction of 1. null: not known. */
export type ChartTable = {
  readonly columns: readonly { readonly title: string; readonly kind: 'text' | 'number' | 'share' }[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}

export type Chart = {
  /** Also the stem of its files. */
  readonly id: string
  readonly drawing: Drawing
  readonly table: ChartTable
  /** What is left out and why, in sentences. */
  readonly notes: readonly string[]
}

export const chartWidth = 720

/** Verdicts are told by pattern and sign as well as by colour. */
export const verdictPaints: Readonly<Record<State, Paint>> = {
  met: { fill: verdictColours.met.fill, stroke: mapColours.paper, width: 1 },
  unmet: { fill: verdictColours.unmet.fill, pattern: { kind: 'falling', ink: '#7a2d00' }, stroke: mapColours.paper, width: 1 },
  'no-data': { fill: '#f3f5f6', pattern: { kind: 'rising', ink: '#a3abb0' }, stroke: mapColours.line, width: 0.6 },
  'not-applicable': { fill: mapColours.paper, pattern: { kind: 'dots', ink: '#b9c1c5' }, stroke: mapColours.line, width: 0.6 },
  undecided: { fill: verdictColours.undecided.fill, pattern: { kind: 'level', ink: '#7d5600' }, stroke: mapColours.paper, width: 1 },
}

export const barPaint: Paint = { fill: '#7fb2b2', stroke: mapColours.accent, width: 1 }

export const text = (x: number, y: number, words: string, size = 12, more: Partial<Extract<Mark, { is: 'text' }>> = {}): Mark => ({ is: 'text', x, y, text: words, size, ...more })
export const quiet = { fill: mapColours.quiet } as const
export const line = (from: readonly [number, number], to: readonly [number, number], stroke: string = mapColours.hairline, width = 1, dash?: readonly number[]): Mark => ({ is: 'shape', open: true, rings: [[from, to]], paint: { stroke, width, ...(dash ? { dash } : {}) } })

/** The marks below the title and what the chart says, so that a file of it speaks for itself. */
export function chartDrawing({ id, height, title, description, marks }: Omit<Drawing, 'width'>): Drawing {
  const titles = wrapped(title, 15, chartWidth - 24, 2)
  const lines = wrapped(description, 12, chartWidth - 24, 3)
  const head = 10 + titles.length * 21 + lines.length * 17 + 12
  const heading = [...titles.map((each, at) => text(12, 25 + at * 21, each, 15, { bold: true })), ...lines.map((each, at) => text(12, 25 + titles.length * 21 + at * 17, each, 12, quiet))]
  return { id, width: chartWidth, height: height + head, title, description, marks: [{ is: 'box', x: 0, y: 0, width: chartWidth, height: height + head, paint: { fill: mapColours.paper } }, ...heading, { is: 'group', at: { x: 0, y: head, scale: 1 }, marks }] }
}

/** Swatch, sign and word of the verdicts, in a row. */
export function verdictLegend(language: Language, x: number, y: number, shown: readonly State[] = states): Mark[] {
  let at = x
  return shown.flatMap((state): Mark[] => {
    const word = say(language, `verdict.${state}`)
    const left = at
    at += 46 + textWidth(word, 12) + 18
    return [{ is: 'box', x: left, y: y - 6, width: 18, height: 12, paint: verdictPaints[state] }, pictureMark(signPicture(state, false), left + 31, y, 0.62), text(left + 42, y, word, 12, { middle: true })]
  })
}

/** 0 and round steps up to at least the most: 1, 2 or 5 × 10ⁿ, about `wanted` of them. */
export function ticksTo(most: number, wanted = 5): number[] {
  if (!(most > 0)) return [0, 1]
  const rough = most / wanted
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 5, 10].find((each) => each * power >= rough * (1 - 1e-9)) ?? 10) * power
  const count = Math.ceil(most / step - 1e-9)
  return Array.from({ length: count + 1 }, (_, at) => Number((at * step).toPrecision(12)))
}

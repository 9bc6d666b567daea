/** The results as a table for a terminal: one block per document, one line per clause, columns under each other. */
import { clauseFigure, verdictCounts, type ClauseFigure } from '../indicators/clause-figure'
import { states, type Result, type State } from '../indicators/result'
import type { Study } from '../model/study'
import type { Clause, Pack } from '../policy/clause'
import { formatDate, formatMeasure, formatNumber } from '../text/numbers'
import { say } from '../text/say'

const signs: Readonly<Record<State, string>> = { met: '✓', unmet: '✕', 'no-data': '?', 'not-applicable': '–', undecided: '~' }

/** Terminal columns of a clause's title, and of the name of a document or a study, before they are cut. */
const titleWidth = 40
const nameWidth = 72

/** A clause's figure is in its own unit; where the clause sets a norm for every unit, it is the share of units that meet. */
export function resultTable(study: Study, packs: readonly Pack[], results: readonly Result[]): string {
  const blocks = packs.map((pack) => {
    const own = results.filter(({ policy }) => policy === pack.id)
    const { document } = pack
    const heading = [document.place, document.number, `《${plain(document.title, nameWidth)}》`].filter(Boolean).join(' ')
    return [heading, ...columns(own.map((result) => row(result, pack.clauses.find(({ id }) => id === result.clause)))), `  ${countsOf(own)}`].join('\n')
  })
  return `${[`${plain(study.name, nameWidth)}  ${say('zh', 'bar.asOf', { date: formatDate('zh', study.asOf) })}`, ...blocks].join('\n\n')}\n`
}

function row(result: Result, clause: Clause | undefined): readonly Cell[] {
  const figure = clauseFigure(clause, result)
  const { numerator, denominator } = result
  return [
    { text: result.clause },
    { text: `${signs[result.state]} ${say('zh', `verdict.${result.state}`)}` },
    { text: formatMeasure('zh', figure.value, figure.unit, figure.threshold?.value ?? null), right: true },
    { text: denominator === null ? '' : say('zh', 'clauses.halves', { numerator: formatNumber(numerator), denominator: formatNumber(denominator) }), right: true },
    { text: thresholdText(figure) },
    { text: plain(clause?.title.zh ?? '', titleWidth) },
  ]
}

function thresholdText({ threshold, norm, unit }: ClauseFigure): string {
  const compared = (at: NonNullable<ClauseFigure['threshold']>['at'], value: number, measure: string) => say('zh', `clauses.threshold.${at}`, { value: formatMeasure('zh', value, measure) })
  if (norm) return say('zh', 'clauses.everyUnit', { norm: compared(norm.at, norm.value, norm.unit) })
  return threshold ? compared(threshold.at, threshold.value, unit) : ''
}

/** '达标 16 · 未达标 17'; a verdict that no clause has is left out. */
function countsOf(results: readonly Result[]): string {
  const counts = verdictCounts(results)
  return states
    .filter((state) => counts[state] > 0)
    .map((state) => `${say('zh', `verdict.${state}`)} ${counts[state]}`)
    .join(' · ')
}

type Cell = { readonly text: string; readonly right?: boolean }

function columns(rows: readonly (readonly Cell[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((cells) => widthOf(cells[at]?.text ?? ''))))
  return rows.map((cells) => `  ${cells.map(({ text, right }, at) => padded(text, widths[at] ?? 0, right ?? false)).join('  ')}`.trimEnd())
}

function padded(text: string, width: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)))
  return right ? space + text : text + space
}

/** Words of packs and studies may be anything: no control characters for the terminal, and cut where they are too wide. */
function plain(text: string, widest: number): string {
  const clean = [...text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ')]
  let width = 0
  const cut = clean.findIndex((character) => (width += widthOf(character)) > widest)
  return cut < 0 ? clean.join('') : `${clean.slice(0, cut).join('')}…`
}

/** Columns of a terminal: a Chinese character takes two. */
const widthOf = (text: string): number => [...text].reduce((sum, character) => sum + (wide.test(character) ? 2 : 1), 0)
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u

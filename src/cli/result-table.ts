/** The results as a table for a terminal: one block per document, one line per clause, columns under each other. */
import { clauseFigure, verdictCounts, type ClauseFigure } from '../indicators/clause-figure'
import { states, type Result, type State } from '../indicators/result'
import type { Study } from '../model/study'
import type { Clause, Pack } from '../policy/clause'
import { formatDate, formatMeasure, formatNumber } from '../text/numbers'
import { say } from '../text/say'
import { columns, plain, type Cell } from './columns'

export const signs: Readonly<Record<State, string>> = { met: '✓', unmet: '✕', 'no-data': '?', 'not-applicable': '–', undecided: '~' }

/** Terminal columns of a clause's title, and of the name of a document or a study, before they are cut. */
export const titleWidth = 40
export const nameWidth = 72

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

/** A clause's result in words, the same in the report and under a map: figure, both halves, what is asked. */
import { clauseFigure, shortfallUnits, type ClauseFigure } from '../indicators/clause-figure'
import type { Result } from '../indicators/result'
import type { Clause } from '../policy/clause'
import { formatMeasure, formatNumber } from '../text/numbers'
import { say, type Language } from '../text/say'

export type ClauseWords = {
  readonly verdict: string
  /** '88.1 %'; a dash where nothing can be said. */
  readonly figure: string
  /** '37 / 42'; '' without a denominator. */
  readonly halves: string
  /** '不低于 90 %'; '' where the document gives no number. */
  readonly asked: string
  /** '缺 5 个单元'; '' where nothing is missing or it is not known. */
  readonly missing: string
}

export function clauseWords(language: Language, clause: Clause | undefined, result: Result): ClauseWords {
  const figure = clauseFigure(clause, result)
  const { numerator, denominator, shortfall } = result
  return {
    verdict: say(language, `verdict.${result.state}`),
    figure: formatMeasure(language, figure.value, figure.unit, figure.threshold?.value ?? null),
    halves: denominator === null ? '' : say(language, 'clauses.halves', { numerator: formatNumber(numerator), denominator: formatNumber(denominator) }),
    asked: askedText(language, figure),
    missing: result.state === 'unmet' && shortfall !== null && shortfall > 0 ? formatMeasure(language, shortfall, shortfallUnits(clause, result).clause) : '',
  }
}

function askedText(language: Language, { threshold, norm, unit }: ClauseFigure): string {
  const compared = (at: NonNullable<ClauseFigure['threshold']>['at'], value: number, measure: string): string => say(language, `clauses.threshold.${at}`, { value: formatMeasure(language, value, measure) })
  if (norm) return say(language, 'clauses.everyUnit', { norm: compared(norm.at, norm.value, norm.unit) })
  return threshold ? compared(threshold.at, threshold.value, unit) : ''
}

/** The figure of one unit in words: a unit that only has or has not a facility says so. */
import type { Result } from '../../indicators/result'
import type { ClauseFigure } from '../../indicators/clause-figure'
import { formatMeasure } from '../../text/numbers'
import { say, type Language } from '../../text/say'

export function unitValueText(language: Language, result: Result, { norm, unit, threshold }: ClauseFigure, value: number | null): string {
  const hasOrNot = result.evaluator === 'unit-share' && result.reading.coverage !== 'reached'
  if (hasOrNot && (value === 0 || value === 1)) return say(language, value === 1 ? 'table.has' : 'table.hasNot')
  return formatMeasure(language, value, norm?.unit ?? unit, norm?.value ?? threshold?.value ?? null)
}

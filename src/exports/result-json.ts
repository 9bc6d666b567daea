/** The result file of `evaluate --json` (DESIGN section 6): the same study gives the same bytes. */
import type { Result } from '../indicators/result'
import type { Options, Study } from '../model/study'
import type { Pack } from '../policy/clause'
import { rectificationList, type RectificationItem } from '../rectify/list'
import { withRemedies } from '../rectify/remedies'

export type ResultFile = {
  readonly yikequan: string
  readonly study: string
  readonly asOf: string
  readonly scenario: string | null
  readonly inputs: Study['inputs']
  /** What the user set; each result's `reading` says what is in force. */
  readonly options: Options
  readonly results: readonly Result[]
  readonly rectification: readonly RectificationItem[]
  readonly problems: Study['problems']
}

/** The content of the result file; packs: those that were judged by, without them no remedy is sought. */
export const resultFile = (version: string, study: Study, options: Options, results: readonly Result[], problems: Study['problems'] = study.problems, packs: readonly Pack[] = []): ResultFile => ({
  yikequan: version,
  study: study.name,
  asOf: study.asOf,
  scenario: null,
  inputs: study.inputs,
  options,
  results,
  rectification: withRemedies(study, results, rectificationList(study, results), { packs, options }),
  problems,
})

/**
 * JSON text with numbers to 12 significant digits: what lies beyond is the noise of binary sums, not a figure.
 * Infinity and NaN cannot stand in JSON and are a programmer's mistake here.
 */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, (_key, entry: unknown) => (typeof entry === 'number' ? plainNumber(entry) : entry), 1)}\n`
}

function plainNumber(value: number): number {
  if (!Number.isFinite(value)) throw new Error(`not a figure: ${value}`)
  return Number.isInteger(value) ? value : Number(value.toPrecision(12))
}

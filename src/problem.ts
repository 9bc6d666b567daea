/** What can be wrong with an input or a question, as data with a place. Words for people are in text/problems.ts. */

export const problemCodes = [
  // files
  'file-empty', 'file-missing', 'file-unreadable', 'file-unknown-format', 'file-too-large', 'file-not-used', 'file-locked', 'file-misnamed', 'stamp-missing', 'archive-unsafe', 'archive-too-large', 'encoding-guessed', 'encoding-unknown', 'characters-damaged', 'quotes-broken',
  // study.json
  'study-missing', 'study-newer', 'study-not-packed', 'study-unreadable', 'study-asof-missing', 'study-key-wrong', 'study-empty', 'ledger-twice', 'ledger-unknown',
  // tables
  'table-empty', 'header-not-found', 'column-twice', 'column-missing', 'column-assumed', 'personal-column', 'subtotal-mismatch', 'row-short', 'rows-hidden', 'quantity-merged',
  // cells
  'number-unreadable', 'number-approximate', 'number-range', 'number-negative', 'number-like-id', 'unit-wrong', 'unit-assumed', 'date-unreadable', 'yes-no-unreadable', 'word-unknown', 'cell-error', 'formula-unsaved',
  // positions
  'crs-unknown', 'crs-guessed', 'crs-zone-unknown', 'crs-shifted', 'position-unreadable', 'position-outside', 'position-swapped', 'position-shared', 'geometry-unreadable',
  // joins
  'id-missing', 'id-twice', 'area-unknown', 'area-ambiguous', 'area-cycle', 'parent-missing', 'level-missing', 'level-assumed', 'kind-missing', 'kind-assumed', 'stage-assumed', 'boundary-unmatched', 'fact-of-unknown', 'fact-item-unknown', 'fact-twice', 'facility-twin', 'zone-assumed', 'households-assumed-planned', 'place-disagrees', 'figures-disagree',
  // streets
  'osm-cut-off', 'osm-blocks-broken', 'osm-unsupported', 'osm-text-broken', 'streets-empty', 'streets-elsewhere', 'streets-nodes-missing', 'streets-ends-apart', 'streets-lengths-doubted', 'streets-lines-unusable', 'streets-kept-damaged', 'streets-missing', 'snap-too-far',
  // judging
  'option-unknown', 'option-value-not-offered', 'policy-unknown', 'policy-unreadable', 'policy-id-taken', 'study-pack-refused', 'part-exceeds-whole', 'judged-at-other-level', 'units-fewer-than-expected', 'pool-area-over', 'pool-area-repeated', 'pool-without-reason', 'evaluator-missing', 'scenario-unknown', 'counts-elsewhere',
  // scenarios
  'scenario-unreadable', 'scenario-twice', 'edit-unreadable', 'edit-kind-unknown', 'edit-target-missing', 'edit-impossible', 'edit-without-effect', 'edit-area-followed', 'edit-carried-up', 'edit-area-uncertain',
] as const

export type ProblemCode = (typeof problemCodes)[number]

/** error: the thing could not be used; warning: used, but a person should look; info: said once so that nothing is silent. */
export type Severity = 'error' | 'warning' | 'info'

/** Where the problem stands, as the user sees it: row is the 1-based row of the sheet (or the feature number of a map file). */
export type Place = { readonly file?: string; readonly sheet?: string | null; readonly row?: number; readonly column?: string }

export type Problem = {
  readonly code: ProblemCode
  readonly severity: Severity
  readonly at: Place
  /** The raw text or the name in question, never a sentence. */
  readonly detail?: string
}

export const problem = (code: ProblemCode, severity: Severity, at: Place, detail?: string): Problem =>
  detail === undefined ? { code, severity, at } : { code, severity, at, detail }

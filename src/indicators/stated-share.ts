/** A share of units from the figures that the judged unit states, where the roster or the facility ledger is missing. */
import { problem } from '../problem'
import { equal, meets, unitsNeeded } from './compare'
import { blank, quotient, thresholdOf, type Judged, type Judging } from './evaluator'
import { statedFigure } from './facts'
import { judgedUnits } from './judged-unit'
import type { State } from './result'

/** stated: fact items of both halves, or null where the clause names none; lacking: the ledger that is missing. */
export function statedShare(judging: Judging, stated: { readonly numerator: string; readonly denominator: string } | null, lacking: string): Judged {
  const { roster, facts, clause } = judging
  const threshold = thresholdOf(judging)
  if (!stated) return blank('no-data', 'share', [{ code: lacking }])
  const halves = judgedUnits(judging).map((unit) => ({ unit, numerator: statedFigure(facts, roster, unit.id, stated.numerator).value, denominator: statedFigure(facts, roster, unit.id, stated.denominator).value }))
  const sum = (key: 'numerator' | 'denominator') => (halves.length === 0 || halves.some((half) => half[key] === null) ? null : halves.reduce((total, half) => total + half[key]!, 0))
  const numerator = sum('numerator')
  const denominator = sum('denominator')
  if (denominator === 0) return blank('not-applicable', 'share', [{ code: 'empty-denominator' }], { numerator, denominator, threshold, problems: numerator === null || numerator === 0 ? [] : [problem('part-exceeds-whole', 'warning', {}, clause.id)] })
  if (numerator === null || denominator === null) return blank('no-data', 'share', [{ code: lacking }, { code: 'no-figure', detail: [stated.numerator, stated.denominator].join(', ') }], { threshold })
  if (numerator > denominator && !equal(numerator, denominator)) return blank('no-data', 'share', [{ code: 'part-exceeds-whole' }], { numerator, denominator, threshold, problems: [problem('part-exceeds-whole', 'warning', {}, clause.id)] })
  const value = numerator / denominator
  const state: State = threshold === null ? 'undecided' : meets(value, threshold) ? 'met' : 'unmet'
  return {
    state,
    numerator,
    denominator,
    value,
    threshold,
    unit: 'share',
    shortfall: threshold === null ? null : Math.max(0, unitsNeeded(threshold.value, denominator) - numerator),
    shortfallOfUnits: null,
    why: [{ code: 'stated-figure' }, { code: lacking }],
    // The figure is of the units below, which are not listed: the judged unit itself has no facility of its own to lack.
    units: halves.map(({ unit, numerator, denominator }) => ({ id: unit.id, name: unit.name, kind: 'area' as const, state: 'not-applicable' as const, numerator, denominator, value: quotient(numerator, denominator), shortfall: null, why: [{ code: 'stated-figure' }] })),
    excluded: [],
    problems: [],
    figures: {},
  }
}

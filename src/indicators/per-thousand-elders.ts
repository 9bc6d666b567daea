/** A figure per thousand elders: beds of the ledger, or the stated number of them. */
import { problem, type Problem } from '../problem'
import type { Area } from '../model/study'
import { meets, missing } from './compare'
import { wholeUp } from './countable'
import { blank, sumOfShortfalls, thresholdOf, unitOfFigure, type Evaluator, type Judged, type Judging } from './evaluator'
import { explainFigure } from './explain/explain-figure'
import { excludedOf, largestHome, standingIn } from './facility-sum'
import { bedsOf } from './ledger-total'
import { breakdownUnits, joined, judgedUnits } from './judged-unit'
import { listFor } from './kept-compounds'
import { measureOf, type Measure } from './measure'
import type { State, Why } from './result'

type Parameters = { readonly numerator: Measure; readonly denominator: Measure; readonly per: number }

export const perThousandElders: Evaluator = { id: 'per-thousand-elders', judge, explain: explainFigure }

function judge(judging: Judging): Judged {
  const tops = judgedUnits(judging)
  if (tops.length === 0) return blank('no-data', unitOfFigure(judging.clause), [{ code: 'roster-missing' }])
  const parameters = judging.clause.parameters as unknown as Parameters
  const units = breakdownUnits(judging).map((unit) =>
    listFor(judging.kept, unit.id, [judging.facts, judging.roster, judging.study.facilities.length > 0, standingIn(judging, unit)], () => {
      const { numerator, denominator, value, state, shortfall, why, counted } = answerOf(judging, parameters, [unit])
      return { ...joined([unit]), kind: 'area', state, numerator, denominator, value, shortfall, why, counted }
    }),
  )
  const { counted: _, ...answer } = answerOf(judging, parameters, tops)
  return { ...answer, unit: unitOfFigure(judging.clause), units, shortfallOfUnits: sumOfShortfalls(units) }
}

function answerOf(judging: Judging, parameters: Parameters, units: readonly Area[]): Omit<Judged, 'unit' | 'units' | 'shortfallOfUnits'> & { counted: readonly string[] } {
  const threshold = thresholdOf(judging)
  const beds = bedsOf(judging, parameters.numerator, units)
  const elders = units.map((unit) => measureOf(judging, parameters.denominator, unit))
  const denominator = elders.some(({ value }) => value === null) ? null : elders.reduce((sum, { value }) => sum + value!, 0)
  const numerator = beds.value
  const value = numerator === null || !denominator ? null : (numerator / denominator) * parameters.per
  const surely = beds.surely === null || !denominator ? null : (beds.surely / denominator) * parameters.per
  const highest = beds.value === null || !denominator ? null : ((beds.withUnknown + beds.unknownSize.length * largestHome) / denominator) * parameters.per
  const problems: Problem[] = [...(elders.some(({ differs }) => differs) ? [problem('figures-disagree', 'info', {}, elders[0]!.items.join(', '))] : []), ...beds.problems]
  const base = { numerator, denominator, value, threshold: threshold && { at: threshold.at, value: threshold.value }, excluded: excludedOf(beds, 'size-unknown'), problems, figures: { source: beds.source, unknown: beds.unknownClass.length + beds.unknownSize.length }, counted: beds.counted }
  if (denominator === 0) return { ...base, state: 'not-applicable', shortfall: null, why: [{ code: 'empty-denominator' }] }
  if (value === null || denominator === null) return { ...base, state: 'no-data', shortfall: null, why: [...(numerator === null ? beds.why : []), ...(denominator === null ? [{ code: 'no-figure', detail: elders[0]?.items.join(', ') ?? '' }] : [])] }
  const planned = beds.source === 'stated' ? beds.why : []
  if (threshold === null) return { ...base, state: 'undecided', shortfall: null, why: [{ code: 'no-threshold' }, ...planned] }
  const state: State = meets(surely!, threshold) ? 'met' : beds.unknown > 0 && (beds.homeBedsUnknown || meets(highest!, threshold)) ? 'no-data' : 'unmet'
  const why: Why[] = state === 'no-data' ? [{ code: 'unknown-may-change', detail: String(beds.unknown) }] : beds.source === 'stated' ? [{ code: 'stated-figure' }] : beds.unknown > 0 ? [{ code: 'unknown-cannot-change', detail: String(beds.unknown) }] : []
  return { ...base, state, shortfall: state === 'no-data' ? null : wholeUp(missing((threshold.value * denominator) / parameters.per, numerator!), true), why: [...why, ...planned] }
}

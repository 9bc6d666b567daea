/** Money divided in proportion to a count, so that the parts are exactly the whole. */
import type { Area } from '../model/study'
import { equal } from './compare'
import { blank, countOf, stateOfAll, sumOfShortfalls, thresholdOf, unitOfFigure, type Evaluator, type Judged, type Judging } from './evaluator'
import { explainFigure } from './explain/explain-figure'
import { judgedUnits } from './judged-unit'
import type { State, UnitResult, Why } from './result'
import { unitsInScope, type UnitsWanted } from './units-in-scope'

type Parameters = { readonly units: UnitsWanted; readonly total: { readonly item: string }; readonly weight: { readonly item: string }; readonly allocated: { readonly item: string } }

export const allocation: Evaluator = { id: 'allocation', judge, explain: explainFigure }

/** Yuan of one rounding step; money in yuan. */
const steps: Readonly<Record<string, number>> = { yuan: 1, fen: 0.01, 'wan-yuan': 10_000 }

function judge(judging: Judging): Judged {
  const { clause, reading } = judging
  const parameters = clause.parameters as unknown as Parameters
  const unit = unitOfFigure(clause)
  const top = judgedUnits(judging)[0]
  const scope = unitsInScope(judging, parameters.units, null)
  if (!top || scope.units.length === 0) return blank(top && scope.listed ? 'not-applicable' : 'no-data', unit, [{ code: top && scope.listed ? 'no-such-unit' : 'roster-missing' }])
  const batch = judging.facts.latest({ kind: 'area', id: top.id }, parameters.total.item)
  const whole = typeof batch?.value === 'number' ? batch.value : null
  const date = batch?.date ?? null
  const figureOf = (area: Area, item: string): number | null => {
    const rows = judging.facts.rows({ kind: 'area', id: area.id }, item)
    const row = rows.find((fact) => fact.date === date) ?? judging.facts.latest({ kind: 'area', id: area.id }, item)
    return typeof row?.value === 'number' ? row.value : null
  }
  const parts = scope.units.map((area) => ({ area, weight: figureOf(area, parameters.weight.item), allocated: figureOf(area, parameters.allocated.item) }))
  const weights = parts.map(({ weight }) => weight)
  const allWeights = weights.every((weight) => weight !== null) ? weights.reduce<number>((sum, weight) => sum + weight!, 0) : null
  if (allWeights === 0) return blank('not-applicable', unit, [{ code: 'empty-denominator' }])
  const step = steps[String(reading.rounding)] ?? 1
  const due = whole === null || allWeights === null ? null : largestRemainders(whole, weights as number[], step, scope.units.map(({ id }) => id))
  const units = parts.map(({ area, weight, allocated }, index): UnitResult => {
    const owed = due === null ? null : due[index]!
    const difference = owed === null || allocated === null ? null : allocated - owed
    const fits = difference !== null && (Math.abs(difference) <= step || equal(Math.abs(difference), step))
    const lacking = [...(whole === null ? [parameters.total.item] : []), ...(allWeights === null ? [parameters.weight.item] : []), ...(allocated === null ? [parameters.allocated.item] : [])]
    return { id: area.id, name: area.name, kind: 'area', state: difference === null ? 'no-data' : fits ? 'met' : 'unmet', numerator: allocated, denominator: owed, value: difference, shortfall: difference === null ? null : fits ? 0 : Math.abs(difference), why: lacking.length > 0 ? [{ code: 'no-figure', detail: lacking.join(', ') }] : [], figures: { weight, share: weight === null || !allWeights ? null : weight / allWeights, due: owed } }
  })
  const all = parts.every(({ allocated }) => allocated !== null) ? parts.reduce((sum, { allocated }) => sum + allocated!, 0) : null
  const sumFits = all === null || whole === null ? null : Math.abs(all - whole) < 0.005
  const each = stateOfAll(units.map((entry) => entry.state))
  const state: State = each === 'unmet' || sumFits === false ? 'unmet' : each
  const why: Why[] = sumFits === false ? [{ code: 'sum-differs', detail: `${all} / ${whole}` }] : each === 'no-data' ? [{ code: 'no-figure', detail: [...new Set(units.flatMap((entry) => entry.why.map(({ detail }) => detail)))].join(', ') }] : []
  const differences = units.map((entry) => entry.value).filter((value): value is number => value !== null)
  const threshold = thresholdOf(judging)
  const fit = countOf(units, 'met')
  return { state, numerator: fit, denominator: fit + countOf(units, 'unmet'), value: differences.length === 0 ? null : Math.max(...differences.map(Math.abs)), threshold: threshold && { at: threshold.at, value: threshold.value }, unit, shortfall: null, shortfallOfUnits: sumOfShortfalls(units), why, units, excluded: scope.excluded, problems: [], figures: { total: whole, sumAllocated: all, step, batch: date } }
}

/**
 * Shares of the whole in steps: each rounded down, the steps left over to the largest remainders (ties by id), and what is less
 * than a step to the largest remainder, so that the sum is exactly the whole (SETTLED 33).
 */
export function largestRemainders(whole: number, weights: readonly number[], step: number, ids: readonly string[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  // Whole steps in integers of a hundredth of a yuan: money has no smaller part.
  const cents = Math.round(whole * 100)
  const stepCents = Math.round(step * 100)
  const exact = weights.map((weight) => (cents * weight) / all)
  const floors = exact.map((share) => Math.floor(share / stepCents + 1e-9) * stepCents)
  const order = exact.map((share, index) => ({ index, rest: share - floors[index]! })).sort((a, b) => (Math.abs(b.rest - a.rest) > 1e-6 ? b.rest - a.rest : ids[a.index]! < ids[b.index]! ? -1 : 1))
  let left = cents - floors.reduce((sum, floor) => sum + floor, 0)
  for (const { index } of order) {
    if (left < stepCents) break
    floors[index]! += stepCents
    left -= stepCents
  }
  if (left !== 0 && order[0]) floors[order[0].index]! += left
  return floors.map((floor) => floor / 100)
}

/** Things to be mended that are only counted (home beds lacking devices): those mended or struck off over those lacking. */
import { problem } from '../../problem'
import { meets } from '../compare'
import { blank, sumOfShortfalls, thresholdOf, type Judged, type Judging } from '../evaluator'
import { breakdownUnits, judgedUnits } from '../judged-unit'
import { measureOf } from '../measure'
import type { Area } from '../../model/study'
import type { State, UnitResult, Why } from '../result'

type Parameters = { readonly set: { readonly item: string }; readonly done: { readonly sum: readonly string[] } }

export function countedRectification(judging: Judging): Judged {
  const tops = judgedUnits(judging)
  if (tops.length === 0) return blank('no-data', 'share', [{ code: 'roster-missing' }])
  const { set, done } = judging.clause.parameters as unknown as Parameters
  const threshold = thresholdOf(judging)
  const answerOf = (areas: readonly Area[]) => {
    const sumOf = (measure: Parameters['done'] | { item: string }) => {
      const figures = areas.map((area) => measureOf(judging, measure, area).value)
      return figures.some((value) => value === null) ? null : figures.reduce<number>((sum, value) => sum + value!, 0)
    }
    const numerator = sumOf(done)
    const denominator = sumOf({ item: set.item })
    const exceeds = numerator !== null && denominator !== null && numerator > denominator
    const value = numerator === null || !denominator || exceeds ? null : numerator / denominator
    const state: State = denominator === 0 ? 'not-applicable' : value === null ? 'no-data' : threshold === null ? 'undecided' : meets(value, threshold) ? 'met' : 'unmet'
    const why: Why[] = denominator === 0 ? [{ code: 'nothing-to-mend' }] : exceeds ? [{ code: 'part-exceeds-whole' }] : value === null ? [{ code: 'no-figure', detail: [...(numerator === null ? done.sum : []), ...(denominator === null ? [set.item] : [])].join(', ') }] : []
    return { numerator, denominator, value, state, why, exceeds, shortfall: value === null || numerator === null || denominator === null ? null : denominator - numerator }
  }
  const { exceeds, ...answer } = answerOf(tops)
  const units = breakdownUnits(judging).map((area): UnitResult => {
    const { exceeds: _, ...own } = answerOf([area])
    return { id: area.id, name: area.name, kind: 'area', ...own }
  })
  return { ...answer, threshold: threshold && { at: threshold.at, value: threshold.value }, unit: 'share', shortfallOfUnits: sumOfShortfalls(units), units, excluded: [], problems: exceeds ? [problem('part-exceeds-whole', 'warning', {}, `${answer.numerator} / ${answer.denominator}`)] : [], figures: {} }
}

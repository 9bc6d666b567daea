/** The charts of the study that is shown. */
import type { Chart } from '../exports/charts/chart'
import { coverageByCounty } from '../exports/charts/coverage-by-county'
import { distanceDistribution } from '../exports/charts/distance-distribution'
import { progressMonths } from '../exports/charts/progress-months'
import { shortfallDistribution } from '../exports/charts/shortfall-distribution'
import { verdictBars } from '../exports/charts/verdict-bars'
import { progressSeries } from '../rectify/months'
import { takeSnapshot } from '../rectify/snapshot'
import { allPacks, clauseNamed } from './packs'
import { itemsOf } from './rectify-rows'
import { clauseKey, type State } from './state'

export const chartKinds = ['verdicts', 'counties', 'shortfalls', 'distances', 'progress'] as const
export type ChartKind = (typeof chartKinds)[number]

/** Charts of one clause follow the clause that is chosen. */
export const isOfClause = (kind: ChartKind): boolean => kind === 'counties' || kind === 'shortfalls'

export type ChartState = Pick<State, 'study' | 'results' | 'language' | 'ownPacks' | 'policies' | 'clause' | 'policy' | 'kinds' | 'rectify'>

/** null: there is nothing to draw. */
export function chartOf(kind: ChartKind, state: ChartState): Chart | null {
  const { study, results, language, kinds } = state
  if (!study || !results) return null
  const result = results.find(({ clause, policy }) => clause === state.clause && policy === state.policy) ?? null
  const clause = result ? clauseNamed(state, result) : undefined
  const title = result ? `${result.clause} ${clause?.title[language] ?? ''}`.trim() : ''
  switch (kind) {
    case 'verdicts':
      return verdictBars(language, allPacks(state), results)
    case 'counties':
      return result && result.units.length > 0 ? coverageByCounty(language, study, result, title) : null
    case 'shortfalls':
      return result && shortfallDistribution(language, clause, result, title)
    case 'distances':
      return distanceDistribution(language, study, kinds)
    case 'progress':
      return progressMonths(language, progressSeries(state.rectify.book.snapshots, takeSnapshot('month', study.asOf, results.map(clauseKey), itemsOf(study, results))))
  }
}

/** Clauses that have what a chart of one clause draws, in the order of the results. */
export const chartableClauses = ({ results }: Pick<State, 'results'>, kind: ChartKind): readonly { readonly policy: string; readonly clause: string }[] =>
  (results ?? []).filter(({ units }) => (kind === 'shortfalls' ? units.some(({ state, shortfall }) => state === 'unmet' && shortfall !== null && shortfall > 0) : units.length > 1))


/** What stands beside the map on a snapshot: whose plan, of which date, which clause, and what the colours mean. */
import { states, type State as Verdict } from '../indicators/result'
import { formatDate, formatNumber } from '../text/numbers'
import { sayPlan } from '../text/plans'
import { say } from '../text/say'
import { clauseNamed } from './packs'
import { chosenResult, type State } from './state'
import { planShown } from './workshop'

export type SnapshotWords = {
  readonly title: string
  readonly plan: string
  /** Author's note of the plan; '' without one. */
  readonly note: string
  readonly asOf: string
  readonly clause: string
  readonly legend: readonly { readonly state: Verdict; readonly words: string }[]
}

export function snapshotWords(state: State): SnapshotWords {
  const { language, study, workshop } = state
  const result = chosenResult(state)
  const plan = planShown(workshop)
  const count = (verdict: Verdict): number => result?.units.filter((unit) => unit.state === verdict).length ?? 0
  return {
    title: study?.name ?? '',
    plan: plan?.name ?? sayPlan(language, 'name.base'),
    note: plan?.note ?? '',
    asOf: study ? say(language, 'bar.asOf', { date: formatDate(language, study.asOf) }) : '',
    clause: result ? `${clauseNamed(state, result)?.title[language] ?? result.clause} · ${say(language, `verdict.${result.state}`)}` : '',
    legend: states.filter((verdict) => count(verdict) > 0).map((verdict) => ({ state: verdict, words: `${say(language, `verdict.${verdict}`)} ${formatNumber(count(verdict))}` })),
  }
}

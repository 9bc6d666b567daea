/** A new study takes the stage: what belonged to the old one is cleared, then it is judged. */
import type { Study } from '../../model/study'
import { shippedPacks } from '../../policy/shipped'
import { stopTurn, type App } from '../app'
import { firstState, type State } from '../state'
import { countReach } from './count-reach'
import { judgeStudy } from './judge-study'

export async function showStudy(app: App, study: Study, { sources, without, sample, imported }: Pick<State, 'sources' | 'without' | 'sample' | 'imported'>): Promise<void> {
  for (const turn of ['evaluate', 'reach', 'explain', 'import'] as const) stopTurn(app, turn)
  const { results, clause, clauseFilter, selection, kinds, reach, units, facilities, why, explanation, draft, failure } = firstState
  app.store.setState({
    results, clause, clauseFilter, selection, kinds, reach, units, facilities, why, explanation, draft, failure,
    study, sources, without, sample, imported,
    policy: study.policies.find((id) => shippedPacks.some((pack) => pack.id === id)) ?? shippedPacks[0]?.id ?? '',
    options: study.options,
  })
  await judgeStudy(app)
  void countReach(app)
}

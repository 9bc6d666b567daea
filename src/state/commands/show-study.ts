/** A new study takes the stage: what belonged to the old one is cleared, then it is judged. */
import type { Study } from '../../model/study'
import { stopTurn, type App } from '../app'
import { policiesFor } from '../packs'
import { firstState, type State } from '../state'
import { countReach } from './count-reach'
import { judgeStudy } from './judge-study'

export async function showStudy(app: App, study: Study, { sources, without, sample, imported }: Pick<State, 'sources' | 'without' | 'sample' | 'imported'>): Promise<void> {
  for (const turn of ['evaluate', 'reach', 'explain', 'import', 'coverage', 'lacking'] as const) stopTurn(app, turn)
  const { results, clause, policy, clauses, lacking, coverage, topic, selection, kinds, reach, units, facilities, why, explanation, draft, failure } = firstState
  app.store.setState({
    results, clause, policy, clauses, lacking, coverage, topic, selection, kinds, reach, units, facilities, why, explanation, draft, failure,
    study, sources, without, sample, imported,
    // The user's own packs stay at hand: a newer ledger of the same place is judged by them too.
    policies: policiesFor(app.store.getState(), [...study.policies, ...(imported ? ownChosen(app) : [])]),
    options: study.options,
  })
  await judgeStudy(app)
  void countReach(app)
}

/** Own packs that are judged now. */
function ownChosen(app: App): readonly string[] {
  const { ownPacks, policies } = app.store.getState()
  return ownPacks.map(({ id }) => id).filter((id) => policies.includes(id))
}

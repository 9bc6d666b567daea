/** A new study takes the stage: what belonged to the old one is cleared, then it is judged. */
import type { Study } from '../../model/study'
import { readBook } from '../../rectify/book'
import { stopTurn, type App } from '../app'
import { policiesFor } from '../packs'
import { firstState, type State } from '../state'
import { firstWalking } from '../walking'
import { firstRectify, studyShown } from '../rectify'
import { firstWorkshop } from '../workshop'
import { countReach } from './count-reach'
import { judgeStudy } from './judge-study'
import { tellBook } from './rectify-record'
import { packsFor } from './restore-packs'
import { keptHere, plansFor, readAsBefore, type PlansGiven } from './restore-plans'

export async function showStudy(app: App, study: Study, { sources, without, sample, imported, ...given }: Pick<State, 'sources' | 'without' | 'sample' | 'imported'> & PlansGiven): Promise<void> {
  for (const turn of ['evaluate', 'reach', 'explain', 'import', 'coverage', 'lacking', 'compare', 'weigh', 'streets', 'walks', 'own-walk', 'route', 'walk'] as const) stopTurn(app, turn)
  const kept = await keptHere(app, study)
  const { plans, unread, plan } = plansFor(app, study, kept, given)
  const packs = await packsFor(app, study, kept, given.packs)
  const asBefore = readAsBefore(app, study, kept, packs.ownPacks)
  const { projector, given: before } = app.store.getState().workshop
  const workshop = { ...firstWorkshop, base: study, plans, unread, plan, given: { ...(given.joined ? before : {}), ...given.given }, projector }
  const { results, clause, policy, clauses, lacking, coverage, topic, selection, kinds, reach, units, facilities, why, explanation, draft, failure } = firstState
  app.store.setState({
    results, clause, policy, clauses, lacking, coverage, topic, selection, kinds, reach, units, facilities, why, explanation, draft, failure,
    rectify: { ...firstRectify, book: readBook(given.rectification).book },
    workshop, walking: { ...firstWalking, speed: app.store.getState().walking.speed }, sources, without, sample, imported,
    ...packs,
    // The user's own packs stay at hand: a newer ledger of the same place is judged by them too.
    policies: policiesFor(packs, [...study.policies, ...(imported ? ownChosen(app) : [])]),
    options: study.options,
    keeping: kept.keeping,
    ...asBefore,
    // What was typed goes on over the new ledgers, with the list of the old ones beside it.
    ...(given.book ? { rectify: { ...firstRectify, book: given.book } } : {}),
  })
  app.store.setState((state) => ({ study: studyShown(state) }))
  if (app.store.getState().rectify.book.done > 0) await tellBook(app)
  await judgeStudy(app)
  void countReach(app)
}

/** Own packs that are judged now. */
function ownChosen(app: App): readonly string[] {
  const { ownPacks, policies } = app.store.getState()
  return ownPacks.map(({ id }) => id).filter((id) => policies.includes(id))
}

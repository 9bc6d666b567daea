/** The list as it stands, kept in the study for the month's guidance (月指导) or the quarter's review (季调度). */
import type { Result } from '../../indicators/result'
import { keepSnapshot, type RectificationBook } from '../../rectify/book'
import { rectificationList } from '../../rectify/list'
import { takeSnapshot, type Snapshot, type SnapshotKind } from '../../rectify/snapshot'
import { askIn, takeTurn, type App } from '../app'
import { baseRecorded } from '../rectify'
import { clauseKey, type State } from '../state'

/** Only of what is: under a plan the list says what might be. False: no study, not judged, or a plan is shown. */
export function keepMonth(app: App, kind: SnapshotKind): boolean {
  const state = app.store.getState()
  const snapshot = state.workshop.plan === null ? snapshotOf(state, kind, state.results) : null
  if (!snapshot) return false
  app.store.setState(({ rectify }) => ({ rectify: { ...rectify, book: keepSnapshot(rectify.book, snapshot) } }))
  return true
}

/** The record with the list as it stands before newer ledgers take its place; a promise where the base has to be judged first. */
export function bookAside(app: App): RectificationBook | Promise<RectificationBook> {
  const { results, workshop, policies, ownPacks: own, options } = app.store.getState()
  if (workshop.plan === null) return asideOf(app.store.getState(), results)
  return askIn(app, 'record', takeTurn(app, 'record'), 'evaluate', { policies, own, options }).then((ofBase) => asideOf(app.store.getState(), ofBase))
}

function asideOf(state: State, results: readonly Result[] | null): RectificationBook {
  const snapshot = snapshotOf(state, 'ledger', results)
  return snapshot && snapshot.items.length > 0 ? keepSnapshot(state.rectify.book, snapshot) : state.rectify.book
}

/** results: of the base. */
function snapshotOf(state: State, kind: SnapshotKind, results: readonly Result[] | null): Snapshot | null {
  const base = baseRecorded(state)
  return base && results ? takeSnapshot(kind, base.asOf, results.map(clauseKey), rectificationList(base, results)) : null
}

/** Lists only the clauses with one verdict; the same again lists all. */
import type { State as Verdict } from '../../indicators/result'
import type { App } from '../app'

export const filterClauses = (app: App, verdict: Verdict | null): void => app.store.setState((state) => ({ clauseFilter: state.clauseFilter === verdict ? null : verdict }))

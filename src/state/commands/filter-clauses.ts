/** Lists only some clauses: with one verdict, wanting for one thing, holding some words. The same choice again lists all. */
import type { App } from '../app'
import type { ClauseView } from '../state'

export const filterClauses = (app: App, filter: Partial<ClauseView>): void =>
  app.store.setState(({ clauses }) => ({
    clauses: { ...clauses, ...filter, ...(filter.verdict !== undefined && filter.verdict === clauses.verdict ? { verdict: null } : {}) },
  }))

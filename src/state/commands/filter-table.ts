/** Keeps the rows of a table that hold a text or have a verdict. */
import type { App } from '../app'
import type { TableView } from '../state'

export const filterTable = (app: App, table: 'units' | 'facilities', filter: Partial<Pick<TableView, 'find' | 'verdict'>>): void =>
  app.store.setState((state) => ({ [table]: { ...state[table], ...filter } }))

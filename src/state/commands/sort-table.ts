/** Sorts a table by a column: first upwards, then downwards, then as it came. */
import type { App } from '../app'
import type { Sort } from '../state'

export function sortTable(app: App, table: 'units' | 'facilities', column: string): void {
  app.store.setState((state) => ({ [table]: { ...state[table], sort: nextSort(state[table].sort, column) } }))
}

function nextSort(sort: Sort | null, column: string): Sort | null {
  if (sort?.column !== column) return { column, descending: false }
  return sort.descending ? null : { column, descending: true }
}

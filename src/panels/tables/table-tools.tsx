/** Search and count above a table. */
import type { ReactNode } from 'react'
import { filterTable } from '../../state/commands/filter-table'
import { formatNumber } from '../../text/numbers'
import { useApp, useAppState, useSay } from '../use-app'

export function TableTools({ table, shown, all, children }: { readonly table: 'units' | 'facilities'; readonly shown: number; readonly all: number; readonly children?: ReactNode }) {
  const app = useApp()
  const { say } = useSay()
  const find = useAppState((state) => state[table].find)
  return (
    <div className="table-tools">
      <input type="search" value={find} placeholder={say(table === 'units' ? 'table.findHint' : 'table.findFacility')} aria-label={say('table.find')} onChange={(event) => filterTable(app, table, { find: event.currentTarget.value })} />
      {children}
      <span className="figures quiet" role="status">
        {shown === all ? say('table.rows', { n: formatNumber(all) }) : say('table.rowsOf', { n: formatNumber(shown), all: formatNumber(all) })}
      </span>
    </div>
  )
}

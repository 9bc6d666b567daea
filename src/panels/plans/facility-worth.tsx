/** What every facility is worth: what would be lost if it closed, sortable, and filling up while it is worked out. */
import { useMemo, type ReactNode } from 'react'
import { select } from '../../state/commands/select'
import { sortTable } from '../../state/commands/sort-table'
import { stopWeighing, weighAll } from '../../state/commands/weigh-all'
import type { FacilityRow } from '../../state/facility-rows'
import { viewRows } from '../../state/unit-rows'
import { worthColumns, worthRows, type WorthRow } from '../../state/worth-rows'
import { walkMetres } from '../../state/walking'
import { formatMeasure, formatNumber } from '../../text/numbers'
import { TableTools } from '../tables/table-tools'
import { useApp, useAppState, useSay } from '../use-app'
import { useSayPlan, useWorkshop } from '../use-plans'
import { VirtualTable, type TableColumn } from '../tables/virtual-table'

export function FacilityWorth({ all, views }: { readonly all: readonly FacilityRow[]; readonly views: ReactNode }) {
  const app = useApp()
  const { say, language } = useSay()
  const sayPlan = useSayPlan()
  const study = useAppState((state) => state.study)
  const view = useAppState((state) => state.facilities)
  const selection = useAppState((state) => state.selection)
  const metres = useAppState((state) => state.metres)
  const walking = useAppState((state) => state.walking)
  const known = useWorkshop(({ worth }) => worth)
  // Of another plan's study nothing is shown.
  const worth = known?.study === study ? known : null
  const facilities = study?.facilities
  const worths = useMemo(() => worthRows(all, facilities ?? [], worth), [all, facilities, worth])
  const rows = useMemo(() => viewRows(worths, view, worthColumns, (row) => [row.name, row.id, row.kind, row.area].filter(Boolean).join(' ')), [worths, view])
  const [near, far] = walking.model === 'walk' ? walkMetres(walking.speed) : metres
  const figure = (row: WorthRow, value: number | null, words: (value: number) => string): ReactNode =>
    !row.running ? <span className="quiet">—</span> : value === null ? <span className="quiet">{worth?.losses.has(row.id) ? '—' : '…'}</span> : words(value)
  const columns: TableColumn<WorthRow>[] = [
    { key: 'name', title: say('table.name'), width: 'name', cell: (row) => row.name },
    { key: 'kind', title: say('table.kind'), width: 'words', cell: (row) => (row.running ? row.kind : sayPlan('worth.notRunning')) },
    { key: 'area', title: say('table.area'), width: 'words', cell: (row) => row.area },
    { key: 'near', title: sayPlan('worth.alone', { metres: formatNumber(near, 0) }), width: 'figure', cell: (row) => figure(row, row.near, (value) => formatMeasure(language, value, 'elders60')) },
    { key: 'far', title: sayPlan('worth.alone', { metres: formatNumber(far, 0) }), width: 'figure', cell: (row) => figure(row, row.far, (value) => formatMeasure(language, value, 'elders60')) },
    { key: 'units', title: sayPlan('worth.units'), width: 'figure', cell: (row) => figure(row, row.units, (value) => formatNumber(value)) },
    { key: 'elders', title: sayPlan('worth.elders'), width: 'figure', cell: (row) => figure(row, row.elders, (value) => (row.eldersUnknown > 0 ? sayPlan('worth.unknownToo', { known: formatMeasure(language, value, 'elders60'), n: row.eldersUnknown }) : formatMeasure(language, value, 'elders60'))) },
    { key: 'clauses', title: sayPlan('worth.clauses'), width: 'figure', cell: (row) => figure(row, row.clauses, (value) => formatNumber(value)) },
    { key: 'careArea', title: sayPlan('worth.care'), width: 'figure', cell: (row) => figure(row, row.careAreaM2, (value) => formatMeasure(language, value, 'm2')) },
  ]
  return (
    <div className="facility-worth">
      <TableTools table="facilities" shown={rows.length} all={all.length}>
        {views}
        <Progress />
      </TableTools>
      <VirtualTable label={sayPlan('worth.show')} columns={columns} rows={rows} idOf={(row) => row.id} selected={selection?.kind === 'facility' ? selection.id : null} onSelect={(row) => select(app, { kind: 'facility', id: row.id })} sort={view.sort} onSort={(column) => sortTable(app, 'facilities', column)} empty={say('table.none')} />
    </div>
  )
}

function Progress() {
  const app = useApp()
  const sayPlan = useSayPlan()
  const study = useAppState((state) => state.study)
  const worth = useWorkshop(({ worth }) => worth)
  if (!worth || worth.study !== study) return null
  const [done, of] = [worth.losses.size, worth.of]
  if (done === of) return <span className="note">{sayPlan('worth.done', { of: formatNumber(of) })}</span>
  return (
    <>
      {!worth.stopped && <progress className="worth-progress" value={done} max={of} />}
      <span className="note figures">{sayPlan(worth.stopped ? 'worth.stopped' : 'worth.progress', { done: formatNumber(done), of: formatNumber(of) })}</span>
      <button type="button" onClick={() => (worth.stopped ? void weighAll(app) : stopWeighing(app))}>
        {sayPlan(worth.stopped ? 'worth.goOn' : 'worth.stop')}
      </button>
    </>
  )
}

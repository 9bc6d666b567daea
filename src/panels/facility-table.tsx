/** The facility ledger as it was understood. */
import { useMemo } from 'react'
import { select } from '../state/commands/select'
import { sortTable } from '../state/commands/sort-table'
import { facilityColumns, facilityRows, type FacilityRow } from '../state/facility-rows'
import { viewRows } from '../state/unit-rows'
import { formatMeasure, formatNumber } from '../text/numbers'
import { TableTools } from './table-tools'
import { useApp, useAppState, useSay } from './use-app'
import { VirtualTable, type TableColumn } from './virtual-table'

export function FacilityTable() {
  const app = useApp()
  const { say, language } = useSay()
  const study = useAppState((state) => state.study)
  const view = useAppState((state) => state.facilities)
  const selection = useAppState((state) => state.selection)
  const all = useMemo(() => (study ? facilityRows(study, language) : []), [study, language])
  const rows = useMemo(() => viewRows(all, view, facilityColumns, (row) => [row.name, row.id, row.kind, row.level, row.stage, row.area].filter(Boolean).join(' ')), [all, view])
  if (all.length === 0) return <p className="note padded">{say('table.noFacilities')}</p>
  const known = (words: string | null) => words ?? <span className="quiet">{say('unknown')}</span>
  const columns: TableColumn<FacilityRow>[] = [
    { key: 'name', title: say('table.name'), width: 'name', cell: (row) => row.name },
    { key: 'kind', title: say('table.kind'), width: 'words', cell: (row) => known(row.kind) },
    { key: 'level', title: say('table.level'), width: 'short', cell: (row) => known(row.level) },
    { key: 'stage', title: say('table.stage'), width: 'short', cell: (row) => known(row.stage) },
    { key: 'area', title: say('table.area'), width: 'words', cell: (row) => known(row.area) },
    { key: 'floorArea', title: say('table.floorArea'), width: 'figure', cell: (row) => formatMeasure(language, row.floorAreaM2, 'm2') },
    { key: 'beds', title: say('table.beds'), width: 'figure', cell: (row) => formatNumber(row.beds) },
    { key: 'position', title: say('table.position'), width: 'short', cell: (row) => say(row.placed ? 'table.hasPosition' : 'table.noPosition') },
  ]
  return (
    <>
      <TableTools table="facilities" shown={rows.length} all={all.length} />
      <VirtualTable label={say('dock.facilities')} columns={columns} rows={rows} idOf={(row) => row.id} selected={selection?.kind === 'facility' ? selection.id : null} onSelect={(row) => select(app, { kind: 'facility', id: row.id })} sort={view.sort} onSort={(column) => sortTable(app, 'facilities', column)} empty={say('table.none')} />
    </>
  )
}

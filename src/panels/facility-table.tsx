/** The facilities: the ledger as it was understood, or what each is worth. */
import { useMemo } from 'react'
import { performEdit } from '../state/commands/perform-edit'
import { select } from '../state/commands/select'
import { sortTable } from '../state/commands/sort-table'
import { showWorth } from '../state/commands/weigh-all'
import { facilityColumns, facilityRows, type FacilityRow } from '../state/facility-rows'
import { viewRows } from '../state/unit-rows'
import { formatMeasure, formatNumber } from '../text/numbers'
import { FacilityWorth } from './facility-worth'
import { FigureCell } from './figure-cell'
import { TableTools } from './table-tools'
import { useApp, useAppState, useSay } from './use-app'
import { usePlanShown, useSayPlan, useWorkshop } from './use-plans'
import { VirtualTable, type TableColumn } from './virtual-table'

export function FacilityTable() {
  const { say, language } = useSay()
  const study = useAppState((state) => state.study)
  const worthShown = useWorkshop(({ worthShown }) => worthShown)
  const all = useMemo(() => (study ? facilityRows(study, language) : []), [study, language])
  if (all.length === 0) return <p className="note padded">{say('table.noFacilities')}</p>
  return worthShown ? <FacilityWorth all={all} views={<Views />} /> : <Ledger all={all} />
}

function Ledger({ all }: { readonly all: readonly FacilityRow[] }) {
  const app = useApp()
  const { say, language } = useSay()
  const view = useAppState((state) => state.facilities)
  const selection = useAppState((state) => state.selection)
  const sayPlan = useSayPlan()
  const locked = usePlanShown()?.frozen ?? false
  const rows = useMemo(() => viewRows(all, view, facilityColumns, facilityText), [all, view])
  const known = (words: string | null) => words ?? <span className="quiet">{say('unknown')}</span>
  const columns: TableColumn<FacilityRow>[] = [
    { key: 'name', title: say('table.name'), width: 'name', cell: (row) => row.name },
    { key: 'kind', title: say('table.kind'), width: 'words', cell: (row) => known(row.kind) },
    { key: 'level', title: say('table.level'), width: 'short', cell: (row) => known(row.level) },
    { key: 'stage', title: say('table.stage'), width: 'short', cell: (row) => known(row.stage) },
    { key: 'area', title: say('table.area'), width: 'words', cell: (row) => known(row.area) },
    { key: 'floorArea', title: say('table.floorArea'), width: 'figure', cell: (row) => <FigureCell value={row.floorAreaM2} shown={formatMeasure(language, row.floorAreaM2, 'm2')} label={sayPlan('worth.typeOver', { name: row.name, column: say('table.floorArea') })} locked={locked} keep={(floorAreaM2) => void performEdit(app, { type: 'resize-facility', facility: row.id, floorAreaM2 })} /> },
    { key: 'beds', title: say('table.beds'), width: 'figure', cell: (row) => <FigureCell value={row.beds} shown={formatNumber(row.beds)} label={sayPlan('worth.typeOver', { name: row.name, column: say('table.beds') })} locked={locked} keep={(beds) => void performEdit(app, { type: 'resize-facility', facility: row.id, beds })} /> },
    { key: 'position', title: say('table.position'), width: 'short', cell: (row) => say(row.placed ? 'table.hasPosition' : 'table.noPosition') },
  ]
  return (
    <>
      <TableTools table="facilities" shown={rows.length} all={all.length}>
        <Views />
      </TableTools>
      <VirtualTable label={say('dock.facilities')} columns={columns} rows={rows} idOf={(row) => row.id} selected={selection?.kind === 'facility' ? selection.id : null} onSelect={(row) => select(app, { kind: 'facility', id: row.id })} sort={view.sort} onSort={(column) => sortTable(app, 'facilities', column)} empty={say('table.none')} />
    </>
  )
}

/** What the search box looks through. */
const facilityText = (row: FacilityRow): string => [row.name, row.id, row.kind, row.level, row.stage, row.area].filter(Boolean).join(' ')

function Views() {
  const app = useApp()
  const sayPlan = useSayPlan()
  const worthShown = useWorkshop(({ worthShown }) => worthShown)
  return (
    <div className="table-views" role="group" aria-label={sayPlan('worth.view')}>
      <button type="button" aria-pressed={!worthShown} onClick={() => showWorth(app, false)}>
        {sayPlan('worth.ledger')}
      </button>
      <button type="button" aria-pressed={worthShown} onClick={() => showWorth(app, true)}>
        {sayPlan('worth.show')}
      </button>
    </div>
  )
}

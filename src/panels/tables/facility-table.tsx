/** The facilities: the ledger as it was understood, or what each is worth. */
import { useMemo } from 'react'
import { select } from '../../state/commands/select'
import { sortTable } from '../../state/commands/sort-table'
import { showWorth } from '../../state/commands/weigh-all'
import { facilityColumns, facilityRows, type FacilityRow } from '../../state/facility-rows'
import { viewRows } from '../../state/unit-rows'
import { editedCells } from './facility-cells'
import { FacilityWorth } from '../plans/facility-worth'
import { FigureCell } from '../clauses/figure-cell'
import { TableTools } from './table-tools'
import { TypedCell } from './typed-cell'
import { useApp, useAppState, useSay } from '../use-app'
import { usePlanShown, useSayPlan, useWorkshop } from '../use-plans'
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
  const study = useAppState((state) => state.study)
  const view = useAppState((state) => state.facilities)
  const selection = useAppState((state) => state.selection)
  const sayPlan = useSayPlan()
  const locked = usePlanShown()?.frozen ?? false
  const rows = useMemo(() => viewRows(all, view, facilityColumns, facilityText), [all, view])
  const edited = useMemo(() => study && editedCells(app, study, language), [app, study, language])
  const typed = (edited ?? []).map((cells): TableColumn<FacilityRow> => ({
    key: cells.key,
    title: cells.title,
    width: cells.width,
    cell: (row) => {
      const label = sayPlan('worth.typeOver', { name: row.name, column: cells.title })
      if ('edit' in cells) return <FigureCell value={cells.value(row)} shown={cells.shown(row)} label={label} locked={locked} edit={(value) => cells.edit(row, value)} />
      const { written, words = written } = cells
      return <TypedCell shown={words(row) ?? <span className="quiet">{say('unknown')}</span>} written={written(row) ?? ''} label={label} locked={locked} keep={(text) => cells.keep(row, text)} {...(cells.choices ? { choices: cells.choices(row) } : {})} />
    },
  }))
  const columns: TableColumn<FacilityRow>[] = [
    { key: 'name', title: say('table.name'), width: 'name', cell: (row) => row.name },
    ...typed.slice(0, 3),
    { key: 'area', title: say('table.area'), width: 'words', cell: (row) => row.area ?? <span className="quiet">{say('unknown')}</span> },
    ...typed.slice(3),
  ]
  return (
    <>
      <TableTools table="facilities" shown={rows.length} all={all.length}>
        <Views />
      </TableTools>
      <VirtualTable label={say('dock.facilities')} wide="ledger" columns={columns} rows={rows} idOf={(row) => row.id} selected={selection?.kind === 'facility' ? selection.id : null} onSelect={(row) => select(app, { kind: 'facility', id: row.id })} sort={view.sort} onSort={(column) => sortTable(app, 'facilities', column)} empty={say('table.none')} />
    </>
  )
}

/** What the search box looks through. */
const facilityText = (row: FacilityRow): string => [row.name, row.id, row.kind, row.level, row.stage, row.area, row.services].filter(Boolean).join(' ')

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

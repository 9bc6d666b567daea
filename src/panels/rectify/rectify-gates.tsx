/** 四同步: every compound of which the ledger says something, step by step. */
import { useMemo, useState, type ReactNode } from 'react'
import type { Study } from '../../model/study'
import { gateSteps } from '../../rectify/item'
import { select } from '../../state/commands/select'
import { gateRows, type GateRow } from '../../state/rectify-rows'
import { formatNumber } from '../../text/numbers'
import { GateMark } from './rectify-marks'
import { useApp, useAppState } from '../use-app'
import { useSayRectify } from '../use-rectify'
import { VirtualTable, type TableColumn } from '../tables/virtual-table'

export function RectifyGates({ study, pages }: { readonly study: Study; readonly pages: ReactNode }) {
  const app = useApp()
  const sayRectify = useSayRectify()
  const selection = useAppState((state) => state.selection)
  const [only, setOnly] = useState(true)
  const [sort, setSort] = useState<{ column: string; descending: boolean } | null>(null)
  const all = gateRows(study)
  const places = useMemo(() => new Map(study.areas.map(({ id, name }) => [id, name])), [study])
  const rows = useMemo(() => sortedBy(only ? all.filter(({ problems, gates }) => problems > 0 || gates.some(({ state }) => state === 'unsaid')) : all, sort), [all, only, sort])
  const count = (state: GateRow['gates'][number]['state']) => formatNumber(all.reduce((sum, { gates }) => sum + Number(gates.some((gate) => gate.state === state)), 0))
  if (all.length === 0)
    return (
      <div className="rectify">
        <div className="rectify-main">
          <div className="table-tools rectify-tools">{pages}</div>
          <p className="note padded">{sayRectify('gates.none')}</p>
        </div>
      </div>
    )
  const columns: TableColumn<GateRow>[] = [
    { key: 'name', title: sayRectify('column.name'), width: 'name', cell: ({ compound }) => compound.name },
    { key: 'place', title: sayRectify('column.place'), width: 'words', cell: ({ compound }) => (compound.area === null ? '' : (places.get(compound.area) ?? '')) },
    ...gateSteps.map((step, at): TableColumn<GateRow> => ({ key: step, title: sayRectify(`step.${step}`), width: 'name', cell: ({ gates }) => <GateMark gate={gates[at]!} sayRectify={sayRectify} /> })),
    { key: 'responsible', title: sayRectify('column.responsible'), width: 'words', cell: ({ compound }) => compound.responsible ?? '' },
  ]
  return (
    <div className="rectify">
      <div className="rectify-main">
        <div className="table-tools rectify-tools">
          {pages}
          <label className="rectify-check">
            <input type="checkbox" checked={only} onChange={(event) => setOnly(event.currentTarget.checked)} />
            {sayRectify('gates.onlyProblems')}
          </label>
          <span className="figures quiet" role="status">
            {sayRectify('gates.count', { n: formatNumber(all.length), missing: count('missing'), late: count('late'), unsaid: count('unsaid') })}
          </span>
        </div>
        <VirtualTable label={sayRectify('page.gates')} columns={columns} rows={rows} idOf={({ compound }) => compound.id} selected={selection?.kind === 'compound' ? selection.id : null} onSelect={({ compound }) => select(app, { kind: 'compound', id: compound.id })} sort={sort} onSort={(column) => setSort(sort?.column !== column ? { column, descending: false } : sort.descending ? null : { column, descending: true })} empty={sayRectify('none.filtered')} />
      </div>
    </div>
  )
}

const order = ['missing', 'late', 'unsaid', 'not-yet', 'done']

function sortedBy(rows: readonly GateRow[], sort: { column: string; descending: boolean } | null): readonly GateRow[] {
  if (!sort) return [...rows].sort((a, b) => b.problems - a.problems)
  const keyOf = ({ compound, gates }: GateRow): string => {
    const gate = gates.find(({ step }) => step === sort.column)
    return gate ? String(order.indexOf(gate.state)) : sort.column === 'place' ? (compound.area ?? '') : sort.column === 'responsible' ? (compound.responsible ?? '') : compound.name
  }
  const sign = sort.descending ? -1 : 1
  return [...rows].sort((a, b) => sign * (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0))
}

/** One month against another: what is new, mended, still open, overdue. */
import type { ReactNode } from 'react'
import type { Result } from '../../indicators/result'
import type { Study } from '../../model/study'
import { itemKey } from '../../rectify/item'
import { monthChanges, type MonthRow } from '../../rectify/months'
import { keepMonth } from '../../state/commands/rectify-snapshot'
import { viewRectify } from '../../state/commands/rectify-view'
import { select } from '../../state/commands/select'
import type { MonthFilter } from '../../state/rectify'
import { differenceFrom, monthRows, snapshotAgainst, snapshotKey } from '../../state/rectify-rows'
import { formatMeasure, formatNumber } from '../../text/numbers'
import { Due } from './rectify-marks'
import { useApp, useAppState } from '../use-app'
import { usePlanShown } from '../use-plans'
import { useClauseTitle, useMeasure, useSayRectify } from '../use-rectify'
import { VirtualTable, type TableColumn } from '../tables/virtual-table'

export function RectifyMonths({ study, results, pages }: { readonly study: Study; readonly results: readonly Result[]; readonly pages: ReactNode }) {
  const sayRectify = useSayRectify()
  const { book, against } = useAppState((state) => state.rectify)
  const snapshot = snapshotAgainst(book.snapshots, against, study.asOf)
  return (
    <div className="rectify">
      <div className="rectify-main">
        <div className="table-tools rectify-tools">
          {pages}
          <Keep />
        </div>
        {snapshot ? <Compared study={study} results={results} snapshot={snapshot} /> : <p className="note padded">{sayRectify('months.none')}</p>}
      </div>
    </div>
  )
}

/** Keeps the list as it stands; under a plan there is nothing to keep. */
export function Keep() {
  const app = useApp()
  const sayRectify = useSayRectify()
  const plan = usePlanShown()
  return (
    <>
      <button type="button" disabled={plan !== null} title={plan ? sayRectify('months.onBase') : ''} onClick={() => keepMonth(app, 'month')}>
        {sayRectify('months.keepMonth')}
      </button>
      <button type="button" disabled={plan !== null} title={plan ? sayRectify('months.onBase') : ''} onClick={() => keepMonth(app, 'quarter')}>
        {sayRectify('months.keepQuarter')}
      </button>
      {plan && <span className="note">{sayRectify('months.onBase')}</span>}
    </>
  )
}

function Compared({ study, results, snapshot }: { readonly study: Study; readonly results: readonly Result[]; readonly snapshot: NonNullable<ReturnType<typeof snapshotAgainst>> }) {
  const app = useApp()
  const sayRectify = useSayRectify()
  const titleOf = useClauseTitle()
  const measureOf = useMeasure(results)
  const language = useAppState((state) => state.language)
  const { book, change } = useAppState((state) => state.rectify)
  const difference = differenceFrom(snapshot, study, results)
  const rows = monthRows(difference, change)
  const of = (row: MonthRow) => (row.now ?? row.before)!
  const filters: readonly (MonthFilter | null)[] = [null, ...monthChanges, 'overdue']
  const columns: TableColumn<MonthRow>[] = [
    { key: 'change', title: sayRectify('months.change'), width: 'short', cell: (row) => <span className={`month-change change-${row.change}`}>{sayRectify(`change.${row.change}`)}</span> },
    { key: 'name', title: sayRectify('column.name'), width: 'name', cell: (row) => of(row).name },
    { key: 'clause', title: sayRectify('column.clause'), width: 'words', cell: (row) => titleOf(of(row)) },
    { key: 'then', title: sayRectify('months.then'), width: 'figure', cell: ({ before }) => (before ? formatMeasure(language, before.shortfall, measureOf(before)) : '') },
    { key: 'now', title: sayRectify('months.now'), width: 'figure', cell: ({ now }) => (now ? formatMeasure(language, now.shortfall, measureOf(now)) : '') },
    { key: 'people', title: sayRectify('column.people'), width: 'figure', cell: (row) => formatNumber(of(row).people) },
    {
      key: 'due',
      title: sayRectify('column.due'),
      width: 'name',
      cell: (row) => (
        <>
          <Due item={of(row)} sayRectify={sayRectify} />
          {row.becameOverdue && <span className="quiet"> {sayRectify('change.became')}</span>}
        </>
      ),
    },
    { key: 'status', title: sayRectify('column.status'), width: 'short', cell: (row) => sayRectify(`status.${row.now ? row.now.progress.status : row.before!.status}`) },
  ]
  return (
    <>
      <div className="table-tools rectify-tools">
        <label className="rectify-check">
          {sayRectify('months.against')}
          <select value={snapshotKey(snapshot)} onChange={(event) => viewRectify(app, { against: event.currentTarget.value })}>
            {[...book.snapshots].reverse().map((each) => (
              <option key={snapshotKey(each)} value={snapshotKey(each)}>
                {`${each.asOf} ${sayRectify(`months.kind.${each.kind}`)}`}
              </option>
            ))}
          </select>
        </label>
        <strong className="figures">{sayRectify('months.summary', { from: difference.from, to: difference.to })}</strong>
        <div className="table-views" role="group" aria-label={sayRectify('months.change')}>
          {filters.map((each) => (
            <button key={each ?? 'all'} type="button" aria-pressed={each === change} onClick={() => viewRectify(app, { change: each })}>
              {each === null ? sayRectify('months.every', { n: formatNumber(difference.rows.length) }) : `${sayRectify(`change.${each}`)} ${formatNumber(difference.counts[each])}`}
            </button>
          ))}
        </div>
        {difference.notCompared.length > 0 && <span className="note">{sayRectify('months.notCompared', { n: formatNumber(difference.notCompared.length) })}</span>}
      </div>
      <VirtualTable
        label={sayRectify('page.months')}
        columns={columns}
        rows={rows}
        idOf={(row) => `${row.change} ${itemKey(of(row))}`}
        selected={null}
        onSelect={(row) => {
          select(app, { kind: of(row).kind, id: of(row).unit })
          if (row.now) viewRectify(app, { item: itemKey(row.now) })
        }}
        sort={null}
        onSort={() => undefined}
        empty={sayRectify('none.filtered')}
      />
    </>
  )
}

/** The map's twin: every unit of the chosen clause with its verdict and figures. */
import { useDeferredValue, useMemo } from 'react'
import type { Result, State } from '../../indicators/result'
import { filterTable } from '../../state/commands/filter-table'
import { openWhy } from '../../state/commands/open-why'
import { select } from '../../state/commands/select'
import { sortTable } from '../../state/commands/sort-table'
import { clauseFigure, shortfallUnits } from '../../indicators/clause-figure'
import { reasonsText } from '../../state/reason-text'
import { clauseNamed } from '../../state/packs'
import { chosenResult } from '../../state/state'
import { unitColumns, unitRows, verdictOrder, viewRows, type UnitRow } from '../../state/unit-rows'
import { formatMeasure, formatNumber } from '../../text/numbers'
import { FigureCell } from '../clauses/figure-cell'
import { TableTools } from './table-tools'
import { unitValueText } from './unit-value'
import { useApp, useAppState, useSay } from '../use-app'
import { usePlanShown, useSayPlan } from '../use-plans'
import { Verdict } from '../clauses/verdict'
import { VirtualTable, type TableColumn } from './virtual-table'

export function UnitTable() {
  const { say, language } = useSay()
  // While something is carried the map and the cards go first.
  const result = useDeferredValue(useAppState(chosenResult))
  const study = useAppState((state) => state.study)
  if (!result) return <p className="note padded">{say('table.noClause')}</p>
  if (result.units.length === 0)
    return (
      <p className="note padded">
        {say('table.noUnits')}
        {study && result.why.length > 0 && say('table.noUnitsWhy', { why: reasonsText(language, study, result.why) })}
      </p>
    )
  return <Units result={result} />
}

function Units({ result }: { readonly result: Result }) {
  const app = useApp()
  const { say, language } = useSay()
  const study = useAppState((state) => state.study)
  const view = useAppState((state) => state.units)
  const selection = useAppState((state) => state.selection)
  const all = useMemo(() => (study ? unitRows(study, result, language) : []), [study, result, language])
  const rows = useMemo(() => viewRows(all, view, unitColumns, (row) => `${row.name} ${row.id} ${row.place} ${row.why}`, (row) => row.state), [all, view])
  const clause = useAppState((state) => clauseNamed(state, result))
  const figure = clauseFigure(clause, result)
  const missing = shortfallUnits(clause, result).unit
  const sayPlan = useSayPlan()
  const locked = usePlanShown()?.frozen ?? false
  const counted = all.some(({ counts }) => counts)
  const columns: TableColumn<UnitRow>[] = [
    { key: 'name', title: say('table.name'), width: 'name', cell: (row) => row.name },
    { key: 'place', title: say('table.place'), width: 'words', cell: (row) => row.place },
    { key: 'state', title: say('table.verdict'), width: 'short', cell: (row) => <Verdict state={row.state} hollow={result.binding === 'aspirational'} /> },
    { key: 'numerator', title: say('table.numerator'), width: 'figure', cell: (row) => formatNumber(row.numerator) },
    { key: 'denominator', title: say('table.denominator'), width: 'figure', cell: (row) => formatNumber(row.denominator) },
    {
      key: 'value',
      title: say('table.value'),
      width: 'figure',
      cell: (row) => (
        <button
          type="button"
          className="figure-link"
          aria-label={say('clauses.whyOf', { name: row.name })}
          onClick={(event) => {
            event.stopPropagation()
            select(app, row.selection)
            void openWhy(app, { policy: result.policy, clause: result.clause, unit: row.id })
          }}
        >
          {unitValueText(language, result, figure, row.value)}
        </button>
      ),
    },
    { key: 'shortfall', title: say('table.shortfall'), width: 'figure', cell: (row) => (row.shortfall === null || row.shortfall === 0 ? '' : formatMeasure(language, row.shortfall, missing)) },
    ...(counted ? ([['households', 'set-households'], ['elders60', 'set-elders']] as const) : []).map(([key, type]): TableColumn<UnitRow> => ({
      key,
      title: sayPlan(`cell.${key}`),
      width: 'figure',
      cell: ({ name, counts }) => counts && <FigureCell value={counts[key]} shown={formatNumber(counts[key])} label={sayPlan('worth.typeOver', { name, column: sayPlan(`cell.${key}`) })} locked={locked} edit={(value) => ({ type, of: counts.of, [key]: value })} />,
    })),
    { key: 'why', title: say('table.why'), width: 'long', cell: (row) => <span title={row.why}>{row.why}</span> },
  ]
  return (
    <>
      <TableTools table="units" shown={rows.length} all={all.length}>
        <label>
          <span className="sr-only">{say('table.verdict')}</span>
          <select value={view.verdict ?? ''} onChange={(event) => filterTable(app, 'units', { verdict: verdictOrder.find((state) => state === event.currentTarget.value) ?? null })}>
            <option value="">{say('table.everyVerdict')}</option>
            {verdictOrder
              .filter((state: State) => all.some((row) => row.state === state))
              .map((state) => (
                <option key={state} value={state}>
                  {say(`verdict.${state}`)}
                </option>
              ))}
          </select>
        </label>
      </TableTools>
      <VirtualTable label={say('dock.units')} wide={counted ? 'units' : null} columns={columns} rows={rows} idOf={(row) => row.id} selected={selection?.id ?? null} onSelect={(row) => select(app, row.selection)} sort={view.sort} onSort={(column) => sortTable(app, 'units', column)} empty={say('table.none')} />
    </>
  )
}

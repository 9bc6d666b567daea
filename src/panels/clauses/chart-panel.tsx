/** Charts where people would rather look, each with its table and as a file. */
import { useMemo, useState } from 'react'
import type { Chart } from '../../exports/charts/chart'
import { chartableClauses, chartKinds, chartOf, isOfClause, type ChartKind } from '../../state/chart-views'
import { chooseClause } from '../../state/commands/choose-clause'
import { saveChartTable, savePng, saveSvg } from '../../state/commands/save-paper'
import { clauseNamed } from '../../state/packs'
import { clauseKey } from '../../state/state'
import { formatNumber, formatShare } from '../../text/numbers'
import { sayPaper } from '../../text/papers'
import { DrawingView } from '../papers/drawing-view'
import { rasterise } from '../papers/rasterise'
import { useApp, useAppState } from '../use-app'

export function ChartPanel() {
  const [kind, setKind] = useState<ChartKind>('verdicts')
  const language = useAppState((state) => state.language)
  const study = useAppState((state) => state.study)
  const results = useAppState((state) => state.results)
  const ownPacks = useAppState((state) => state.ownPacks)
  const policies = useAppState((state) => state.policies)
  const clause = useAppState((state) => state.clause)
  const policy = useAppState((state) => state.policy)
  const kinds = useAppState((state) => state.kinds)
  const rectify = useAppState((state) => state.rectify)
  const chart = useMemo(() => chartOf(kind, { language, study, results, ownPacks, policies, clause, policy, kinds, rectify }), [kind, language, study, results, ownPacks, policies, clause, policy, kinds, rectify])
  return (
    <div className="chart-panel">
      <div className="chart-choice" role="radiogroup" aria-label={sayPaper(language, 'charts.list')}>
        {chartKinds.map((each) => (
          <label key={each}>
            <input type="radio" name="chart" checked={each === kind} onChange={() => setKind(each)} />
            {sayPaper(language, `charts.${each}`)}
          </label>
        ))}
      </div>
      <div className="chart-body">
        {isOfClause(kind) && <ClauseChoice kind={kind} />}
        {chart ? <ChartFigure chart={chart} /> : <p className="chart-none">{sayPaper(language, `charts.none.${kind}`)}</p>}
      </div>
    </div>
  )
}

function ClauseChoice({ kind }: { readonly kind: ChartKind }) {
  const app = useApp()
  const language = useAppState((state) => state.language)
  const results = useAppState((state) => state.results)
  const ownPacks = useAppState((state) => state.ownPacks)
  const policy = useAppState((state) => state.policy)
  const clause = useAppState((state) => state.clause)
  const offered = useMemo(() => chartableClauses({ results }, kind), [results, kind])
  const chosen = clause === null ? '' : clauseKey({ policy, clause })
  return (
    <label className="chart-clause">
      {sayPaper(language, 'charts.clause')}{' '}
      <select
        value={offered.some((each) => clauseKey(each) === chosen) ? chosen : ''}
        onChange={(event) => {
          const next = offered.find((each) => clauseKey(each) === event.currentTarget.value)
          if (next) chooseClause(app, next)
        }}
      >
        <option value="" disabled>
          —
        </option>
        {offered.map((each) => (
          <option key={clauseKey(each)} value={clauseKey(each)}>
            {each.clause} {clauseNamed({ ownPacks }, each)?.title[language]}
          </option>
        ))}
      </select>
    </label>
  )
}

function ChartFigure({ chart }: { readonly chart: Chart }) {
  const app = useApp()
  const language = useAppState((state) => state.language)
  const [failed, setFailed] = useState(false)
  const { drawing, table, notes } = chart
  return (
    <figure className="chart-figure" aria-label={drawing.title}>
      <div className="chart-picture">
        <DrawingView drawing={drawing} className="chart-svg" />
        {notes.map((note) => (
          <p key={note} className="note">
            {note}
          </p>
        ))}
        <p className="chart-files">
          <button type="button" onClick={() => saveSvg(app, drawing, drawing.title)}>
            {sayPaper(language, 'charts.svg')}
          </button>
          <button type="button" onClick={() => void savePng(app, drawing, drawing.title, 300, rasterise).then((made) => setFailed(!made))}>
            {sayPaper(language, 'charts.png')}
          </button>
          <button type="button" onClick={() => saveChartTable(app, table, drawing.title)}>
            {sayPaper(language, 'charts.csv')}
          </button>
          {failed && <span role="alert">{sayPaper(language, 'print.failed')}</span>}
        </p>
      </div>
      <div className="chart-table" role="region" aria-label={sayPaper(language, 'charts.tableTitle', { title: drawing.title })} tabIndex={0}>
        <table>
          <caption>{sayPaper(language, 'charts.table')}</caption>
          <thead>
            <tr>
              {table.columns.map(({ title, kind }) => (
                <th key={title} scope="col" className={kind === 'text' ? undefined : 'number'}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, at) => (
              <tr key={at}>
                {row.map((value, column) => (
                  <td key={column} className={typeof value === 'string' ? undefined : 'figures number'}>
                    {typeof value === 'string' ? value : table.columns[column]?.kind === 'share' ? formatShare(value) : formatNumber(value)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  )
}

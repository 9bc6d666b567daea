/** The course of the months: a bar for each list that was kept and for now, and the table of the same figures. */
import { useMemo, type ReactNode } from 'react'
import type { Result } from '../../indicators/result'
import type { Study } from '../../model/study'
import { progressSeries, type ProgressPoint } from '../../rectify/months'
import { takeSnapshot } from '../../rectify/snapshot'
import { itemsOf } from '../../state/rectify-rows'
import { clauseKey } from '../../state/state'
import { formatMeasure, formatNumber } from '../../text/numbers'
import { Keep } from './rectify-months'
import { useAppState } from '../use-app'
import { useSayRectify } from '../use-rectify'

export function RectifyProgress({ study, results, pages }: { readonly study: Study; readonly results: readonly Result[]; readonly pages: ReactNode }) {
  const sayRectify = useSayRectify()
  const language = useAppState((state) => state.language)
  const { snapshots } = useAppState((state) => state.rectify).book
  const points = useMemo(() => progressSeries(snapshots, takeSnapshot('month', study.asOf, results.map(clauseKey), itemsOf(study, results))), [snapshots, study, results])
  const most = Math.max(1, ...points.map(({ items }) => items))
  const columns: readonly (readonly [string, (point: ProgressPoint) => string])[] = [
    [sayRectify('progress.items'), ({ items }) => formatNumber(items)],
    [sayRectify('progress.units'), ({ units }) => formatNumber(units)],
    [sayRectify('status.open'), ({ open }) => formatNumber(open)],
    [sayRectify('status.started'), ({ started }) => formatNumber(started)],
    [sayRectify('status.done'), ({ done }) => formatNumber(done)],
    [sayRectify('change.overdue'), ({ overdue }) => formatNumber(overdue)],
    [sayRectify('progress.newly'), ({ newly }) => formatNumber(newly)],
    [sayRectify('progress.mended'), ({ mended }) => formatNumber(mended)],
    [sayRectify('progress.missing'), ({ shortfallM2 }) => formatMeasure(language, shortfallM2, 'm2')],
  ]
  return (
    <div className="rectify">
      <div className="rectify-main">
        <div className="table-tools rectify-tools">
          {pages}
          <Keep />
          {points.length < 2 && <span className="note">{sayRectify('progress.one')}</span>}
        </div>
        <div className="rectify-progress">
          <Legend />
          <table>
            <caption className="sr-only">{sayRectify('progress.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{sayRectify('progress.date')}</th>
                <th scope="col" className="progress-bars">
                  {sayRectify('progress.chart')}
                </th>
                {columns.map(([title]) => (
                  <th key={title} scope="col" className="number">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {points.map((point) => (
                <tr key={`${point.kind} ${point.asOf}`}>
                  <th scope="row" className="figures">
                    {point.asOf} <span className="quiet">{sayRectify(`months.kind.${point.kind}`)}</span>
                  </th>
                  <td className="progress-bars">
                    <Bar point={point} most={most} />
                  </td>
                  {columns.map(([title, shown]) => (
                    <td key={title} className="figures number">
                      {shown(point)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </div>
  )
}

/** Lengths by the longest list of all. */
function Bar({ point: { open, started, done }, most }: { readonly point: ProgressPoint; readonly most: number }) {
  const width = (count: number) => (count / most) * 100
  return (
    <svg className="progress-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect className="bar-open" x="0" width={width(open)} height="10" />
      <rect className="bar-started" x={width(open)} width={width(started)} height="10" />
      <rect className="bar-done" x={width(open + started)} width={width(done)} height="10" />
    </svg>
  )
}

function Legend() {
  const sayRectify = useSayRectify()
  return (
    <p className="progress-legend">
      {(['open', 'started', 'done'] as const).map((status) => (
        <span key={status}>
          <svg viewBox="0 0 10 10" aria-hidden="true">
            <rect className={`bar-${status}`} width="10" height="10" />
          </svg>
          {sayRectify(`status.${status}`)}
        </span>
      ))}
    </p>
  )
}

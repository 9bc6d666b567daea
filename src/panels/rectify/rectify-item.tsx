/** One item laid open: what is missing and why, its dates, its record, and what would mend it. */
import type { ReactNode } from 'react'
import type { Result } from '../../indicators/result'
import type { Study } from '../../model/study'
import type { RectificationItem } from '../../rectify/item'
import { openWhy } from '../../state/commands/open-why'
import { viewRectify } from '../../state/commands/rectify-view'
import { select } from '../../state/commands/select'
import { formatMeasure, formatShare } from '../../text/numbers'
import { Due, GateMark } from './rectify-marks'
import { RectifyRemedies } from './rectify-remedies'
import { AreaField, EvidenceField, NoteField, StatusField } from './rectify-typed'
import { useApp, useAppState } from '../use-app'
import { useClauseTitle, useMeasure, useSayRectify, type SayRectify } from '../use-rectify'

export function RectifyItem({ study, results, item }: { readonly study: Study; readonly results: readonly Result[]; readonly item: RectificationItem | null }) {
  const app = useApp()
  const sayRectify = useSayRectify()
  const titleOf = useClauseTitle()
  return (
    <section className="rectify-item" aria-label={sayRectify('item.label')} onKeyDown={(event) => event.key === 'Escape' && viewRectify(app, { item: null })}>
      <header>
        <div>
          <p className="note">{item && titleOf(item)}</p>
          <h2>{item ? item.name : sayRectify('item.label')}</h2>
        </div>
        <button type="button" onClick={() => viewRectify(app, { item: null })}>
          {sayRectify('item.close')}
        </button>
      </header>
      {item ? <Body study={study} results={results} item={item} /> : <p className="note">{sayRectify('item.gone')}</p>}
    </section>
  )
}

function Body({ study, results, item }: { readonly study: Study; readonly results: readonly Result[]; readonly item: RectificationItem }) {
  const app = useApp()
  const sayRectify = useSayRectify()
  const language = useAppState((state) => state.language)
  const measureOf = useMeasure(results)
  const amount = (value: number | null) => formatMeasure(language, value, measureOf(item))
  const rows: readonly (readonly [string, ReactNode] | null)[] = [
    [sayRectify('item.fault'), item.fault ? `${sayRectify(`fault.${item.fault.class}`)}：${sayRectify(`why.${item.fault.why}`, { detail: item.fault.detail ?? '' })}` : null],
    [sayRectify('item.due'), item.due === null ? null : <Due item={item} sayRectify={sayRectify} />],
    [sayRectify('item.households'), item.households === null ? null : formatMeasure(language, item.households, 'household')],
    [sayRectify('item.people'), item.people === null ? null : formatMeasure(language, item.people, 'people')],
    item.age ? [sayRectify('item.age'), [sayRectify(`age.${item.age.class}`), item.age.by && sayRectify(`age.by.${item.age.by}`)].filter(Boolean).join(' · ')] : null,
    item.kind === 'compound' ? [sayRectify('item.dates'), <span className="figures">{[item.permitted, item.completed, item.delivered].map((date) => date ?? '—').join(' · ')}</span>] : null,
    item.kind === 'compound' ? [sayRectify('item.responsible'), item.responsible] : null,
    item.kind === 'compound' ? [sayRectify('item.planned'), item.plannedRemedy] : null,
    [sayRectify('item.nearest'), item.nearest ? `${item.nearest.name} · ${formatMeasure(language, Math.round(item.nearest.metres), 'metres')}` : null],
  ]
  return (
    <>
      {item.required !== null && item.required > 0 && item.provided !== null && (
        <figure className="shortfall-bar">
          <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
            <rect className="bar-required" width="100" height="8" />
            <rect className="bar-provided" width={Math.min(100, (item.provided / item.required) * 100)} height="8" />
          </svg>
          <figcaption className="figures">
            {`${sayRectify('item.required')} ${amount(item.required)} · ${sayRectify('item.provided')} ${amount(item.provided)} · `}
            <strong>{`${sayRectify('item.shortfall')} ${amount(item.shortfall)}${item.shortfallShare === null ? '' : ` (${formatShare(item.shortfallShare)})`}`}</strong>
          </figcaption>
        </figure>
      )}
      <p className="rectify-links">
        <button type="button" onClick={() => select(app, { kind: item.kind, id: item.unit })}>
          {sayRectify('item.onMap')}
        </button>
        <button type="button" onClick={() => void openWhy(app, { policy: item.policy, clause: item.clause, unit: item.unit })}>
          {sayRectify('item.why')}
        </button>
      </p>
      <dl className="rectify-facts">
        {rows.flatMap((row) =>
          row
            ? [
                <div key={row[0]}>
                  <dt>{row[0]}</dt>
                  <dd>{row[1] ?? <span className="quiet">—</span>}</dd>
                </div>,
              ]
            : [],
        )}
      </dl>
      <h3>{sayRectify('item.record')}</h3>
      <Record item={item} sayRectify={sayRectify} />
      {item.gates && (
        <>
          <h3>{sayRectify('item.gates')}</h3>
          <ul className="gate-steps">
            {item.gates.map((gate) => (
              <li key={gate.step}>
                <span>{sayRectify(`step.${gate.step}`)}</span>
                <GateMark gate={gate} sayRectify={sayRectify} />
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{sayRectify('item.remedies')}</h3>
      <RectifyRemedies study={study} results={results} item={item} />
    </>
  )
}

function Record({ item, sayRectify }: { readonly item: RectificationItem; readonly sayRectify: SayRectify }) {
  const { by } = item.progress
  return (
    <div className="rectify-record">
      <label>
        {sayRectify('column.status')}
        <StatusField item={item} />
      </label>
      {item.measure === 'm2' && item.kind === 'compound' && (
        <label>
          {sayRectify('column.areaM2')}
          <AreaField item={item} />
        </label>
      )}
      <label>
        {sayRectify('column.evidence')}
        <EvidenceField item={item} />
      </label>
      <label className="wide">
        {sayRectify('column.note')}
        <NoteField item={item} />
      </label>
      {by && <p className="note">{sayRectify(by === 'record' ? 'status.byRecord' : 'status.byLedger')}</p>}
    </div>
  )
}

/** 覆盖 as located, served and reached side by side, the units on which they differ, and the denominators by definition. */
import type { CoverageColumn, Disagreement } from '../../indicators/coverage-readings'
import type { Result } from '../../indicators/result'
import { select } from '../../state/commands/select'
import { formatNumber, formatShare } from '../../text/numbers'
import { choiceLabel } from '../option-words'
import { useApp, useAppState, useSay } from '../use-app'
import { Verdict } from './verdict'

export function ClauseCoverage({ result }: { readonly result: Result }) {
  const { say } = useSay()
  const coverage = useAppState((state) => state.coverage)
  if (!coverage || coverage.clause !== result.clause || coverage.policy !== result.policy) return <Denominators result={result} />
  const { columns, disagreements } = coverage.comparison
  return (
    <section className="clause-coverage">
      <h4>{say('coverage.title')}</h4>
      <table className="figures">
        <tbody>
          {columns.map((column) => (
            <CoverageRow key={column.reading} column={column} inForce={result.reading.coverage === column.reading} />
          ))}
        </tbody>
      </table>
      {columns.some(({ reading }) => reading === 'reached') && <p className="note">{say('coverage.note')}</p>}
      {disagreements.length === 0 ? <p className="note">{say('coverage.agree')}</p> : <Disagreements columns={columns} units={disagreements} />}
      <Denominators result={result} />
    </section>
  )
}

function CoverageRow({ column, inForce }: { readonly column: CoverageColumn; readonly inForce: boolean }) {
  const { say } = useSay()
  const { reading, isDefault, counts, state, numerator, denominator, value, threshold } = column
  return (
    <tr aria-current={inForce}>
      <th scope="row">
        {say(`coverage.${reading}`)}
        {(inForce || isDefault) && <span className="note">{[inForce ? say('coverage.inForce') : '', isDefault ? say('coverage.default') : ''].filter(Boolean).join(' · ')}</span>}
      </th>
      <td>
        <strong className="figures">{counts === 'units' && denominator === null ? formatNumber(value) : formatShare(value, threshold?.value ?? null)}</strong>
        {numerator !== null && denominator !== null && <span className="note figures">{`${say(`coverage.counts.${counts}`)} ${say('clauses.halves', { numerator: formatNumber(numerator), denominator: formatNumber(denominator) })}`}</span>}
      </td>
      <td>
        <Verdict state={state} />
      </td>
    </tr>
  )
}

/** Longer lists are for the table below the map. */
const shown = 60

function Disagreements({ columns, units }: { readonly columns: readonly CoverageColumn[]; readonly units: readonly Disagreement[] }) {
  const app = useApp()
  const { say } = useSay()
  const selection = useAppState((state) => state.selection)
  const word = (state: Disagreement['states'][number]): string => (state === 'met' ? say('coverage.yes') : state === 'unmet' ? say('coverage.no') : '?')
  return (
    <details>
      <summary>{say('coverage.differ', { n: formatNumber(units.length) })}</summary>
      <ul className="disagreements">
        {units.slice(0, shown).map(({ id, name, states, share }) => (
          <li key={id} aria-current={selection?.id === id}>
            <button type="button" className="plain" onClick={() => select(app, { kind: 'area', id })}>
              {name}
            </button>
            <span className="note figures">
              {columns.map(({ reading }, at) => `${say(`coverage.${reading}`)} ${word(states[at] ?? 'no-data')}`).join(' · ')}
              {share !== null && ` · ${say('coverage.share', { share: formatShare(share) })}`}
            </span>
          </li>
        ))}
        {units.length > shown && <li className="note">{say('problems.more', { n: formatNumber(units.length - shown) })}</li>}
      </ul>
    </details>
  )
}

/** How many units each way of telling 城市社区, 村 or 乡镇 would give. */
function Denominators({ result }: { readonly result: Result }) {
  const { say, language } = useSay()
  const counts = Object.entries(result.figures).flatMap(([key, count]) => (key.startsWith('units:') && typeof count === 'number' ? [{ choice: key.slice('units:'.length), count }] : []))
  const option = ['urbanCommunity', 'ruralVillage', 'townshipUnits'].find((each) => each in result.reading)
  if (counts.length < 2 || option === undefined) return null
  return (
    <p className="note figures denominators">
      {say('coverage.denominators')}
      {'：'}
      {counts.map(({ choice, count }) => `${choiceLabel(language, option, choice)} ${formatNumber(count)}`).join(' · ')}
    </p>
  )
}

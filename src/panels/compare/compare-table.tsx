/** The difference table: clauses that change first, the others folded; facilities and totals. */
import { isEmpty, type ClauseDifference, type Difference } from '../../indicators/difference/difference'
import type { FacilityChange } from '../../indicators/difference/difference-facilities'
import { clauseFigure, shortfallUnits } from '../../indicators/clause-figure'
import type { Result } from '../../indicators/result'
import { chooseClause } from '../../state/commands/choose-clause'
import { comparedClause } from '../../state/compared-clause'
import { clauseNamed } from '../../state/packs'
import type { PlanSide } from '../../state/workshop'
import { differenceWords } from '../../text/cli'
import { kindName, levelName, stageName, valueName } from '../../text/keys'
import { formatMeasure, formatNumber } from '../../text/numbers'
import type { Language } from '../../text/say'
import { CompareFigures, gainedAndLost, shortfallChange } from './compare-figures'
import { useApp, useAppState } from '../use-app'
import { useSayPlan } from '../use-plans'
import { Verdict } from '../clauses/verdict'

type Judged = { readonly before: PlanSide; readonly after: PlanSide; readonly difference: Difference }

/** from, to: what the two are called. */
export function CompareTable({ judged: { before, after, difference }, from, to }: { readonly judged: Judged; readonly from: string; readonly to: string }) {
  const app = useApp()
  const sayPlan = useSayPlan()
  const state = useAppState((state) => state)
  const { language } = state
  const changed = new Set(difference.clauses.map(keyOf))
  const same = after.results.filter((result) => !changed.has(keyOf(result)))
  const shown = comparedClause(difference, { clause: state.clause, policy: state.policy })
  const titleOf = (each: { readonly policy: string; readonly clause: string }): string => clauseNamed(state, each)?.title[language] ?? each.clause
  return (
    <div className="compare-table">
      {isEmpty(difference) ? <p className="padded">{sayPlan('compare.same')}</p> : <CompareFigures difference={difference} />}
      {difference.clauses.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{sayPlan('compare.clause')}</th>
              <th scope="col">{from}</th>
              <th scope="col">{to}</th>
              <th scope="col">{sayPlan('compare.gained')}</th>
              <th scope="col">{sayPlan('compare.lost')}</th>
              <th scope="col">{sayPlan('compare.elders')}</th>
              <th scope="col">{sayPlan('compare.households')}</th>
              <th scope="col">{sayPlan('compare.shortfall')}</th>
            </tr>
          </thead>
          <tbody>
            {difference.clauses.map((each) => (
              <ClauseRow key={keyOf(each)} each={each} before={resultOf(before, each)} after={resultOf(after, each)} title={titleOf(each)} chosen={each === shown} choose={() => chooseClause(app, each)} />
            ))}
          </tbody>
        </table>
      )}
      {difference.facilities.length > 0 && (
        <>
          <h3>{sayPlan('compare.facilities')}</h3>
          <ul>
            {difference.facilities.map((change, at) => (
              <li key={at}>
                <strong>{change.name}</strong> {differenceWords[change.change][language]} <span className="figures quiet">{whatChanged(language, change, after)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <details>
        <summary className="note">{sayPlan('compare.unchanged', { n: formatNumber(same.length) })}</summary>
        <ul className="unchanged">
          {same.map((result) => (
            <li key={keyOf(result)}>
              <Verdict state={result.state} /> {titleOf(result)}
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}

type Row = { readonly each: ClauseDifference; readonly before: Result | undefined; readonly after: Result | undefined; readonly title: string; readonly chosen: boolean; readonly choose: () => void }

function ClauseRow({ each, before, after, title, chosen, choose }: Row) {
  const sayPlan = useSayPlan()
  const language = useAppState((state) => state.language)
  const clause = useAppState((state) => clauseNamed(state, each)) ?? undefined
  const of = after ?? before
  const units = of ? shortfallUnits(clause, of).clause : ''
  const names = (list: ClauseDifference['gained']): string => list.map(({ name }) => name).join('、')
  const people = ({ gained, lost, gainedPeople, lostPeople }: ClauseDifference, key: 'elders60' | 'households', unknown: 'eldersUnknown' | 'householdsUnknown'): string =>
    gained.length + lost.length === 0 ? '' : gainedAndLost(sayPlan, gainedPeople[key], lostPeople[key], gainedPeople[unknown] + lostPeople[unknown])
  return (
    <tr aria-current={chosen}>
      <th scope="row">
        <button type="button" className="plain" onClick={choose}>
          {title}
        </button>
      </th>
      {[before, after].map((result, at) => (
        <td key={at}>
          {result && (
            <>
              <Verdict state={result.state} /> <span className="figures">{figureText(language, result, clause)}</span>
            </>
          )}
        </td>
      ))}
      {[each.gained, each.lost].map((list, at) => (
        <td key={at} className="figures" title={names(list)}>
          {list.length > 0 && (
            <>
              {sayPlan('compare.units', { n: formatNumber(list.length) })} <span className="note">{names(list.slice(0, 3))}</span>
            </>
          )}
        </td>
      ))}
      <td className="figures">{people(each, 'elders60', 'eldersUnknown')}</td>
      <td className="figures">{people(each, 'households', 'householdsUnknown')}</td>
      <td className="figures">{shortfallChange(sayPlan, language, each.change.shortfall, units)}</td>
    </tr>
  )
}

function figureText(language: Language, result: Result, clause: Parameters<typeof clauseFigure>[0]): string {
  const figure = clauseFigure(clause, result)
  const value = formatMeasure(language, figure.value, figure.unit, figure.threshold?.value ?? null)
  return result.denominator === null ? value : `${value}（${formatNumber(result.numerator)} / ${formatNumber(result.denominator)}）`
}

function whatChanged(language: Language, { change, before, after, metres }: FacilityChange, side: PlanSide): string {
  if (change === 'moved' && metres !== null) return formatMeasure(language, metres, 'metres')
  if (change === 'added' || change === 'removed' || change === 'closed' || change === 'reopened') return ''
  const inWords = (text: string | null): string =>
    text === null ? '—' : text.split(', ').map((code) => (change === 'kind' ? levelName(language, kindName(language, code)) : change === 'stage' ? stageName(language, code) : change === 'services' ? valueName(language, 'services', code) : change === 'area' ? (side.study.areas.find(({ id }) => id === code)?.name ?? code) : code)).join('、')
  return `${inWords(before)} → ${inWords(after)}`
}

const keyOf = ({ policy, clause }: { readonly policy: string; readonly clause: string }): string => `${policy} ${clause}`
const resultOf = ({ results }: PlanSide, of: ClauseDifference): Result | undefined => results.find((result) => keyOf(result) === keyOf(of))

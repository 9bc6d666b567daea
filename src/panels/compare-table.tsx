/** The difference table: clauses that change first, the others folded; facilities and totals. */
import { isEmpty, type ClauseDifference, type Difference } from '../indicators/difference'
import type { FacilityChange } from '../indicators/difference-facilities'
import type { PeopleOfUnits } from '../indicators/difference-people'
import { clauseFigure, shortfallUnits } from '../indicators/clause-figure'
import type { Result } from '../indicators/result'
import { chooseClause } from '../state/commands/choose-clause'
import { clauseNamed } from '../state/packs'
import type { PlanSide } from '../state/workshop'
import { differenceWords } from '../text/cli'
import { kindName, levelName, stageName, valueName } from '../text/keys'
import { formatMeasure, formatNumber } from '../text/numbers'
import type { Language } from '../text/say'
import { useApp, useAppState } from './use-app'
import { useSayPlan } from './use-plans'
import { Verdict } from './verdict'

type Judged = { readonly before: PlanSide; readonly after: PlanSide; readonly difference: Difference }

export function CompareTable({ judged: { before, after, difference } }: { readonly judged: Judged }) {
  const app = useApp()
  const sayPlan = useSayPlan()
  const state = useAppState((state) => state)
  const { language } = state
  const changed = new Set(difference.clauses.map(keyOf))
  const same = after.results.filter((result) => !changed.has(keyOf(result)))
  const titleOf = (each: { readonly policy: string; readonly clause: string }): string => clauseNamed(state, each)?.title[language] ?? each.clause
  return (
    <div className="compare-table">
      {isEmpty(difference) ? <p className="padded">{sayPlan('compare.same')}</p> : <Totals difference={difference} />}
      {difference.clauses.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{sayPlan('compare.clause')}</th>
              <th scope="col">{sayPlan('compare.from')}</th>
              <th scope="col">{sayPlan('compare.to')}</th>
              <th scope="col">{sayPlan('compare.gained')}</th>
              <th scope="col">{sayPlan('compare.lost')}</th>
              <th scope="col">{sayPlan('compare.elders')}</th>
              <th scope="col">{sayPlan('compare.households')}</th>
              <th scope="col">{sayPlan('compare.shortfall')}</th>
            </tr>
          </thead>
          <tbody>
            {difference.clauses.map((each) => (
              <ClauseRow key={keyOf(each)} each={each} before={resultOf(before, each)} after={resultOf(after, each)} title={titleOf(each)} chosen={state.clause === each.clause && state.policy === each.policy} choose={() => chooseClause(app, each)} />
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
      <td className="figures">{net(each.gainedPeople, each.lostPeople, 'elders60', 'eldersUnknown', sayPlan)}</td>
      <td className="figures">{net(each.gainedPeople, each.lostPeople, 'households', 'householdsUnknown', sayPlan)}</td>
      <td className="figures">{each.change.shortfall === null || each.change.shortfall === 0 ? '' : `${signed(each.change.shortfall)}${formatMeasure(language, Math.abs(each.change.shortfall), units)}`}</td>
    </tr>
  )
}

function Totals({ difference: { totals } }: { readonly difference: Difference }) {
  const sayPlan = useSayPlan()
  const language = useAppState((state) => state.language)
  const more = [
    ...(totals.careAreaClosedM2 === 0 ? [] : [sayPlan('compare.careArea', { value: formatMeasure(language, totals.careAreaClosedM2, 'm2') })]),
    ...(totals.landClosedM2 === 0 ? [] : [sayPlan('compare.land', { value: formatMeasure(language, totals.landClosedM2, 'm2') })]),
    ...(totals.cost === null ? [] : [sayPlan('compare.cost', { value: formatMeasure(language, totals.cost, 'yuan') })]),
  ]
  return (
    <p className="compare-totals">
      {[sayPlan('compare.totals', { gained: totals.clausesGained, lost: totals.clausesLost, unitsGained: totals.unitsGained, unitsLost: totals.unitsLost }), ...more].join(' · ')}
    </p>
  )
}

function figureText(language: Language, result: Result, clause: Parameters<typeof clauseFigure>[0]): string {
  const figure = clauseFigure(clause, result)
  const value = formatMeasure(language, figure.value, figure.unit, figure.threshold?.value ?? null)
  return result.denominator === null ? value : `${value}（${formatNumber(result.numerator)} / ${formatNumber(result.denominator)}）`
}

/** Gained less lost; what nobody knows is said beside. */
function net(gained: PeopleOfUnits, lost: PeopleOfUnits, key: 'elders60' | 'households', unknown: 'eldersUnknown' | 'householdsUnknown', sayPlan: ReturnType<typeof useSayPlan>): string {
  const sum = gained[key] - lost[key]
  const blank = gained[unknown] + lost[unknown]
  const known = sum === 0 ? '' : `${signed(sum)}${formatNumber(Math.abs(sum))}`
  return [known, blank > 0 ? sayPlan('compare.unknown', { n: blank }) : ''].filter(Boolean).join(' ')
}

function whatChanged(language: Language, { change, before, after, metres }: FacilityChange, side: PlanSide): string {
  if (change === 'moved' && metres !== null) return formatMeasure(language, metres, 'metres')
  if (change === 'added' || change === 'removed' || change === 'closed' || change === 'reopened') return ''
  const inWords = (text: string | null): string =>
    text === null ? '—' : text.split(', ').map((code) => (change === 'kind' ? levelName(language, kindName(language, code)) : change === 'stage' ? stageName(language, code) : change === 'services' ? valueName(language, 'services', code) : change === 'area' ? (side.study.areas.find(({ id }) => id === code)?.name ?? code) : code)).join('、')
  return `${inWords(before)} → ${inWords(after)}`
}

const signed = (value: number): string => (value > 0 ? '+' : '−')
const keyOf = ({ policy, clause }: { readonly policy: string; readonly clause: string }): string => `${policy} ${clause}`
const resultOf = ({ results }: PlanSide, of: ClauseDifference): Result | undefined => results.find((result) => keyOf(result) === keyOf(of))

/** One clause: its words, its figure against the threshold, its verdict. */
import { memo, useEffect, useRef } from 'react'
import type { Result } from '../../indicators/result'
import type { Clause } from '../../policy/clause'
import { chooseClause } from '../../state/commands/choose-clause'
import { openWhy } from '../../state/commands/open-why'
import { clauseFigure, shortfallUnits } from '../../indicators/clause-figure'
import { reasonsText } from '../../state/reason-text'
import { thresholdInWords } from '../../state/threshold-text'
import { formatDate, formatMeasure, formatNumber } from '../../text/numbers'
import { ClauseCoverage } from './clause-coverage'
import { ClauseLacking } from './clause-lacking'
import { ClauseReadings } from './clause-readings'
import { ClauseWalk } from './clause-walk'
import { ClauseTopic } from './clause-topic'
import { ProblemList } from '../import/problem-list'
import { useApp, useAppState, useSay } from '../use-app'
import { ValueBar } from './value-bar'
import { Verdict } from './verdict'

/** Drawn again only when its own result is another one: during a drag most clauses stay. */
export const ClauseCard = memo(function ClauseCard({ result, clause }: { readonly result: Result; readonly clause: Clause | undefined }) {
  const app = useApp()
  const { say, language } = useSay()
  const study = useAppState((state) => state.study)
  const chosen = useAppState((state) => state.clause === result.clause && state.policy === result.policy)
  const projector = useAppState((state) => state.workshop.projector)
  const card = useRef<HTMLLIElement>(null)
  // A clause that was chosen elsewhere comes into view here, and again where the list takes another shape.
  useEffect(() => {
    const list = card.current?.closest('.clause-list')
    // Its details unfold below it, so it is brought to the top of the list; only the list moves.
    if (chosen && card.current && list instanceof HTMLElement) list.scrollTop = card.current.offsetTop - list.offsetTop
  }, [chosen, projector])
  const title = clause?.title[language] ?? result.clause
  const hollow = result.binding === 'aspirational'
  return (
    <li ref={card} className={`clause-card verdict-${result.state}`} aria-current={chosen}>
      <div className="clause-title">
        <button type="button" className="card-button" onClick={() => chooseClause(app, result)}>
          {title}
        </button>
        <Verdict state={result.state} hollow={hollow} />
      </div>
      <FigureRow result={result} clause={clause} title={title} hollow={hollow} />
      {study && result.why.length > 0 && <p className="note">{reasonsText(language, study, result.why)}</p>}
      {clause && <blockquote cite={clause.article}>{`「${clause.quote}」`}</blockquote>}
      <p className="note clause-terms">
        <span className={`binding binding-${result.binding}`}>{say(`clauses.binding.${result.binding}`)}</span>
        {result.deadline === null ? (
          <span>{say('clauses.noDeadline')}</span>
        ) : (
          <span>
            {say('clauses.deadline', { date: formatDate(language, result.deadline) })} <em className={result.pastDue ? 'past-due' : 'not-due'}>{say(result.pastDue ? 'clauses.pastDue' : 'clauses.notDue')}</em>
          </span>
        )}
        <span className="clause-id">{result.clause}</span>
      </p>
      {chosen && clause && (
        <div className="clause-more">
          <p className="note">{say('clauses.scope', { scope: clause.scope[language] })}</p>
          <p className="note">{say('clauses.article', { article: clause.article })}</p>
          {result.excluded.length > 0 && <p className="note">{say('clauses.excluded', { n: formatNumber(result.excluded.length) })}</p>}
          {result.problems.length > 0 && <ProblemList problems={result.problems} />}
          <ClauseLacking result={result} />
          <ClauseCoverage result={result} />
          <ClauseWalk result={result} clause={clause} />
          <ClauseReadings clause={clause} reading={result.reading} folded />
          <ClauseTopic result={result} />
        </div>
      )}
    </li>
  )
})

function FigureRow({ result, clause, title, hollow }: { readonly result: Result; readonly clause: Clause | undefined; readonly title: string; readonly hollow: boolean }) {
  const app = useApp()
  const { say, language } = useSay()
  const { value, unit, threshold, norm, bar } = clauseFigure(clause, result)
  const missing = shortfallWords(result)
  return (
    <>
      <div className="figure-row">
        <button type="button" className="figure-button figures" aria-label={say('clauses.whyOf', { name: title })} onClick={() => void openWhy(app, { policy: result.policy, clause: result.clause, unit: null })}>
          <strong>{formatMeasure(language, value, unit, threshold?.value ?? null)}</strong>
          {result.denominator !== null && result.denominator > 0 && <span className="halves">{say(result.state === 'no-data' ? 'clauses.knownHalves' : 'clauses.halves', { numerator: formatNumber(result.numerator), denominator: formatNumber(result.denominator) })}</span>}
          <span className="why-mark">{say('clauses.why')}</span>
        </button>
        <span className="threshold figures">{norm ? say('clauses.everyUnit', { norm: compared(norm) }) : threshold ? compared({ ...threshold, unit }) : clause ? thresholdInWords(language, clause) : say('clauses.threshold.none')}</span>
      </div>
      {bar && <ValueBar bar={bar} state={result.state} hollow={hollow} />}
      {missing.length > 0 && <p className="shortfall figures">{missing.join(' · ')}</p>}
    </>
  )

  function compared({ at, value: limit, unit: measure }: { readonly at: 'least' | 'most' | 'below' | 'above' | 'equal'; readonly value: number; readonly unit: string }): string {
    return say(`clauses.threshold.${at}`, { value: formatMeasure(language, limit, measure) })
  }

  function shortfallWords({ state, shortfallOfUnits, shortfall, units }: Result): string[] {
    // Once over a city's units, for every card that changes while something is carried.
    const counts = { met: 0, unmet: 0, 'no-data': 0, 'not-applicable': 0, undecided: 0 }
    for (const one of units) counts[one.state]++
    const count = (wanted: Result['state']): number => counts[wanted]
    const measures = shortfallUnits(clause, result)
    const words: string[] = []
    if (state === 'unmet' && norm && shortfallOfUnits !== null && shortfallOfUnits > 0) words.push(say('clauses.shortfallUnits', { value: formatMeasure(language, shortfallOfUnits, measures.unit) }))
    else if (state === 'unmet' && shortfall !== null && shortfall > 0) words.push(say('clauses.shortfall', { value: formatMeasure(language, shortfall, measures.clause) }))
    if (count('unmet') > 0) words.push(say('clauses.unitsUnmet', { n: formatNumber(count('unmet')) }))
    if (count('no-data') > 0) words.push(say('clauses.unitsNoData', { n: formatNumber(count('no-data')) }))
    if (count('undecided') > 0) words.push(say('clauses.unitsUndecided', { n: formatNumber(count('undecided')) }))
    return words
  }
}

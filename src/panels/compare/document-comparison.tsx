/** One topic across documents: what each asks, its verdict and its figure, side by side. */
import { useEffect, useMemo, useRef } from 'react'
import { clauseFigure } from '../../indicators/clause-figure'
import type { Result } from '../../indicators/result'
import { topicsOf, type Topic, type TopicMember } from '../../policy/topics'
import { chooseClause } from '../../state/commands/choose-clause'
import { togglePack } from '../../state/commands/choose-packs'
import { compareDocuments } from '../../state/commands/compare-documents'
import { allPacks, shortName } from '../../state/packs'
import { thresholdInWords } from '../../state/threshold-text'
import { formatMeasure, formatNumber } from '../../text/numbers'
import { PackStatus } from '../packs/pack-note'
import { useApp, useAppState, useSay } from '../use-app'
import { Verdict } from '../clauses/verdict'

export function DocumentComparison() {
  const app = useApp()
  const { say, language } = useSay()
  const topic = useAppState((state) => state.topic)
  const ownPacks = useAppState((state) => state.ownPacks)
  const topics = useMemo(() => topicsOf(allPacks({ ownPacks })), [ownPacks])
  const drawer = useRef<HTMLElement>(null)
  const open = topic !== null
  useEffect(() => {
    if (open) drawer.current?.focus()
  }, [open])
  if (topic === null) return null
  const chosen = topics.find(({ id }) => id === topic)
  return (
    <section ref={drawer} className="why-drawer document-comparison" aria-label={say('topics.title')} tabIndex={-1} onKeyDown={(event) => event.key === 'Escape' && compareDocuments(app, null)}>
      <header>
        <div>
          <p className="note">{say('topics.lead')}</p>
          <h2>{say('topics.title')}</h2>
        </div>
        <button type="button" onClick={() => compareDocuments(app, null)}>
          {say('close')}
        </button>
      </header>
      {topics.length === 0 && <p className="note">{say('topics.none')}</p>}
      {topics.length > 0 && (
        <select value={chosen?.id ?? ''} aria-label={say('topics.choose')} onChange={(event) => compareDocuments(app, event.currentTarget.value)}>
          <option value="">{say('topics.choose')}</option>
          {topics.map(({ id, title, members }) => (
            <option key={id} value={id}>
              {title[language]} · {say('topics.documents', { n: new Set(members.map(({ pack }) => pack.id)).size })}
            </option>
          ))}
        </select>
      )}
      {chosen && <TopicTable topic={chosen} />}
    </section>
  )
}

function TopicTable({ topic }: { readonly topic: Topic }) {
  const { say } = useSay()
  const results = useAppState((state) => state.results)
  return (
    <table className="topic-table">
      <thead>
        <tr>
          <th scope="col">{say('topics.document')}</th>
          <th scope="col">{say('topics.threshold')}</th>
          <th scope="col">{say('topics.figure')}</th>
        </tr>
      </thead>
      <tbody>
        {topic.members.map((member) => (
          <TopicRow key={`${member.pack.id} ${member.clause.id}`} member={member} result={results?.find(({ policy, clause }) => policy === member.pack.id && clause === member.clause.id)} />
        ))}
      </tbody>
    </table>
  )
}

function TopicRow({ member: { pack, clause }, result }: { readonly member: TopicMember; readonly result: Result | undefined }) {
  const app = useApp()
  const { say, language } = useSay()
  return (
    <tr>
      <th scope="row">
        <span>{shortName(pack)}</span> <PackStatus pack={pack} />
        <span className="note">
          {clause.title[language]} {clause.id}
        </span>
        <span className={`note binding binding-${clause.binding}`}>{say(`clauses.binding.${clause.binding}`)}</span>
      </th>
      <td>
        <span className="figures">{thresholdInWords(language, clause)}</span>
        <span className="note">{`「${clause.quote}」`}</span>
      </td>
      <td>
        {result ? (
          <>
            <Verdict state={result.state} hollow={result.binding === 'aspirational'} />
            <button type="button" className="plain figures" onClick={() => (compareDocuments(app, null), chooseClause(app, result))}>
              {figureOf(result)}
            </button>
            {typeof result.figures.m2Per100Households === 'number' && <span className="note figures">{say('topics.allTogether', { value: formatMeasure(language, result.figures.m2Per100Households, 'm2 per 100 households') })}</span>}
          </>
        ) : (
          <button type="button" className="plain" onClick={() => void togglePack(app, pack.id)}>
            {say('topics.judge')}
          </button>
        )}
      </td>
    </tr>
  )

  function figureOf(judged: Result): string {
    const { value, unit, threshold } = clauseFigure(clause, judged)
    const halves = judged.numerator !== null && judged.denominator !== null ? ` ${say('clauses.halves', { numerator: formatNumber(judged.numerator), denominator: formatNumber(judged.denominator) })}` : ''
    return `${formatMeasure(language, value, unit, threshold?.value ?? null)}${halves}`
  }
}

/** The clauses of the chosen document with their verdicts. */
import { states } from '../indicators/result'
import { Mark } from '../map/mark'
import { signPicture } from '../map/picture'
import type { Pack } from '../policy/clause'
import { shippedPacks } from '../policy/shipped'
import { choosePack } from '../state/commands/choose-pack'
import { judgeStudy } from '../state/commands/judge-study'
import { filterClauses } from '../state/commands/filter-clauses'
import { verdictCounts } from '../indicators/clause-figure'
import { formatDate } from '../text/numbers'
import { ClauseCard } from './clause-card'
import { useApp, useAppState, useSay } from './use-app'

export function ClauseColumn() {
  const app = useApp()
  const { say } = useSay()
  const results = useAppState((state) => state.results)
  const policy = useAppState((state) => state.policy)
  const filter = useAppState((state) => state.clauseFilter)
  const pack = shippedPacks.find(({ id }) => id === policy)
  const counts = verdictCounts(results ?? [])
  const listed = results?.filter((result) => filter === null || result.state === filter)
  return (
    <div className="clause-column">
      <div className="clause-head">
        <div className="pack-row">
          <select value={policy} aria-label={say('clauses.pack')} onChange={(event) => void choosePack(app, event.currentTarget.value)}>
            {shippedPacks.map((choice) => (
              <option key={choice.id} value={choice.id}>
                {shortName(choice)}
                {choice.document.status === 'in-force' ? '' : ` · ${say(`clauses.status.${choice.document.status}`)}`}
              </option>
            ))}
          </select>
          {results && <span className="figures quiet">{say('clauses.count', { n: results.length })}</span>}
        </div>
        {pack && <PackNote pack={pack} />}
        <div className="verdict-counts" role="group" aria-label={say('table.verdict')}>
          {states.filter((state) => counts[state] > 0).map((state) => (
            <button key={state} type="button" className={`verdict verdict-${state}`} aria-pressed={filter === state} onClick={() => filterClauses(app, state)}>
              <Mark picture={signPicture(state, false)} px={14} />
              {say(`verdict.${state}`)} <span className="figures">{counts[state]}</span>
            </button>
          ))}
        </div>
      </div>
      <ol className="clause-list">
        {listed?.map((result) => (
          <ClauseCard key={result.clause} result={result} clause={pack?.clauses.find(({ id }) => id === result.clause)} />
        ))}
      </ol>
      {!results && <NotJudged />}
      {listed?.length === 0 && <p className="note padded">{say('clauses.none')}</p>}
    </div>
  )
}

/** After a failure the study is open and the clauses are not judged: one way to try again. */
function NotJudged() {
  const app = useApp()
  const { say } = useSay()
  const busy = useAppState((state) => state.work !== null)
  if (busy) return null
  return (
    <div className="padded">
      <p className="note">{say('clauses.notYet')}</p>
      <button type="button" onClick={() => void judgeStudy(app)}>
        {say('clauses.judge')}
      </button>
    </div>
  )
}

function PackNote({ pack: { document } }: { readonly pack: Pack }) {
  const { say, language } = useSay()
  return (
    <p className="note pack-note">
      {document.status !== 'in-force' && <span className={`badge badge-${document.status}`}>{say(`clauses.status.${document.status}`)}</span>}
      {`《${document.title}》`}
      {document.number ?? ''}
      {document.horizon ? ` · ${say('clauses.horizon', { date: formatDate(language, document.horizon) })}` : ''}
    </p>
  )
}

/** '曲靖市 2023'; a document without a date only has its place. */
const shortName = ({ document }: Pack): string => [document.place, document.date?.slice(0, 4)].filter(Boolean).join(' ')

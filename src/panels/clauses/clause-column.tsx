/** The clauses of the chosen documents with their verdicts, grouped as in the documents. */
import { useMemo } from 'react'
import { verdictCounts } from '../../indicators/clause-figure'
import { states } from '../../indicators/result'
import { Mark } from '../../map/mark'
import { signPicture } from '../../map/picture'
import { documentGroups, entriesOf, listedEntries, type DocumentGroup } from '../../state/clause-list'
import { filterClauses } from '../../state/commands/filter-clauses'
import { judgeStudy } from '../../state/commands/judge-study'
import { allPacks } from '../../state/packs'
import { clauseKey } from '../../state/state'
import { ClauseCard } from './clause-card'
import { ClauseFilters } from './clause-filters'
import { PackChooser } from '../packs/pack-chooser'
import { PackNote } from '../packs/pack-note'
import { useApp, useAppState, useSay } from '../use-app'

export function ClauseColumn() {
  const app = useApp()
  const { say } = useSay()
  const results = useAppState((state) => state.results)
  const ownPacks = useAppState((state) => state.ownPacks)
  const view = useAppState((state) => state.clauses)
  const lacking = useAppState((state) => state.lacking)
  const entries = useMemo(() => entriesOf(allPacks({ ownPacks }), results ?? []), [ownPacks, results])
  const listed = useMemo(() => listedEntries(entries, view, lacking), [entries, view, lacking])
  const groups = useMemo(() => documentGroups(listed), [listed])
  const counts = verdictCounts(results ?? [])
  return (
    <div className="clause-column">
      <div className="clause-head">
        <PackChooser />
        <div className="verdict-counts" role="group" aria-label={say('table.verdict')}>
          {states.filter((state) => counts[state] > 0).map((state) => (
            <button key={state} type="button" className={`verdict verdict-${state}`} aria-pressed={view.verdict === state} onClick={() => filterClauses(app, { verdict: state })}>
              <Mark picture={signPicture(state, false)} px={14} />
              {say(`verdict.${state}`)} <span className="figures">{counts[state]}</span>
            </button>
          ))}
        </div>
        <ClauseFilters listed={listed.length} all={entries.length} />
      </div>
      <div className="clause-list">
        {groups.map((group) => (
          <DocumentClauses key={group.pack.id} group={group} alone={groups.length === 1} />
        ))}
        {!results && <NotJudged />}
        {results && listed.length === 0 && <p className="note padded">{say('clauses.none')}</p>}
      </div>
    </div>
  )
}

function DocumentClauses({ group: { pack, articles }, alone }: { readonly group: DocumentGroup; readonly alone: boolean }) {
  return (
    <section className="document-clauses">
      <PackNote pack={pack} heading={!alone} />
      {articles.map(({ path, fresh, entries }) => (
        <section key={path.join(' / ')}>
          {fresh.length > 0 && (
            <h3 className="article">
              {fresh.map((part) => (
                <span key={part}>{part}</span>
              ))}
            </h3>
          )}
          <ol>
            {entries.map(({ clause, result }) => (
              <ClauseCard key={clauseKey(result)} result={result} clause={clause} />
            ))}
          </ol>
        </section>
      ))}
    </section>
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

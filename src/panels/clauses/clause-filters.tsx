/** Finding clauses: by words, and by what data they want for. */
import { useMemo } from 'react'
import { lackChoices } from '../../state/clause-list'
import { filterClauses } from '../../state/commands/filter-clauses'
import { lackName } from '../../state/lack-text'
import { useApp, useAppState, useSay } from '../use-app'

export function ClauseFilters({ listed, all }: { readonly listed: number; readonly all: number }) {
  const app = useApp()
  const { say, language } = useSay()
  const view = useAppState((state) => state.clauses)
  const lacking = useAppState((state) => state.lacking)
  const choices = useMemo(() => lackChoices(lacking), [lacking])
  return (
    <div className="clause-filters">
      <input type="search" value={view.find} placeholder={say('clauses.findHint')} aria-label={say('clauses.find')} onChange={(event) => filterClauses(app, { find: event.currentTarget.value })} />
      {choices.length > 0 && (
        <select value={view.lacking ?? ''} aria-label={say('clauses.lacking')} onChange={(event) => filterClauses(app, { lacking: event.currentTarget.value || null })}>
          <option value="">{say('clauses.everyLack')}</option>
          {choices.map(({ key, lack, clauses }) => (
            <option key={key} value={key}>
              {say('clauses.lackChoice', { name: lackName(language, lack), n: clauses })}
            </option>
          ))}
        </select>
      )}
      {listed < all && (
        <p className="note figures" role="status">
          {say('clauses.listed', { n: listed, all })}{' '}
          <button type="button" className="plain" onClick={() => filterClauses(app, { verdict: null, lacking: null, find: '' })}>
            {say('clauses.showAll')}
          </button>
        </p>
      )}
    </div>
  )
}

/** Name and data date where the files do not say, and whether loose ledgers join the present study. */
import { importOnto, nameImport } from '../../state/commands/change-import'
import type { ReadAnswer } from '../../compute/calls'
import type { ImportDraft } from '../../state/state'
import { formatDate } from '../../text/numbers'
import { useApp, useAppState, useSay } from '../use-app'

export function ImportSettings({ draft, read }: { readonly draft: ImportDraft; readonly read: ReadAnswer }) {
  const app = useApp()
  const { say, language } = useSay()
  const study = useAppState((state) => state.study)
  const sample = useAppState((state) => state.sample)
  const mayJoin = study !== null && !sample && (draft.onto === 'current' || !read.hasSettings)
  const asks = draft.onto === 'new' && (!read.hasSettings || read.asOf === null)
  return (
    <section className="import-settings">
      {mayJoin && (
        <fieldset>
          <legend>{say('import.onto')}</legend>
          <label className="check">
            <input type="radio" name="onto" checked={draft.onto === 'current'} onChange={() => void importOnto(app, 'current')} />
            {say('import.onto.current', { name: study.name })}
          </label>
          <label className="check">
            <input type="radio" name="onto" checked={draft.onto === 'new'} onChange={() => void importOnto(app, 'new')} />
            {say('import.onto.new')}
          </label>
        </fieldset>
      )}
      {asks ? (
        <div className="fields">
          <label>
            {say('import.name')}
            <input type="text" defaultValue={draft.given.name ?? read.name} onBlur={(event) => void nameImport(app, { name: event.currentTarget.value.trim() })} />
          </label>
          <label>
            {say('import.asOf')}
            <input type="date" defaultValue={draft.given.asOf ?? read.asOf ?? ''} required onChange={(event) => event.currentTarget.value !== '' && void nameImport(app, { asOf: event.currentTarget.value })} />
          </label>
        </div>
      ) : (
        // Next month's ledger has a day of its own: every deadline is compared with it.
        draft.onto === 'current' && study ? (
          <div className="fields">
            <label>
              {say('import.asOf')}
              <input type="date" defaultValue={draft.given.asOf ?? study.asOf} required onChange={(event) => event.currentTarget.value !== '' && void nameImport(app, { asOf: event.currentTarget.value })} />
            </label>
          </div>
        ) : (
          <p>
            <strong>{read.name}</strong> {read.asOf && say('bar.asOf', { date: formatDate(language, read.asOf) })}
          </p>
        )
      )}
    </section>
  )
}

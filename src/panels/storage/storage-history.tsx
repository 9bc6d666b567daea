/** Earlier states of the study that is open, the latest first. */
import { goBackTo } from '../../state/commands/show-keeping'
import { useApp, useAppState } from '../use-app'
import { timeWords, useKeeping, useSayStorage } from './use-storage'

export function StorageHistory() {
  const app = useApp()
  const sayStorage = useSayStorage()
  const language = useAppState((state) => state.language)
  const shown = useKeeping((keeping) => keeping.shown)
  const history = shown?.history ?? []
  return (
    <section>
      <h3>{sayStorage('history.title')}</h3>
      <p className="note">{sayStorage(history.length === 0 ? 'history.none' : 'history.hint')}</p>
      <ol className="storage-list">
        {history.map((entry) => (
          <li key={`${entry.savedAt} ${entry.revision}`}>
            <span className="grow">
              {timeWords(language, entry.savedAt)}
              <span className="note"> {sayStorage('history.entry', { plans: entry.plans, edits: entry.edits })}</span>
            </span>
            <button type="button" onClick={() => void goBackTo(app, entry.session)}>
              {sayStorage('history.go')}
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}

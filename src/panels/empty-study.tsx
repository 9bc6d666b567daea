/** Nothing open yet: the sample, the picker, the drop. */
import { openSample } from '../state/commands/open-sample'
import { ImportButtons } from './import/import-buttons'
import { useApp, useAppState, useSay } from './use-app'

export function EmptyStudy() {
  const app = useApp()
  const { say } = useSay()
  const busy = useAppState((state) => state.work !== null)
  if (busy) return <section className="empty-study" aria-busy="true" />
  return (
    <section className="empty-study">
      <h2>{say('empty.title')}</h2>
      <p>{say('product.promise')}</p>
      <p>{say('empty.lead')}</p>
      <p className="note">{say('import.dropHint')}</p>
      <div className="actions">
        <button type="button" className="primary" onClick={() => void openSample(app)}>
          {say('empty.sample')}
        </button>
        <ImportButtons />
      </div>
      <p className="note">{say('empty.need')}</p>
    </section>
  )
}

/** The file on the disk that follows the study. */
import { linkFile, unlinkFile, writeLinkedNow } from '../../state/commands/link-file'
import { useApp, useAppState } from '../use-app'
import { timeWords, useKeeping, useSayStorage } from './use-storage'

export function StorageLink() {
  const app = useApp()
  const sayStorage = useSayStorage()
  const language = useAppState((state) => state.language)
  const link = useKeeping((keeping) => keeping.link)
  return (
    <section>
      <h3>{sayStorage('link.title')}</h3>
      {!app.keeper?.canPickFile && <p className="note">{sayStorage('link.cannot')}</p>}
      {app.keeper?.canPickFile && !link && (
        <button type="button" onClick={() => void linkFile(app)}>
          {sayStorage('link.pick')}
        </button>
      )}
      {link && (
        <>
          <p className={link.state === 'written' || link.state === 'waits' ? undefined : 'wrong'}>{sayStorage(`link.${link.state}`, { name: link.file.name, time: timeWords(language, link.at) })}</p>
          <div className="actions">
            {link.state === 'changed' ? (
              <button type="button" onClick={() => void writeLinkedNow(app, true)}>
                {sayStorage('link.anyway')}
              </button>
            ) : (
              link.state !== 'written' && (
                <button type="button" onClick={() => void writeLinkedNow(app)}>
                  {sayStorage('link.again')}
                </button>
              )
            )}
            <button type="button" onClick={() => unlinkFile(app)}>
              {sayStorage('link.stop')}
            </button>
          </div>
        </>
      )}
    </section>
  )
}

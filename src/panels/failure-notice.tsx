/** What happened, what is safe, what to do. */
import { dismissFailure } from '../state/commands/dismiss-failure'
import { openSample } from '../state/commands/open-sample'
import { useApp, useAppState, useSay } from './use-app'
import { useSayStorage } from './storage/use-storage'

export function FailureNotice() {
  const app = useApp()
  const { say } = useSay()
  const sayStorage = useSayStorage()
  const failure = useAppState((state) => state.failure)
  const hasStudy = useAppState((state) => state.study !== null)
  if (!failure || failure.code === 'cancelled') return null
  return (
    <div className="failure-notice" role="alert">
      <h2>{say('failed.title')}</h2>
      <p>{say(`failure.${failure.code}`, { detail: failure.detail ?? '' })}</p>
      {(failure.code === 'worker-died' || failure.code === 'worker-hung') && failure.detail && <p>{sayStorage('worker.file', { file: failure.detail })}</p>}
      <p>{say(hasStudy ? 'failed.safe' : 'failed.nothing')}</p>
      <div className="actions">
        {!hasStudy && failure.code !== 'study-unusable' && (
          <button type="button" onClick={() => void openSample(app)}>
            {say('failed.again')}
          </button>
        )}
        <button type="button" onClick={() => dismissFailure(app)}>
          {say('failed.close')}
        </button>
      </div>
    </div>
  )
}

/** What is being done and how far, with a way to stop it. */
import { cancelWork } from '../state/commands/cancel-work'
import { formatNumber } from '../text/numbers'
import { useApp, useAppState, useSay } from './use-app'

export function WorkNotice() {
  const app = useApp()
  const { say } = useSay()
  const work = useAppState((state) => state.work)
  if (!work) return null
  const { step, done, of, file } = work.progress
  return (
    <div className="work-notice" role="status">
      <p>
        {say(`work.${step}`)}
        {file ? ` ${file}` : ''}
        {done !== null && of !== null && of > 0 && <span className="figures"> {say('work.howFar', { done: formatNumber(done), all: formatNumber(of) })}</span>}
      </p>
      {done !== null && of !== null && of > 0 ? <progress value={done} max={of} /> : <progress />}
      <button type="button" onClick={() => cancelWork(app)}>
        {say('work.cancel')}
      </button>
    </div>
  )
}

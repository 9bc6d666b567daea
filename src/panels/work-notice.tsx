/** What is being done and how far, with a way to stop it; and after a long silence a way to stop even what does not hear. */
import type { Progress } from '../compute/calls'
import { cancelWork, stopHung } from '../state/commands/cancel-work'
import { formatNumber } from '../text/numbers'
import { useApp, useAppState, useSay } from './use-app'

export function WorkNotice() {
  const app = useApp()
  const { say } = useSay()
  const work = useAppState((state) => state.work)
  const quiet = useAppState((state) => state.quiet)
  if (!work && !quiet) return null
  return (
    <div className="work-notice" role="status">
      {work && <HowFar {...work.progress} />}
      {quiet ? (
        <>
          <p className="work-quiet">{say(quiet.file === null ? 'work.quiet' : 'work.quietFile', { file: quiet.file ?? '' })}</p>
          <button type="button" onClick={() => stopHung(app)}>
            {say('work.stop')}
          </button>
        </>
      ) : (
        <button type="button" onClick={() => cancelWork(app)}>
          {say('work.cancel')}
        </button>
      )}
    </div>
  )
}

function HowFar({ step, done, of, file }: Progress) {
  const { say } = useSay()
  return (
    <>
      <p>
        {say(`work.${step}`)}
        {file ? ` ${file}` : ''}
        {done !== null && of !== null && of > 0 && <span className="figures"> {say('work.howFar', { done: formatNumber(done), all: formatNumber(of) })}</span>}
      </p>
      {done !== null && of !== null && of > 0 ? <progress value={done} max={of} /> : <progress />}
    </>
  )
}

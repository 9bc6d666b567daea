/** What a command of the workshop has to say, with 撤销 where something can be put back. */
import { useEffect } from 'react'
import { dismissNotice, restorePlans } from '../../state/commands/change-plans'
import { problemWords } from '../../text/problems'
import { fill } from '../../text/say'
import { useApp, useAppState } from '../use-app'
import { useSayPlan, useWorkshop } from '../use-plans'

export function PlanNotice() {
  const app = useApp()
  const sayPlan = useSayPlan()
  const language = useAppState((state) => state.language)
  const notice = useWorkshop(({ notice }) => notice)
  useEffect(() => {
    if (!notice || notice.restore) return
    // Long enough to be read twice; what can be put back stays until somebody says so.
    const timer = setTimeout(() => dismissNotice(app), readingMs)
    return () => clearTimeout(timer)
  }, [app, notice])
  if (!notice) return null
  return (
    <div className="notice-card plan-notice" role="status">
      <div>
        <p>{sayPlan(notice.word, notice.values)}</p>
        {notice.problems?.map((problem, at) => (
          <p key={at} className="note">
            {fill(problemWords[problem.code][language], { detail: problem.detail ?? '' })}
          </p>
        ))}
      </div>
      {notice.restore && (
        <button type="button" className="primary" onClick={() => void restorePlans(app)}>
          {sayPlan('notice.undo')}
        </button>
      )}
      <button type="button" onClick={() => dismissNotice(app)}>
        {sayPlan('notice.close')}
      </button>
    </div>
  )
}

const readingMs = 10_000

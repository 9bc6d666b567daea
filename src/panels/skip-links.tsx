/** For the keyboard: past forty clauses to the tables in one step. Seen only while one of them has the focus. */
import { useSay } from './use-app'

/** Elements that can be jumped to, by id. */
export const jumpTargets = { clauses: 'clauses', tables: 'tables' } as const
export type JumpTarget = keyof typeof jumpTargets

/** show: brings the part onto the screen where it lies behind another. */
export function SkipLinks({ show }: { readonly show: (target: JumpTarget) => void }) {
  const { say } = useSay()
  const jump = (target: JumpTarget): void => {
    show(target)
    // After the part is drawn.
    requestAnimationFrame(() => document.getElementById(jumpTargets[target])?.focus())
  }
  return (
    <nav className="skip-links" aria-label={say('skip.label')}>
      <button type="button" onClick={() => jump('clauses')}>
        {say('skip.clauses')}
      </button>
      <button type="button" onClick={() => jump('tables')}>
        {say('skip.tables')}
      </button>
    </nav>
  )
}

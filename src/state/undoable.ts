/** What Ctrl+Z would take back and Ctrl+Y would do again, for the buttons that do the same. */
import { redo, undo } from '../scenario/scenario'
import { sayPlan } from '../text/plans'
import { editWords } from './edit-words'
import type { State } from './state'
import { planShown } from './workshop'

type Asked = Pick<State, 'workshop' | 'rectify' | 'study' | 'language'>

/** In words: a plan that was deleted, the last edit of the plan that is shown, on the base the last entry of the office's record. null: nothing. */
export function undoable(state: Asked): string | null {
  const { workshop, rectify, study, language } = state
  const { notice } = workshop
  if (notice?.restore) return sayPlan(language, 'undo.deleted', { name: String(notice.values?.name ?? '') })
  const plan = planShown(workshop)
  if (!plan) return rectify.book.done > 0 ? sayPlan(language, 'undo.record') : null
  if (undo(plan) === plan || !study) return null
  return sayPlan(language, 'undo.edit', { edit: editWords(language, study, plan.edits[plan.done - 1]!) })
}

export function redoable({ workshop, rectify, study, language }: Asked): string | null {
  const plan = planShown(workshop)
  if (!plan) return rectify.book.done < rectify.book.strokes.length ? sayPlan(language, 'redo.record') : null
  if (redo(plan) === plan || !study) return null
  return sayPlan(language, 'redo.edit', { edit: editWords(language, study, plan.edits[plan.done]!) })
}

/** An edit that was typed in a table. What is refused is said at the cell. */
import type { EditDraft } from '../../scenario/edit'
import { sayPlan } from '../../text/plans'
import { problemWords } from '../../text/problems'
import { fill } from '../../text/say'
import type { App } from '../app'
import { setWorkshop } from '../workshop'
import { performEdit } from './perform-edit'

/** null: done; else why nothing changed, in words. */
export async function typeCell(app: App, draft: EditDraft): Promise<string | null> {
  if (await performEdit(app, draft)) return null
  const { workshop, language } = app.store.getState()
  const { refused } = workshop
  if (!refused) return sayPlan(language, 'notice.unchanged')
  // It is said where it was typed, once.
  setWorkshop(app, { refused: null, notice: null })
  const words = refused.problems.map(({ code, detail }) => fill(problemWords[code][language], { detail: detail ?? '' }))
  return [sayPlan(language, refused.word, refused.values), ...words].join(language === 'zh' ? '；' : '; ')
}

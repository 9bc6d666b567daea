/** Which units and compounds a facility serves: the whole list; null: unsaid. */
import { problem } from '../../problem'
import { left } from '../change'
import type { EditKind, EditOf } from '../edit-kind'
import { changeFacility, targetsOf } from '../facility-change'
import { listOf, orNull, text } from '../shape'

export type Serve = EditOf<'serve'> & { readonly facility: string; readonly serves: readonly string[] | null }

export const serve: EditKind<Serve> = {
  type: 'serve',
  fields: { facility: text, serves: orNull(listOf(text)) },
  apply(study, { facility, serves }) {
    const { known, unknown } = targetsOf(study, serves)
    if (known === null && serves !== null) return left(study, 'edit-target-missing', unknown.join('、'))
    const outcome = changeFacility(study, facility, (before) => ({ ...before, serves: known }))
    return unknown.length === 0 ? outcome : { ...outcome, problems: [...outcome.problems, problem('edit-target-missing', 'warning', {}, unknown.join('、'))] }
  },
}

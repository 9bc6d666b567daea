/** A facility that is closed, being built or planned operates. */
import type { EditKind, EditOf } from '../edit-kind'
import { changeFacility } from '../facility-change'
import { text } from '../shape'

export type ReopenFacility = EditOf<'reopen-facility'> & { readonly facility: string }

export const reopenFacility: EditKind<ReopenFacility> = {
  type: 'reopen-facility',
  fields: { facility: text },
  apply: (study, edit) => changeFacility(study, edit.facility, (before) => ({ ...before, stage: 'operating' })),
}

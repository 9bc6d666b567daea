/** A facility stops. Its record stays, so that it can be opened again. */
import type { EditKind, EditOf } from '../edit-kind'
import { changeFacility } from '../facility-change'
import { text } from '../shape'

export type CloseFacility = EditOf<'close-facility'> & { readonly facility: string }

export const closeFacility: EditKind<CloseFacility> = {
  type: 'close-facility',
  fields: { facility: text },
  apply: (study, edit) => changeFacility(study, edit.facility, (before) => ({ ...before, stage: 'closed' })),
}

/** A piece of street is closed to walkers: the piece nearest to the place, of one line where its id is given. */
import type { LngLat } from '../../tables/ledger'
import { edited } from '../change'
import type { EditKind, EditOf } from '../edit-kind'
import { newId } from '../facility-change'
import { optional, orNull, place, text } from '../shape'

export type CloseStreet = EditOf<'close-street'> & { readonly at: LngLat; readonly line?: string | null }

export const closeStreet: EditKind<CloseStreet> = {
  type: 'close-street',
  fields: { at: place, line: optional(orNull(text)) },
  apply: (study, edit) => ({ study: edited(study, { streetChanges: [...(study.streetChanges ?? []), { id: newId(edit), change: 'closed', at: edit.at, line: edit.line ?? null }] }), problems: [] }),
}

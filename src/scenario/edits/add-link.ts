/** A new way to walk: a bridge, a passage, a footpath. lengthM absent or null: as long as it is drawn. */
import type { LngLat } from '../../tables/ledger'
import { edited } from '../change'
import type { EditKind, EditOf } from '../edit-kind'
import { newId } from '../facility-change'
import { amount, listOf, optional, orNull, place, type Guard } from '../shape'

export type AddLink = EditOf<'add-link'> & { readonly line: readonly LngLat[]; readonly lengthM?: number | null }

const points = listOf(place)
const line: Guard<readonly LngLat[]> = (value): value is readonly LngLat[] => points(value) && value.length >= 2

export const addLink: EditKind<AddLink> = {
  type: 'add-link',
  fields: { line, lengthM: optional(orNull(amount)) },
  apply: (study, edit) => ({ study: edited(study, { streetChanges: [...(study.streetChanges ?? []), { id: newId(edit), change: 'link', line: edit.line, lengthM: edit.lengthM ?? null }] }), problems: [] }),
}

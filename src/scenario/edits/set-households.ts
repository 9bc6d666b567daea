/** Households of a compound, a unit or a people point grow or shrink. A key that is absent stays as it was. */
import { setCounts } from '../counts'
import type { EditKind, EditOf } from '../edit-kind'
import { amount, optional, orNull, reference } from '../shape'

export type SetHouseholds = EditOf<'set-households'> & {
  readonly of: { readonly kind: 'compound' | 'area' | 'people'; readonly id: string }
  /** Of a compound: the planned ones. */
  readonly households?: number | null
  readonly householdsBuilt?: number | null
  readonly householdsOccupied?: number | null
  readonly householdsRegistered?: number | null
}

export const setHouseholds: EditKind<SetHouseholds> = {
  type: 'set-households',
  fields: { of: reference('compound', 'area', 'people'), households: optional(orNull(amount)), householdsBuilt: optional(orNull(amount)), householdsOccupied: optional(orNull(amount)), householdsRegistered: optional(orNull(amount)) },
  apply: (study, { of, households, householdsBuilt, householdsOccupied, householdsRegistered }) => setCounts(study, of, { households, householdsBuilt, householdsOccupied, householdsRegistered }),
}

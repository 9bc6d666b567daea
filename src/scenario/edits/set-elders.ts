/** The people of a compound, a unit or a people point grow or shrink. A key that is absent stays as it was. */
import { setCounts } from '../counts'
import type { EditKind, EditOf } from '../edit-kind'
import { amount, optional, orNull, reference } from '../shape'

export type SetElders = EditOf<'set-elders'> & {
  readonly of: { readonly kind: 'compound' | 'area' | 'people'; readonly id: string }
  readonly elders60?: number | null
  readonly elders65?: number | null
  readonly elders80?: number | null
  readonly residents?: number | null
}

export const setElders: EditKind<SetElders> = {
  type: 'set-elders',
  fields: { of: reference('compound', 'area', 'people'), elders60: optional(orNull(amount)), elders65: optional(orNull(amount)), elders80: optional(orNull(amount)), residents: optional(orNull(amount)) },
  apply: (study, { of, elders60, elders65, elders80, residents }) => setCounts(study, of, { elders60, elders65, elders80, residents }),
}

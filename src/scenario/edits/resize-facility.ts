/** A facility grows or shrinks. A key that is absent stays as it was; null: nobody knows any more. */
import type { EditKind, EditOf } from '../edit-kind'
import { changeFacility } from '../facility-change'
import { amount, optional, orNull, text } from '../shape'

export type ResizeFacility = EditOf<'resize-facility'> & {
  readonly facility: string
  readonly floorAreaM2?: number | null
  readonly landAreaM2?: number | null
  readonly beds?: number | null
  readonly nursingBeds?: number | null
}

export const resizeFacility: EditKind<ResizeFacility> = {
  type: 'resize-facility',
  fields: { facility: text, floorAreaM2: optional(orNull(amount)), landAreaM2: optional(orNull(amount)), beds: optional(orNull(amount)), nursingBeds: optional(orNull(amount)) },
  apply: (study, { facility, floorAreaM2, landAreaM2, beds, nursingBeds }) =>
    changeFacility(study, facility, (before) => ({
      ...before,
      ...(floorAreaM2 === undefined ? {} : { floorAreaM2 }),
      ...(landAreaM2 === undefined ? {} : { landAreaM2 }),
      ...(beds === undefined ? {} : { beds }),
      ...(nursingBeds === undefined ? {} : { nursingBeds }),
    })),
}

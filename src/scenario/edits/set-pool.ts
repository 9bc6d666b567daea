/** A compound joins another pooled group (整合配建), or none. */
import { edited, left, positionOf, replaced } from '../change'
import type { EditKind, EditOf } from '../edit-kind'
import { orNull, text } from '../shape'

export type SetPool = EditOf<'set-pool'> & { readonly compound: string; readonly pool: string | null }

export const setPool: EditKind<SetPool> = {
  type: 'set-pool',
  fields: { compound: text, pool: orNull(text) },
  apply(study, { compound: id, pool }) {
    const at = positionOf(study, 'compounds', id)
    const compound = study.compounds[at]
    if (!compound) return left(study, 'edit-target-missing', id)
    if (compound.pool === pool) return left(study, 'edit-without-effect', compound.name, 'info')
    return { study: edited(study, { compounds: replaced(study.compounds, at, { ...compound, pool }) }), problems: [] }
  },
}

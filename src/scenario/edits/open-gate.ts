/** A gate is opened in the wall of a compound. */
import type { LngLat } from '../../tables/ledger'
import { edited, left, positionOf, replaced } from '../change'
import type { EditKind, EditOf } from '../edit-kind'
import { place, text } from '../shape'

export type OpenGate = EditOf<'open-gate'> & { readonly compound: string; readonly at: LngLat }

export const openGate: EditKind<OpenGate> = {
  type: 'open-gate',
  fields: { compound: text, at: place },
  apply(study, { compound: id, at: gate }) {
    const at = positionOf(study, 'compounds', id)
    const compound = study.compounds[at]
    if (!compound) return left(study, 'edit-target-missing', id)
    if (compound.gates.some(([lng, lat]) => lng === gate[0] && lat === gate[1])) return left(study, 'edit-without-effect', compound.name, 'info')
    return { study: edited(study, { compounds: replaced(study.compounds, at, { ...compound, gates: [...compound.gates, gate] }) }), problems: [] }
  },
}

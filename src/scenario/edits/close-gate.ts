/** A gate of a compound is closed. The last one cannot be: without any gate the compound would count as open on all sides. */
import { metresBetween } from '../../geo/ruler'
import type { LngLat } from '../../tables/ledger'
import { edited, left, positionOf, replaced } from '../change'
import type { EditKind, EditOf } from '../edit-kind'
import { place, text } from '../shape'

export type CloseGate = EditOf<'close-gate'> & { readonly compound: string; readonly at: LngLat }

/** The place points at a gate, it need not be its very digits: metres. */
const near = 10

export const closeGate: EditKind<CloseGate> = {
  type: 'close-gate',
  fields: { compound: text, at: place },
  apply(study, { compound: id, at: [lng, lat] }) {
    const at = positionOf(study, 'compounds', id)
    const compound = study.compounds[at]
    if (!compound) return left(study, 'edit-target-missing', id)
    const metres = compound.gates.map((gate) => metresBetween(lng, lat, gate[0], gate[1]))
    const nearest = metres.indexOf(Math.min(...metres))
    if (nearest === -1 || metres[nearest]! > near) return left(study, 'edit-target-missing', `${compound.name} ${lng},${lat}`)
    if (compound.gates.length === 1) return left(study, 'edit-impossible', compound.name)
    return { study: edited(study, { compounds: replaced(study.compounds, at, { ...compound, gates: compound.gates.filter((_, gate) => gate !== nearest) }) }), problems: [] }
  },
}

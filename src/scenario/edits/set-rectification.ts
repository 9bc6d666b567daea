/** How far the mending of a unit's shortfall has come. Of a compound, the ledger's own 完成情况 and 已配面积 follow. */
import type { Compound, Rectification, Study } from '../../model/study'
import { edited, left, positionOf, replaced, saysTheSame } from '../change'
import type { EditKind, EditOf } from '../edit-kind'
import { amount, day, oneOf, optional, orNull, reference, text } from '../shape'

export type SetRectification = EditOf<'set-rectification'> & {
  readonly of: { readonly kind: 'area' | 'compound'; readonly id: string }
  /** Absent or null: whatever clause the unit falls short of. */
  readonly clause?: string | null
  readonly status: Rectification['status']
  readonly note?: string | null
  /** The day of the document that proves it. */
  readonly evidence?: string | null
  /** Care area found after the work, m²; it takes the place of what the compound stated. Absent: the statement stays. */
  readonly areaM2?: number | null
}

export const setRectification: EditKind<SetRectification> = {
  type: 'set-rectification',
  fields: { of: reference('area', 'compound'), clause: optional(orNull(text)), status: oneOf(['open', 'started', 'done']), note: optional(orNull(text)), evidence: optional(orNull(day)), areaM2: optional(orNull(amount)) },
  apply(study, edit) {
    const at = positionOf(study, edit.of.kind === 'area' ? 'areas' : 'compounds', edit.of.id)
    if (at === -1) return left(study, 'edit-target-missing', edit.of.id)
    const record: Rectification = { of: edit.of, clause: edit.clause ?? null, status: edit.status, note: edit.note ?? null, evidence: edit.evidence ?? null, areaM2: edit.areaM2 ?? null }
    const known = study.rectifications ?? []
    const same = known.find((each) => isSame(each, record))
    if (same && saysTheSame(same, record)) return left(study, 'edit-without-effect', edit.of.id, 'info')
    const rectifications = [...known.filter((each) => each !== same), record]
    return { study: edited(study, edit.of.kind === 'area' ? { rectifications } : { rectifications, compounds: withProgress(study, at, record) }), problems: [] }
  },
}

function withProgress(study: Study, at: number, { status, evidence, areaM2 }: Rectification): Study['compounds'] {
  const compound = study.compounds[at]!
  const after: Compound = { ...compound, done: status === 'done' ? (evidence ?? true) : false, careAreaM2: areaM2 ?? compound.careAreaM2 }
  return saysTheSame(compound, after) ? study.compounds : replaced(study.compounds, at, after)
}

const isSame = (a: Rectification, b: Rectification): boolean => a.of.kind === b.of.kind && a.of.id === b.of.id && a.clause === b.clause

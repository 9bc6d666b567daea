/**
 * How far the mending of a unit's shortfall has come. Without a clause it is about the unit's care area: of a compound the ledger's own
 * 完成情况 and 已配面积 follow. With one it is about that clause alone (a step of 四同步), and the ledger stays as it is.
 */
import type { Problem } from '../../problem'
import type { Compound, Rectification, Study } from '../../model/study'
import { edited, left, positionOf, saysTheSame } from '../change'
import type { EditKind, EditOf, Outcome } from '../edit-kind'
import { amount, day, oneOf, optional, orNull, reference, text } from '../shape'

export type SetRectification = EditOf<'set-rectification'> & {
  readonly of: { readonly kind: 'area' | 'compound'; readonly id: string }
  /** Absent or null: the unit's care area, whatever clause asks for it. */
  readonly clause?: string | null
  readonly status: Rectification['status']
  readonly note?: string | null
  /** The day of the document that proves it. */
  readonly evidence?: string | null
  /** Care area found after the work, m²; it takes the place of what the compound stated. Absent: the statement stays. */
  readonly areaM2?: number | null
  /** The unit's name when this was written: by it the next ledger is matched where ids are given anew. */
  readonly name?: string
}

export const setRectification: EditKind<SetRectification> = {
  type: 'set-rectification',
  fields: { of: reference('area', 'compound'), clause: optional(orNull(text)), status: oneOf(['open', 'started', 'done']), note: optional(orNull(text)), evidence: optional(orNull(day)), areaM2: optional(orNull(amount)), name: optional(text) },
  apply: (study, edit) => setRectifications(study, [edit]),
}

/** Many at once, in order: the lists are copied once, so that a year of typing costs what one edit costs. */
export function setRectifications(study: Study, edits: readonly Omit<SetRectification, 'id' | 'type'>[]): Outcome {
  const problems: Problem[] = []
  const records = new Map((study.rectifications ?? []).map((record) => [keyOf(record), record]))
  let compounds: Compound[] | null = null
  let changed = false
  for (const edit of edits) {
    const at = positionOf(study, edit.of.kind === 'area' ? 'areas' : 'compounds', edit.of.id)
    if (at === -1) {
      problems.push(...left(study, 'edit-target-missing', edit.of.id).problems)
      continue
    }
    const record: Rectification = { of: edit.of, clause: edit.clause ?? null, status: edit.status, note: edit.note ?? null, evidence: edit.evidence ?? null, areaM2: edit.areaM2 ?? null }
    const key = keyOf(record)
    const same = records.get(key)
    if (same && saysTheSame(same, record)) {
      problems.push(...left(study, 'edit-without-effect', edit.of.id, 'info').problems)
      continue
    }
    changed = true
    // The latest stands last.
    records.delete(key)
    records.set(key, record)
    if (record.of.kind === 'area' || record.clause !== null) continue
    const before = (compounds ?? study.compounds)[at]!
    const after = withProgress(before, record)
    if (saysTheSame(before, after)) continue
    compounds ??= study.compounds.slice()
    compounds[at] = after
  }
  return { study: changed ? edited(study, { rectifications: [...records.values()], ...(compounds ? { compounds } : {}) }) : study, problems }
}

/** Work that is under way says nothing of 完成情况 where nothing was said, and takes back what was. */
function withProgress(compound: Compound, { status, evidence, areaM2 }: Rectification): Compound {
  const done = status === 'done' ? (evidence ?? true) : compound.done === null ? null : false
  return { ...compound, done, careAreaM2: areaM2 ?? compound.careAreaM2 }
}

const keyOf = ({ of, clause }: Rectification): string => JSON.stringify([of.kind, of.id, clause])

/** An edit of any kind: read from a saved file, applied to a study. */
import { problem, type Place, type Problem } from '../problem'
import type { Study } from '../model/study'
import type { EditKind, Outcome } from './edit-kind'
import { editKinds, type Edit } from './edits'
import { isRecord } from './shape'

export type { Edit } from './edits'

type WithoutId<E> = E extends Edit ? Omit<E, 'id'> : never
/** An edit that has not been performed yet: the scenario gives it its id. */
export type EditDraft = WithoutId<Edit>

/** What a saved file holds and this version cannot use: kept so that a save does not lose it, never applied. */
export type KeptEdit = { readonly id: string; readonly type: 'kept'; readonly raw: unknown }
export type ScenarioEdit = Edit | KeptEdit

/** The study with the edit in it; the same object, and a problem that says why, where it changes nothing. */
export function applyEdit(study: Study, edit: ScenarioEdit): Outcome {
  return edit.type === 'kept' ? { study, problems: [] } : kindOf(edit.type).apply(study, edit)
}

/** An edit as a file states it; one that does not fit is kept and said. */
export function readEdit(raw: unknown, at: Place, fallbackId: string): { edit: ScenarioEdit; problems: readonly Problem[] } {
  const id = isRecord(raw) && typeof raw.id === 'string' && raw.id !== '' ? raw.id : fallbackId
  const kept: KeptEdit = { id, type: 'kept', raw }
  if (!isRecord(raw) || typeof raw.type !== 'string') return { edit: kept, problems: [problem('edit-unreadable', 'warning', at, JSON.stringify(raw).slice(0, 80))] }
  if (!isEditType(raw.type)) return { edit: kept, problems: [problem('edit-kind-unknown', 'warning', at, raw.type)] }
  const wrong = wrongKeys(raw.type, raw)
  if (wrong.length > 0) return { edit: kept, problems: [problem('edit-unreadable', 'warning', at, `${raw.type}: ${wrong.join(', ')}`)] }
  // Every key was guarded just now; keys that this version does not know ride along.
  return { edit: { ...raw, id } as Edit, problems: [] }
}

/** The keys whose values do not fit the kind. */
export function wrongKeys(type: Edit['type'], edit: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(kindOf(type).fields as Readonly<Record<string, (value: unknown) => boolean>>).flatMap(([key, fits]) => (fits(Object.hasOwn(edit, key) ? edit[key] : undefined) ? [] : [key]))
}

// The record is keyed by type, so the kind found is the edit's own.
const kindOf = (type: Edit['type']): EditKind<Edit> => editKinds[type] as EditKind<Edit>

const isEditType = (type: string): type is Edit['type'] => Object.hasOwn(editKinds, type)

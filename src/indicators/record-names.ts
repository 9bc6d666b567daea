/** Every record of the study by id: what it is and what it is called. */
import type { Study } from '../model/study'

export type NamedRecord = { readonly kind: 'area' | 'compound' | 'facility' | 'plot'; readonly name: string }

const known = new WeakMap<Study, ReadonlyMap<string, NamedRecord>>()

/** Ids of different kinds may meet; the facility is meant where they do, for results name facilities most. */
export function recordNames(study: Study): ReadonlyMap<string, NamedRecord> {
  const found = known.get(study)
  if (found) return found
  const names = new Map<string, NamedRecord>()
  for (const { id, name } of study.plots) names.set(id, { kind: 'plot', name })
  for (const { id, name } of study.compounds) names.set(id, { kind: 'compound', name })
  for (const { id, name } of study.areas) names.set(id, { kind: 'area', name })
  for (const { id, name } of study.facilities) names.set(id, { kind: 'facility', name })
  known.set(study, names)
  return names
}

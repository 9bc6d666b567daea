/** Who belongs to the record that is selected: whom a facility serves, who shares a compound's pool; and finding one of them by a typed name. */
import type { Compound, Study } from '../model/study'
import type { Language } from '../text/say'
import { levelName } from '../text/keys'
import type { Selection } from './state'

/** Ringed on the map. */
export function membersOf(study: Study, selection: Selection | null): readonly Selection[] {
  if (selection?.kind === 'facility') return (study.facilities.find(({ id }) => id === selection.id)?.serves ?? []).flatMap((id) => memberNamed(study, id) ?? [])
  const pool = selection?.kind === 'compound' ? study.compounds.find(({ id }) => id === selection.id)?.pool : null
  return pool == null ? [] : poolOf(study, pool).map(({ id }) => ({ kind: 'compound', id }))
}

export const poolOf = (study: Study, pool: string): readonly Compound[] => study.compounds.filter((compound) => compound.pool === pool)

/** Households and care area of a pool; null where a member does not say. */
export function poolSums(members: readonly Compound[]): { readonly households: number | null; readonly careAreaM2: number | null } {
  const sum = (key: 'households' | 'careAreaM2'): number | null => members.reduce<number | null>((total, member) => (total === null || member[key] === null ? null : total + member[key]), 0)
  return { households: sum('households'), careAreaM2: sum('careAreaM2') }
}

export type Choice = { readonly id: string; readonly label: string; readonly selection: Selection }

/** '阳光花园（住宅小区 · 南屏社区）': a name alone may belong to many. */
export function choicesFor(study: Study, language: Language, typed: string, kinds: readonly ('area' | 'compound')[], most = 12): readonly Choice[] {
  const words = typed.trim().toLowerCase()
  if (words === '') return []
  const found: Choice[] = []
  const areas = new Map(study.areas.map(({ id, name }) => [id, name]))
  const take = (kind: 'area' | 'compound', id: string, name: string, level: string, above: string | null): void => {
    const label = `${name}（${[levelName(language, level), above === null ? null : areas.get(above)].filter(Boolean).join(' · ')}）`
    if (found.length < most && (label.toLowerCase().includes(words) || id.toLowerCase() === words)) found.push({ id, label, selection: { kind, id } })
  }
  if (kinds.includes('area')) for (const { id, name, level, parent } of study.areas) take('area', id, name, level, parent)
  if (kinds.includes('compound')) for (const { id, name, area } of study.compounds) take('compound', id, name, 'compound', area)
  return found
}

/** null: nothing of that name, or more than one. */
export function choiceTyped(study: Study, language: Language, typed: string, kinds: readonly ('area' | 'compound')[]): Choice | null {
  const all = choicesFor(study, language, typed, kinds, 1000)
  const words = typed.trim()
  const exact = all.filter(({ id, label }) => id === words || label === words || label.startsWith(`${words}（`))
  return exact.length === 1 ? exact[0]! : exact.length === 0 && all.length === 1 ? all[0]! : null
}

function memberNamed(study: Study, id: string): Selection | null {
  if (study.compounds.some((compound) => compound.id === id)) return { kind: 'compound', id }
  return study.areas.some((area) => area.id === id) ? { kind: 'area', id } : null
}

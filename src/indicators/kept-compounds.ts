/** What each compound was last judged to be, so that only those that a change touches are judged again. */
import type { Problem } from '../problem'
import type { Compound, Study } from '../model/study'
import type { Changes } from './live-changes'
import { groupsOf } from './pools'
import type { Excluded, UnitResult } from './result'

/** unit null: no duty falls on it. */
export type CompoundAnswer = { readonly unit: UnitResult | null; readonly excluded: Excluded | null }

export type KeptCompounds = {
  readonly answers: Map<string, CompoundAnswer>
  /** Problems of pools, by 'over' or 'repeated' and the pool's id. */
  readonly problems: Map<string, Problem>
  /** Checklists of units, with what each was answered from. */
  readonly lists: Map<string, { readonly basis: readonly unknown[]; readonly unit: UnitResult }>
}

export const keptCompounds = (): KeptCompounds => ({ answers: new Map(), problems: new Map(), lists: new Map() })

/** The answer that is kept, else the one that is made now, and kept. */
export function answerFor(kept: KeptCompounds | undefined, compound: Compound, make: () => CompoundAnswer): CompoundAnswer {
  if (!kept) return make()
  const known = kept.answers.get(compound.id)
  if (known) return known
  const made = make()
  kept.answers.set(compound.id, made)
  return made
}

/** The result of a list as long as it is answered from the very same records; without a basis it is made each time. */
export function listFor(kept: KeptCompounds | undefined, id: string, basis: readonly unknown[] | undefined, make: () => UnitResult): UnitResult {
  if (!kept || !basis) return make()
  const known = kept.lists.get(id)
  if (known && known.basis.length === basis.length && known.basis.every((each, at) => each === basis[at])) return known.unit
  const unit = make()
  kept.lists.set(id, { basis, unit })
  return unit
}

export type Touched = { readonly compounds: ReadonlySet<string>; readonly pools: ReadonlySet<string> }

/** Forgets what the change may have made untrue. */
export function forget({ answers, problems }: KeptCompounds, { compounds, pools }: Touched): void {
  for (const id of compounds) answers.delete(id)
  for (const id of pools) for (const code of ['over', 'repeated']) problems.delete(`${code} ${id}`)
}

/**
 * Compounds that changed or are served by a facility that did; those who share a facility with them, since it is divided by households;
 * and the pools of all these.
 */
export function touchedCompounds(before: Study, after: Study, { compounds, facilities }: Changes): Touched {
  const touched = new Set<string>()
  const pools = new Set<string>()
  for (const pair of compounds)
    for (const compound of [pair.before, pair.after]) {
      if (!compound) continue
      touched.add(compound.id)
      if (compound.pool !== null) pools.add(compound.pool)
    }
  for (const pair of facilities) for (const facility of [pair.before, pair.after]) for (const id of facility?.serves ?? []) touched.add(id)
  const first = new Set(touched)
  for (const { serves } of after.facilities) if (serves?.some((id) => first.has(id))) for (const id of serves) touched.add(id)
  for (const study of [before, after]) for (const [pool, members] of groupsOf(study.compounds)) if (pools.has(pool) || members.some(({ id }) => touched.has(id))) pools.add(pool)
  for (const study of [before, after]) for (const pool of pools) for (const { id } of groupsOf(study.compounds).get(pool) ?? []) touched.add(id)
  return { compounds: touched, pools }
}

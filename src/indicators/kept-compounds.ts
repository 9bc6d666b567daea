/** What each compound was last judged to be, so that only those that a change touches are judged again. */
import type { Problem } from '../problem'
import type { Compound, Study } from '../model/study'
import { indexOfCompounds } from './compound-index'
import type { Changes } from './live/live-changes'
import type { Excluded, UnitResult } from './result'

/** unit null: no duty falls on it. */
export type CompoundAnswer = { readonly unit: UnitResult | null; readonly excluded: Excluded | null }

/** The answers that a clause gives of compounds, and which of them a change may have made untrue: places in the ledger, ids of pools. */
export type KeptCompounds = {
  answers: CompoundAnswer[]
  units: readonly UnitResult[]
  excluded: readonly Excluded[]
  /** By compound: where its unit stands in `units`, -1 without one; null: to be made. */
  placeOf: Int32Array | null
  stale: Set<number> | 'all'
  stalePools: Set<string> | 'all'
  /** Problems of pools, by 'over' or 'repeated' and the pool's id. */
  readonly problems: Map<string, Problem>
  /** Checklists of units, with what each was answered from. */
  readonly lists: Map<string, { readonly basis: readonly unknown[]; readonly unit: UnitResult }>
}

export const keptCompounds = (): KeptCompounds => ({ answers: [], units: [], excluded: [], placeOf: null, stale: 'all', stalePools: 'all', problems: new Map(), lists: new Map() })

/** The units of a clause over compounds, and what it leaves out, in the order of the ledger. A list in which nothing changed is the very list of before. */
export function answerCompounds(kept: KeptCompounds | undefined, compounds: Study['compounds'], make: (compound: Compound) => CompoundAnswer): { readonly units: readonly UnitResult[]; readonly excluded: readonly Excluded[] } {
  const memory = kept ?? keptCompounds()
  const { stale } = memory
  memory.stale = new Set()
  if (stale === 'all' || memory.answers.length !== compounds.length) {
    memory.answers = compounds.map(make)
    return Object.assign(memory, { units: listed(memory.answers, 'unit'), excluded: listed(memory.answers, 'excluded'), placeOf: null })
  }
  const before = new Map<number, CompoundAnswer>()
  for (const place of stale) {
    before.set(place, memory.answers[place]!)
    memory.answers[place] = make(compounds[place]!)
  }
  relist(memory, before, 'unit', 'units')
  relist(memory, before, 'excluded', 'excluded')
  return memory
}

type Part = 'unit' | 'excluded'

const listed = <K extends Part>(answers: readonly CompoundAnswer[], part: K): NonNullable<CompoundAnswer[K]>[] => answers.flatMap((answer) => answer[part] ?? [])

/** Writes what changed into a copy of the list; only where an answer comes into it or leaves it are all of them gathered again. */
function relist(memory: KeptCompounds, before: ReadonlyMap<number, CompoundAnswer>, part: Part, list: 'units' | 'excluded'): void {
  const changed = [...before].filter(([place, answer]) => answer[part] !== memory.answers[place]![part] && !(part === 'excluded' && answer.excluded?.why === memory.answers[place]!.excluded?.why))
  if (changed.length === 0) return
  if (part === 'excluded' || changed.some(([place, answer]) => (answer.unit === null) !== (memory.answers[place]!.unit === null))) {
    Object.assign(memory, { [list]: listed(memory.answers, part), ...(part === 'unit' ? { placeOf: null } : {}) })
    return
  }
  memory.placeOf ??= placesInList(memory.answers)
  const units = memory.units.slice()
  for (const [place] of changed) units[memory.placeOf[place]!] = memory.answers[place]!.unit!
  memory.units = units
}

/** Where the unit of each compound stands among those that have one. */
function placesInList(answers: readonly CompoundAnswer[]): Int32Array {
  let count = 0
  return Int32Array.from(answers, ({ unit }) => (unit === null ? -1 : count++))
}

/** The result of a list, or of a unit, as long as it is answered from the very same records; without a basis it is made each time. */
export function listFor(kept: KeptCompounds | undefined, id: string, basis: readonly unknown[] | undefined, make: () => UnitResult): UnitResult {
  if (!kept || !basis) return make()
  const known = kept.lists.get(id)
  if (known && isSame(known.basis, basis)) return known.unit
  const unit = make()
  kept.lists.set(id, { basis, unit })
  return unit
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false
  return true
}

/** all: the compounds stand in other places. */
export type Touched = { readonly places: ReadonlySet<number>; readonly pools: ReadonlySet<string> } | 'all'

/** Forgets what the change may have made untrue. */
export function forget(kept: KeptCompounds, touched: Touched): void {
  if (touched === 'all') {
    kept.stale = 'all'
    kept.stalePools = 'all'
    kept.problems.clear()
    kept.lists.clear()
    return
  }
  if (kept.stale !== 'all') for (const place of touched.places) kept.stale.add(place)
  if (kept.stalePools !== 'all') for (const id of touched.pools) kept.stalePools.add(id)
  for (const id of touched.pools) for (const code of ['over', 'repeated']) kept.problems.delete(`${code} ${id}`)
}

/**
 * Compounds that changed or are served by a facility that did; those who share a facility with them, since it is divided by households;
 * and the pools of all these.
 */
export function touchedCompounds(before: Study, after: Study, { compounds, facilities }: Changes): Touched {
  if (compounds.some((pair) => pair.before === null || pair.after === null)) return 'all'
  const ids = new Set<string>()
  const pools = new Set<string>()
  for (const pair of compounds)
    for (const compound of [pair.before, pair.after]) {
      ids.add(compound!.id)
      if (compound!.pool !== null) pools.add(compound!.pool)
    }
  for (const pair of facilities) for (const facility of [pair.before, pair.after]) for (const id of facility?.serves ?? []) ids.add(id)
  if (ids.size === 0) return { places: new Set(), pools }
  const first = new Set(ids)
  for (const { serves } of after.facilities) if (serves?.some((id) => first.has(id))) for (const id of serves) ids.add(id)
  const { places: placeOf } = indexOfCompounds(after.compounds)
  const places = new Set<number>()
  for (const id of ids) {
    const place = placeOf.get(id)
    if (place === undefined) continue
    places.add(place)
    for (const study of [before, after]) {
      const { pool } = study.compounds[place]!
      if (pool !== null) pools.add(pool)
    }
  }
  for (const study of [before, after]) for (const pool of pools) for (const place of indexOfCompounds(study.compounds).pools.get(pool) ?? []) places.add(place)
  return { places, pools }
}

/** What differs between two lists of results, so that an answer that follows a drag carries only the units that changed. */
import type { Result, UnitResult } from '../indicators/result'

/** units null: they are in `result`; else by place, those that are others than before. */
export type ResultPatch = { readonly at: number; readonly result: Result; readonly units: readonly (readonly [number, UnitResult])[] | null }

/** null: the lists are of other clauses. Results and units that are the very same are not told. */
export function patchOf(before: readonly Result[], after: readonly Result[]): readonly ResultPatch[] | null {
  if (before.length !== after.length || after.some((result, at) => result.clause !== before[at]!.clause || result.policy !== before[at]!.policy)) return null
  return after.flatMap((result, at) => (result === before[at] ? [] : [patchOfResult(at, before[at]!, result)]))
}

/** The list after the change; what was not told is the very object of before. */
export function patched(before: readonly Result[], patches: readonly ResultPatch[]): readonly Result[] {
  const after = before.slice()
  for (const { at, result, units } of patches) {
    if (units === null) {
      after[at] = result
      continue
    }
    const all = before[at]!.units.slice()
    for (const [place, unit] of units) all[place] = unit
    after[at] = { ...result, units: all }
  }
  return after
}

function patchOfResult(at: number, before: Result, result: Result): ResultPatch {
  const { units } = result
  if (before.units === units) return { at, result: { ...result, units: [] }, units: [] }
  if (before.units.length !== units.length) return { at, result, units: null }
  const changed: [number, UnitResult][] = []
  for (let place = 0; place < units.length; place++) if (units[place] !== before.units[place]) changed.push([place, units[place]!])
  // Half of them or more: as well all of them.
  return changed.length * 2 > units.length ? { at, result, units: null } : { at, result: { ...result, units: [] }, units: changed }
}

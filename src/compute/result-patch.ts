/** What differs between two lists of results, so that an answer carries only the units that changed. */
import type { Result, UnitResult } from '../indicators/result'

/** units null: they are in `result`; else by place, those that are others than before. */
export type ResultPatch = { readonly at: number; readonly result: Result; readonly units: readonly (readonly [number, UnitResult])[] | null }

/** null: the lists are of other clauses. Results and units that say the same are not told. */
export function patchOf(before: readonly Result[], after: readonly Result[]): readonly ResultPatch[] | null {
  if (before.length !== after.length || after.some((result, at) => result.clause !== before[at]!.clause || result.policy !== before[at]!.policy)) return null
  return after.flatMap((result, at) => (result === before[at] ? [] : (patchOfResult(at, before[at]!, result) ?? [])))
}

/** The list after the change; what was not told is the very object of before. */
export function patched(before: readonly Result[], patches: readonly ResultPatch[]): readonly Result[] {
  const after = before.slice()
  for (const { at, result, units } of patches) {
    if (units === null) {
      after[at] = result
      continue
    }
    const old = before[at]!.units
    const all = units.length === 0 ? old : old.slice()
    for (const [place, unit] of units) (all as UnitResult[])[place] = unit
    after[at] = { ...result, units: all }
  }
  return after
}

/** null: they say the same. */
function patchOfResult(at: number, before: Result, result: Result): ResultPatch | null {
  const { units } = result
  if (before.units.length !== units.length) return { at, result, units: null }
  const changed: [number, UnitResult][] = []
  if (before.units !== units) for (let place = 0; place < units.length; place++) if (!same(units[place], before.units[place])) changed.push([place, units[place]!])
  // Half of them or more: as well all of them.
  if (changed.length * 2 > units.length) return { at, result, units: null }
  if (changed.length === 0 && sameBut('units', before, result)) return null
  return { at, result: { ...result, units: [] }, units: changed }
}

/** Records of plain values, lists and records. */
function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((each, at) => same(each, b[at]))
  return !Array.isArray(b) && sameBut('', a, b)
}

function sameBut(left: string, a: object, b: object): boolean {
  const [one, other] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>]
  const keys = Object.keys(one)
  return keys.length === Object.keys(other).length && keys.every((key) => key === left || (key in other && same(one[key], other[key])))
}

/** Only what differs of two judgings of one list of clauses: their difference is the same, and is found without looking at every unit again. */
import type { Result, UnitResult } from '../indicators/result'

type Both = { readonly before: readonly Result[]; readonly after: readonly Result[] }

/** Clauses that are the same object are left out, and so are units that stay what they were. */
export function apartOf(before: readonly Result[], after: readonly Result[]): Both {
  const same = before.length === after.length && before.every(({ clause, policy }, at) => after[at]?.clause === clause && after[at].policy === policy)
  if (!same) return { before, after }
  const pairs = before.map((a, at) => ({ a, b: after[at]!, kept: a === after[at] ? new Set<string>() : unitsApart(a.units, after[at]!.units) }))
  // Of the m² that compounds and units lack the largest of all clauses counts: for a unit that one clause judges anew the others speak too.
  const touched = new Map(squareMetres.map((evaluator) => [evaluator, new Set(pairs.flatMap(({ a, kept }) => (a.evaluator === evaluator ? [...kept] : [])))]))
  const wanted = pairs.flatMap(({ a, b, kept }) => {
    const ids = touched.get(a.evaluator) ?? kept
    return a === b && ids.size === 0 ? [] : [{ a: only(a, ids), b: a === b ? null : only(b, ids) }]
  })
  return { before: wanted.map(({ a }) => a), after: wanted.map(({ a, b }) => b ?? a) }
}

const squareMetres: readonly string[] = ['area-per-households', 'land-per-person']

const only = (result: Result, ids: ReadonlySet<string>): Result => ({ ...result, units: result.units.filter(({ id }) => ids.has(id)) })

/** Ids of units of another state or shortfall, and of those that only one side has. */
function unitsApart(before: readonly UnitResult[], after: readonly UnitResult[]): Set<string> {
  const apart = new Set<string>()
  const aligned = before.length === after.length && before.every(({ id }, at) => after[at]?.id === id)
  const others = aligned ? null : new Map(after.map((unit) => [unit.id, unit]))
  before.forEach((unit, at) => {
    const other = others ? others.get(unit.id) : after[at]
    if (other !== unit && !(other && other.state === unit.state && other.shortfall === unit.shortfall)) apart.add(unit.id)
  })
  if (!aligned) {
    const known = new Set(before.map(({ id }) => id))
    for (const { id } of after) if (!known.has(id)) apart.add(id)
  }
  return apart
}

/** Only what differs of two judgings of one list of clauses: their difference is the same, and is found without looking at every unit again. */
import type { Result, UnitResult } from '../indicators/result'

type Both = { readonly before: readonly Result[]; readonly after: readonly Result[] }

/** Clauses that are the same object are left out, and so are units that stay what they were. */
export function apartOf(before: readonly Result[], after: readonly Result[]): Both {
  const same = before.length === after.length && before.every(({ clause, policy }, at) => after[at]?.clause === clause && after[at].policy === policy)
  if (!same) return { before, after }
  const pairs = before.map((a, at) => ({ a, b: after[at]!, apart: a === after[at] ? none : unitsApart(a.units, after[at]!.units) }))
  // Of the m² that compounds and units lack the largest of all clauses counts: for a unit that one clause judges anew the others speak too.
  const touched = new Map(squareMetres.map((evaluator) => [evaluator, new Set(pairs.flatMap(({ a, apart }) => (a.evaluator === evaluator ? [...apart.ids] : [])))]))
  const wanted = pairs.flatMap(({ a, b, apart }) => {
    const ids = touched.get(a.evaluator)
    if (ids) return a === b && ids.size === 0 ? [] : [{ a: only(a, ids), b: a === b ? null : only(b, ids) }]
    if (a === b) return []
    const { places } = apart
    return [places ? { a: at(a, places), b: at(b, places) } : { a: only(a, apart.ids), b: only(b, apart.ids) }]
  })
  return { before: wanted.map(({ a }) => a), after: wanted.map(({ a, b }) => b ?? a) }
}

const squareMetres: readonly string[] = ['area-per-households', 'land-per-person']

const only = (result: Result, ids: ReadonlySet<string>): Result => ({ ...result, units: ids.size === 0 ? [] : result.units.filter(({ id }) => ids.has(id)) })
const at = (result: Result, places: readonly number[]): Result => ({ ...result, units: places.map((place) => result.units[place]!) })

/** Units of another state or shortfall, and those that only one side has; places: where they stand, null where the two sides list other units. */
type Apart = { readonly ids: ReadonlySet<string>; readonly places: readonly number[] | null }
const none: Apart = { ids: new Set(), places: [] }

function unitsApart(before: readonly UnitResult[], after: readonly UnitResult[]): Apart {
  if (before.length !== after.length) return unitsApartByName(before, after)
  const places: number[] = []
  // Most are the very object of before: this loop runs over a city's units for every clause and every facility.
  for (let place = 0; place < before.length; place++) {
    const [unit, other] = [before[place]!, after[place]!]
    if (unit === other) continue
    if (unit.id !== other.id) return unitsApartByName(before, after)
    if (unit.state !== other.state || unit.shortfall !== other.shortfall) places.push(place)
  }
  return { ids: new Set(places.map((place) => before[place]!.id)), places }
}

function unitsApartByName(before: readonly UnitResult[], after: readonly UnitResult[]): Apart {
  const ids = new Set<string>()
  const [old, others] = [new Map(before.map((unit) => [unit.id, unit])), new Map(after.map((unit) => [unit.id, unit]))]
  for (const unit of before) {
    const other = others.get(unit.id)
    if (other !== unit && !(other && other.state === unit.state && other.shortfall === unit.shortfall)) ids.add(unit.id)
  }
  for (const { id } of after) if (!old.has(id)) ids.add(id)
  return { ids, places: null }
}

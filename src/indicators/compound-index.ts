/** Where each compound and each pooled group stands in the ledger; kept as long as the same compounds stand in the same places and groups. */
import type { Compound, Study } from '../model/study'

type Compounds = Study['compounds']

export type CompoundIndex = {
  /** By id. */
  readonly places: ReadonlyMap<string, number>
  /** Places of the members of each pool that the ledger names. */
  readonly pools: ReadonlyMap<string, readonly number[]>
}

const made = new WeakMap<Compounds, CompoundIndex>()

export function indexOfCompounds(compounds: Compounds): CompoundIndex {
  const known = made.get(compounds)
  if (known) return known
  const pools = new Map<string, number[]>()
  compounds.forEach(({ pool }, place) => {
    if (pool === null) return
    const list = pools.get(pool)
    if (list) list.push(place)
    else pools.set(pool, [place])
  })
  const index: CompoundIndex = { places: new Map(compounds.map(({ id }, place) => [id, place])), pools }
  made.set(compounds, index)
  return index
}

export function compoundOf(compounds: Compounds, id: string): Compound | undefined {
  const place = indexOfCompounds(compounds).places.get(id)
  return place === undefined ? undefined : compounds[place]
}

/** Says that the two ledgers have the same compounds in the same places and groups, whatever else of them differs. */
export const sameCompounds = (before: Compounds, after: Compounds): void => void made.set(after, indexOfCompounds(before))

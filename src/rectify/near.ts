/** What lies within so many metres of each unit: geodesic, nearest first. */
import type { LngLat } from '../tables/ledger'
import { eachPairWithin } from '../reach/circle'

export type Placed<T> = { readonly at: LngLat; readonly is: T }
export type Near<T> = { readonly is: T; readonly metres: number }

/** By the name of the unit; a unit with nothing near is not in the map. A thing with several places is as near as its nearest. */
export function nearby<T>(units: readonly Placed<string>[], things: readonly Placed<T>[], metres: number, idOf: (thing: T) => string): ReadonlyMap<string, readonly Near<T>[]> {
  const found = new Map<string, Map<T, number>>()
  eachPairWithin(pointsOf(units), pointsOf(things), metres, (unit, at, away) => {
    const { is } = units[unit]!
    let near = found.get(is)
    if (!near) found.set(is, (near = new Map()))
    const thing = things[at]!.is
    const known = near.get(thing)
    if (known === undefined || away < known) near.set(thing, away)
  })
  return new Map([...found].map(([unit, near]) => [unit, [...near].map(([is, away]) => ({ is, metres: away })).sort((a, b) => a.metres - b.metres || (idOf(a.is) < idOf(b.is) ? -1 : 1))]))
}

const pointsOf = (places: readonly Placed<unknown>[]) => ({ lng: Float64Array.from(places, ({ at }) => at[0]), lat: Float64Array.from(places, ({ at }) => at[1]) })

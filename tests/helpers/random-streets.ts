/** Street graphs that nobody would draw: loops, rings, parallel ways, islands, lone vertices; about 1 km across. */
import fc from 'fast-check'
import { metresBetween } from '../../src/geo/ruler'
import type { StreetGraph } from '../../src/geo/streets/street-graph'
import { latOf, lngOf } from './grid-town'

/** Few distinct places and short detours, so that equal distances happen. */
export const randomStreets: fc.Arbitrary<StreetGraph> = fc
  .tuple(
    fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })), { minLength: 4, maxLength: 20, size: 'max' }),
    fc.array(fc.tuple(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 2 }), fc.nat(3)), { minLength: 19, maxLength: 30, size: 'max' }),
  )
  .map(([corners, drawn]) => {
    // Nine corners of ten hang on an earlier one, so that most of the town hangs together; the rest of the pieces go anywhere.
    const pieces = drawn.flatMap(([a, b, ...rest], p) => (p + 1 < corners.length ? (b % 10 === 0 ? [] : [[p + 1, a % (p + 1), ...rest] as const]) : [[a, b, ...rest] as const]))
    const lng = Float64Array.from(corners, ([x]) => lngOf(x))
    const lat = Float64Array.from(corners, ([, y]) => latOf(y))
    const from = Int32Array.from(pieces, ([a]) => a % corners.length)
    const to = Int32Array.from(pieces, ([, b]) => b % corners.length)
    // Never shorter than the straight line; whole blocks where it can be, so that ways tie.
    const mm = Int32Array.from(pieces, ([, , detour], p) => Math.max(1, Math.ceil(metresBetween(lng[from[p]], lat[from[p]], lng[to[p]], lat[to[p]]) / 100) * 100_000) + detour * 50_000)
    const line = Int32Array.from(pieces, ([, , , name]) => name)
    const lines = ['a', 'b', 'c', 'd'].map((id) => ({ id, kind: 'residential', name: null }))
    return { lng, lat, from, to, mm, line, flags: new Uint8Array(pieces.length), lines }
  })

/** Such a town with demand and sites: most of them on or near its streets, some far from any. */
export const randomTown = (most: { demand: number; sites: number }, least = { demand: 0, sites: 0 }): fc.Arbitrary<RandomTown> =>
  fc.tuple(randomStreets, spots(most.demand, least.demand), spots(most.sites, least.sites)).map(([graph, demand, sites]) => ({ graph, demand: placed(graph, demand), sites: placed(graph, sites) }))

export type RandomTown = { readonly graph: StreetGraph; readonly demand: Places; readonly sites: Places }
type Places = { lng: Float64Array; lat: Float64Array }
type Spot = readonly [piece: number, quarter: number, east: number, north: number]

const aside = fc.constantFrom(0, 0, 0, 0.2, -0.3, 0.7, 1.5)
const spots = (maxLength: number, minLength: number): fc.Arbitrary<Spot[]> => fc.array(fc.tuple(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 4 }), aside, aside), { minLength, maxLength, size: 'max' })

/** A quarter, half … along a piece, and so many blocks aside. */
function placed(graph: StreetGraph, chosen: readonly Spot[]): Places {
  const along = (column: Float64Array, piece: number, quarter: number) => column[graph.from[piece]] * (1 - quarter / 4) + column[graph.to[piece]] * (quarter / 4)
  return {
    lng: Float64Array.from(chosen, ([piece, quarter, east]) => along(graph.lng, piece % graph.from.length, quarter) + lngOf(east) - lngOf(0)),
    lat: Float64Array.from(chosen, ([piece, quarter, , north]) => along(graph.lat, piece % graph.from.length, quarter) + latOf(north) - latOf(0)),
  }
}

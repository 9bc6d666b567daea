/** Slow, obvious versions: the oracle for index and reach. Distances by Karney's solution (geographiclib), every pair. */
import { Geodesic } from 'geographiclib-geodesic'

export type Places = { readonly lng: Float64Array; readonly lat: Float64Array }

export const places = (pairs: readonly (readonly [number, number])[]): Places => ({ lng: Float64Array.from(pairs, ([lng]) => lng), lat: Float64Array.from(pairs, ([, lat]) => lat) })

/** Unrounded metres; NaN when a position is unknown. */
export function geodesicMetres(lng1: number, lat1: number, lng2: number, lat2: number): number {
  if (Number.isNaN(lng1 + lat1 + lng2 + lat2)) return NaN
  return Geodesic.WGS84.Inverse(lat1, lng1, lat2, lng2).s12 ?? NaN
}

export function bruteCircle(demand: Places, sites: Places, limitsM: readonly number[]) {
  const every = Array.from(demand.lng, (lng, i) => Array.from(sites.lng, (siteLng, j) => geodesicMetres(lng, demand.lat[i] as number, siteLng, sites.lat[j] as number)))
  return {
    every,
    /** Metres of the nearest site to the millimetre; NaN without one. */
    metres: every.map((row) => {
      const known = row.filter((metres) => !Number.isNaN(metres))
      return known.length > 0 ? roundToMm(Math.min(...known)) : NaN
    }),
    nearest: every.map((row) => row.reduce((best, metres, j) => (Number.isNaN(metres) || (best >= 0 && roundToMm(row[best] as number) <= roundToMm(metres)) ? best : j), -1)),
    within: limitsM.map((limit) => every.map((row) => row.filter((metres) => roundToMm(metres) <= limit).length)),
  }
}

export const roundToMm = (metres: number): number => Math.round(metres * 1000) / 1000

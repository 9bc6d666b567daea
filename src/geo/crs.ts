/**
 * From the coordinates of a file to longitude/latitude and back. The only door to proj4.
 * CGCS2000 and WGS84 degrees are the same numbers here (they differ by centimetres and EPSG has only a null operation).
 * x is always the easting (or longitude) and y the northing (or latitude), whatever axis order EPSG prints.
 */
import proj4 from 'proj4'
import { geographicDatum, zoneNumber, zoneOf } from './crs-codes'
import { guessFrom } from './crs-guess'
import type { CrsGuess, Pair } from './crs-guess'
import { bd09ToWgs84, gcj02ToWgs84, wgs84ToBd09, wgs84ToGcj02 } from './shifted'

export { normaliseCrs } from './crs-name'
export type { CrsGuess, Pair } from './crs-guess'

export type Transform = (x: number, y: number) => [number, number]

/**
 * Turns a file's pair (x = east, y = north) into [longitude, latitude] degrees; null when the system cannot be used (crsRefusal says why).
 * crs is a name that normaliseCrs gives: 'EPSG:4547', 'tmerc:106.5', 'GCJ-02', 'BD-09', 'DDD.MMSS'.
 */
export const toLngLat = (crs: string): Transform | null => waysOf(crs)?.toLngLat ?? null

/** Turns longitude, latitude in degrees into the system's [x, y]; null as in toLngLat. */
export const fromLngLat = (crs: string): Transform | null => waysOf(crs)?.fromLngLat ?? null

/**
 * Why a system cannot be used; null when it can.
 * local-parameters: Xi'an 1980 and Beijing 1954 lie up to more than 100 m off and no public transformation exists: the city's own parameters are needed.
 */
export function crsRefusal(crs: string): 'local-parameters' | 'unknown' | null {
  if (waysOf(crs)) return null
  const epsg = epsgNumber(crs)
  const datum = epsg === null ? null : (zoneOf(epsg)?.datum ?? geographicDatum[epsg] ?? null)
  return datum === 'xian80' || datum === 'beijing54' ? 'local-parameters' : 'unknown'
}

/**
 * Guesses the system of a table's pairs of numbers from the digits alone (per layer, not per file set).
 * near: a place in the study as [longitude, latitude]; it decides the central meridian, which the digits do not hold.
 */
export const guessCrs = (pairs: readonly Pair[], near: readonly [number, number] | null = null): CrsGuess => guessFrom(pairs, near, toLngLat)

type Ways = { readonly toLngLat: Transform; readonly fromLngLat: Transform }

const same: Transform = (x, y) => [x, y]
const known = new Map<string, Ways | null>()

function waysOf(crs: string): Ways | null {
  let ways = known.get(crs)
  if (ways === undefined) {
    ways = makeWays(crs)
    known.set(crs, ways)
  }
  return ways
}

function makeWays(crs: string): Ways | null {
  if (crs === 'GCJ-02') return { toLngLat: gcj02ToWgs84, fromLngLat: wgs84ToGcj02 }
  if (crs === 'BD-09') return { toLngLat: bd09ToWgs84, fromLngLat: wgs84ToBd09 }
  if (crs === 'DDD.MMSS') return { toLngLat: (x, y) => [unpackDegrees(x), unpackDegrees(y)], fromLngLat: (x, y) => [packDegrees(x), packDegrees(y)] }
  if (crs === 'EPSG:4326' || crs === 'EPSG:4490') return { toLngLat: same, fromLngLat: same }
  if (crs === 'CGCS2000-GK3') return anyZone(3)
  if (crs === 'CGCS2000-GK6') return anyZone(6)
  const definition = definitionOf(crs)
  if (definition === null) return null
  const ellipsoid = definition.includes('GRS80') ? '+ellps=GRS80' : '+ellps=WGS84'
  const there = proj4(`+proj=longlat ${ellipsoid} +no_defs`, definition)
  const checked = (pair: number[]): [number, number] => [pair[0] ?? NaN, pair[1] ?? NaN]
  return {
    // proj4 throws on numbers that are not finite; an unknown position stays unknown.
    toLngLat: (x, y) => (Number.isFinite(x) && Number.isFinite(y) ? checked(there.inverse([x, y])) : [NaN, NaN]),
    fromLngLat: (x, y) => (Number.isFinite(x) && Number.isFinite(y) ? checked(there.forward([x, y])) : [NaN, NaN]),
  }
}

function definitionOf(crs: string): string | null {
  const local = /^tmerc:(-?\d+(?:\.\d+)?)(?:,(-?\d+(?:\.\d+)?)(?:,(-?\d+(?:\.\d+)?))?)?$/.exec(crs)
  if (local) return gaussKrueger(Number(local[1]), Number(local[2] ?? 500000), Number(local[3] ?? 0))
  const epsg = epsgNumber(crs)
  if (epsg === null) return null
  if (epsg === 3857) return '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +no_defs'
  if (epsg >= 32601 && epsg <= 32660) return `+proj=utm +zone=${epsg - 32600} +ellps=WGS84 +units=m +no_defs`
  const zone = zoneOf(epsg)
  if (!zone || zone.datum !== 'cgcs2000') return null
  const prefix = zone.prefixed ? zoneNumber(zone.width, zone.centralMeridian) * 1e6 : 0
  return gaussKrueger(zone.centralMeridian, prefix + 500000, 0)
}

// proj4js takes tmerc as the extended (Poder-Engsager) series unless +approx is given: under 1 µm at every place of a zone, see tests/geo/crs.test.ts.
const gaussKrueger = (meridian: number, falseEasting: number, falseNorthing: number) =>
  `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=${falseEasting} +y_0=${falseNorthing} +ellps=GRS80 +units=m +no_defs`

/** A layer across several prefixed zones: every easting names its own zone. */
function anyZone(width: 3 | 6): Ways {
  const first = width === 3 ? 4513 : 4491
  const lowest = width === 3 ? 25 : 13
  const highest = width === 3 ? 45 : 23
  const ways = (zone: number) => (zone >= lowest && zone <= highest ? waysOf(`EPSG:${first + zone - lowest}`) : null)
  return {
    toLngLat: (x, y) => ways(Math.floor(x / 1e6))?.toLngLat(x, y) ?? [NaN, NaN],
    fromLngLat: (lng, lat) => ways(width === 3 ? Math.round(lng / 3) : Math.floor(lng / 6) + 1)?.fromLngLat(lng, lat) ?? [NaN, NaN],
  }
}

function epsgNumber(crs: string): number | null {
  const match = /^EPSG:(\d+)$/.exec(crs)
  return match ? Number(match[1]) : null
}

/** 103.4746 meaning 103°47′46″ (surveyors' packed form) as degrees. */
function unpackDegrees(packed: number): number {
  const size = Math.abs(packed)
  const degrees = Math.floor(size + 1e-12)
  const minutes = Math.floor((size - degrees) * 100 + 1e-9)
  const seconds = ((size - degrees) * 100 - minutes) * 100
  return Math.sign(packed) * (degrees + minutes / 60 + Math.max(0, seconds) / 3600)
}

function packDegrees(value: number): number {
  const size = Math.abs(value)
  const degrees = Math.floor(size + 1e-12)
  const minutes = Math.floor((size - degrees) * 60 + 1e-9)
  const seconds = ((size - degrees) * 60 - minutes) * 60
  return Math.sign(value) * (degrees + minutes / 100 + Math.max(0, seconds) / 10000)
}

/** Coordinate systems as a surveyor names them, and those that one can choose by hand. */
import { epsgOf, zoneNumber, zoneOf } from '../../geo/crs-codes'
import { say, type Language } from '../../text/say'

/** Choices in groups; values are what geo/crs understands. */
export type CrsGroup = { readonly title: string; readonly choices: readonly { readonly crs: string; readonly name: string }[] }

export function crsGroups(language: Language): readonly CrsGroup[] {
  const named = (crs: string) => ({ crs, name: crsName(language, crs) })
  const zones = (width: 3 | 6, prefixed: boolean): CrsGroup => ({
    title: say(language, prefixed ? 'crs.zonesByNumber' : 'crs.zonesByMeridian', { width }),
    choices: meridians(width)
      .map((centralMeridian) => epsgOf({ datum: 'cgcs2000', width, centralMeridian, prefixed }))
      .filter((epsg) => epsg !== null)
      .map((epsg) => named(`EPSG:${epsg}`)),
  })
  return [
    { title: say(language, 'crs.degrees'), choices: ['EPSG:4490', 'DDD.MMSS'].map(named) },
    { title: say(language, 'crs.shifted'), choices: ['GCJ-02', 'BD-09'].map(named) },
    zones(3, false),
    zones(3, true),
    zones(6, false),
    zones(6, true),
    { title: say(language, 'crs.other'), choices: ['EPSG:3857'].map(named) },
  ]
}

/** 'EPSG:4544' → 'CGCS2000 3度带 中央经线 105°'; what has no name here stays as it is written. */
export function crsName(language: Language, crs: string): string {
  const plain = plainNames[crs]
  if (plain) return say(language, plain)
  const zone = zoneOf(Number(/^EPSG:(\d+)$/.exec(crs)?.[1] ?? NaN))
  if (zone?.datum === 'cgcs2000') {
    const { width, centralMeridian: meridian, prefixed } = zone
    return say(language, prefixed ? 'crs.zoneNumber' : 'crs.zoneMeridian', { width, zone: zoneNumber(width, meridian), meridian })
  }
  const local = /^tmerc:(-?\d+(?:\.\d+)?)/.exec(crs)
  return local ? say(language, 'crs.local', { meridian: local[1] ?? '' }) : crs
}

/** What in the numbers made the system likely; null where there is nothing to tell. */
export function crsReason(language: Language, crs: string): string | null {
  const zone = zoneOf(Number(/^EPSG:(\d+)$/.exec(crs)?.[1] ?? NaN))
  if (zone) return say(language, zone.prefixed ? 'crs.whyPrefix' : 'crs.whyMeridian', { zone: zoneNumber(zone.width, zone.centralMeridian), meridian: zone.centralMeridian })
  if (crs.startsWith('CGCS2000-GK')) return say(language, 'crs.whySeveral')
  if (crs === 'EPSG:3857') return say(language, 'crs.whyMercator')
  return crs === 'EPSG:4326' || crs === 'EPSG:4490' ? say(language, 'crs.whyDegrees') : null
}

/** Degrees east, west to east. */
const meridians = (width: 3 | 6): number[] => Array.from({ length: width === 3 ? 21 : 11 }, (_, step) => 75 + step * width)

const plainNames = {
  'EPSG:4326': 'crs.wgs84',
  'EPSG:4490': 'crs.cgcs2000',
  'DDD.MMSS': 'crs.packed',
  'GCJ-02': 'crs.gcj',
  'BD-09': 'crs.bd',
  'EPSG:3857': 'crs.mercator',
  'CGCS2000-GK3': 'crs.manyZones3',
  'CGCS2000-GK6': 'crs.manyZones6',
} as const as Readonly<Record<string, 'crs.wgs84' | 'crs.cgcs2000' | 'crs.packed' | 'crs.gcj' | 'crs.bd' | 'crs.mercator' | 'crs.manyZones3' | 'crs.manyZones6' | undefined>>

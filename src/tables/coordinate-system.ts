/** In which system a table's coordinates stand: what the user says, what the file says, what a header says, else what the digits say. */
import { crsRefusal, guessCrs, normaliseCrs, toLngLat, type Pair, type Transform } from '../geo/crs'
import { epsgOf, zoneNumber, zoneOf } from '../geo/crs-codes'
import type { ProblemList } from './problem-list'

export type CoordinateSystem = {
  /** As named by geo/crs; null when there are no coordinates or nobody can tell. */
  readonly crs: string | null
  /** x = east, y = north -> [lng, lat], or null for a pair outside the system. */
  readonly place: ((x: number, y: number) => readonly [number, number] | null) | null
  /** All pairs stand north first though nothing in their digits shows it row by row. */
  readonly swapped: boolean
}

/** pairs: east first as far as the digits show it (eastFirst). declared: how somebody wrote the system. near: a place in the study. */
export function settleSystem(
  pairs: readonly Pair[],
  declared: string | null,
  near: readonly [number, number] | null,
  problems: ProblemList,
): CoordinateSystem {
  const usable = pairs.filter(([x, y]) => Number.isFinite(x) && Number.isFinite(y) && !(x === 0 && y === 0))
  if (declared !== null) {
    const named = normaliseCrs(declared)
    if (named === null || !toLngLat(named)) {
      problems.add(
        'crs-unknown',
        'error',
        undefined,
        undefined,
        named !== null && crsRefusal(named) === 'local-parameters' ? named : declared,
      )
      return { crs: named, place: null, swapped: false }
    }
    // '2000国家大地坐标系' over metres names the datum only: the digits must tell the zone.
    if (
      (named === 'EPSG:4490' || named === 'EPSG:4326') &&
      usable.length > 0 &&
      usable.every(([x, y]) => Math.abs(x) > 1000 && Math.abs(y) > 1000)
    )
      return settleSystem(pairs, null, near, problems)
    const crs = fitting(named, usable, problems)
    if (crs === 'GCJ-02' || crs === 'BD-09') problems.add('crs-shifted', 'info', undefined, undefined, crs)
    return { crs, place: placer(crs, toLngLat(crs)!), swapped: false }
  }
  const guess = guessCrs(usable, near)
  if (guess.why === 'none') return nothing
  if (guess.crs === null) {
    if (guess.why === 'central-meridian-unknown') problems.add('crs-zone-unknown', 'error')
    else
      problems.add(
        'crs-unknown',
        'error',
        undefined,
        undefined,
        guess.why === 'packed-degrees' ? 'DDD.MMSS ?' : sample(usable),
      )
    return nothing
  }
  const sure =
    (guess.why === 'geographic' || guess.why === 'geographic-abroad' || guess.why === 'zone-prefix') &&
    guess.candidates.length === 0
  problems.add(
    'crs-guessed',
    sure ? 'info' : 'warning',
    undefined,
    undefined,
    [guess.crs, ...guess.candidates.slice(0, 2)].join(' / '),
  )
  return { crs: guess.crs, place: placer(guess.crs, toLngLat(guess.crs)!), swapped: guess.swapped }
}

/** The pair east first, where the digits can only mean one order (longitudes and latitudes of China do not overlap, nor do eastings and northings). */
export function eastFirst(pair: Pair): Pair {
  const [a, b] = pair
  const north =
    (a >= 3 && a <= 54 && b >= 73 && b <= 136) ||
    (a >= 1.9e6 && a <= 6.1e6 && ((b >= 1.8e5 && b <= 8.2e5) || (b >= 1.318e7 && b < 4.6e7))) ||
    (Math.abs(a) <= 90 && Math.abs(b) > 90 && Math.abs(b) <= 180)
  return north ? [b, a] : pair
}

const nothing: CoordinateSystem = { crs: null, place: null, swapped: false }
const sample = (pairs: readonly Pair[]): string => (pairs[0] ? `${pairs[0][0]}, ${pairs[0][1]}` : '')

/** What was declared may be right but for the zone prefix, or belong to the geometry while the columns hold degrees. */
function fitting(crs: string, pairs: readonly Pair[], problems: ProblemList): string {
  if (pairs.length === 0) return crs
  const degrees = pairs.every(([x, y]) => Math.abs(x) <= 180 && Math.abs(y) <= 90)
  const zone = zoneOf(epsgNumber(crs))
  const projected = zone !== null || crs === 'EPSG:3857' || crs.startsWith('tmerc:') || crs.startsWith('CGCS2000-GK')
  if (degrees && projected) return told('EPSG:4490', problems)
  if (!zone) return crs
  const twin = epsgOf({ ...zone, prefixed: !zone.prefixed })
  const isPrefixed = (x: number) => x > 1e7
  return twin !== null &&
    pairs.every(([x]) => isPrefixed(x) !== zone.prefixed) &&
    pairs.every(([x]) => !isPrefixed(x) || Math.floor(x / 1e6) === zoneNumber(zone.width, zone.centralMeridian))
    ? told(`EPSG:${twin}`, problems)
    : crs
}

function told(crs: string, problems: ProblemList): string {
  problems.add('crs-guessed', 'warning', undefined, undefined, crs)
  return crs
}

function placer(crs: string, transform: Transform): CoordinateSystem['place'] {
  const zone = zoneOf(epsgNumber(crs))
  const falseEasting = zone ? (zone.prefixed ? zoneNumber(zone.width, zone.centralMeridian) * 1e6 : 0) + 5e5 : null
  const chinese =
    zone !== null ||
    crs === 'EPSG:4490' ||
    crs.startsWith('tmerc:') ||
    crs.startsWith('CGCS2000-GK') ||
    crs === 'GCJ-02' ||
    crs === 'BD-09'
  return (x, y) => {
    // 400 km from the meridian is already beyond every 6-degree zone: such an easting belongs to another zone.
    if (falseEasting !== null && Math.abs(x - falseEasting) > 4e5) return null
    const [lng, lat] = transform(x, y)
    if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 90)) return null
    return chinese && !(lng >= 72 && lng <= 138 && lat >= 2 && lat <= 55) ? null : [lng, lat]
  }
}

const epsgNumber = (crs: string): number => Number(/^EPSG:(\d+)$/.exec(crs)?.[1] ?? NaN)

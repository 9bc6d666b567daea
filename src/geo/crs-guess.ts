/** What a table's coordinate numbers look like. Ranges from the extent of China; the digits never show GCJ-02 or BD-09. */

/** Two numbers of a row in the order of their columns; NaN where unreadable. */
export type Pair = readonly [number, number]

export type CrsGuess = {
  /** The system, or null when a person must say. */
  readonly crs: string | null
  /** The first number is the northing (latitude): exchange the two before use. */
  readonly swapped: boolean
  /**
   * geographic: degrees · geographic-abroad: degrees outside China, order as it stands · packed-degrees: looks like DDD.MMSS
   * zone-prefix: the easting names its zone · several-zones: more than one zone in the layer · web-mercator · web-mercator-or-zone: both fit
   * central-meridian-by-place: from the study's place · central-meridian-unknown: metres without a zone · mixed: rows of different kinds · none: no usable pair
   */
  readonly why: 'geographic' | 'geographic-abroad' | 'packed-degrees' | 'zone-prefix' | 'several-zones' | 'web-mercator' | 'web-mercator-or-zone' | 'central-meridian-by-place' | 'central-meridian-unknown' | 'mixed' | 'none'
  /** What it could also be, likeliest first; empty when sure. */
  readonly candidates: readonly string[]
  /** Usable pairs that do not fit the guess. */
  readonly outliers: number
}

type Kind = 'china' | 'degrees' | 'zone3' | 'zone6' | 'mercator' | 'plain'
type Reading = { readonly kind: Kind; readonly swapped: boolean; readonly zone: number }
type ToLngLat = (crs: string) => ((x: number, y: number) => [number, number]) | null

export function guessFrom(pairs: readonly Pair[], near: readonly [number, number] | null, toLngLat: ToLngLat): CrsGuess {
  const usable = pairs.filter(([a, b]) => Number.isFinite(a) && Number.isFinite(b) && !(a === 0 && b === 0))
  if (usable.length === 0) return { crs: null, swapped: false, why: 'none', candidates: [], outliers: 0 }
  const readings = together(usable.map(([a, b]) => read(a, b)), usable)
  const winner = commonest(readings)
  if (!winner || winner.count * 10 < usable.length * 9) return { crs: null, swapped: false, why: 'mixed', candidates: [], outliers: usable.length - (winner?.count ?? 0) }
  const { kind, swapped } = winner.reading
  const kept = usable.filter((_, i) => readings[i]?.kind === kind && readings[i]?.swapped === swapped).map(([a, b]): Pair => (swapped ? [b, a] : [a, b]))
  const zones = [...new Set(readings.filter((reading) => reading?.kind === kind).map((reading) => reading?.zone ?? 0))].sort((a, b) => a - b)
  const answer = (crs: string | null, why: CrsGuess['why'], candidates: readonly string[] = []): CrsGuess => ({ crs, swapped, why, candidates, outliers: usable.length - winner.count })

  if (kind === 'china') return looksPacked(kept) ? answer(null, 'packed-degrees', ['DDD.MMSS', 'EPSG:4326']) : answer('EPSG:4326', 'geographic')
  if (kind === 'degrees') return answer('EPSG:4326', 'geographic-abroad')
  if (kind === 'plain') return withoutZone(kept, near, toLngLat, answer)
  const prefixed = kind === 'mercator' ? null : zones.length > 1 ? (kind === 'zone3' ? 'CGCS2000-GK3' : 'CGCS2000-GK6') : prefixedCrs(kind === 'zone3' ? 3 : 6, zones[0] ?? 0)
  if (kind === 'zone3') return answer(prefixed, zones.length > 1 ? 'several-zones' : 'zone-prefix')
  const fits = [...(kept.every(mercatorRange) ? ['EPSG:3857'] : []), ...(prefixed ? [prefixed] : [])]
  if (fits.length < 2) return prefixed === null ? answer('EPSG:3857', 'web-mercator') : answer(prefixed, zones.length > 1 ? 'several-zones' : 'zone-prefix')
  // Shanghai to Heilongjiang in Web Mercator looks like the 6-degree zones 13 and 14 of Xinjiang: a place decides, else the likelier one with a doubt.
  const nearest = near ? nearestOf(fits, kept, near, toLngLat) : null
  return nearest ? answer(nearest.crs, nearest.crs === 'EPSG:3857' ? 'web-mercator' : 'zone-prefix', fits.filter((crs) => crs !== nearest.crs)) : answer('EPSG:3857', 'web-mercator-or-zone', fits.slice(1))
}

/** A layer in Web Mercator east of 117.9°E lies partly in the numbers of the 6-degree zones: one pair that can only be Mercator settles those that can be both. */
function together(readings: readonly (Reading | null)[], pairs: readonly Pair[]): readonly (Reading | null)[] {
  if (!readings.some((reading) => reading?.kind === 'mercator')) return readings
  return readings.map((reading, i) => {
    const [a, b] = pairs[i] ?? [NaN, NaN]
    return reading?.kind === 'zone6' && mercatorRange(reading.swapped ? [b, a] : [a, b]) ? { kind: 'mercator', swapped: reading.swapped, zone: 0 } : reading
  })
}

/** What one pair can be, or null; tried in both orders, since Chinese survey sheets write X for north. */
function read(a: number, b: number): Reading | null {
  return readOrdered(a, b, false) ?? readOrdered(b, a, true) ?? readAbroad(a, b)
}

function readOrdered(x: number, y: number, swapped: boolean): Reading | null {
  if (x >= 73 && x <= 136 && y >= 3 && y <= 54) return { kind: 'china', swapped, zone: 0 }
  const northing = y >= 3e5 && y <= 6.1e6
  const zone = Math.floor(x / 1e6)
  const inZone = x - zone * 1e6 >= 1.8e5 && x - zone * 1e6 <= 8.2e5
  if (northing && inZone && zone >= 25 && zone <= 45) return { kind: 'zone3', swapped, zone }
  if (northing && inZone && zone >= 13 && zone <= 23) return { kind: 'zone6', swapped, zone }
  if (mercatorRange([x, y])) return { kind: 'mercator', swapped, zone: 0 }
  if (y >= 1.9e6 && y <= 6.1e6 && x >= 1.8e5 && x <= 8.2e5) return { kind: 'plain', swapped, zone: 0 }
  return null
}

function readAbroad(a: number, b: number): Reading | null {
  if (Math.abs(a) <= 180 && Math.abs(b) <= 90) return { kind: 'degrees', swapped: false, zone: 0 }
  if (Math.abs(a) <= 90 && Math.abs(b) <= 180) return { kind: 'degrees', swapped: true, zone: 0 }
  return null
}

/** 73°E … 136°E and 3°N … 54°N in metres of EPSG:3857. */
const mercatorRange = ([x, y]: Pair) => x >= 8.12e6 && x <= 15.14e6 && y >= 3.3e5 && y <= 7.17e6

function commonest(readings: readonly (Reading | null)[]): { reading: Reading; count: number } | null {
  const counts = new Map<string, { reading: Reading; count: number }>()
  for (const reading of readings) {
    if (!reading) continue
    const key = `${reading.kind} ${reading.swapped}`
    const entry = counts.get(key) ?? { reading, count: 0 }
    entry.count++
    counts.set(key, entry)
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)[0] ?? null
}

const prefixedCrs = (width: 3 | 6, zone: number) => `EPSG:${width === 3 ? 4513 + zone - 25 : 4491 + zone - 13}`

/** Metres around 500,000: the central meridian is not in the digits. */
function withoutZone(pairs: readonly Pair[], near: readonly [number, number] | null, toLngLat: ToLngLat, answer: (crs: string | null, why: CrsGuess['why'], candidates?: readonly string[]) => CrsGuess): CrsGuess {
  const every = Array.from({ length: 21 }, (_, i) => `EPSG:${4534 + i}`)
  if (!near) return answer(null, 'central-meridian-unknown', every)
  const found = nearestOf(every, pairs, near, toLngLat)
  // Neighbouring meridians are about 300 km apart: nearer than half of that is a choice, anything else a contradiction.
  return found && found.km < 150 ? answer(found.crs, 'central-meridian-by-place', every.filter((crs) => crs !== found.crs)) : answer(null, 'central-meridian-unknown', every)
}

function nearestOf(systems: readonly string[], pairs: readonly Pair[], near: readonly [number, number], toLngLat: ToLngLat): { crs: string; km: number } | null {
  const x = median(pairs.map((pair) => pair[0]))
  const y = median(pairs.map((pair) => pair[1]))
  const found = systems.map((crs) => {
    const [lng, lat] = toLngLat(crs)?.(x, y) ?? [NaN, NaN]
    return { crs, km: Math.hypot((lng - near[0]) * 111.3 * Math.cos((near[1] * Math.PI) / 180), (lat - near[1]) * 111.1) }
  })
  return found.filter(({ km }) => Number.isFinite(km)).sort((a, b) => a.km - b.km)[0] ?? null
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN

/**
 * DDD.MMSS: every fraction reads as minutes and seconds under 60. Decimal degrees do so by chance with 0.36 a number
 * (0.6 in a small city whose minutes are always low), so twenty pairs cannot be chance.
 */
function looksPacked(pairs: readonly Pair[]): boolean {
  if (pairs.length < 20) return false
  const numbers = pairs.flat()
  const seconds = numbers.map((value) => Math.floor(value * 1e4 + 1e-6) % 100)
  return seconds.some((second) => second > 0) && numbers.every((value, i) => Math.floor(value * 100 + 1e-8) % 100 < 60 && (seconds[i] ?? 0) < 60)
}

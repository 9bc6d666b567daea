/**
 * The Gauss-Krueger zones behind the EPSG numbers that Chinese files carry.
 * Source: EPSG registry; every block runs zone by zone eastwards, so a code is arithmetic and not a table.
 */
export type Datum = 'cgcs2000' | 'xian80' | 'beijing54'

export type Zone = {
  readonly datum: Datum
  /** Width of the zones in degrees. */
  readonly width: 3 | 6
  /** Degrees east. */
  readonly centralMeridian: number
  /** The zone number stands before the easting: x = zone * 1,000,000 + 500,000 + metres. */
  readonly prefixed: boolean
}

/** The zone of an EPSG number, or null when it is not a Chinese Gauss-Krueger zone. */
export function zoneOf(epsg: number): Zone | null {
  const block = blocks.find(({ first, width }) => epsg >= first && epsg < first + (width === 3 ? 21 : 11))
  if (!block) return null
  const { datum, width, prefixed, first } = block
  return { datum, width, prefixed, centralMeridian: 75 + (epsg - first) * width }
}

/** The EPSG number of a zone, or null when the registry has none (a central meridian of 106.5). */
export function epsgOf(zone: Zone): number | null {
  const step = (zone.centralMeridian - 75) / zone.width
  if (!Number.isInteger(step) || step < 0 || step > (zone.width === 3 ? 20 : 10)) return null
  const block = blocks.find(({ datum, width, prefixed }) => datum === zone.datum && width === zone.width && prefixed === zone.prefixed)
  return block ? block.first + step : null
}

/** 25 … 45 for 3 degrees, 13 … 23 for 6 degrees. */
export const zoneNumber = (width: 3 | 6, centralMeridian: number): number => (width === 3 ? centralMeridian / 3 : (centralMeridian + 3) / 6)

export const meridianOfZone = (width: 3 | 6, number: number): number => (width === 3 ? number * 3 : number * 6 - 3)

/** Numbers of the old geodetic systems without a projection. */
export const geographicDatum: Readonly<Record<number, Datum>> = { 4490: 'cgcs2000', 4610: 'xian80', 4214: 'beijing54' }

/** The EPSG number of a datum's longitude/latitude. */
export const geographicEpsg: Readonly<Record<Datum, number>> = { cgcs2000: 4490, xian80: 4610, beijing54: 4214 }

const blocks: readonly { readonly datum: Datum; readonly width: 3 | 6; readonly prefixed: boolean; readonly first: number }[] = [
  { datum: 'cgcs2000', width: 6, prefixed: true, first: 4491 },
  { datum: 'cgcs2000', width: 6, prefixed: false, first: 4502 },
  { datum: 'cgcs2000', width: 3, prefixed: true, first: 4513 },
  { datum: 'cgcs2000', width: 3, prefixed: false, first: 4534 },
  { datum: 'xian80', width: 6, prefixed: true, first: 2327 },
  { datum: 'xian80', width: 6, prefixed: false, first: 2338 },
  { datum: 'xian80', width: 3, prefixed: true, first: 2349 },
  { datum: 'xian80', width: 3, prefixed: false, first: 2370 },
  { datum: 'beijing54', width: 3, prefixed: true, first: 2401 },
  { datum: 'beijing54', width: 3, prefixed: false, first: 2422 },
  { datum: 'beijing54', width: 6, prefixed: true, first: 21413 },
  { datum: 'beijing54', width: 6, prefixed: false, first: 21453 },
]

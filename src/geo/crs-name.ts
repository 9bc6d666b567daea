/** The name of a coordinate system as people and files write it -> one spelling: 'EPSG:4547', 'tmerc:106.5', 'GCJ-02', 'BD-09'. */
import { epsgOf, geographicEpsg, meridianOfZone, zoneNumber } from './crs-codes'
import type { Datum } from './crs-codes'

/**
 * null: not understood. A number outside the registry blocks that we know stays 'EPSG:n' and is refused later, by name.
 * Reads EPSG codes in every dress, .prj text (WKT 1 and 2, Esri's dialect), and Chinese and English zone names.
 */
export function normaliseCrs(text: string): string | null {
  const written = text.replace(/^\uFEFF/, '').trim()
  if (written === '') return null
  if (/^(PROJ|GEOG|GEOD|COMPD|BOUND)[A-Z]*\s*\[/i.test(written)) return ofWkt(written)
  const plain = toHalfWidth(written)
  return ofCode(plain) ?? ofLocal(plain) ?? ofName(plain)
}

const codes: Readonly<Record<number, number>> = { 900913: 3857, 102100: 3857, 102113: 3857, 3785: 3857, 4979: 4326, 4480: 4490, 4479: 4490 }

function ofCode(text: string): string | null {
  if (/CRS:?84/i.test(text)) return 'EPSG:4326'
  const match = /^(?:EPSG|ESRI)?[\s:/_]*(\d{4,6})$/i.exec(text) ?? /EPSG(?:\/|:|\s)*(?:[\d.]*)(?:\/|:|\s)+(\d{4,6})\s*$/i.exec(text) ?? /EPSG\D{0,3}(\d{4,6})\b/i.exec(text)
  if (!match) return null
  const number = Number(match[1])
  return `EPSG:${codes[number] ?? number}`
}

function ofLocal(text: string): string | null {
  const match = /^tmerc:\s*(\d+(?:\.\d+)?(?:,-?\d+(?:\.\d+)?){0,2})$/i.exec(text)
  return match ? `tmerc:${match[1]}` : null
}

function ofName(text: string): string | null {
  const name = text.toLowerCase().replace(/[\s_\-/()（）,，。:：;；|]+/g, ' ').trim()
  if (/gcj|火星|高德|腾讯|amap|国测局/.test(name)) return 'GCJ-02'
  if (/bd ?09|百度|baidu/.test(name)) return 'BD-09'
  if (/ddd ?\. ?mmss/.test(name)) return 'DDD.MMSS'
  if (/3857|mercator auxiliary|pseudo mercator|web ?mercator|web ?墨卡托|web ?麦卡托|球面墨卡托/.test(name)) return 'EPSG:3857'
  const datum = datumOf(name)
  const utm = /utm ?zone ?(\d{1,2}) ?n/.exec(name)
  if (utm && datum === null) return `EPSG:${32600 + Number(utm[1])}`
  const zone = zoneIn(name)
  if (zone) return nameOfZone(datum ?? 'cgcs2000', zone)
  if (datum) return `EPSG:${geographicEpsg[datum]}`
  return /wgs ?(19)?84|\bgps\b|世界大地/.test(name) ? 'EPSG:4326' : null
}

function datumOf(name: string): Datum | null {
  if (/xi'?an ?(19)?80|西安 ?(19)?80|80 ?西安|1980 ?(年)?西安|80坐标系/.test(name)) return 'xian80'
  if (/beijing ?(19)?54|北京 ?(19)?54|1954 ?(年)?北京|54坐标系|新54/.test(name)) return 'beijing54'
  return /cgcs ?2000|china geodetic coordinate system|china ?2000|2000 ?(国家|中国)|国家 ?2000|国家大地坐标系|天地图/.test(name) ? 'cgcs2000' : null
}

type WrittenZone = { readonly width: 3 | 6 | null; readonly meridian: number; readonly prefixed: boolean }

function zoneIn(name: string): WrittenZone | null {
  const width = /(^|\D)(3|三) ?(度|degree|°)/.test(name) ? 3 : /(^|\D)(6|六) ?(度|degree|°)/.test(name) ? 6 : null
  const saysNot = /(不|无|未)(带|加|含)?(带号|加带号)/.test(name)
  const saysPrefix = !saysNot && /带带号|加带号|含带号|有带号/.test(name)
  const meridian = /(?:cm|中央 ?(?:经|子午)线|central meridian|l0 ?=?)[^\d]{0,6}(\d{2,3}(?:\.\d+)?)/.exec(name) ?? /(\d{2,3}(?:\.\d+)?) ?(?:°|度)? ?(?:e|东经|中央)(?:\b|$)/.exec(name)
  if (meridian && isMeridian(Number(meridian[1]))) return { width, meridian: Number(meridian[1]), prefixed: saysPrefix }
  const number = /zone ?(\d{2})(?!\d)/.exec(name) ?? /第? ?(\d{2}) ?(?:号|度)? ?(?:带|帶)/.exec(name) ?? /带号 ?[为是=]? ?(\d{2})(?!\d)/.exec(name)
  if (!number) return null
  const zone = Number(number[1])
  // The two families of numbers do not overlap, so the number alone tells the width.
  const meant = zone >= 25 && zone <= 45 ? 3 : zone >= 13 && zone <= 23 ? 6 : null
  return meant === null ? null : { width: meant, meridian: meridianOfZone(meant, zone), prefixed: !saysNot }
}

const isMeridian = (degrees: number) => degrees >= 72 && degrees <= 138

function nameOfZone(datum: Datum, { width, meridian, prefixed }: WrittenZone): string | null {
  const widths: readonly (3 | 6)[] = width ? [width] : [3, 6]
  for (const each of widths) {
    const epsg = epsgOf({ datum, width: each, centralMeridian: meridian, prefixed })
    if (epsg !== null) return `EPSG:${epsg}`
  }
  return datum === 'cgcs2000' ? `tmerc:${meridian}` : `EPSG:${geographicEpsg[datum]}`
}

/** The text of a .prj file: its own authority code where it has one, else datum and parameters. */
function ofWkt(text: string): string | null {
  const authority = /(?:AUTHORITY|ID)\s*\[\s*"EPSG"\s*,\s*"?(\d+)"?\s*\]\s*\]\s*$/i.exec(text)
  if (authority) return ofCode(authority[1] ?? '')
  const name = /\[\s*"([^"]*)"/.exec(text)?.[1] ?? ''
  const lower = text.toLowerCase().replace(/[\s_\-/]+/g, ' ')
  const datum = datumOf(lower)
  if (/^GEO/i.test(text)) return datum ? `EPSG:${geographicEpsg[datum]}` : /wgs ?(19)?84/.test(lower) ? 'EPSG:4326' : null
  if (/mercator auxiliary sphere|pseudo mercator|popular visualisation/.test(lower)) return 'EPSG:3857'
  const meridian = parameter(text, 'Central_Meridian|Longitude of natural origin|longitude_of_center')
  const falseEasting = parameter(text, 'False_Easting|False easting')
  const falseNorthing = parameter(text, 'False_Northing|False northing') ?? 0
  const scale = parameter(text, 'Scale_Factor|Scale factor at natural origin') ?? 1
  if (meridian === null || falseEasting === null || !/gauss|transverse/.test(lower)) return ofName(toHalfWidth(name))
  if (datum === null) return /wgs ?(19)?84/.test(lower) && scale === 0.9996 ? ofName(toHalfWidth(name)) : null
  if (scale !== 1) return null
  const prefix = (falseEasting - 500000) / 1e6
  if (falseNorthing === 0 && prefix === 0) return nameOfZone(datum, { width: /6 degree|gk cm|gauss kruger cm/.test(lower) && !/3 degree/.test(lower) ? 6 : null, meridian, prefixed: false })
  for (const width of [3, 6] as const) if (falseNorthing === 0 && prefix === zoneNumber(width, meridian)) return nameOfZone(datum, { width, meridian, prefixed: true })
  return datum === 'cgcs2000' ? `tmerc:${meridian},${falseEasting}${falseNorthing === 0 ? '' : `,${falseNorthing}`}` : `EPSG:${geographicEpsg[datum]}`
}

function parameter(text: string, names: string): number | null {
  const match = new RegExp(`"(?:${names})"\\s*,\\s*(-?[\\d.]+(?:e[+-]?\\d+)?)`, 'i').exec(text)
  return match ? Number(match[1]) : null
}

/** Full-width digits and letters of Chinese keyboards. */
const toHalfWidth = (text: string) => text.replace(/[！-～]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ')

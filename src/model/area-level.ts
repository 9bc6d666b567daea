/** The level of a unit: as written, else what its code or the ending of its name tells. */
import { areaLevels, type AreaLevel } from './study'

export type ReadLevel = { readonly level: AreaLevel | null; readonly assumed: boolean }

/** level null: nothing tells it. A code wins over a name: 委会 named 社区 stand under village codes, and the code says what they are. */
export function levelOf(written: string | null, name: string | null, code: string | null): ReadLevel {
  if (written !== null && isLevel(written)) return { level: written, assumed: false }
  const level = levelOfCode(code) ?? levelOfName(name)
  return { level, assumed: level !== null }
}

/** How far down a level lies: 0 province … 7 village. */
export const rankOf = (level: AreaLevel): number => areaLevels.indexOf(level)

/** 经开区, 新区 …: a functional zone's name (SETTLED 10). */
export const isZoneName = (name: string): boolean => zoneName.test(name)
const zoneName = /(?:经开区|开发区|高新区|高新技术产业园区|新区|管委会|管理委员会)$/

const isLevel = (text: string): text is AreaLevel => (areaLevels as readonly string[]).includes(text)

/**
 * 6 digits of the county, 9 of the town, 12 of the committee (DOMAIN C1): 001-099 subdistrict, 100-199 town, 200-399 township;
 * 001-199 residents' committee, 200 and above villagers'. 400-599 of the middle are state farms and the like: the name decides.
 */
function levelOfCode(code: string | null): AreaLevel | null {
  if (!code || !/^(?:\d{6}|\d{9}|\d{12})$/.test(code)) return null
  const full = code.padEnd(12, '0')
  const town = Number(full.slice(6, 9))
  const committee = Number(full.slice(9))
  if (committee > 0) return committee < 200 ? 'community' : 'village'
  if (town > 0) return town < 100 ? 'subdistrict' : town < 200 ? 'town' : town < 400 ? 'township' : null
  if (full.slice(2, 6) === '0000') return 'province'
  return full.slice(4, 6) === '00' ? 'city' : 'county'
}

/** First match wins. 市 alone is a city or a county-level city, so it tells nothing. */
const endings: readonly (readonly [RegExp, AreaLevel])[] = [
  [/(?:省|自治区|特别行政区)$/, 'province'],
  [/(?:地区|自治州|盟)$/, 'city'],
  [/(?:社区|居委会|居民委员会)$/, 'community'],
  [/(?:村|嘎查|村委会|村民委员会)$/, 'village'],
  [/(?:街道|街道办|街道办事处)$/, 'subdistrict'],
  [/镇$/, 'town'],
  [/(?:乡|苏木)$/, 'township'],
  [zoneName, 'county'],
  [/(?:县|区|旗)$/, 'county'],
]
const levelOfName = (name: string | null): AreaLevel | null => (name ? endings.find(([ending]) => ending.test(name))?.[1] : null) ?? null

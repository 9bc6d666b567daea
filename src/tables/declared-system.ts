/** A coordinate system that the sheet itself names: in a title ('CGCS2000 3度带 中央经线105') or in the header of the coordinates. */
import { normaliseCrs } from '../geo/crs'
import type { Layout } from './layout'
import type { ColumnMatch } from './ledger'
import { halfWidth } from './words'

export function declaredSystem(layout: Layout, columns: readonly ColumnMatch[]): string | null {
  const headers = columns.filter(({ key }) => key !== null && positionKeys.has(key)).map(({ header }) => header)
  for (const text of headers) {
    if (/ddd?\.mmss|度\.分秒|度分秒格式/i.test(halfWidth(text))) return 'DDD.MMSS'
    if (speaksOfSystem.test(halfWidth(text)) && normaliseCrs(text) !== null) return text
  }
  return layout.titles.find((text) => speaksOfSystem.test(halfWidth(text)) && normaliseCrs(text) !== null) ?? null
}

const positionKeys = new Set(['lng', 'lat', 'x', 'y', 'position'])
const speaksOfSystem = /坐标系|CGCS|EPSG|WGS|GCJ|BD-?09|西安80|北京54|中央(?:经|子午)线|度带|大地坐标|高德|百度|火星/i

/** Units of quantity as written in headers, unit rows and cells, and what they are worth in our own units (m², yuan, whole things, metres). */
import { plainText } from './words'

export type Dimension = 'count' | 'area' | 'land' | 'money' | 'length'
export type Unit = { readonly dimension: Dimension; readonly factor: number }

/** The unit that a text is (nothing but a unit), or null. Land units (亩, 公顷, 平方公里) have dimension 'land'; m² is 'area' and fits both. */
export function unitOf(text: string): Unit | null {
  const plain = plainText(text)
  const known = cache.get(plain)
  if (known !== undefined) return known
  const found = lookUp(plain)
  if (cache.size < 5000) cache.set(plain, found)
  return found
}

/** Whether a column of this dimension may be written in this unit: floor areas are never given in 亩. */
export function fits(unit: Unit, dimension: Dimension): boolean {
  if (unit.dimension === dimension) return true
  return unit.dimension === 'area' && dimension === 'land'
}

/** 万 and the like before a unit or alone. */
export const scaleOf = (text: string): number | null => scales[text] ?? null

// 亩: 666.67 m² as the ministries' forms round it (exactly 2000/3).
const base: Readonly<Record<string, Unit>> = {
  ...units('area', 1, ['m2', 'm^2', '平方米', '平米', '平方', '平', 'sqm', 'm²']),
  ...units('land', 666.67, ['亩', '市亩']),
  ...units('land', 10000, ['公顷', 'ha', 'hm2', 'hm^2', '顷(公)']),
  ...units('land', 1e6, ['平方公里', '平方千米', 'km2', 'km^2']),
  ...units('money', 1, [
    '元',
    '元人民币',
    '人民币元',
    '圆',
    'rmb',
    'yuan',
    'cny',
    '元/月',
    '元/人月',
    '元/人·月',
    '元/月·人',
  ]),
  ...units('length', 1, ['米', 'm', '公尺']),
  ...units('length', 1000, ['公里', 'km', '千米']),
  ...units(
    'count',
    1,
    '户 人 张 床 床位 个床位 个 处 家 所 名 套 间 栋 幢 座 部 台 项 次 位 件 对 个点 点 所/个 个/处 户/套 户(套) 套(户) 人次 户次 张床位 张床 人数 户数 person persons people household households bed beds'.split(
      ' ',
    ),
  ),
}

const scales: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  千: 1000,
  万: 1e4,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
}

const cache = new Map<string, Unit | null>()

function lookUp(plain: string): Unit | null {
  const own = entry(base, plain)
  if (own) return own
  const scaled = /^(十万|百万|千万|十|百|千|万|亿)(.*)$/.exec(plain)
  if (!scaled) return null
  const factor = scales[scaled[1]!]!
  const rest = scaled[2] === '' ? null : entry(base, scaled[2]!)
  return rest ? { dimension: rest.dimension, factor: rest.factor * factor } : null
}

const entry = (map: Readonly<Record<string, Unit>>, key: string): Unit | null =>
  Object.hasOwn(map, key) ? map[key]! : null

function units(dimension: Dimension, factor: number, names: readonly string[]): Record<string, Unit> {
  return Object.fromEntries(names.map((name) => [name, { dimension, factor }]))
}

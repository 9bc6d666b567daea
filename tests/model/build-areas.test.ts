import { describe, expect, test } from 'vitest'
import { buildAreas } from '../../src/model/build-areas'
import type { LedgerTable } from '../../src/tables/ledger'
import { ledger, square, told, twoStreets, type HandRow } from '../helpers/hand-tables'

const build = (...tables: readonly LedgerTable[]) => buildAreas(tables)
const roster = (...rows: readonly HandRow[]) => build(ledger('areas', rows))
const parents = (built: ReturnType<typeof build>) => Object.fromEntries(built.areas.map(({ id, parent }) => [id, parent]))

describe('ids and parents', () => {
  test('a unit is known by its code, and without one by the path of names from the top', () => {
    expect(parents(build(twoStreets))).toEqual({
      '530302': null,
      '甲县/东街道': '530302',
      '甲县/西街道': '530302',
      '甲县/东街道/新民社区': '甲县/东街道',
      '甲县/西街道/新民社区': '甲县/西街道',
      '甲县/西街道/云溪社区居委会': '甲县/西街道',
    })
  })

  test('names stay plain', () => expect(build(twoStreets).areas.map(({ name }) => name)).toContain('云溪社区居委会'))

  test('a blank parent is the nearest unit whose code begins the code, whichever length it is written in', () => {
    const built = roster({ code: '530302000000', name: '甲县' }, { code: '530302001', name: '东街道' }, { code: '530302001007', name: '云溪社区' }, { code: '530302009001', name: '无街社区' })
    expect(parents(built)).toEqual({ '530302000000': null, '530302001': '530302000000', '530302001007': '530302001', '530302009001': '530302000000' })
  })

  test('a parent of which there are two is told by the code, by the county column, or said to be ambiguous', () => {
    const counties = [{ code: '530301', name: '东县', level: 'county' }, { code: '530302', name: '西县', level: 'county' }, { name: '城关镇', level: 'town', parent: '东县' }, { name: '城关镇', level: 'town', parent: '西县' }]
    const built = roster(...counties, { name: '甲村', parent: '城关镇', county: '西县' }, { name: '乙村', parent: '城关镇' })
    expect(parents(built)).toMatchObject({ '西县/城关镇/甲村': '西县/城关镇', '城关镇/乙村': null })
    expect(told(built.problems)).toContain('area-ambiguous 7 城关镇')
    const coded = roster({ code: '530301', name: '东县' }, { code: '530302', name: '西县' }, { code: '530301100', name: '城关镇' }, { code: '530302100', name: '城关镇' }, { code: '530302100201', name: '甲村', parent: '城关镇' })
    expect(parents(coded)).toMatchObject({ '530302100201': '530302100' })
    expect(told(coded.problems)).not.toContain('area-ambiguous 6 城关镇')
  })

  test('a parent that the roster lacks is said, and two units of one name below two such parents stay two', () => {
    const built = roster({ name: '甲村', parent: '东乡' }, { name: '甲村', parent: '西乡' })
    expect(parents(built)).toEqual({ '东乡/甲村': null, '西乡/甲村': null })
    expect(told(built.problems)).toContain('parent-missing 2 东乡')
  })

  test('a parent that does not stand above the unit is no parent: no circle can arise', () => {
    const built = roster({ name: '甲县', level: 'county', parent: '乙县' }, { name: '乙县', level: 'county', parent: '甲县' }, { name: '丙县', level: 'county', parent: '丙县' })
    expect(built.areas.every(({ parent }) => parent === null)).toBe(true)
    expect(told(built.problems).filter((text) => text.startsWith('area-cycle'))).toEqual(['area-cycle 2 乙县', 'area-cycle 3 甲县', 'area-cycle 4 丙县'])
  })

  test('of two rows with one code the first by content stays, and the other is set aside with its row', () => {
    const built = roster({ code: '530302', name: '乙县' }, { code: '530302', name: '甲县' })
    const shuffled = roster({ code: '530302', name: '甲县' }, { code: '530302', name: '乙县' })
    expect(built.areas.map(({ name }) => name)).toEqual(['乙县'])
    expect(shuffled.areas.map(({ name }) => name)).toEqual(['乙县'])
    expect(built.setAside.map(({ entry, why }) => [entry.source.row, why])).toEqual([[3, 'duplicate']])
    expect(shuffled.setAside.map(({ entry, why }) => [entry.source.row, why])).toEqual([[2, 'duplicate']])
    expect(told(built.problems)).toContain('id-twice 3 530302')
  })
})

describe('levels', () => {
  test('an inferred level is said with its row; a row that nothing tells is set aside', () => {
    const built = roster({ name: '东街道' }, { name: '某处' })
    expect(built.areas.map(({ level }) => level)).toEqual(['subdistrict'])
    expect(told(built.problems)).toEqual(['level-assumed 2 东街道: subdistrict', 'level-missing 3 某处'])
    expect(built.setAside.map(({ entry, why }) => [entry.source.row, why])).toEqual([[3, 'unreadable']])
  })
})

describe('functional zones (SETTLED 10 and 41)', () => {
  const zoneOf = (row: HandRow): boolean | undefined => roster(row).areas[0]?.zone

  test('are what the ledger says', () => {
    expect(zoneOf({ code: '530391', name: '经开区', level: 'county', zone: true })).toBe(true)
    expect(zoneOf({ code: null, name: '经开区', level: 'county', zone: false })).toBe(false)
  })

  test('are assumed only where the code is blank: at county level, or from the name', () => {
    expect(zoneOf({ name: '曲靖经开区', level: 'county' })).toBe(true)
    expect(zoneOf({ name: '某县', level: 'county' })).toBe(true)
    expect(zoneOf({ name: '临空开发区', level: 'subdistrict' })).toBe(true)
    expect(zoneOf({ name: '东街道', level: 'subdistrict' })).toBe(false)
    expect(zoneOf({ code: '310115', name: '浦东新区', level: 'county' })).toBe(false)
  })

  test('an assumed one is shown to the user', () => expect(told(roster({ name: '曲靖经开区', level: 'county' }).problems)).toEqual(['zone-assumed 2 曲靖经开区']))
})

describe('boundaries', () => {
  const map = (...rows: readonly HandRow[]) => ledger('areas', rows, 'areas.geojson')
  const boundaryOf = (built: ReturnType<typeof build>, id: string) => built.areas.find((area) => area.id === id)?.boundary

  test('join by code, else by name and parent', () => {
    const built = build(twoStreets, map({ code: '530302', name: '旧名', $geometry: square(0, 0) }, { name: '新民社区', parent: '西街道', $geometry: square(2, 0) }, { name: '云溪社区', $geometry: square(4, 0) }))
    expect(boundaryOf(built, '530302')).toEqual(square(0, 0))
    expect(boundaryOf(built, '甲县/西街道/新民社区')).toEqual(square(2, 0))
    expect(boundaryOf(built, '甲县/东街道/新民社区')).toBeNull()
    expect(boundaryOf(built, '甲县/西街道/云溪社区居委会')).toEqual(square(4, 0))
    expect(told(built.problems).filter((text) => text.startsWith('boundary'))).toEqual([])
  })

  test('a shape that fits no unit, or two, is set aside and said; it makes no unit of its own', () => {
    const built = build(twoStreets, map({ name: '新民社区', $geometry: square(0, 0) }, { name: '别处社区', $geometry: square(2, 0) }))
    expect(told(built.problems)).toEqual(['boundary-unmatched 2 新民社区', 'boundary-unmatched 3 别处社区'])
    expect(built.setAside.map(({ entry }) => [entry.source.table, entry.source.row]).sort()).toEqual([[1, 2], [1, 3]])
    expect(built.areas).toHaveLength(6)
  })

  test('several shapes of one unit are put together, as an exclave is drawn', () => {
    const built = build(twoStreets, map({ code: '530302', $geometry: square(0, 0) }, { code: '530302', $geometry: square(5, 0) }))
    expect(boundaryOf(built, '530302')).toMatchObject({ type: 'MultiPolygon', coordinates: { length: 2 } })
    expect(built.setAside).toEqual([])
  })

  test('a map of areas without a roster is the roster, exclaves and all', () => {
    const built = build(map({ code: '530302', name: '甲县', $geometry: square(0, 0) }, { code: '530302', name: '甲县', $geometry: square(5, 0) }, { code: '530302001', name: '东街道', $geometry: square(0, 0) }))
    expect(parents(built)).toEqual({ '530302': null, '530302001': '530302' })
    expect(boundaryOf(built, '530302')?.type).toBe('MultiPolygon')
    expect(boundaryOf(built, '530302001')?.type).toBe('Polygon')
    expect(built.setAside).toEqual([])
  })
})

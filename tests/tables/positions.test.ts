import { describe, expect, test } from 'vitest'
import { fromLngLat } from '../../src/geo/crs'
import type { Cell } from '../../src/sources/raw-table'
import { readAngle, readPair } from '../../src/tables/cells/angle'
import { readLedger } from '../../src/tables/read-ledger'
import { codesOf, keysOf, sheet, valuesOf } from './sheet'

const facilities = (header: readonly Cell[], rows: readonly (readonly Cell[])[], options = {}, hints = {}) =>
  readLedger(
    sheet([['设施名称', ...header], ...rows.map((row, at) => [`第${at}所`, ...row])], {
      file: 'facilities.csv',
      ...options,
    }),
    hints,
  )
const places = (table: ReturnType<typeof facilities>) => table.rows.map(({ values }) => [values.lng, values.lat])
const near = (table: ReturnType<typeof facilities>, lng: number, lat: number) => {
  expect(table.rows[0]!.values.lng).toBeCloseTo(lng, 7)
  expect(table.rows[0]!.values.lat).toBeCloseTo(lat, 7)
}

describe('one half of a coordinate', () => {
  const degrees = 103 + 47 / 60 + 46 / 3600
  test.each([
    ['103°47′46″'],
    ['103度47分46秒'],
    ['E103°47′46″'],
    ['103°47\'46"E'],
    ['东经103°47′46″'],
    ['103 º 47 ’ 46 ”'],
    ["103°47'46''"],
    ['103:47:46'],
  ])('%s', (text) => expect(readAngle(text)).toBeCloseTo(degrees, 10))
  test.each([
    ['103.79°', 103.79],
    ['E103.79', 103.79],
    ['103.79', 103.79],
    [103.79, 103.79],
    ['１０３．７９', 103.79],
    ['W51.2', -51.2],
    ['103°47.5′', 103 + 47.5 / 60],
  ])('%s', (text, value) => expect(readAngle(text)).toBeCloseTo(value, 10))
  test.each([['103°67′46″'], ['不在'], ['E103N']])('%s is unreadable', (text) => expect(readAngle(text)).toBeNaN())
  test.each([[''], ['—'], ['无'], [null]])('%s is blank', (text) => expect(readAngle(text)).toBe(null))
  test.each([
    ['103.79,25.49'],
    ['103.79，25.49'],
    ['103.79 25.49'],
    ['(103.79, 25.49)'],
    ['POINT (103.79 25.49)'],
    ['E103.79°,N25.49°'],
  ])('a pair %s', (text) => expect(readPair(text)).toEqual([103.79, 25.49]))
})

describe('longitude and latitude', () => {
  test('stand as they are', () =>
    expect(places(facilities(['经度', '纬度'], [[103.79, 25.49]]))).toEqual([[103.79, 25.49]]))
  test('in one cell, either order', () => {
    expect(places(facilities(['坐标'], [['103.79,25.49']]))).toEqual([[103.79, 25.49]])
    expect(places(facilities(['经纬度'], [['25.49, 103.79']]))).toEqual([[103.79, 25.49]])
  })
  test('in exchanged columns are put right and said once', () => {
    const table = facilities(
      ['经度', '纬度'],
      [
        [25.49, 103.79],
        [25.5, 103.8],
      ],
    )
    expect(places(table)).toEqual([
      [103.79, 25.49],
      [103.8, 25.5],
    ])
    expect(codesOf(table).filter((code) => code === 'position-swapped')).toHaveLength(1)
  })
  test('zero is no place', () => {
    const table = facilities(
      ['经度', '纬度'],
      [
        [0, 0],
        [103.79, 25.49],
      ],
    )
    expect(places(table)).toEqual([
      [null, null],
      [103.79, 25.49],
    ])
    expect(table.problems).toContainEqual({
      code: 'position-unreadable',
      severity: 'warning',
      at: { file: 'facilities.csv', sheet: null, row: 2, column: '经度/纬度' },
      detail: '0, 0',
    })
  })
  test('one half alone is no place', () =>
    expect(
      places(
        facilities(
          ['经度', '纬度'],
          [
            [103.79, ''],
            [103.79, 25.49],
          ],
        ),
      )[0],
    ).toEqual([null, null]))
  test('blank is no place and no problem', () => {
    const table = facilities(
      ['经度', '纬度'],
      [
        ['', ''],
        [103.79, 25.49],
      ],
    )
    expect([places(table)[0], codesOf(table)]).toEqual([[null, null], ['crs-guessed']])
  })
  test('abroad keep the order of their headers', () =>
    expect(places(facilities(['lng', 'lat'], [[-51.19, -30.06]]))).toEqual([[-51.19, -30.06]]))
})

describe('metres of CGCS2000', () => {
  const at = [103.8, 25.5] as const
  const [x, y] = fromLngLat('EPSG:4523')!(...at)
  const [plainX] = fromLngLat('EPSG:4544')!(...at)
  test('with a zone prefix need no hint', () => {
    const table = facilities(['X', 'Y'], [[x, y]])
    near(table, ...at)
    expect(table.crs).toBe('EPSG:4523')
  })
  test('as Chinese surveyors write them, X north and Y east', () => {
    const table = facilities(['X坐标', 'Y坐标'], [[y, x]])
    near(table, ...at)
    expect(keysOf(table)).toEqual(['name', 'lat', 'lng'])
    expect(codesOf(table)).not.toContain('position-swapped')
  })
  test('without a prefix and without a hint keep the row, not the place', () => {
    const table = facilities(['X', 'Y'], [[plainX, y]])
    expect([table.counts.used, places(table), codesOf(table)]).toEqual([1, [[null, null]], ['crs-zone-unknown']])
  })
  test('without a prefix, the zone named in the title', () => {
    const table = readLedger(
      sheet([
        ['设施坐标表（CGCS2000 3度带 中央经线105）', null, null],
        ['设施名称', 'X坐标', 'Y坐标'],
        ['甲', y, plainX],
      ]),
    )
    near(table, ...at)
    expect(table.crs).toBe('EPSG:4544')
  })
  test('without a prefix, the zone named by the user', () =>
    near(facilities(['X', 'Y'], [[plainX, y]], {}, { crs: 'CGCS2000 / 3-degree GK CM 105E' }), ...at))
  test('the user wins over the file', () =>
    expect(facilities(['经度', '纬度'], [[103.79, 25.49]], { crs: 'EPSG:4490' }, { crs: 'GCJ-02' }).crs).toBe('GCJ-02'))
  test('in another zone than the declared one are outside', () =>
    expect(codesOf(facilities(['X', 'Y'], [[38500000, y]], {}, { crs: 'EPSG:4523' }))).toContain('position-outside'))
})

describe('a system that nobody can use', () => {
  test('is said, and the rows stay', () => {
    const table = facilities(['经度', '纬度'], [[103.79, 25.49]], {}, { crs: 'my own grid' })
    expect([codesOf(table), places(table), table.counts.used]).toEqual([['crs-unknown'], [[null, null]], 1])
  })
})

test('five rows and a twentieth of all on one point are said', () => {
  const rows = Array.from({ length: 20 }, (_, at) => (at < 5 ? [103.5, 25.5] : [103 + at / 100, 25.1]))
  const shared = facilities(['经度', '纬度'], rows).problems.filter(({ code }) => code === 'position-shared')
  expect(shared.map(({ detail }) => detail)).toEqual(['103.500000, 25.500000 ×5'])
  expect(codesOf(facilities(['经度', '纬度'], rows.slice(1)))).not.toContain('position-shared')
})

describe('geometry', () => {
  const raw = sheet([['甲']], { file: 'areas.geojson', header: ['name'], crs: 'EPSG:4523' })
  const corner = fromLngLat('EPSG:4523')!(103.8, 25.5)
  const ring = [corner, [corner[0] + 1000, corner[1]], [corner[0], corner[1] + 1000], corner]
  const table = readLedger({ ...raw, rows: [{ ...raw.rows[0]!, geometry: { type: 'Polygon', coordinates: [ring] } }] })
  test('of another system becomes longitude and latitude', () => {
    const geometry = table.rows[0]!.geometry
    expect(geometry?.type).toBe('Polygon')
    const [lng, lat] = geometry?.type === 'Polygon' ? geometry.coordinates[0]![0]! : []
    expect(lng).toBeCloseTo(103.8, 8)
    expect(lat).toBeCloseTo(25.5, 8)
  })
  test('of the file is left as it was', () => expect(ring[0]).toBe(corner))
  test('of a point gives lng and lat', () => {
    const points = sheet([['甲']], { file: 'facilities.geojson', header: ['name'] })
    const read = readLedger({
      ...points,
      rows: [{ ...points.rows[0]!, geometry: { type: 'Point', coordinates: [103.8, 25.5, 1900] } }],
    })
    expect([valuesOf(read, 'lng'), valuesOf(read, 'lat'), read.rows[0]!.geometry]).toEqual([
      [103.8],
      [25.5],
      { type: 'Point', coordinates: [103.8, 25.5] },
    ])
  })
})

test('gates are read in the order that their digits tell', () => {
  const table = readLedger(
    sheet(
      [
        ['小区名称', '规划户数', '出入口'],
        ['甲', 1, '103.79 25.49; 25.5,103.8'],
      ],
      { file: 'compounds.csv' },
    ),
  )
  expect(valuesOf(table, 'gates')).toEqual([
    [
      [103.79, 25.49],
      [103.8, 25.5],
    ],
  ])
})

import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { declaredCrs } from '../../src/sources/declared-crs'
import { readGeojson } from '../../src/sources/geojson'
import { lacks, shared, title } from '../helpers/shared'
import { gbk, utf8 } from './write-bytes'

const readText = (text: string) => {
  const found = readGeojson({ name: '设施.geojson', bytes: utf8(text) })
  return { ...found, table: found.tables[0] }
}
const read = (value: unknown) => readText(JSON.stringify(value))
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features })
const point = (x: unknown, y: unknown) => ({ type: 'Point', coordinates: [x, y] })
const feature = (properties: unknown, geometry: unknown = point(103.8, 25.5)) => ({
  type: 'Feature',
  properties,
  geometry,
})

describe('features', () => {
  test('one row each; the header is every property in the order of first appearance', () => {
    const { table, problems } = read(
      collection(feature({ 名称: '甲', 床位: 12 }), feature({ 床位: 0, 社区: '乙', 公办: true }, null)),
    )
    expect(problems).toEqual([])
    expect(table).toMatchObject({ file: '设施.geojson', sheet: null, format: 'geojson', encoding: 'utf-8', crs: null })
    expect(table?.header).toEqual(['名称', '床位', '社区', '公办'])
    expect(table?.rows).toEqual([
      { row: 1, cells: ['甲', 12, null, null], geometry: point(103.8, 25.5) },
      { row: 2, cells: [null, 0, '乙', true], geometry: null },
    ])
  })

  test('nested values are their JSON, empty text is null, text is not trimmed', () => {
    expect(
      read(collection(feature({ 服务: ['助餐', '助浴'], 表: { a: 1 }, 备注: '', 名称: ' 甲 ' }))).table?.rows[0]?.cells,
    ).toEqual(['["助餐","助浴"]', '{"a":1}', null, ' 甲 '])
  })

  test('the id of a feature is a column, unless the properties have one', () => {
    expect(read(collection({ ...feature({ 名称: '甲' }), id: 'F-1' })).table).toMatchObject({
      header: ['id', '名称'],
      rows: [{ cells: ['F-1', '甲'] }],
    })
    expect(read(collection({ ...feature({ id: 'own' }), id: 7 })).table).toMatchObject({
      header: ['id'],
      rows: [{ cells: ['own'] }],
    })
  })

  test('a single feature and a bare geometry are one row', () => {
    expect(read(feature({ 名称: '甲' })).table?.rows).toHaveLength(1)
    expect(read(point(1, 2)).table).toMatchObject({ header: [], rows: [{ row: 1, cells: [], geometry: point(1, 2) }] })
  })

  test('a long code keeps its digits, coordinates stay numbers', () => {
    const { table } = readText(
      '{"type":"Feature","properties":{"code":530302001001123456789,"文字":"12345678901234567890, 1"},"geometry":{"type":"Point","coordinates":[103.796123456789, 25]}}',
    )
    expect(table?.rows[0]?.cells).toEqual(['530302001001123456789', '12345678901234567890, 1'])
    expect(table?.rows[0]?.geometry).toEqual(point(103.796123456789, 25))
  })

  test('one feature a line is the same as one document', () => {
    const features = [feature({ 名称: '甲' }), feature({ 名称: '乙' })]
    const lines = features.map((each) => JSON.stringify(each))
    expect(readText(lines.join('\n') + '\n').table?.rows).toEqual(read(collection(...features)).table?.rows)
    expect(readText(lines.map((line) => `\u001e${line}\n`).join('')).table?.rows).toEqual(
      read(collection(...features)).table?.rows,
    )
  })

  test('a broken line costs itself and is named', () => {
    const { table, problems } = readText(
      [
        '{"type":"Feature","properties":{"a":1},"geometry":null}',
        '{"type":"Fea',
        '{"type":"Feature","properties":{"a":3},"geometry":null}',
      ].join('\n'),
    )
    expect(table?.rows.map((row) => row.cells)).toEqual([[1], [3]])
    expect(problems).toMatchObject([{ code: 'file-unreadable', severity: 'error', at: { row: 2 } }])
  })

  test('GBK is read as such', () => {
    const found = readGeojson({
      name: 'a.json',
      bytes: gbk('{"type":"Feature","properties":{"名称":"甲"},"geometry":null}'),
    })
    expect(found.tables[0]).toMatchObject({ encoding: 'gb18030', header: ['名称'], rows: [{ cells: ['甲'] }] })
  })
})

describe('a geometry that cannot be read', () => {
  test.each([
    ['text instead of numbers', point('103.8', '25.5')],
    ['one number', { type: 'Point', coordinates: [103.8] }],
    ['nothing', { type: 'Point', coordinates: [] }],
    ['no coordinates', { type: 'Polygon' }],
    [
      'a ring of two positions',
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, 1],
          ],
        ],
      },
    ],
    [
      'a list that is not deep enough',
      {
        type: 'MultiPolygon',
        coordinates: [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 0],
          ],
        ],
      },
    ],
    ['a collection of shapes', { type: 'GeometryCollection', geometries: [point(1, 2)] }],
    ['an unknown type', { type: 'Circle', coordinates: [1, 2] }],
    ['a text', 'POINT(1 2)'],
  ])('%s: its row stays without a place, the others keep theirs', (_, geometry) => {
    const { table, problems } = read(
      collection(feature({ 名称: '甲' }), feature({ 名称: '乙' }, geometry), feature({ 名称: '丙' })),
    )
    expect(table?.rows.map((row) => row.geometry === null)).toEqual([false, true, false])
    expect(table?.rows.map((row) => row.cells[0])).toEqual(['甲', '乙', '丙'])
    expect(problems.map(({ code, severity, at }) => [code, severity, at.row])).toEqual([
      ['geometry-unreadable', 'warning', 2],
    ])
  })

  test('every sound type passes, heights included', () => {
    const ring = [
      [0, 0, 5],
      [1, 0, 5],
      [1, 1, 5],
      [0, 0, 5],
    ]
    const sound = [
      { type: 'MultiPoint', coordinates: [[1, 2]] },
      {
        type: 'LineString',
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
      {
        type: 'MultiLineString',
        coordinates: [
          [
            [1, 2],
            [3, 4],
          ],
        ],
      },
      { type: 'Polygon', coordinates: [ring] },
      { type: 'MultiPolygon', coordinates: [[ring]] },
    ]
    const { table, problems } = read(collection(...sound.map((geometry) => feature({}, geometry))))
    expect(problems).toEqual([])
    expect(table?.rows.map((row) => row.geometry)).toEqual(sound)
  })
})

describe('the coordinate system that the file declares', () => {
  const named = (name: unknown) => declaredCrs({ crs: { type: 'name', properties: { name } } })

  test.each([
    ['urn:ogc:def:crs:EPSG::4490', 'EPSG:4490'],
    ['urn:ogc:def:crs:EPSG:9.9:4547', 'EPSG:4547'],
    ['EPSG:4547', 'EPSG:4547'],
    ['epsg:4326', 'EPSG:4326'],
    ['http://www.opengis.net/def/crs/EPSG/0/4528', 'EPSG:4528'],
    ['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326'],
    [4490, 'EPSG:4490'],
  ])('%s is %s', (name, code) => {
    expect(named(name)).toEqual({ code, unknown: null })
  })

  test('a file that says nothing declares nothing', () => {
    expect(read(collection(feature({}))).table?.crs).toBeNull()
  })

  test('a name that we do not know is said, not guessed', () => {
    const { table, problems } = read({
      ...collection(feature({})),
      crs: { type: 'name', properties: { name: '曲靖独立坐标系' } },
    })
    expect(table?.crs).toBeNull()
    expect(problems).toMatchObject([{ code: 'crs-unknown', detail: '曲靖独立坐标系' }])
  })
})

describe('JSON that is no GeoJSON', () => {
  test('a list of records is a table', () => {
    expect(read([{ 名称: '甲', 户数: 3 }, { 名称: '乙' }]).table).toMatchObject({
      header: ['名称', '户数'],
      rows: [{ cells: ['甲', 3] }, { cells: ['乙', null] }],
    })
  })

  test('so is the one list inside a database export', () => {
    expect(read({ RECORDS: [{ 名称: '甲' }] }).table?.rows).toEqual([{ row: 1, cells: ['甲'], geometry: null }])
  })

  test.each([
    ['settings', '{"name":"x","asOf":"2025-12-31"}', 'file-unknown-format'],
    ['a number', '5', 'file-unknown-format'],
    ['cut off', '{"type":"FeatureCollection","features":[{"type":"Feature"', 'file-unreadable'],
    ['not JSON', '{名称: 甲}', 'file-unreadable'],
    ['no features', '{"type":"FeatureCollection","features":[]}', 'table-empty'],
    ['blank', '  \n', 'file-empty'],
    ['nested ten thousand deep', '['.repeat(10_000) + ']'.repeat(10_000), 'file-unreadable'],
  ])('%s: one error, no table', (_, text, code) => {
    expect(readText(text)).toMatchObject({ tables: [], problems: [{ code, severity: 'error' }] })
    expect(readText(text).problems).toHaveLength(1)
  })
})

test('keys that reach a prototype are left out and named', () => {
  const { table, problems } = readText(
    '{"type":"Feature","properties":{"__proto__":{"polluted":1},"constructor":"x","名称":"甲"},"geometry":null}',
  )
  expect(table?.header).toEqual(['名称'])
  expect(problems.map(({ code, detail }) => [code, detail])).toEqual([
    ['file-not-used', '__proto__'],
    ['file-not-used', 'constructor'],
  ])
  expect('polluted' in {}).toBe(false)
})

test('whatever JSON stands in a feature list, each item is a row and nothing throws', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue(), { minLength: 1, maxLength: 6 }), (items) => {
      const { table } = read(collection(...items))
      expect(table?.rows.map((row) => row.row)).toEqual(items.map((_, index) => index + 1))
      expect(table?.rows.every((row) => row.cells.length === table.header?.length)).toBe(true)
    }),
  )
})

test.skipIf(lacks('data', 'toa-payoh'))(
  title('the published places of Singapore are read with their declared system', 'data', 'toa-payoh'),
  () => {
    const bytes = new Uint8Array(readFileSync(shared('data', 'toa-payoh', 'raw', 'EldercareServices.geojson')))
    const { tables, problems } = readGeojson({ name: 'EldercareServices.geojson', bytes })
    expect(problems).toEqual([])
    expect(tables[0]?.crs).toBe('EPSG:4326')
    expect(tables[0]?.rows.length).toBeGreaterThan(50)
    expect(tables[0]?.rows.every((row) => row.geometry?.type === 'Point')).toBe(true)
  },
)

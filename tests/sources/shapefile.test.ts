import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { packArchive } from '../../src/sources/archive'
import type { RawTable, SourceFile, SourceRead } from '../../src/sources/raw-table'
import { readSource } from '../../src/sources/read'
import { isPartOfShapefile } from '../../src/sources/shapefile'
import { dbfOf, shpOf, type DrawnShape } from '../helpers/shapefiles'
import { gbk, utf8 } from './write-bytes'

const file = (name: string, bytes: Uint8Array | string): SourceFile => ({
  name,
  bytes: typeof bytes === 'string' ? utf8(bytes) : bytes,
})
const line: DrawnShape = {
  type: 'line',
  parts: [
    [
      [0, 0],
      [1, 0],
      [1, 1],
    ],
  ],
}
const name = (text: Uint8Array | string) => dbfOf([{ name: 'NAME', type: 'C', length: 20 }], [{ cells: [text] }])
const read = (...files: SourceFile[]): Promise<SourceRead> => readSource(files[0]!, files)
const only = ({ tables }: SourceRead): RawTable => {
  expect(tables.length).toBe(1)
  return tables[0]!
}

describe('the shapes', () => {
  const geometryOf = async (shape: DrawnShape): Promise<unknown> =>
    only(await read(file('a.shp', shpOf([shape])), file('a.dbf', name('x')))).rows[0]!.geometry

  test.each<[string, DrawnShape, unknown]>([
    ['a point', { type: 'point', at: [103.8, 25.5] }, { type: 'Point', coordinates: [103.8, 25.5] }],
    [
      'several points',
      {
        type: 'points',
        at: [
          [1, 2],
          [3, 4],
        ],
      },
      {
        type: 'MultiPoint',
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
    ],
    [
      'a line',
      line,
      {
        type: 'LineString',
        coordinates: [
          [0, 0],
          [1, 0],
          [1, 1],
        ],
      },
    ],
    [
      'a line of two parts',
      {
        type: 'line',
        parts: [
          [
            [0, 0],
            [1, 0],
          ],
          [
            [2, 0],
            [3, 0],
          ],
        ],
      },
      {
        type: 'MultiLineString',
        coordinates: [
          [
            [0, 0],
            [1, 0],
          ],
          [
            [2, 0],
            [3, 0],
          ],
        ],
      },
    ],
    [
      'a line with heights, which stay behind',
      {
        type: 'line',
        parts: [
          [
            [0, 0],
            [1, 0],
          ],
        ],
        z: true,
      },
      {
        type: 'LineString',
        coordinates: [
          [0, 0],
          [1, 0],
        ],
      },
    ],
    ['no shape', { type: 'null' }, null],
  ])('%s', async (_, shape, geometry) => expect(await geometryOf(shape)).toEqual(geometry))

  const ring = (x: number, y: number, size: number, clockwise: boolean): [number, number][] => {
    const corners: [number, number][] = [
      [x, y],
      [x, y + size],
      [x + size, y + size],
      [x + size, y],
      [x, y],
    ]
    return clockwise ? corners : corners.reverse()
  }
  const [land, lake, islet, far] = [
    ring(0, 0, 9, true),
    ring(1, 1, 5, false),
    ring(2, 2, 1, true),
    ring(20, 0, 3, true),
  ]

  test('an area with a hole', async () =>
    expect(await geometryOf({ type: 'polygon', parts: [land, lake] })).toEqual({
      type: 'Polygon',
      coordinates: [land, lake],
    }))
  test('two areas, of which the hole belongs to the one around it, whichever comes first', async () =>
    expect(await geometryOf({ type: 'polygon', parts: [lake, far, land] })).toEqual({
      type: 'MultiPolygon',
      coordinates: [[far], [land, lake]],
    }))
  test('an islet in the lake is an area of its own', async () =>
    expect(await geometryOf({ type: 'polygon', parts: [land, lake, islet] })).toMatchObject({
      type: 'MultiPolygon',
      coordinates: [[land, lake], [islet]],
    }))
  test('an area written the wrong way round is an area all the same', async () =>
    expect(await geometryOf({ type: 'polygon', parts: [[...land].reverse()] })).toEqual({
      type: 'Polygon',
      coordinates: [[...land].reverse()],
    }))
})

describe('the columns', () => {
  const fields = [
    { name: 'NAME', type: 'C', length: 8 },
    { name: 'length_m', type: 'N', length: 10 },
    { name: 'open', type: 'L', length: 1 },
    { name: 'built', type: 'D', length: 8 },
    { name: 'width', type: 'F', length: 6 },
  ]
  test('keep their names, text its blanks in front, numbers their value, dates their day; blanks are null', async () => {
    const dbf = dbfOf(fields, [
      { cells: [' A 1', '     30.25', 'T', '20180601', '1e2'] },
      { cells: ['', '', '?', '00000000', '******'] },
    ])
    const { header, rows } = only(await read(file('a.shp', shpOf([line, line])), file('a.dbf', dbf)))
    expect(header).toEqual(['NAME', 'length_m', 'open', 'built', 'width'])
    expect(rows.map(({ cells }) => cells)).toEqual([
      [' A 1', 30.25, true, { date: '2018-06-01' }, 100],
      [null, null, null, null, null],
    ])
  })

  test('of a deleted record go with its shape, and the others keep their numbers', async () => {
    const dbf = dbfOf(fields.slice(0, 1), [{ cells: ['a'] }, { cells: ['b'], deleted: true }, { cells: ['c'] }])
    expect(
      only(await read(file('a.shp', shpOf([line, line, line])), file('a.dbf', dbf))).rows.map(({ row, cells }) => [
        row,
        cells[0],
      ]),
    ).toEqual([
      [1, 'a'],
      [3, 'c'],
    ])
  })
})

describe('the encoding of the text', () => {
  test.each<[string, Uint8Array, string | null, string]>([
    ['GBK without a .cpg', gbk('名称甲乙'), null, 'gb18030'],
    ['GBK that the .cpg calls 936', gbk('名称甲乙'), '936', 'gb18030'],
    ['GBK that the .cpg calls CP936', gbk('名称甲乙'), 'CP936\n', 'gb18030'],
    ['GBK that the .cpg calls UTF-8', gbk('名称甲乙'), 'UTF-8', 'gb18030'],
    ['UTF-8 without a .cpg', utf8('名称甲乙'), null, 'utf-8'],
    ['UTF-8 that the .cpg calls GBK', utf8('名称甲乙'), 'GBK', 'utf-8'],
    ['UTF-8 that the .cpg calls 65001', utf8('名称甲乙'), '65001', 'utf-8'],
  ])('is found: %s', async (_, text, cpg, encoding) => {
    const found = await read(
      file('a.shp', shpOf([line])),
      file('a.dbf', name(text)),
      ...(cpg === null ? [] : [file('a.cpg', cpg)]),
    )
    expect(found.problems).toEqual([])
    expect([only(found).encoding, only(found).rows[0]!.cells[0]]).toEqual([encoding, '名称甲乙'])
  })

  test('holds for the headers too', async () => {
    const dbf = dbfOf([{ name: gbk('名称'), type: 'C', length: 8 }], [{ cells: [gbk('甲')] }])
    expect(only(await read(file('a.shp', shpOf([line])), file('a.dbf', dbf))).header).toEqual(['名称'])
  })
})

describe('the coordinate system', () => {
  const cgcs =
    'PROJCS["CGCS2000_3_Degree_GK_CM_105E",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",105.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]'
  const crsOf = async (prj: string | null): Promise<SourceRead> =>
    read(file('路网.SHP', shpOf([line])), file('路网.dbf', name('x')), ...(prj === null ? [] : [file('路网.prj', prj)]))

  test('is the one of the .prj', async () => expect(only(await crsOf(cgcs)).crs).toBe('EPSG:4544'))
  test('is unsaid without a .prj', async () => expect(only(await crsOf(null)).crs).toBeNull())
  test('that nobody knows is named', async () =>
    expect((await crsOf('LOCAL_CS["曲靖独立坐标系"]')).problems).toMatchObject([
      { code: 'crs-unknown', detail: '曲靖独立坐标系' },
    ]))
})

describe('the files', () => {
  const parts = [
    file('roads.shp', shpOf([line])),
    file('ROADS.DBF', name('a')),
    file('roads.prj', ''),
    file('other.dbf', name('b')),
  ]

  test('of one stem belong together, whatever the case', async () => {
    expect(only(await read(...parts)).rows[0]!.cells).toEqual(['a'])
    expect(
      parts.map((part) =>
        isPartOfShapefile(
          part.name,
          parts.map((each) => each.name),
        ),
      ),
    ).toEqual([false, true, true, false])
  })

  test('in one zip are one table of the zip, several layers are several', async () => {
    const zip = (names: readonly string[]): SourceFile =>
      file(
        '路网.zip',
        packArchive(
          names.flatMap((stem) => [file(`${stem}.shp`, shpOf([line])), file(`${stem}.dbf`, name(stem.slice(-1)))]),
        ),
      )
    expect(only(await read(zip(['in/a']))).rows[0]!.cells).toEqual(['a'])
    expect(
      (await read(zip(['a', 'b']))).tables.map(({ file: shown, sheet, rows }) => [shown, sheet, rows[0]!.cells[0]]),
    ).toEqual([
      ['路网.zip', 'a', 'a'],
      ['路网.zip', 'b', 'b'],
    ])
    expect((await read(file('x.zip', packArchive([file('a.txt', 'x')])))).problems).toMatchObject([
      { code: 'file-unknown-format', detail: 'zip' },
    ])
  })

  test('without the .dbf are shapes alone, and what is missing is named', async () => {
    const found = await read(parts[0]!)
    expect(only(found)).toMatchObject({ header: [], rows: [{ row: 1, cells: [] }] })
    expect(found.problems).toMatchObject([{ code: 'file-missing', severity: 'warning', detail: 'roads.dbf' }])
  })

  test('that are cut off give what stands before the cut', async () => {
    const shp = shpOf([line, line, line])
    const found = await read(
      file('a.shp', shp.slice(0, shp.length - 10)),
      file('a.dbf', dbfOf([{ name: 'N', type: 'C', length: 3 }], [{ cells: ['a'] }, { cells: ['b'] }], 3)),
    )
    expect(only(found).rows.map(({ geometry }) => geometry?.type)).toEqual(['LineString', 'LineString'])
    expect(found.problems.map(({ code, detail }) => [code, detail])).toEqual([
      ['file-unreadable', 'SHP, 2 …'],
      ['file-unreadable', 'DBF 2 ≠ SHP 2'],
    ])
  })

  test('by any change of any bytes never throw and always end', async () => {
    const shp = shpOf([
      line,
      {
        type: 'polygon',
        parts: [
          [
            [0, 0],
            [0, 1],
            [1, 0],
            [0, 0],
          ],
        ],
      },
      { type: 'points', at: [[1, 1]] },
    ])
    const dbf = dbfOf(
      [
        { name: 'N', type: 'N', length: 5 },
        { name: 'C', type: 'C', length: 5 },
      ],
      [{ cells: ['1', 'x'] }, { cells: ['2', 'y'] }, { cells: ['3', 'z'] }],
    )
    const change = (size: number) => fc.array(fc.tuple(fc.nat(size - 1), fc.nat(255)), { maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(change(shp.length), change(dbf.length), fc.nat(shp.length), async (inShp, inDbf, length) => {
        const [one, two] = [shp.slice(), dbf.slice()]
        for (const [at, value] of inShp) one[at] = value
        for (const [at, value] of inDbf) two[at] = value
        const { tables, problems } = await read(file('a.shp', one.slice(0, length)), file('a.dbf', two))
        expect(tables.length + problems.length).toBeGreaterThan(0)
      }),
      { numRuns: 300 },
    )
  })
})

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readSource } from '../../src/sources/read'
import { factItem, factItems } from '../../src/tables/fact-items'
import { ledgerNames } from '../../src/tables/ledger'
import { ledgers } from '../../src/tables/ledgers'
import { readLedger } from '../../src/tables/read-ledger'
import { adds, codesOf, keysOf, sheet, valuesOf } from './sheet'

describe('which ledger a sheet is', () => {
  // prettier-ignore
  const cases: readonly (readonly [string, readonly string[], string])[] = [
    ['x', ['小区名称', '规划户数', '竣工日期'], 'compounds'],
    ['x', ['机构名称', '床位数', '护理型床位', '兴办主体'], 'facilities'],
    ['x', ['区划代码', '名称', '级别', '上级'], 'areas'],
    ['x', ['县(市、区)', '街道(乡镇)', '村(社区)名称', '区划代码', '户数', '60岁以上'], 'areas'],
    ['x', ['对象', '统计项', '数值', '日期'], 'facts'],
    ['x', ['经度', '纬度', '常住人口', '60岁以上'], 'people'],
    ['x', ['地块编号', '用地面积(亩)', '规划用途', '分区'], 'plots'],
    ['名册', ['名称', '户数'], 'areas'],
    ['小区台账', ['名称', '户数'], 'compounds'],
    ['养老服务设施台账2024', ['名称', '类型', '面积'], 'facilities'],
    ['people', ['id', 'lng', 'lat', 'residents'], 'people'],
  ]
  test.each(cases)('%s with %j', (file, header, ledger) =>
    expect(readLedger(sheet([header, header.map((_, at) => `${at}`)], { file: `${file}.csv` })).ledger).toBe(ledger),
  )
  test('the sheets of one workbook may be different ledgers', () => {
    expect(
      readLedger(
        sheet(
          [
            ['名称', '户数'],
            ['甲', 1],
          ],
          { file: '全市.xlsx', sheet: '小区台账' },
        ),
      ).ledger,
    ).toBe('compounds')
    expect(
      readLedger(
        sheet(
          [
            ['名称', '类型'],
            ['甲', '养老院'],
          ],
          { file: '全市.xlsx', sheet: '养老机构' },
        ),
      ).ledger,
    ).toBe('facilities')
  })
})

describe('the ledgers', () => {
  test('are all in the list', () => expect(ledgers.map(({ name }) => name).sort()).toEqual([...ledgerNames].sort()))
  test('have each key once', () => {
    for (const { columns } of ledgers) expect(new Set(columns.map(({ key }) => key)).size).toBe(columns.length)
  })
  test('the key of a column is always its header', () => {
    for (const { name, columns } of ledgers) {
      const keys = columns.map(({ key }) => key).filter((key) => !['x', 'y'].includes(key))
      const table = readLedger(sheet([keys, keys.map(() => null)]), { ledger: name })
      expect(keysOf(table)).toEqual(keys)
    }
  })
})

describe('fact items', () => {
  test('are 218, each once, with words in both languages', () => {
    expect(factItems).toHaveLength(218)
    expect(new Set(factItems.map(({ key }) => key)).size).toBe(218)
    for (const { key, zh, meaning } of factItems) {
      expect(meaning.en, key).not.toBe('')
      expect(/[\u4e00-\u9fff]/.test(meaning.zh) && zh !== '', key).toBe(true)
    }
  })
  test('flows and funds of a year are yearly, what stands is a stock', () => {
    expect(
      ['lottery-fund', 'basic-care-funding', 'care-workers-trained', 'elders65', 'care-jobs-added'].map(
        (key) => factItem(key)?.period,
      ),
    ).toEqual(['year', 'year', 'year', 'stock', 'stock'])
  })
})

describe('the facts ledger', () => {
  const table = readLedger(
    sheet([
      ['对象', '统计项', '数值', '单位', '日期'],
      ['曲溪市', '养老床位总数', '1,200张', '', '2024年'],
      ['曲溪市', '福利彩票公益金', 350, '万元', '2024'],
      ['甲小区', '同步规划', '是', '', ''],
      ['曲溪市', '某个指标', '很多', '', ''],
      ['曲溪市', 'report-2022-12', '未提交', '', ''],
      ['曲溪市', 'report-2023-03', '2023年3月5日', '', ''],
      ['', '养老床位总数', 3, '', ''],
    ]),
  )
  test('reads each value by its item and unit', () => {
    expect(valuesOf(table, 'item')).toEqual([
      'beds-total',
      'lottery-fund',
      'sync-planned',
      '某个指标',
      'report-2022-12',
      'report-2023-03',
    ])
    expect(valuesOf(table, 'value')).toEqual([1200, 3500000, true, '很多', false, '2023-03-05'])
    expect(valuesOf(table, 'date')).toEqual(['2024', '2024', null, null, null, null])
  })
  test('a figure of nobody is set aside and said', () => {
    expect(table.setAside).toEqual([{ row: 8, why: 'no-identity' }])
    expect(table.problems).toContainEqual({
      code: 'id-missing',
      severity: 'error',
      at: { file: 'x.csv', sheet: null, row: 8 },
    })
  })
  test('may have the items as columns', () => {
    const wide = readLedger(
      sheet(
        [
          ['区县', '养老床位总数', '街道数', '高龄津贴制度'],
          ['麒麟区', 1200, 8, '有'],
          ['沾益区', 800, '', ''],
        ],
        { file: 'facts.csv' },
      ),
    )
    expect(wide.ledger).toBe('facts')
    expect(wide.rows.map(({ values, facts }) => [values.of, facts])).toEqual([
      ['麒麟区', { 'beds-total': 1200, subdistricts: 8, 'old-age-allowance-system': true }],
      ['沾益区', { 'beds-total': 800, subdistricts: null, 'old-age-allowance-system': null }],
    ])
  })
})

describe('kinds', () => {
  test('the name only proposes where the type is blank, marked and said', () => {
    const table = readLedger(
      sheet([
        ['设施名称', '类型', '床位数'],
        ['白石街道居家养老服务中心', '', 1],
        ['幸福食堂', '养老院', 2],
        ['老年大学', '', 0],
        ['夕阳红', '', 3],
      ]),
    )
    expect(valuesOf(table, 'kind')).toEqual(['STREET', 'INST', 'NOT', null])
    expect(table.rows.map(({ marks }) => marks.map(({ code }) => code))).toEqual([['assumed'], [], ['assumed'], []])
    expect(codesOf(table).filter((code) => code === 'kind-assumed')).toHaveLength(2)
  })
  test('居家养老服务中心 is a street centre where the level says so', () => {
    const table = readLedger(
      sheet([
        ['设施名称', '类型', '层级'],
        ['甲', '居家养老服务中心', '街道'],
        ['乙', '居家养老服务中心', '社区'],
        ['丙', '居家养老服务中心', ''],
      ]),
    )
    expect(valuesOf(table, 'kind')).toEqual(['STREET', 'COMM', 'COMM'])
  })
  test('a level word for two levels is told by the name', () => {
    const table = readLedger(
      sheet(
        [
          ['名称', '级别', '上级'],
          ['白石镇', '乡镇', '县'],
          ['青山乡', '乡镇', '县'],
          ['柳南村', '村（社区）', '白石镇'],
          ['河口', '乡镇', '县'],
        ],
        { file: 'areas.csv' },
      ),
    )
    expect(valuesOf(table, 'level')).toEqual(['town', 'township', 'village', null])
  })
})

describe('personal data', () => {
  const table = readLedger(
    sheet([
      ['机构名称', '床位数', '负责人', '联系电话', '地址', '备用', '备注'],
      ['福寿院', 40, '李四', '13812345678', '人民路1号', '530302194901010010', '电话13812345678'],
      ['康宁院', 30, '王五', '0874-123456', '人民路2号', '530302195203030020', '无障碍'],
    ]),
  )
  test('columns named for persons, or holding their numbers, are named and kept out', () => {
    expect(table.columns.filter(({ personal }) => personal).map(({ header }) => header)).toEqual(['负责人', '联系电话'])
    expect(table.rows[1]!.extra).toMatchObject({ 地址: '人民路2号', 备注: '无障碍' })
    expect(JSON.stringify(table)).not.toMatch(/李四|13812345678/)
    expect(table.problems.filter(({ code }) => code === 'personal-column').map(({ at }) => at.column)).toEqual([
      '负责人',
      '联系电话',
      '备注',
    ])
  })
  test('the name of an institution and its address are not personal', () => expect(keysOf(table)[0]).toBe('name'))
  test('identity numbers are known by their check digit', () => {
    const ids = readLedger(
      sheet([
        ['机构名称', '床位数', '编码一'],
        ['甲', 1, '11010519491231002X'],
        ['乙', 2, '440524188001010014'],
      ]),
    )
    expect(ids.columns[2]).toMatchObject({ personal: true })
    expect(ids.rows[0]!.extra).toEqual({})
  })
})

test('hidden rows are used, and said once', () => {
  const table = readLedger(
    sheet(
      [
        ['小区名称', '规划户数'],
        ['甲', 1],
        ['乙', 2],
        ['丙', 3],
      ],
      { hidden: [3, 4] },
    ),
  )
  expect(table.counts.used).toBe(3)
  expect(table.problems.filter(({ code }) => code === 'rows-hidden').map(({ detail }) => detail)).toEqual(['2'])
})

test('the same trouble in 250 cells is told 100 times, then once with the number of the rest', () => {
  const table = readLedger(
    sheet([['小区名称', '规划户数'], ...Array.from({ length: 250 }, (_, at) => [`小区${at}`, '很多'])]),
  )
  const told = table.problems.filter(({ code }) => code === 'number-unreadable')
  expect([told.length, told[100]]).toEqual([
    101,
    {
      code: 'number-unreadable',
      severity: 'warning',
      at: { file: 'x.csv', sheet: null, column: '规划户数' },
      detail: '+150',
    },
  ])
})

const taipei = join(import.meta.dirname, '../../../shared/data/taipei')

describe.skipIf(!existsSync(taipei))('real registers (needs ../shared/data/taipei: skipped without)', () => {
  const read = async (path: string) =>
    readLedger(
      (await readSource({ name: path.split('/').pop()!, bytes: new Uint8Array(readFileSync(join(taipei, path))) }))
        .tables[0]!,
    )
  test('the study folder reads whole: 469 areas, 974 facilities, 10,860 people', async () => {
    const tables = await Promise.all(['areas.csv', 'facilities.csv', 'people.csv'].map(read))
    expect(tables.map(({ ledger, counts }) => [ledger, counts.in, counts.used])).toEqual([
      ['areas', 469, 469],
      ['facilities', 974, 974],
      ['people', 10860, 10860],
    ])
    for (const table of tables) expect(table.problems.filter(({ severity }) => severity === 'error')).toEqual([])
  })
  test('every raw register is a facilities ledger with names, positions and no row lost', async () => {
    const names = existsSync(taipei) ? readdirSync(join(taipei, 'raw')) : []
    expect(names.length).toBeGreaterThan(5)
    for (const name of names) {
      const table = await read(`raw/${name}`)
      expect([name, table.ledger, adds(table)]).toEqual([name, 'facilities', true])
      expect(table.counts.used, name).toBe(table.counts.in)
      expect(keysOf(table), name).toEqual(expect.arrayContaining(['name', 'lng', 'lat']))
      for (const lng of valuesOf(table, 'lng')) if (lng !== null) expect(lng as number, name).toBeGreaterThan(121)
    }
  })
})

import { describe, expect, test } from 'vitest'
import { headerText, statedUnits } from '../../src/tables/header-text'
import { readLedger } from '../../src/tables/read-ledger'
import { codesOf, keysOf, merge, sheet, valuesOf } from './sheet'

describe('a header cell', () => {
  // prettier-ignore
  const cases: readonly (readonly [string, string, string | null])[] = [
    ['建筑面积（㎡）', '建筑面积', '㎡'],
    ['建筑面积(万㎡)', '建筑面积', '万㎡'],
    ['占地面积 [亩]', '占地面积', '亩'],
    ['建筑\n面积（单位：平方米）', '建筑面积', '平方米'],
    ['１．小区名称', '小区名称', null],
    ['*小区名称', '小区名称', null],
    ['县（市、区）', '县(市、区)', null],
    ['機構名稱', '机构名称', null],
  ]
  test.each(cases)('%j', (text, form, unit) => {
    const header = headerText(text)
    expect(header.forms[0]).toBe(form)
    expect(header.unit).toBe(unit)
  })
  test('填报单位 names an office, not a unit', () => expect(statedUnits('填报单位：曲溪市民政局')).toEqual([]))
  test('单位 states units', () => expect(statedUnits('单位：户、平方米、万元')).toEqual(['户', '平方米', '万元']))
})

describe('columns', () => {
  test.each([
    ['60周岁及以上老年人口数（人）'],
    ['60岁（含）以上老年人'],
    ['其中：60岁以上人数'],
    ['常住60岁及以上人口'],
    ['60岁以上'],
  ])('%s is elders60', (header) =>
    expect(
      keysOf(
        readLedger(
          sheet(
            [
              ['名称', '区划代码', header],
              ['甲', '1', 2],
            ],
            { file: 'areas.csv' },
          ),
        ),
      )[2],
    ).toBe('elders60'),
  )
  test('户籍 elders are another figure', () =>
    expect(
      keysOf(
        readLedger(
          sheet(
            [
              ['名称', '区划代码', '户籍60岁以上老年人数'],
              ['甲', '1', 2],
            ],
            { file: 'areas.csv' },
          ),
        ),
      )[2],
    ).toBe('fact:elders60-registered'))
  test('Chinese, traditional and English headers mean the same', () => {
    for (const header of [
      ['设施名称', '类型', '建筑面积', '床位数'],
      ['設施名稱', '類型', '建築面積', '床位數'],
      ['name', 'kind', 'floorAreaM2', 'beds'],
      ['Name', 'KIND', 'Floor_Area', 'Beds'],
    ])
      expect(keysOf(readLedger(sheet([header, ['甲', '养老院', 1, 2]], { file: 'facilities.csv' })))).toEqual([
        'name',
        'kind',
        'floorAreaM2',
        'beds',
      ])
  })
  test('a mapping by hand wins over the synonyms', () => {
    const table = readLedger(
      sheet(
        [
          ['小区名称', '规划户数', '现状户数'],
          ['甲', 1, 2],
        ],
        { file: 'compounds.csv' },
      ),
      { columns: { 现状户数: 'households' } },
    )
    expect(keysOf(table)).toEqual(['name', null, 'households'])
    expect(valuesOf(table, 'households')).toEqual([2])
    expect(codesOf(table)).toContain('column-twice')
  })
  test('a mapping to a key that does not exist is said', () =>
    expect(
      codesOf(
        readLedger(
          sheet([
            ['小区名称', '规划户数'],
            ['甲', 1],
          ]),
          { columns: { 规划户数: 'homes' } },
        ),
      ),
    ).toContain('study-key-wrong'))
  test('of two headers for one key the exact one stays, the other is kept as an extra column', () => {
    const table = readLedger(
      sheet(
        [
          ['name', 'type', 'kind'],
          ['甲', '站', 'COMM'],
        ],
        { file: 'facilities.csv' },
      ),
    )
    expect(keysOf(table)).toEqual(['name', null, 'kind'])
    expect(table.rows[0]!.extra).toEqual({ type: '站' })
  })
  test('a plain 户数 is planned, marked in each row and said once', () => {
    const table = readLedger(
      sheet([
        ['小区名称', '户数（户）', '竣工日期'],
        ['甲', 100, 2019],
        ['乙', 200, 2020],
      ]),
    )
    expect(valuesOf(table, 'households')).toEqual([100, 200])
    expect(table.rows.map(({ marks }) => marks)).toEqual([
      [{ column: 'households', code: 'assumed', raw: '100' }],
      [{ column: 'households', code: 'assumed', raw: '200' }],
    ])
    expect(codesOf(table).filter((code) => code === 'households-assumed-planned')).toHaveLength(1)
  })
  test('规划户数 needs no assumption', () =>
    expect(
      codesOf(
        readLedger(
          sheet([
            ['小区名称', '规划户数'],
            ['甲', 1],
          ]),
        ),
      ),
    ).not.toContain('households-assumed-planned'))
  test('the items of clauses are facts of the row, by name or key', () => {
    const table = readLedger(
      sheet([
        ['小区名称', '规划户数', '同步规划', 'sync-built', '应配建养老服务用房面积(㎡)'],
        ['甲', 1, '是', '否', '310.5'],
      ]),
    )
    expect(keysOf(table)).toEqual([
      'name',
      'households',
      'fact:sync-planned',
      'fact:sync-built',
      'fact:required-care-area',
    ])
    expect(table.rows[0]!.facts).toEqual({ 'sync-planned': true, 'sync-built': false, 'required-care-area': 310.5 })
  })
  test('达标 is the finding of a compound in one ledger and of an institution in the other', () => {
    expect(
      keysOf(
        readLedger(
          sheet(
            [
              ['小区名称', '达标'],
              ['甲', '是'],
            ],
            { file: 'compounds.csv' },
          ),
        ),
      )[1],
    ).toBe('fact:care-provision-met')
    expect(
      keysOf(
        readLedger(
          sheet(
            [
              ['机构名称', '达标'],
              ['甲', '是'],
            ],
            { file: 'facilities.csv' },
          ),
        ),
      )[1],
    ).toBe('fact:institution-compliant')
  })
  test('columns of single services make one list', () => {
    const table = readLedger(
      sheet([
        ['设施名称', '类型', '助浴', '助餐'],
        ['甲', '驿站', '√', '√'],
        ['乙', '驿站', '×', ''],
        ['丙', '驿站', '', ''],
      ]),
    )
    expect(valuesOf(table, 'services')).toEqual([['meal', 'bathing'], [], undefined])
  })
  test('编号 that only counts the rows is not an id', () =>
    expect(
      keysOf(
        readLedger(
          sheet([
            ['编号', '机构名称', '床位数'],
            [1, '甲', 5],
            [2, '乙', 6],
          ]),
        ),
      ),
    ).toEqual([null, 'name', 'beds']))
  test('编号 with real numbers is', () =>
    expect(
      keysOf(
        readLedger(
          sheet([
            ['编号', '机构名称', '床位数'],
            ['F-07', '甲', 5],
            ['F-09', '乙', 6],
          ]),
        ),
      ),
    ).toEqual(['id', 'name', 'beds']))
})

describe('units over columns', () => {
  test('a unit row under the header multiplies and is set aside', () => {
    const table = readLedger(
      sheet(
        [
          ['地块名称', '用地面积', '改造费用'],
          [null, '(亩)', '万元'],
          ['甲', 3, 2],
        ],
        { file: 'plots.csv' },
      ),
    )
    expect(table.setAside).toEqual([{ row: 2, why: 'title' }])
    expect(valuesOf(table, 'landAreaM2')).toEqual([2000.01])
    expect(valuesOf(table, 'cost')).toEqual([20000])
  })
  test('a unit stated in the title applies to the columns of its kind only', () => {
    const table = readLedger(
      sheet([
        ['养老服务设施表（单位：万平方米）', null, null],
        ['设施名称', '建筑面积', '床位数'],
        ['甲', 0.03, 20],
      ]),
    )
    expect(valuesOf(table, 'floorAreaM2')).toEqual([300])
    expect(valuesOf(table, 'beds')).toEqual([20])
  })
  test('a row that numbers the columns is no data', () =>
    expect(
      readLedger(
        sheet([
          ['设施名称', '类型', '建筑面积', '床位数', '状态'],
          ['甲', 1, 2, 3, 4],
          ['福寿院', '养老院', 900, 40, '运营'],
        ]),
      ).counts,
    ).toEqual({ in: 2, used: 1, setAside: 1, blank: 0 }))
})

describe('no header', () => {
  test('numbers alone are no ledger, and nothing is thrown', () => {
    const table = readLedger(
      sheet([
        [1, 2],
        [3, 4],
      ]),
    )
    expect([table.ledger, codesOf(table)]).toEqual([null, ['header-not-found', 'ledger-unknown']])
    expect(table.rows[0]!.extra).toEqual({ '#1': '1', '#2': '2' })
  })
  test('a sheet with other columns is no ledger', () =>
    expect(
      readLedger(
        sheet([
          ['食谱', '口味'],
          ['面', '辣'],
        ]),
      ).ledger,
    ).toBe(null))
  test('an empty sheet says so', () => expect(codesOf(readLedger(sheet([])))).toContain('table-empty'))
  test('a header without rows says so', () =>
    expect(codesOf(readLedger(sheet([['小区名称', '规划户数']], { file: 'compounds.csv' })))).toEqual(['table-empty']))
})

describe('three header rows', () => {
  test('are joined, and merged cells stand over all their columns', () => {
    const table = readLedger(
      sheet(
        [
          ['小区情况', null, null, '整改', null],
          ['名称', '户数', null, '期限', '完成情况'],
          [null, '规划户数', '入住户数', null, null],
          ['甲', 10, 8, '2023年底', '已完成'],
        ],
        { file: 'compounds.xlsx', merges: ['A1:C1', 'D1:E1', 'A2:A3', 'B2:C2', 'D2:D3', 'E2:E3'].map(merge) },
      ),
    )
    expect(table.headerRows).toEqual([1, 2, 3])
    expect(table.rows[0]!.values).toEqual({
      name: '甲',
      households: 10,
      householdsOccupied: 8,
      due: '2023-12',
      done: true,
    })
  })
})

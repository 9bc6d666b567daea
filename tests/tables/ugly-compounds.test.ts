import { describe, expect, test } from 'vitest'
import { readLedger } from '../../src/tables/read-ledger'
import { adds, codesOf, keysOf, merge, sheet, valuesOf } from './sheet'

// What an office sends: a title, a unit row, a header of two rows with merged cells, merged streets, subtotals, a page break, a footer.
// prettier-ignore
const rows = [
  ['曲溪市住宅小区配建养老服务设施台账', null, null, null, null, null, null, null, null],
  ['填报单位：曲溪市民政局', null, null, null, null, null, null, '单位：户、平方米', null],
  ['序号', '街道', '社区', '小区名称', '户数', null, '养老服务设施', null, '竣工时间'],
  [null, null, null, null, '规划', '入住', '建筑面积', '移交情况', null],
  [1, '益宁街道', '金穗社区', '金穗花园', 1000, 800, 250, '已移交', '2019年6月'],
  [2, null, null, '金穗苑', '500户', '约400', '120㎡', '未移交', '2020.11'],
  [3, null, '银河社区', '银河湾', 300, 120, null, null, '二〇二一年三月'],
  ['小计', null, null, null, 1800, 1320, 370, null, null],
  ['序号', '街道', '社区', '小区名称', '户数', null, '养老服务设施', null, '竣工时间'],
  [4, '白石街道', '白石社区', '白石小区', '1,200', 1100, '0', '已移交', '2009'],
  [5, null, null, '石榴园', 700, null, '—', null, '2018年上半年'],
  [null, null, null, null, null, null, null, null, null],
  ['合计', null, null, null, 3700, 2420, 400, null, null],
  ['填表人：', '张三', null, null, '填报日期：2025年1月', null, null, null, null],
  ['备注：入住户数由物业提供', null, null, null, null, null, null, null, null],
] as const

// prettier-ignore
const merges = ['A1:I1', 'A3:A4', 'B3:B4', 'C3:C4', 'D3:D4', 'E3:F3', 'G3:H3', 'I3:I4', 'B5:B7', 'C5:C6', 'B10:B11', 'C10:C11'].map(merge)
const table = readLedger(sheet(rows, { file: '台账.xlsx', sheet: 'Sheet1', merges }))

describe('an ugly compounds sheet', () => {
  test('is known as a compounds ledger by its columns', () => expect(table.ledger).toBe('compounds'))
  test('has its header in rows 3 and 4', () => expect(table.headerRows).toEqual([3, 4]))
  test('maps grouped headers by leaf and by the joined words', () =>
    expect(keysOf(table)).toEqual([
      null,
      'subdistrict',
      'area',
      'name',
      'households',
      'householdsOccupied',
      'careAreaM2',
      'handover',
      'completed',
    ]))
  test('joined headers are shown from the top', () => expect(table.columns[6]!.header).toBe('养老服务设施/建筑面积'))
  test('every row is used, set aside with its reason, or blank', () => {
    // 15 rows less the 2 of the header
    expect(table.counts).toEqual({ in: 13, used: 5, setAside: 7, blank: 1 })
    expect(adds(table)).toBe(true)
    expect(table.setAside).toEqual([
      { row: 1, why: 'title' },
      { row: 2, why: 'title' },
      { row: 8, why: 'subtotal' },
      { row: 9, why: 'repeated-header' },
      { row: 13, why: 'subtotal' },
      { row: 14, why: 'note' },
      { row: 15, why: 'note' },
    ])
  })
  test('keeps the row numbers of the sheet, in order', () =>
    expect(table.rows.map(({ row }) => row)).toEqual([5, 6, 7, 10, 11]))
  test('fills merged streets and communities down, and marks it', () => {
    expect(valuesOf(table, 'area')).toEqual(['金穗社区', '金穗社区', '银河社区', '白石社区', '白石社区'])
    expect(valuesOf(table, 'subdistrict')).toEqual(['益宁街道', '益宁街道', '益宁街道', '白石街道', '白石街道'])
    expect(table.rows[1]!.marks).toContainEqual({ column: 'area', code: 'filled-down', raw: '金穗社区' })
    expect(table.rows[0]!.marks).toEqual([])
  })
  test('reads figures, blanks and zeros as what they are', () => {
    expect(valuesOf(table, 'households')).toEqual([1000, 500, 300, 1200, 700])
    expect(valuesOf(table, 'householdsOccupied')).toEqual([800, 400, 120, 1100, null])
    expect(valuesOf(table, 'careAreaM2')).toEqual([250, 120, null, 0, null])
    expect(valuesOf(table, 'completed')).toEqual(['2019-06', '2020-11', '2021-03', '2009', null])
    expect(valuesOf(table, 'handover')).toEqual(['handed-over', 'not-handed-over', null, 'handed-over', null])
  })
  test('says the doubts with their places', () => {
    expect(table.problems).toContainEqual({
      code: 'number-approximate',
      severity: 'warning',
      at: { file: '台账.xlsx', sheet: 'Sheet1', row: 6, column: '户数/入住' },
      detail: '约400',
    })
    expect(table.problems).toContainEqual({
      code: 'date-unreadable',
      severity: 'warning',
      at: { file: '台账.xlsx', sheet: 'Sheet1', row: 11, column: '竣工时间' },
      detail: '2018年上半年',
    })
  })
  test('checks totals: only the 400 m² of row 13 is not the sum of 250, 120 and 0', () =>
    expect(table.problems.filter(({ code }) => code === 'subtotal-mismatch')).toEqual([
      {
        code: 'subtotal-mismatch',
        severity: 'warning',
        at: { file: '台账.xlsx', sheet: 'Sheet1', row: 13, column: '养老服务设施/建筑面积' },
        detail: '400 ≠ 370',
      },
    ]))
  test('the same sheet as CSV, where merged cells are blank, gives the same rows', () => {
    const csv = readLedger(sheet(rows, { file: '台账.csv' }))
    expect(csv.headerRows).toEqual([3, 4])
    expect(csv.rows.map(({ values }) => values)).toEqual(table.rows.map(({ values }) => values))
    expect(csv.counts).toEqual(table.counts)
  })
})

describe('groups that are not filled down', () => {
  test('a blank cell in a column that is written out in full stays unknown', () => {
    const full = readLedger(
      sheet([
        ['社区', '小区名称', '规划户数'],
        ['甲社区', '一', 1],
        ['甲社区', '二', 2],
        [null, '三', 3],
        ['乙社区', '四', 4],
      ]),
    )
    expect(valuesOf(full, 'area')).toEqual(['甲社区', '甲社区', null, '乙社区'])
  })
  test('a new street ends the community of the street before', () => {
    const nested = readLedger(
      sheet([
        ['街道', '社区', '小区名称', '规划户数'],
        ['东街道', '甲社区', '一', 1],
        [null, null, '二', 2],
        ['西街道', null, '三', 3],
        [null, null, '四', 4],
      ]),
    )
    // 三 and 四 are known by their street only
    expect(valuesOf(nested, 'area')).toEqual(['甲社区', '甲社区', '西街道', '西街道'])
    expect(valuesOf(nested, 'subdistrict')).toEqual(['东街道', '东街道', '西街道', '西街道'])
  })
  test('square metres merged over three compounds count once and are said', () => {
    const shared = readLedger(
      sheet(
        [
          ['小区名称', '规划户数', '已配面积'],
          ['一', 1, 300],
          ['二', 2, null],
          ['三', 3, null],
        ],
        { merges: [merge('C2:C4')] },
      ),
    )
    expect(valuesOf(shared, 'careAreaM2')).toEqual([300, null, null])
    expect(codesOf(shared).filter((code) => code === 'quantity-merged')).toHaveLength(2)
  })
})

describe('totals of a roster', () => {
  const roster = (total: number) =>
    readLedger(
      sheet(
        [
          ['名称', '级别', '上级', '户数'],
          ['东街道', '街道', '县', 30],
          ['甲社区', '社区', '东街道', 10],
          ['乙社区', '社区', '东街道', 20],
          ['合计', '', '', total],
        ],
        { file: 'areas.csv' },
      ),
    )
  test('are the sum of one level', () => expect(codesOf(roster(30))).not.toContain('subtotal-mismatch'))
  test('and of nothing else', () => expect(codesOf(roster(31))).toContain('subtotal-mismatch'))
})

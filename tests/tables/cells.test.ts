import { describe, expect, test } from 'vitest'
import type { Cell } from '../../src/sources/raw-table'
import { readLedger } from '../../src/tables/read-ledger'
import { sheet } from './sheet'

type Expected = { readonly value: unknown; readonly problem?: string; readonly mark?: string }

/** Reads one cell under one header of one ledger. */
function readCell(
  ledger: 'areas' | 'compounds' | 'facilities' | 'plots',
  header: string,
  cell: Cell,
  key: string,
): Expected {
  const table = readLedger(
    sheet([
      ['名称', header],
      ['甲', cell],
      ['乙', null],
    ]),
    { ledger },
  )
  const row = table.rows[0]!
  const problem = table.problems.find(({ at }) => at.row === 2)?.code
  const mark = row.marks[0]?.code
  return {
    value: key.startsWith('fact:') ? row.facts[key.slice(5)] : row.values[key],
    ...(problem ? { problem } : {}),
    ...(mark ? { mark } : {}),
  }
}

describe('a floor area', () => {
  // prettier-ignore
  const cases: readonly (readonly [Cell, Expected])[] = [
    [120, { value: 120 }],
    ['120', { value: 120 }],
    ['0', { value: 0 }],
    [0, { value: 0 }],
    ['', { value: null }],
    [null, { value: null }],
    ['—', { value: null }],
    ['/', { value: null }],
    ['无', { value: null }],
    ['暂无', { value: null }],
    ['不详', { value: null }],
    ['１２０', { value: 120 }],
    ['1,200', { value: 1200 }],
    ['1，200.5', { value: 1200.5 }],
    ['120㎡', { value: 120 }],
    ['120 平米', { value: 120 }],
    ['120平方米', { value: 120 }],
    ['120m2', { value: 120 }],
    ["'120", { value: 120 }],
    ['1.2万', { value: 12000, mark: 'unit-converted' }],
    ['1.1万㎡', { value: 11000, mark: 'unit-converted' }],
    ['约120', { value: 120, problem: 'number-approximate', mark: 'approximate' }],
    ['120左右', { value: 120, problem: 'number-approximate', mark: 'approximate' }],
    ['120余㎡', { value: 120, problem: 'number-approximate', mark: 'approximate' }],
    ['120(含二层)', { value: 120, problem: 'number-approximate', mark: 'approximate' }],
    ['120-150', { value: null, problem: 'number-range', mark: 'range' }],
    ['120～150平方米', { value: null, problem: 'number-range', mark: 'range' }],
    ['120至150', { value: null, problem: 'number-range', mark: 'range' }],
    ['0.5亩', { value: null, problem: 'unit-wrong' }],
    ['2公顷', { value: null, problem: 'unit-wrong' }],
    ['12张', { value: null, problem: 'unit-wrong' }],
    [-5, { value: null, problem: 'number-negative' }],
    ['-5', { value: null, problem: 'number-negative' }],
    ['约一百', { value: null, problem: 'number-unreadable' }],
    ['12,34', { value: null, problem: 'number-unreadable' }],
    ['120+35', { value: null, problem: 'number-unreadable' }],
    ['90%', { value: null, problem: 'number-unreadable' }],
    [{ error: '#REF!' }, { value: null, problem: 'cell-error' }],
    ['#REF!', { value: null, problem: 'cell-error' }],
    [{ date: '2018-06-01' }, { value: null, problem: 'number-unreadable' }],
    [true, { value: null, problem: 'number-unreadable' }],
  ]
  test.each(cases)('%j', (cell, expected) =>
    expect(readCell('facilities', '建筑面积', cell, 'floorAreaM2')).toEqual(expected),
  )
})

describe('an area whose header names the unit', () => {
  test('万㎡ multiplies plain numbers', () =>
    expect(readCell('facilities', '建筑面积(万㎡)', 0.12, 'floorAreaM2')).toEqual({
      value: 1200,
      mark: 'unit-converted',
    }))
  test('a unit in the cell wins over the header', () =>
    expect(readCell('facilities', '建筑面积（万㎡）', '120㎡', 'floorAreaM2')).toEqual({ value: 120 }))
  test('亩 over land multiplies by 666.67', () =>
    expect(readCell('facilities', '占地面积（亩）', '1.5', 'landAreaM2')).toEqual({
      value: 1000.005,
      mark: 'unit-converted',
    }))
  test('亩 over a floor area is refused', () =>
    expect(readCell('facilities', '建筑面积(亩)', '1.5', 'floorAreaM2')).toEqual({
      value: null,
      problem: 'unit-wrong',
    }))
  test('公顷 in a land cell is 10,000 m²', () =>
    expect(readCell('plots', '用地面积', '2公顷', 'landAreaM2')).toEqual({ value: 20000, mark: 'unit-converted' }))
  test('亩 in a land cell', () =>
    expect(readCell('plots', '用地面积(㎡)', '0.5亩', 'landAreaM2').value).toBeCloseTo(333.335, 6))
  test('万元 over a cost', () =>
    expect(readCell('plots', '改造费用（万元）', 35, 'cost')).toEqual({ value: 350000, mark: 'unit-converted' }))
})

describe('a count', () => {
  // prettier-ignore
  const cases: readonly (readonly [Cell, Expected])[] = [
    ['1374户', { value: 1374 }],
    ['30余张', { value: 30, problem: 'number-approximate', mark: 'approximate' }],
    ['近200', { value: 200, problem: 'number-approximate', mark: 'approximate' }],
    ['100多', { value: 100, problem: 'number-approximate', mark: 'approximate' }],
    ['1.2万', { value: 12000, mark: 'unit-converted' }],
    ['无', { value: null }],
    ['120㎡', { value: null, problem: 'unit-wrong' }],
    ['1.374E+3', { value: 1374 }],
  ]
  test.each(cases)('%j', (cell, expected) =>
    expect(readCell('compounds', '规划户数', cell, 'households')).toEqual(expected),
  )
})

describe('a date', () => {
  // prettier-ignore
  const cases: readonly (readonly [Cell, Expected])[] = [
    ['2018年6月', { value: '2018-06' }],
    ['2018.06', { value: '2018-06' }],
    ['2018-6', { value: '2018-06' }],
    ['2018/6/1', { value: '2018-06-01' }],
    ['2018-06-01 00:00:00', { value: '2018-06-01' }],
    ['2018年6月1日', { value: '2018-06-01' }],
    ['201806', { value: '2018-06' }],
    [201806, { value: '2018-06' }],
    ['20180601', { value: '2018-06-01' }],
    [20180601, { value: '2018-06-01' }],
    ['2018年', { value: '2018' }],
    ['2018', { value: '2018' }],
    [2018, { value: '2018' }],
    [2018.06, { value: '2018-06' }],
    [2018.1, { value: '2018', mark: 'approximate' }],
    ['二〇一八年六月', { value: '2018-06' }],
    ['二○一八年十二月三十一日', { value: '2018-12-31' }],
    ['二零一八年', { value: '2018' }],
    [{ date: '2018-06-01' }, { value: '2018-06-01' }],
    [43252, { value: '2018-06-01', mark: 'assumed' }],
    ['43252', { value: '2018-06-01', mark: 'assumed' }],
    ['民國113年12月31日', { value: '2024-12-31' }],
    ['民国107年', { value: '2018' }],
    ['2023年底前', { value: '2023-12', mark: 'approximate' }],
    ['2023年12月31日前', { value: '2023-12-31', mark: 'assumed' }],
    ['2018年2月30日', { value: null, problem: 'date-unreadable' }],
    ['2018-13', { value: null, problem: 'date-unreadable' }],
    ['2018年上半年', { value: null, problem: 'date-unreadable' }],
    ['“十三五”期间', { value: null, problem: 'date-unreadable' }],
    ['113.12.31', { value: null, problem: 'date-unreadable' }],
    ['2018.06-2019.12', { value: null, problem: 'date-unreadable' }],
    ['/', { value: null }],
  ]
  test.each(cases)('%j', (cell, expected) =>
    expect(readCell('compounds', '竣工日期', cell, 'completed')).toEqual(expected),
  )
})

describe('a code', () => {
  // prettier-ignore
  const cases: readonly (readonly [Cell, Expected])[] = [
    [530302001001, { value: '530302001001' }],
    ['530302001001.0', { value: '530302001001' }],
    ["'530302001001", { value: '530302001001' }],
    ['５３０３０２００１００１', { value: '530302001001' }],
    ['5303 0200 1001', { value: '530302001001' }],
    ['63000010-002', { value: '63000010-002' }],
    ['5.30302E+11', { value: null, problem: 'number-like-id' }],
    ['5.30302e11', { value: null, problem: 'number-like-id' }],
    [9.15303020123456e17, { value: null, problem: 'number-like-id' }],
    ['—', { value: null }],
  ]
  test.each(cases)('%j', (cell, expected) => expect(readCell('areas', '区划代码', cell, 'code')).toEqual(expected))
})

describe('yes or no', () => {
  // prettier-ignore
  const cases: readonly (readonly [Cell, unknown])[] = [
    ['是', true], ['有', true], ['√', true], ['✓', true], ['1', true], [1, true], [true, true], ['达标', true], ['已达标', true], ['Ｖ', true],
    ['否', false], ['无', false], ['×', false], ['0', false], [0, false], ['未达标', false], ['不达标', false], ['尚未配建', false], ['整改中', false],
    ['', null], [null, null], ['—', null], ['不详', null], ['不适用', null],
  ]
  test.each(cases)('%j', (cell, value) =>
    expect(readCell('compounds', '是否达标', cell, 'fact:care-provision-met')).toEqual({ value }),
  )
  test('○ is yes, and marked', () =>
    expect(readCell('compounds', '同步规划', '○', 'fact:sync-planned')).toEqual({ value: true, mark: 'assumed' }))
  test('the day of a step of 四同步 is kept: it says that the step was taken, and when', () =>
    expect(readCell('compounds', '同步验收', '2019年3月', 'fact:sync-accepted')).toEqual({ value: '2019-03' }))
  test('half a yes is unreadable', () =>
    expect(readCell('compounds', '同步规划', '部分达标', 'fact:sync-planned')).toEqual({
      value: null,
      problem: 'yes-no-unreadable',
    }))
  test('完成情况 keeps the day on which it was finished', () =>
    expect(readCell('compounds', '完成情况', '2023年11月', 'done')).toEqual({ value: '2023-11' }))
  test('完成情况 未完成', () => expect(readCell('compounds', '完成情况', '未完成', 'done')).toEqual({ value: false }))
})

describe('words', () => {
  // prettier-ignore
  const cases: readonly (readonly ['areas' | 'compounds' | 'facilities' | 'plots', string, string, string, string])[] = [
    ['facilities', '类型', '社区居家养老服务中心(站)', 'kind', 'COMM'],
    ['facilities', '类型', '社区居家养老服务中心（站）', 'kind', 'COMM'],
    ['facilities', '类型', '街道级居家养老服务中心', 'kind', 'STREET'],
    ['facilities', '类型', '农村幸福院', 'kind', 'VILLAGE'],
    ['facilities', '类型', '农村区域性养老服务中心', 'kind', 'TOWN_RURAL'],
    ['facilities', '类型', '县级特困人员供养服务机构', 'kind', 'INST_COUNTY'],
    ['facilities', '类型', '老年大学', 'kind', 'NOT'],
    ['facilities', '类型', 'INST_CITY', 'kind', 'INST_CITY'],
    ['facilities', '状态', '在建', 'stage', 'building'],
    ['facilities', '状态', '停业', 'stage', 'closed'],
    ['facilities', '状态', '筹建', 'stage', 'planned'],
    ['facilities', '运营状态', '正常运营', 'stage', 'operating'],
    ['facilities', '是否运营', '否', 'stage', 'closed'],
    ['facilities', '层级', '街道', 'level', 'subdistrict'],
    ['facilities', '兴办主体', '社会力量', 'owner', 'private'],
    ['facilities', '运营方式', '公建民营', 'operator', 'public-built-private-run'],
    ['areas', '级别', '县(市、区)', 'level', 'county'],
    ['areas', '级别', '旗', 'level', 'county'],
    ['areas', '级别', '民族乡', 'level', 'township'],
    ['areas', '级别', '居委会', 'level', 'community'],
    ['areas', '级别', '行政村', 'level', 'village'],
    ['compounds', '移交情况', '未移交', 'handover', 'not-handed-over'],
    ['compounds', '是否老旧', '是', 'age', 'old'],
    ['compounds', '类别', '新建', 'age', 'new'],
    ['plots', '用途', '养老用地', 'use', 'care-land'],
    ['plots', '现状/规划', '规划', 'status', 'planned'],
  ]
  test.each(cases)('%s %s %s', (ledger, header, cell, key, code) =>
    expect(readCell(ledger, header, cell, key)).toEqual({ value: code }),
  )
  test('an unknown word is blank, said and marked', () =>
    expect(readCell('facilities', '状态', '待议', 'stage')).toEqual({
      value: null,
      problem: 'word-unknown',
      mark: 'word-unknown',
    }))
})

describe('services', () => {
  // prettier-ignore
  const cases: readonly (readonly [string, readonly string[], string])[] = [
    ['助餐、助医、助浴等', ['meal', 'medical', 'bathing'], ''],
    ['助浴,助餐', ['meal', 'bathing'], ''],
    ['提供助餐服务；日间照料', ['meal', 'day-care'], ''],
    ['助餐助洁助行', ['meal', 'cleaning', 'mobility'], ''],
    ['十助', ['meal', 'medical', 'bathing', 'cleaning', 'urgent', 'mobility', 'shopping', 'learning', 'leisure', 'chatting'], ''],
    ['助餐、理发', ['meal'], 'word-unknown'],
  ]
  test.each(cases)('%s', (cell, value, mark) =>
    expect(readCell('facilities', '服务项目', cell, 'services')).toEqual({ value, ...(mark ? { mark } : {}) }),
  )
})

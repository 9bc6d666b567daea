import { expect, test } from 'vitest'
import { sayProblem } from '../../src/cli/output'
import { resultTable } from '../../src/cli/result-table'
import { problem } from '../../src/problem'
import { pack, result, study } from '../helpers/tiny-study'

test('a problem is one line: where, what, in both languages, without an empty end', () => {
  expect(sayProblem(problem('number-unreadable', 'warning', { file: 'a.xlsx', sheet: '台账', row: 12, column: '建筑面积' }, '约一百'))).toBe('a.xlsx · 工作表 台账 · 第 12 行 · 建筑面积 列  不是数，按空白处理：约一百 · Not a number, taken as blank: 约一百')
  expect(sayProblem(problem('study-empty', 'error', {}))).toBe('里面没有一份可用的台账 · There is no usable ledger in it')
  expect(sayProblem(problem('file-unreadable', 'error', { file: 'a.csv' }))).toBe('a.csv  文件读不出来，可能已损坏 · The file cannot be read, it may be damaged')
})

test('the table names the town, the day, the document, and each clause with verdict, halves and figure', () => {
  const lines = resultTable(study(), [pack], [result()]).split('\n')
  expect(lines[0]).toBe('三社区街  2025-12-31')
  expect(lines.some((line) => line.includes('《三社区街办法》'))).toBe(true)
  expect(lines.find((line) => line.includes('T-1'))?.replace(/ +/g, ' ')).toBe(' T-1 未达标 ✕ 1 / 3 33.33 % 社区覆盖率')
})

test('a figure that is not there is not drawn as 0', () => {
  const line = resultTable(study(), [pack], [result({ state: 'no-data', numerator: null, denominator: null, value: null })]).split('\n').find((each) => each.includes('T-1'))
  expect(line?.replace(/ +/g, ' ')).toBe(' T-1 数据不足 ? 社区覆盖率')
})

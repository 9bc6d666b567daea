import { expect, test } from 'vitest'
import { sayProblem } from '../../src/cli/output'
import { problem } from '../../src/problem'

test('a problem is one line: where, what, in both languages, without an empty end', () => {
  expect(sayProblem(problem('number-unreadable', 'warning', { file: 'a.xlsx', sheet: '台账', row: 12, column: '建筑面积' }, '约一百'))).toBe('a.xlsx · 工作表 台账 · 第 12 行 · 建筑面积 列  不是数，按空白处理：约一百 · Not a number, taken as blank: 约一百')
  expect(sayProblem(problem('study-empty', 'error', {}))).toBe('里面没有一份可用的台账 · There is no usable ledger in it')
  expect(sayProblem(problem('file-unreadable', 'error', { file: 'a.csv' }))).toBe('a.csv  文件读不出来，可能已损坏 · The file cannot be read, it may be damaged')
})

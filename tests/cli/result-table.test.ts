import { describe, expect, test } from 'vitest'
import { resultTable } from '../../src/cli/result-table'
import type { Result } from '../../src/indicators/result'
import type { Clause, Pack } from '../../src/policy/clause'
import { pack, result, study } from '../helpers/tiny-study'

const first = pack.clauses[0]!
const clause = (id: string, title: string, parameters: Clause['parameters'] = {}): Clause => ({ ...first, id, title: { zh: title, en: title }, parameters })
const document = (clauses: readonly Clause[], title = '三社区街办法'): Pack => ({ ...pack, document: { ...pack.document, title }, clauses })
const lineOf = (table: string, id: string): string => table.split('\n').find((line) => line.includes(`${id} `)) ?? ''
const one = (given: Partial<Result>, stated: Clause['parameters'] = {}): string => lineOf(resultTable(study(), [document([clause('T-1', '覆盖率', stated)])], [result(given)]), 'T-1')
/** Terminal columns before a word. */
const columnOf = (line: string, word: string): number => [...line.slice(0, line.indexOf(word))].reduce((sum, sign) => sum + (/[\u2e80-\uffdc]/.test(sign) ? 2 : 1), 0)

describe('figures stand in their own unit', () => {
  test('a share is a percentage with both halves and its threshold', () => {
    for (const words of ['✕ 未达标', '33.3 %', '1 / 3', '不低于 90 %', '覆盖率']) expect(one({})).toContain(words)
  })

  test('a total is a number of its things, never a percentage', () => {
    const line = one({ evaluator: 'total', unit: 'bed', numerator: 527, denominator: null, value: 527, threshold: { at: 'least', value: 500 } })
    expect(line).toContain('527 张')
    expect(line).toContain('不低于 500 张')
    expect(line).not.toMatch(/%|\//)
  })

  test('beds per thousand elders are beds per thousand elders', () => {
    expect(one({ evaluator: 'ratio', unit: 'beds per 1000 elders', numerator: 700, denominator: 20000, value: 35, threshold: { at: 'least', value: 30 } })).toContain('35 张/千名老年人')
  })

  test('a trend of a share is in percentage points, one of money in yuan', () => {
    expect(one({ evaluator: 'trend', numerator: null, denominator: null, value: -0.0028, threshold: { at: 'below', value: 0 } })).toContain('−0.28 个百分点')
    expect(one({ evaluator: 'trend', unit: 'yuan', numerator: null, denominator: null, value: 5050000, threshold: { at: 'above', value: 0 } })).toContain('5,050,000 元')
  })

  test('a clause for every unit shows the share of units that meet, and the norm of one in m²', () => {
    const line = one({ evaluator: 'area-per-households', unit: 'm2', numerator: 1, denominator: 4, value: 0.25, threshold: { at: 'least', value: 25 } }, { threshold: { at: 'least', value: 25, unit: 'm2', per: '100 households' } })
    for (const words of ['25 %', '1 / 4', '各单元不低于 25 m²/百户']) expect(line).toContain(words)
  })

  test('an unknown figure is a dash and never a nought', () => {
    const line = one({ state: 'no-data', numerator: null, denominator: null, value: null })
    expect(line).toContain('? 数据不足')
    expect(line).toContain('—')
    expect(line).not.toMatch(/\b0\b/)
  })
})

describe('the table', () => {
  test('puts every title in the same column, though Chinese signs are twice as wide', () => {
    const clauses = [clause('T-1', '甲甲'), clause('T-10', '乙乙'), clause('T-2', '丙丙')]
    const results = [result(), result({ clause: 'T-10', state: 'met', value: 1, numerator: 12345, denominator: 12345 }), result({ clause: 'T-2', state: 'no-data', value: null, numerator: null, denominator: null, threshold: null })]
    const table = resultTable(study(), [document(clauses)], results)
    const columns = [['T-1', '甲甲'], ['T-10', '乙乙'], ['T-2', '丙丙']].map(([id = '', title = '']) => columnOf(lineOf(table, id), title))
    expect(new Set(columns).size).toBe(1)
    expect(columns[0]).toBeGreaterThan(40)
  })

  test('counts the verdicts of each document', () => {
    expect(resultTable(study(), [document([clause('T-1', '甲'), clause('T-2', '乙')])], [result(), result({ clause: 'T-2', state: 'met' })])).toContain('达标 1 · 未达标 1\n')
  })

  test('cuts titles without end and lets no control character through', () => {
    const table = resultTable(study({ name: '红\u001b[31m城\n假行' }), [document([clause('T-1', '长'.repeat(5000))], '标'.repeat(5000))], [result()])
    expect(table).not.toContain('\u001b')
    expect(table.split('\n')[0]).toBe('红 [31m城 假行  数据日期 2025年12月31日')
    for (const line of table.split('\n')) expect(line.length).toBeLessThan(150)
    expect(table).toContain('…')
  })

  test('says a document without results too', () => {
    expect(resultTable(study(), [document([])], [])).toContain('《三社区街办法》')
  })
})

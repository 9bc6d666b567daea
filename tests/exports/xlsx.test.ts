import { read, utils } from '@e965/xlsx'
import Papa from 'papaparse'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Basis } from '../../src/exports/basis'
import { jsonText, resultFile } from '../../src/exports/result-json'
import { serialOf, xlsx } from '../../src/exports/xlsx'
import type { RectificationItem } from '../../src/rectify/item'
import type { Result } from '../../src/indicators/result'
import { freshSample, sampleBasis, tinyBasis } from '../helpers/export-basis'
import { converted, everySheetAsCsv, hasOffice } from '../helpers/office'

type Row = Readonly<Record<string, string | number>>
const rowsOf = (bytes: Uint8Array, sheet: string): Row[] => utils.sheet_to_json<Row>(read(bytes, { type: 'array' }).Sheets[sheet]!)

describe('three communities of which one has a centre', () => {
  test('both halves, the shortfall and what the list adds up to stand in the row of the clause', async () => {
    const bytes = await xlsx.make(tinyBasis(), { extra: true })
    expect(rowsOf(bytes, '条款汇总')).toMatchObject([{ 条款: 'T-1', 判定: '未达标', 分子: 1, 分母: 3, 数值: 0.333333333333, 计量单位: '比例', 标准: '不低于 90 %', 缺口: 2, 达标单元: 1, 未达标单元: 2, 整改项数: 2, 清单缺口合计: 2, 期限: 45657, 已过期限: '是' }])
  })

  test('the list has a row for each of the two without, with the ledger’s own columns at the end: text as text, numbers as numbers', async () => {
    const rows = rowsOf(await xlsx.make(tinyBasis(), { extra: true }), '整改清单')
    expect(rows.map((row) => [row['单元编号'], row['单元名称'], row['缺口'], row['缺口单位'], row['户数（户）'], row['60 岁以上（人）'], row['台账·备注'], row['台账·网格员人数']])).toEqual([['b', '乙社区', 1, '处', 80, 21, '近河', 3], ['c', '丙社区', 1, '处', undefined, undefined, undefined, undefined]])
  })

  test('the ledger’s own columns are left out where nobody wants them', async () => {
    const [first] = rowsOf(await xlsx.make(tinyBasis(), { extra: false }), '整改清单')
    expect(Object.keys(first!).filter((header) => header.startsWith('台账·'))).toEqual([])
  })

  test('a count by formula says what it was when the file was made', async () => {
    const { Sheets } = read(await xlsx.make(tinyBasis(), { extra: true }), { type: 'array' })
    const cells = Object.entries(Sheets['条款汇总']!).filter(([, cell]) => typeof cell === 'object' && cell !== null && 'f' in cell) as [string, { f: string; v: number }][]
    expect(cells.map(([, { f, v }]) => [f.replace(/\(.*/, ''), v])).toEqual([['COUNTIFS', 2], ['SUMIFS', 2]])
    const formulas = Object.entries(Sheets).flatMap(([name, sheet]) => (name === '条款汇总' ? [] : Object.values(sheet).filter((cell) => typeof cell === 'object' && cell !== null && 'f' in (cell as object))))
    expect(formulas).toEqual([])
  })

  test('a day is a day, a month stays the word that it was', () => {
    expect([serialOf('2025-01-01'), serialOf('1900-03-01'), serialOf('2018-06'), serialOf('2018'), serialOf('1899-01-01')]).toEqual([45658, 61, null, null, null])
  })

  test('in English every sheet and column has its English name', async () => {
    const book = read(await xlsx.make(tinyBasis(), { extra: true }), { type: 'array' })
    expect(book.SheetNames).toEqual(['整改清单', '条款汇总', '单元表-社区', '数据字典', '参数', '问题', '印记'])
    const english = read(await xlsx.make({ ...tinyBasis(), language: 'en' }, { extra: false }), { type: 'array' })
    expect(english.SheetNames).toEqual(['Rectification list', 'Clauses', 'Units community', 'Dictionary', 'Parameters', 'Problems', 'Stamp'])
    const words = english.SheetNames.slice(0, 3).flatMap((name) => utils.sheet_to_json<string[]>(english.Sheets[name]!, { header: 1 })[0]!)
    expect(words.filter((word) => /[一-鿿]/.test(word))).toEqual([])
  })
})

describe('the sample town', () => {
  let basis: Basis
  let bytes: Uint8Array
  let json: { readonly results: readonly Result[]; readonly rectification: readonly RectificationItem[] }
  beforeAll(async () => {
    basis = await sampleBasis()
    bytes = await xlsx.make(basis, { extra: true })
    json = JSON.parse(jsonText(resultFile(basis.version, basis.study, basis.options, basis.results))) as typeof json
  })

  test('read back by SheetJS, the clauses have the numbers of the result file', () => {
    const clauses = rowsOf(bytes, '条款汇总').map((row) => ['文件编号', '条款', '分子', '分母', '数值', '缺口', '各单元缺口合计'].map((column) => row[column] ?? null))
    expect(clauses).toEqual(json.results.map(({ policy, clause, numerator, denominator, value, shortfall, shortfallOfUnits }) => [policy, clause, numerator, denominator, value, shortfall, shortfallOfUnits]))
    expect(clauses.length).toBeGreaterThan(70)
  })

  test('read back by SheetJS, the list has the numbers of the result file', () => {
    const list = rowsOf(bytes, '整改清单').map((row) => ['文件编号', '条款', '单元编号', '应有', '已有', '缺口', '户数（户）', '60 岁以上（人）'].map((column) => row[column] ?? null))
    expect(list).toEqual(json.rectification.map((item) => [item.policy, item.clause, item.unit, item.required, item.provided, item.shortfall, item.households, item.people]))
    expect(list.length).toBeGreaterThan(100)
  })

  test('read back by SheetJS, every unit of every clause stands in the sheet of its level', () => {
    const { SheetNames } = read(bytes, { type: 'array', bookSheets: true })
    const written = SheetNames.filter((name) => name.startsWith('单元表-')).flatMap((name) => rowsOf(bytes, name).map((row) => ['文件编号', '条款', '单元编号', '分子', '分母', '数值', '缺口'].map((column) => row[column] ?? null).join('|')))
    const expected = json.results.flatMap(({ policy, clause, units }) => units.map((unit) => [policy, clause, unit.id, unit.numerator, unit.denominator, unit.value, unit.shortfall].join('|')))
    expect(written.sort()).toEqual(expected.sort())
    expect(written.length).toBeGreaterThan(1000)
  })

  test('is the same to the byte every time', async () => {
    expect(Buffer.compare(Buffer.from(bytes), Buffer.from(await xlsx.make(await freshSample(), { extra: true })))).toBe(0)
  })

  test.skipIf(!hasOffice)('opened by LibreOffice, which computes the formulas anew, every sheet has the numbers of the result file (needs soffice: else skipped)', { timeout: 180_000 }, () => {
    const sheets = converted('清单.xlsx', bytes, everySheetAsCsv)
    const table = (name: string): string[][] => Papa.parse<string[]>(sheets.get(`清单-${name}.csv`)!.replace(/^\ufeff/, '').trimEnd()).data
    const columns = (name: string, titles: readonly string[]): (string | number)[][] => {
      const [head = [], ...rows] = table(name)
      return rows.map((row) => titles.map((title) => row[head.indexOf(title)]!))
    }
    const text = (value: unknown): string => (value === null ? '' : String(value))
    expect(columns('整改清单', ['条款', '单元编号', '应有', '缺口'])).toEqual(json.rectification.map((item) => [item.clause, item.unit, item.required, item.shortfall].map(text)))
    expect(columns('条款汇总', ['条款', '分子', '分母', '整改项数', '清单缺口合计']).map((row) => [...row.slice(0, 4), Number(Number(row[4]).toFixed(6))])).toEqual(
      json.results.map(({ policy, clause, numerator, denominator }) => {
        const items = json.rectification.filter((item) => item.policy === policy && item.clause === clause)
        return [clause, text(numerator), text(denominator), String(items.length), Number(items.reduce((sum, item) => sum + (item.shortfall ?? 0), 0).toFixed(6))]
      }),
    )
    expect(sheets.size).toBe(read(bytes, { type: 'array', bookSheets: true }).SheetNames.length)
  })
})

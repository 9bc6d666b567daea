import { describe, expect, test } from 'vitest'
import { templateSheets } from '../../src/exports/template'
import { workbookBytes, type SheetCell, type WorkbookSheet } from '../../src/exports/workbook'
import { readStudy } from '../../src/model/read-study'
import { requirementsOf } from '../../src/policy/requirements'
import { shippedPacks } from '../../src/policy/shipped'
import { readSource } from '../../src/sources/read'
import { factItem } from '../../src/tables/fact-items'
import type { LedgerTable } from '../../src/tables/ledger'
import { readLedger } from '../../src/tables/read-ledger'
import { dictionary, itemHow } from '../../src/text/dictionary'

const names = { areas: '行政单元名册', compounds: '住宅小区台账', facilities: '养老服务设施台账', plots: '用地台账', people: '人口点', facts: '统计项' } as const

async function readBack(sheets: readonly WorkbookSheet[], file = '台账.xlsx') {
  const { tables, problems } = await readSource({ name: file, bytes: await workbookBytes(sheets) })
  expect(problems).toEqual([])
  return tables.map((table) => readLedger(table))
}

/** The template with one row written into a sheet, by header. */
function filled(sheets: readonly WorkbookSheet[], name: string, values: Readonly<Record<string, string | number>>): WorkbookSheet[] {
  return sheets.map((sheet) => {
    if (sheet.name !== name) return sheet
    const row = sheet.rows[0]!.map(({ value }): SheetCell => ({ value: values[String(value)] ?? null }))
    const unknown = Object.keys(values).filter((header) => !sheet.rows[0]!.some(({ value }) => value === header))
    expect(unknown).toEqual([])
    return { ...sheet, rows: [...sheet.rows, row] }
  })
}

/** A first row that makes every sheet a ledger with content, whatever columns it has. */
const anything = (sheets: readonly WorkbookSheet[]): WorkbookSheet[] =>
  sheets.map((sheet) => (sheet.name === '填表说明' || sheet.name === names.facts ? sheet : { ...sheet, rows: [...sheet.rows, sheet.rows[0]!.map(({ value }): SheetCell => ({ value: /名称|单元|上级|社区/.test(String(value)) ? '甲' : null }))] }))

const tableOf = (tables: readonly LedgerTable[], sheet: string): LedgerTable => tables.find((table) => table.sheet === sheet)!

describe('the template of a document', () => {
  test.each([...shippedPacks.map((pack) => [pack.id, [pack]] as const), ['all five together', shippedPacks] as const])('%s: every sheet is read back as its ledger and every column by its key', async (_, packs) => {
    const sheets = templateSheets(packs)
    const tables = await readBack(anything(sheets))
    expect(tables.map(({ sheet }) => sheet)).toEqual(sheets.map(({ name }) => name))
    for (const table of tables) {
      const ledger = Object.entries(names).find(([, sheet]) => sheet === table.sheet)?.[0] ?? null
      expect([table.sheet, table.ledger]).toEqual([table.sheet, ledger])
      if (ledger !== null) expect(table.columns.filter(({ key, header }) => key === null && header !== '序号').map(({ header }) => header)).toEqual([])
      expect(new Set(table.columns.map(({ key }) => key)).size).toBe(ledger === null ? 1 : table.columns.length)
    }
  })

  test.each(shippedPacks.map((pack) => [pack.id, pack] as const))('%s: everything that one of its clauses reads has a column or a line', async (_, pack) => {
    const tables = await readBack(anything(templateSheets([pack])))
    const columns = new Set(tables.flatMap(({ ledger, columns }) => columns.map(({ key }) => `${ledger}.${key}`)))
    const lines = new Set(templateSheets([pack]).find(({ name }) => name === names.facts)?.rows.slice(1).map((row) => String(row[2]!.value)))
    const missing = pack.clauses.flatMap((clause) => {
      const asked = requirementsOf(clause, null)
      const items = [...asked.items, ...asked.orItems].map((key) => factItem(key)!)
      return [
        ...[...asked.columns, ...asked.optional].filter(({ ledger, column }) => ledger !== 'roads' && !columns.has(`${ledger}.${column}`)).map(({ ledger, column }) => `${ledger}.${column}`),
        ...items.filter((item) => !lines.has(item.zh) && ![...columns].some((key) => key.endsWith(`.fact:${item.key}`))).map(({ key }) => key),
      ]
    })
    expect(missing).toEqual([])
  })

  test('what is written into it is read as it was meant', async () => {
    const sheets = templateSheets(shippedPacks)
    const compounds = filled(sheets, names.compounds, { 小区编号: 'C-1', 小区名称: '幸福里', 所属社区: '甲社区', 规划户数: 1374, 竣工日期: '2020-05', '已配面积（平方米）': 310.5, 类别: '新建', 同步规划: '是', '应配建养老服务用房面积（平方米）': 343.5 })
    const row = tableOf(await readBack(compounds), names.compounds).rows[0]!
    expect(row.values).toMatchObject({ id: 'C-1', name: '幸福里', area: '甲社区', households: 1374, completed: '2020-05', careAreaM2: 310.5, age: 'new' })
    expect(row.facts).toMatchObject({ 'sync-planned': true, 'required-care-area': 343.5, 'sync-built': null })
  })

  test('every word that a drop-down offers is understood, each as a value of its own', async () => {
    for (const sheet of templateSheets(shippedPacks)) {
      for (const [at, { choices }] of sheet.columns.entries()) {
        if (!choices) continue
        const nameAt = sheet.rows[0]!.findIndex(({ value }) => /名称$/.test(String(value)))
        const rows = choices.map((choice, index) => sheet.rows[0]!.map((_, column): SheetCell => ({ value: column === nameAt ? `甲${index}` : column === at ? choice : null })))
        const [table] = await readBack([{ ...sheet, rows: [...sheet.rows, ...rows] }])
        const key = table!.columns[at]!.key!
        const values = table!.rows.map((row) => (key.startsWith('fact:') ? row.facts[key.slice(5)] : row.values[key]))
        expect([sheet.name, key, new Set(values).size, values.includes(null)]).toEqual([sheet.name, key, choices.length, false])
        // A list inside a rule may not be longer.
        expect(choices.join(',').length).toBeLessThanOrEqual(255)
      }
    }
  })

  test('a line of stated figures that nobody filled states nothing and is no mistake', async () => {
    const sheets = templateSheets(shippedPacks.filter(({ id }) => id === 'qujing-2023'))
    const facts = sheets.find(({ name }) => name === names.facts)!
    const one = facts.rows.map((row, index) => (index === 9 ? [row[0]!, { value: '曲溪市' }, row[2]!, { value: '是' }, row[4]!, { value: '2025' }] : row))
    const table = tableOf(await readBack(sheets.map((sheet) => (sheet === facts ? { ...facts, rows: one } : sheet))), names.facts)
    expect(table.counts).toEqual({ in: facts.rows.length - 1, used: 1, setAside: 0, blank: facts.rows.length - 2 })
    expect(table.problems).toEqual([])
  })

  test('a filled unit of a line fits its item', async () => {
    const sheets = templateSheets(shippedPacks)
    const facts = sheets.find(({ name }) => name === names.facts)!
    const rows = facts.rows.map((row, index) => (index === 0 ? row : [row[0]!, { value: '曲溪市' }, row[2]!, { value: sampleOf(String(row[2]!.value)) }, row[4]!, { value: null }]))
    const table = tableOf(await readBack([{ ...facts, rows }]), names.facts)
    expect(table.problems).toEqual([])
    expect(table.rows.filter(({ values }) => values.value === null).map(({ values }) => values.item)).toEqual([])
    expect(table.rows.map(({ values }) => factItem(String(values.item))?.zh)).toEqual(facts.rows.slice(1).map((row) => row[2]!.value))
  })

  test('the blank template itself makes no study and says so, rather than a wrong one', async () => {
    const bytes = await workbookBytes(templateSheets(shippedPacks))
    const settings = { name: 'study.json', bytes: new TextEncoder().encode('{"version":1,"name":"x","asOf":"2025-12-31"}') }
    const { study, problems } = await readStudy([settings, { name: 't.xlsx', bytes }])
    const told = [...problems, ...(study?.problems ?? [])].filter(({ severity }) => severity === 'error').map(({ code }) => code)
    expect(told.length).toBeGreaterThan(0)
    expect(told).not.toContain('id-missing')
  })

  test('a line stands for every unit that is to state the item', () => {
    const sheets = templateSheets(shippedPacks, new Map([['hospitals', ['甲县', '乙县']]]))
    const lines = sheets.find(({ name }) => name === names.facts)!.rows.filter((row) => row[2]!.value === '医院数')
    expect(lines.map((row) => row[1]!.value)).toEqual(['甲县', '乙县'])
  })

  test('the dictionary says of each column what it means, its unit, how it is written and which clauses use it', () => {
    const [guide] = templateSheets(shippedPacks.filter(({ id }) => id === 'qujing-2023'))
    const line = guide!.rows.find((row) => row[0]?.value === names.compounds && row[1]?.value === '规划户数')!
    expect(line.map(({ value }) => value)).toEqual([names.compounds, '规划户数', '规划户数', '户', '规划批准的户数，整数', 'QJ-08a、QJ-13、QJ-14、QJ-15', 'households'])
    expect(guide!.rows.some((row) => row[1]?.value === '医院数' && row[5]?.value === 'QJ-22')).toBe(true)
  })

  test('every column of every template has words of its own', () => {
    for (const sheet of [templateSheets(shippedPacks)[0]!]) expect(sheet.rows.slice(6).filter((row) => !row[2]?.value || !row[4]?.value).map((row) => row[1]?.value)).toEqual([])
    expect(Object.values(dictionary).every(({ meaning, how }) => meaning !== '' && how !== '')).toBe(true)
    expect(Object.keys(itemHow)).toContain('yes-no')
  })
})

describe('the workbook', () => {
  test('is the same to the byte every time', async () => {
    const [first, second] = [await workbookBytes(templateSheets(shippedPacks)), await workbookBytes(templateSheets(shippedPacks))]
    expect(Buffer.compare(Buffer.from(first), Buffer.from(second))).toBe(0)
  })

  test('writes a text that looks like a formula as text', async () => {
    const { tables } = await readSource({ name: 'x.xlsx', bytes: await workbookBytes([{ name: '甲', frozenRows: 0, columns: [{ width: 9 }], rows: [[{ value: '=1+1' }, { value: '@SUM(A1)' }, { value: '<b>&"\u0007' }]] }]) })
    expect(tables[0]!.rows[0]!.cells).toEqual(['=1+1', '@SUM(A1)', '<b>&"\u0007'])
  })
})

/** Something that the item's kind of value accepts. */
function sampleOf(zh: string): string | number {
  const item = shippedItems.find((each) => each.zh === zh)!
  if (item.unit === 'yes-no') return '是'
  if (item.unit === 'date') return '2025-06-30'
  return item.unit === 'text' ? '文字' : 12
}
const shippedItems = [...new Set(shippedPacks.flatMap(({ clauses }) => clauses.flatMap((clause) => [...requirementsOf(clause, null).items, ...requirementsOf(clause, null).orItems])))].map((key) => factItem(key)!)

import { describe, expect, test } from 'vitest'
import { inspect, inspectText } from '../../src/cli/inspect'
import { ledgerNames } from '../../src/tables/ledger'
import { ledgerWords } from '../../src/text/inspect'

const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) })
const ledger = file(
  '小区台账.csv',
  '小区名称,所属社区,规划户数,已配面积(㎡),同步规划,联系电话\n甲,金穗社区,"1,374",约120,是,13812345678\n乙,金穗社区,500,,,\n合计,,1874,120,,\n',
)

describe('inspect', () => {
  test('says what the file is and how it was understood', async () => {
    const result = await inspect(ledger, { rows: true })
    expect(result).toMatchObject({ file: '小区台账.csv', format: 'csv', encoding: 'utf-8' })
    expect(result.tables).toEqual([
      {
        sheet: null,
        headerRows: [1],
        ledger: 'compounds',
        crs: null,
        columns: [
          { header: '小区名称', key: 'name' },
          { header: '所属社区', key: 'area' },
          { header: '规划户数', key: 'households' },
          { header: '已配面积(㎡)', key: 'careAreaM2', unit: '㎡' },
          { header: '同步规划', key: 'fact:sync-planned' },
          { header: '联系电话', key: null, personal: true },
        ],
        counts: { in: 3, used: 2, setAside: 1, blank: 0 },
        rows: [
          {
            row: 2,
            values: { name: '甲', area: '金穗社区', households: 1374, careAreaM2: 120, 'fact:sync-planned': true },
          },
          {
            row: 3,
            values: { name: '乙', area: '金穗社区', households: 500, careAreaM2: null, 'fact:sync-planned': null },
          },
        ],
        setAside: [{ row: 4, why: 'subtotal' }],
      },
    ])
    expect(result.problems).toEqual([
      {
        code: 'personal-column',
        severity: 'warning',
        at: { file: '小区台账.csv', sheet: null, column: '联系电话' },
        detail: '联系电话',
      },
      {
        code: 'number-approximate',
        severity: 'warning',
        at: { file: '小区台账.csv', sheet: null, row: 2, column: '已配面积(㎡)' },
        detail: '约120',
      },
    ])
  })
  test('leaves the rows out unless they are asked for', async () =>
    expect((await inspect(ledger, { rows: false })).tables[0]).not.toHaveProperty('rows'))
  test('gives no table and one problem for an empty file', async () => {
    const result = await inspect(file('x.csv', ''), { rows: false })
    expect([result.tables, result.format, result.problems.map(({ code }) => code)]).toEqual([[], null, ['file-empty']])
  })
  test('prints a short report in either language', async () => {
    const result = await inspect(ledger, { rows: false })
    expect(inspectText(result, 'zh')).toContain('3 行 = 用 2 + 留 1 + 空 0')
    expect(inspectText(result, 'zh')).toContain('规划户数 → 户数')
    expect(inspectText(result, 'en')).toContain('3 rows = 2 used + 1 set aside + 0 blank')
    expect(inspectText(result, 'zh')).not.toMatch(/\{\w+\}|13812345678/)
  })
})

test('every ledger has its words in the report', () => {
  for (const name of ledgerNames) expect(ledgerWords[name]?.zh && ledgerWords[name]?.en, name).toBeTruthy()
})

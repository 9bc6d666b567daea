import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/cli/evaluate'
import { verify } from '../../src/cli/verify'
import { file, folder, said, smallTown } from '../helpers/commands'

const town = folder(smallTown)
const out = folder({})
const made = (name: string): string => join(out, name)

describe('evaluate writes the products beside each other', () => {
  test('XLSX, GeoPackage, GeoJSON and every table as CSV, in one run', async () => {
    const { code } = await said(evaluate, town, '--xlsx', made('a.xlsx'), '--gpkg', made('a.gpkg'), '--geojson', made('a.geojson'), '--csv', made('tables'), '--json', made('a.json'))
    expect(code).toBe(0)
    expect(['a.xlsx', 'a.gpkg', 'a.geojson', 'a.json', 'tables/整改清单.csv', 'tables/单元表.csv', 'tables/条款汇总.csv'].filter((name) => !existsSync(made(name)))).toEqual([])
  })

  test('the list alone where a CSV file is named, in UTF-8 with its mark', async () => {
    await said(evaluate, town, '--csv', made('list.csv'))
    const bytes = readFileSync(made('list.csv'))
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(bytes.toString()).toMatch(/^\ufeff县（市、区）,街道（乡镇）,单元名称,/)
  })

  test('a file that cannot be written is said', async () => {
    expect(await said(evaluate, town, '--xlsx', join(out, 'nowhere', 'a.xlsx'))).toMatchObject({ code: 1, stderr: expect.stringContaining('写不了文件') as string })
  })
})

describe('verify', () => {
  test.each(['a.xlsx', 'a.gpkg', 'a.geojson', 'a.json', 'tables/单元表.csv'])('%s is equal, by itself and computed again', async (name) => {
    expect(await said(verify, made(name))).toMatchObject({ code: 0, stdout: expect.stringContaining('一致：文件内容') as string })
    expect(await said(verify, made(name), '--study', town)).toMatchObject({ code: 0, stdout: expect.stringContaining('一致：重新计算的每一格都相同') as string })
  })

  test('a changed cell is named with its row, its column and what should stand there, and the exit code says so', async () => {
    const text = readFileSync(made('list.csv'), 'utf8')
    writeFileSync(made('changed.csv'), text.replace('甲苑,', '乙苑,'))
    expect(text).toContain('甲苑,')
    const { code, stdout } = await said(verify, made('changed.csv'), '--study', town, '--json', made('answer.json'))
    expect(code).toBe(1)
    expect(stdout).toMatch(/单元名称：应为 甲苑，文件中是 乙苑/)
    expect(JSON.parse(readFileSync(made('answer.json'), 'utf8'))).toMatchObject({ equal: false, against: 'study', differences: [{ kind: 'value', table: '整改清单', column: '单元名称', expected: '甲苑', found: '乙苑' }] })
  })

  test('a study whose ledger has changed since: the ledger and the cells are named', async () => {
    const other = folder({ ...smallTown, 'compounds.csv': smallTown['compounds.csv'].replace(',20,', ',22,') })
    const { code, stdout } = await said(verify, made('list.csv'), '--study', other)
    expect(code).toBe(1)
    expect(stdout).toContain('输入文件 compounds.csv 与生成时不同')
    expect(stdout).toMatch(/已有：应为 22，文件中是 20/)
  })

  test('what is no product of ours is refused with a reason', async () => {
    expect(await said(verify, file('x.csv', 'a,b\n1,2\n'))).toMatchObject({ code: 1, stderr: expect.stringContaining('没有一刻圈的印记') as string })
    expect(await said(verify, join(out, 'nothing.xlsx'))).toMatchObject({ code: 1 })
    expect(await said(verify)).toMatchObject({ code: 2 })
  })
})

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { template } from '../../src/cli/template'
import { file, folder, said } from '../helpers/commands'
import { readSource } from '../../src/sources/read'
import { yinchuan } from '../helpers/yinchuan'

test('the blank ledgers of a shipped policy are written as one workbook', async () => {
  const out = join(folder({}), 't.xlsx')
  expect(await said(template, 'heilongjiang-2012', '--out', out)).toEqual({ code: 0, stdout: '', stderr: '' })
  const { tables } = await readSource({ name: 't.xlsx', bytes: new Uint8Array(readFileSync(out)) })
  expect(tables.map(({ sheet }) => sheet)).toEqual(['填表说明', '行政单元名册', '养老服务设施台账', '人口点', '统计项'])
})

test("a user's own pack has a template of its own, with only what it needs", async () => {
  const out = join(folder({}), 't.xlsx')
  expect((await said(template, file('银川.json', JSON.stringify(yinchuan)), '--out', out)).code).toBe(0)
  const { tables } = await readSource({ name: 't.xlsx', bytes: new Uint8Array(readFileSync(out)) })
  expect(tables.map(({ sheet }) => sheet)).toEqual(['填表说明', '行政单元名册', '住宅小区台账', '养老服务设施台账'])
})

test('without a file to write to, an unknown policy or a wrong option nothing is tried', async () => {
  const out = join(folder({}), 't.xlsx')
  expect((await said(template, 'qujing-2023')).stderr).toContain('--out')
  for (const args of [['qujing-2023'], [], ['nowhere', '--out', out], ['qujing-2023', '--out', out, '--json', 'x']]) expect((await said(template, ...args)).code).toBe(2)
  expect(existsSync(out)).toBe(false)
})

test('a pack with a mistake is refused with its line, and nothing is written', async () => {
  const out = join(folder({}), 't.xlsx')
  const { code, stderr } = await said(template, file('银川.json', JSON.stringify({ ...yinchuan, id: '银 川' }, null, 1)), '--out', out)
  expect(code).toBe(1)
  expect(stderr).toContain('第 2 行')
  expect(existsSync(out)).toBe(false)
})

test('a place that cannot be written to is said', async () => {
  const { code, stderr } = await said(template, 'xiamen-2022', '--out', join(folder({}), 'no', 'such', 't.xlsx'))
  expect(code).toBe(1)
  expect(stderr).toContain('写不了文件')
})

import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Window } from 'happy-dom'
import { afterAll, expect, test } from 'vitest'
import { evaluate } from '../../src/cli/evaluate'
import { readStamp } from '../../src/exports/stamp'
import { verify } from '../../src/cli/verify'
import { said } from '../helpers/commands'
import { sampleTown } from '../helpers/shared'

const folder = mkdtempSync(join(tmpdir(), 'yikequan-svg-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('evaluate --svg writes charts and a map of every clause that some unit misses, each with its stamp, the maps as large as A4', async () => {
  const { code } = await said(evaluate, sampleTown()!, '--policy', 'qujing-2023', '--svg', join(folder, 'new', 'pictures'))
  expect(code).toBe(0)
  const names = readdirSync(join(folder, 'new', 'pictures'))
  expect(names).toEqual(expect.arrayContaining(['各文件条款判定.svg', '到最近养老服务设施的直线距离.svg', '地图：QJ-12 城市社区居家养老服务中心覆盖率.svg', '缺口分布：QJ-13 新建小区每百户配建面积.svg']))
  // QJ-17 is met by every unit but two; QJ-11 is met: it has no map.
  expect(names.some((name) => name.startsWith('地图：QJ-11 '))).toBe(false)
  for (const name of ['各文件条款判定.svg', '地图：QJ-12 城市社区居家养老服务中心覆盖率.svg']) {
    const text = readFileSync(join(folder, 'new', 'pictures', name), 'utf8')
    const page = new new Window().DOMParser().parseFromString(text.replace(/<\?xml.*?\?>\n/, ''), 'image/svg+xml')
    expect(readStamp(page.querySelector('metadata')!.textContent)).toMatchObject({ product: 'svg', asOf: '2025-12-31', policies: [{ id: 'qujing-2023' }] })
    if (name.startsWith('地图')) expect(text).toContain('width="297mm" height="210mm"')
  }
})

test('verify finds a drawing as it was made, and one that was drawn over as changed', async () => {
  const file = join(folder, 'new', 'pictures', '各文件条款判定.svg')
  expect((await said(verify, file)).code).toBe(0)
  expect((await said(verify, file, '--study', sampleTown()!)).code).toBe(0)
  const text = readFileSync(file, 'utf8')
  const over = join(folder, 'over.svg')
  writeFileSync(over, text.replace('</svg>', '<rect width="9" height="9"/></svg>'))
  const { code, stdout } = await said(verify, over)
  expect([code, stdout]).toEqual([1, expect.stringContaining('图片')])
  expect((await said(verify, over, '--study', sampleTown()!)).code).toBe(1)
})

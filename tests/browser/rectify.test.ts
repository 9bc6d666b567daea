import { readFileSync } from 'node:fs'
import { read, utils } from '@e965/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { startApp, type RunningApp } from '../helpers/app-server'
import { launch, type Launched } from '../helpers/chromium'
import { sampleTown } from '../helpers/shared'
import { endQuietly, judged, openApp } from './screen'

let browser: Launched
let app: RunningApp
beforeAll(async () => {
  app = await startApp(sampleTown())
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await app?.close()
})

const settings = JSON.stringify({ version: 1, name: '小城', asOf: '2025-05-31', policies: ['qujing-2023'] })
const areas = '区划代码,名称,级别,上级\n530302,甲县,县,\n530302001,东街道,街道,530302\n530302001001,一社区,社区,530302001\n'
/** 1000 households owe 250 m². */
const ledger = (...rows: readonly string[]) => `小区编号,小区名称,所属社区,规划户数,60岁以上,竣工日期,类别,已配面积,整改期限,责任单位,经度,纬度\n${rows.join('\n')}\n`
const row = (id: string, name: string, m2: number | '', due = '') => `${id},${name},530302001001,1000,80,2020-06-01,新建,${m2},${due},县住建局,103.5,25.501`
const may = ledger(row('1', '甲苑', 100), row('2', '乙苑', 200, '2025-06-15'), row('3', '丙苑', 300))
/** 甲苑 is mended, 丙苑 has lost its rooms, and every number is another. */
const june = ledger(row('11', '甲苑', 250), row('12', '乙苑', 200, '2025-06-15'), row('13', '丙苑', 10))
const file = (name: string, content: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(content) })
const input = (page: Page) => page.locator('.top-bar input[type=file]').first()
const list = (page: Page) => page.locator('.rectify .table-body')
const pages = (page: Page, name: string) => page.getByRole('group', { name: '整改清单的页面' }).getByRole('button', { name, exact: true })

async function used(page: Page): Promise<void> {
  await page.locator('.import-screen').getByRole('button', { name: '使用' }).click()
  await page.locator('.import-screen').waitFor({ state: 'detached' })
  await judged(page)
}

test('a month at the desk: filter, record, try a remedy, import the next ledger, see what changed, save and open again', async () => {
  const visit = await openApp(browser, app.address, { width: 1440, height: 900 })
  const { page } = visit
  await input(page).setInputFiles([file('study.json', settings), file('areas.csv', areas), file('compounds.csv', may)])
  await page.locator('.file-card[aria-label="compounds.csv"]').waitFor()
  await used(page)

  await page.getByRole('tab', { name: '整改清单' }).click()
  await page.getByRole('combobox', { name: '条款' }).selectOption({ label: '新建小区每百户配建面积 (2)' })
  await expect.poll(() => list(page).locator('[role=row]').count()).toBe(2)
  expect(await list(page).innerText()).toContain('150 m²')

  // A status typed in its row is kept, and begins no plan.
  await page.getByRole('combobox', { name: '乙苑的整改状态' }).selectOption('整改中')
  await page.getByRole('textbox', { name: '乙苑的备注' }).fill('已签租约')
  await page.getByRole('textbox', { name: '乙苑的备注' }).press('Enter')
  await expect.poll(() => page.getByRole('textbox', { name: '乙苑的备注' }).inputValue()).toBe('已签租约')
  expect(await page.locator('.plan-tab', { hasText: '方案' }).count()).toBe(0)

  // A remedy that is tried is a plan, in which the item is gone.
  await list(page).locator('[role=row]', { hasText: '甲苑' }).locator('.cell').nth(1).click()
  const item = page.getByRole('region', { name: '整改项' })
  await item.getByRole('button', { name: '试一试：补建 在小区内补建 150 m²' }).click()
  await page.locator('.plan-tab', { hasText: '甲苑·补建' }).waitFor()
  await item.getByText('这一项已不在清单上').waitFor()
  await page.locator('.plan-tab', { hasText: '现状' }).click()
  await expect.poll(() => list(page).locator('[role=row]').count()).toBe(2)

  // The next month's ledger, with its own day and other numbers.
  await input(page).setInputFiles([file('compounds.csv', june)])
  await page.locator('.import-settings', { hasText: '并入现在的研究「小城」' }).waitFor()
  await page.locator('.import-settings input[type=date]').fill('2025-06-30')
  await page.waitForTimeout(1500)
  await used(page)
  await page.getByRole('tab', { name: '整改清单' }).click()
  await pages(page, '月度对比').click()
  await page.locator('.rectify', { hasText: '2025-05-31 → 2025-06-30' }).waitFor()
  const rows = await list(page).locator('[role=row]').allInnerTexts()
  const of = (name: string) => rows.filter((text) => text.includes(name) && text.includes('每百户')).join()
  expect(of('甲苑')).toContain('已销号')
  expect(of('乙苑')).toContain('仍未完成')
  expect(of('乙苑')).toContain('本期转为逾期')
  expect(of('丙苑')).toContain('新增')

  // What was recorded is known by the name.
  await pages(page, '清单').click()
  expect(await page.getByRole('combobox', { name: '乙苑的整改状态' }).first().inputValue()).toBe('started')

  // What is handed up says what was recorded.
  await page.locator('.top-bar').getByRole('button', { name: '导出', exact: true }).click()
  const workbook = page.waitForEvent('download')
  await page.locator('.export-list li', { hasText: '整改清单和各表' }).getByRole('button').click()
  const book = read(readFileSync(await (await workbook).path()))
  const sheet = book.SheetNames.map((name) => utils.sheet_to_json<string[]>(book.Sheets[name]!, { header: 1 })).find((lines) => lines.some((cells) => cells.includes('已签租约')))
  expect(sheet?.some((cells) => cells.includes('乙苑'))).toBe(true)
  expect(sheet?.some((cells) => cells.includes('甲苑') && cells.some((cell) => String(cell).includes('每百户')))).toBe(false)
  await page.locator('.export-dialog header button').click()

  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出研究' }).click()
  const path = await (await saved).path()
  await page.reload()
  await judged(page)
  await input(page).setInputFiles([{ name: '小城.yikequan', mimeType: 'application/zip', buffer: readFileSync(path) }])
  await page.locator('.file-card[aria-label="compounds.csv"]').waitFor()
  await used(page)
  await page.getByRole('tab', { name: '整改清单' }).click()
  await pages(page, '进度').click()
  expect(await page.locator('.rectify-progress tbody tr').count()).toBe(2)
  await pages(page, '清单').click()
  expect(await page.getByRole('textbox', { name: '乙苑的备注' }).first().inputValue()).toBe('已签租约')
  await endQuietly(visit)
})

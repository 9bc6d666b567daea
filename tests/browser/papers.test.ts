import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Download, Page } from 'playwright-core'
import { readPng } from '../../src/exports/png'
import { readStamp } from '../../src/exports/stamp'
import { startApp, type RunningApp } from '../helpers/app-server'
import { launch, type Launched } from '../helpers/chromium'
import { sampleTown } from '../helpers/shared'
import { endQuietly, openApp } from './screen'

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

const bytesOf = async (download: Download): Promise<Uint8Array> => new Uint8Array(readFileSync(await download.path()))
const saved = async (page: Page, button: string): Promise<Uint8Array> => {
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 80_000 }), page.getByRole('button', { name: button, exact: true }).click()])
  return bytesOf(download)
}

test('charts stand beside their tables, follow the clause, and are handed out as pictures and as a table', async () => {
  const visit = await openApp(browser, app.address, { width: 1440, height: 900 })
  const { page } = visit
  await page.getByRole('tab', { name: '图表', exact: true }).click()
  const table = page.locator('.chart-table tbody tr')
  const counts = await table.first().locator('td.number').allInnerTexts()
  const [all, parts] = [Number(counts.at(-1)), counts.slice(0, -1).map(Number)]
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(all)
  // Every verdict that occurs is a bar that says its count when pointed at.
  const titles = await page.locator('.chart-svg rect title').allTextContents()
  expect(titles).toHaveLength((await table.count()) === 0 ? 0 : (await page.locator('.chart-table tbody td.number').allInnerTexts()).filter((text, at) => (at + 1) % counts.length !== 0 && text !== '0').length)

  await page.getByRole('radio', { name: '各县区' }).check()
  await page.locator('.chart-clause select').selectOption('qujing-2023 QJ-12')
  expect(await page.getByRole('tab', { name: '图表', exact: true }).getAttribute('aria-selected')).toBe('true')
  const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await saved(page, '存为 CSV'))
  expect(csv.startsWith('\ufeff县（市、区）,分子,分母')).toBe(true)
  const rows = csv.trim().split('\r\n').slice(1).map((row) => row.split(','))
  expect(rows.map(([name]) => name)).toEqual(await page.locator('.chart-table tbody tr td:first-child').allInnerTexts())
  const picture = readPng(await saved(page, '存为 PNG'))!
  expect(picture.pixelsPerMetre).toBe(11811)
  expect(picture.width).toBe(2250)
  await endQuietly(visit)
})

test('the map is printed on a page of its own, at 300 dots to the inch and with its stamp', async () => {
  const visit = await openApp(browser, app.address, { width: 1440, height: 900 })
  const { page } = visit
  await page.getByRole('button', { name: '打印地图' }).click()
  const sheet = page.locator('.print-preview')
  await sheet.getByText('审图号：（未取得）内部资料，不得公开').waitFor()
  await page.locator('.print-form input').nth(0).fill('<b>布局图</b>')
  await sheet.locator('text', { hasText: '<b>布局图</b>' }).waitFor()
  const picture = readPng(await saved(page, '存为 PNG（300 dpi）'))!
  expect([picture.width, picture.height, picture.pixelsPerMetre]).toEqual([3508, 2480, 11811])
  expect(readStamp(picture.texts.yikequan!)).toMatchObject({ product: 'png', asOf: '2025-12-31' })
  // The printer gets one sheet of the chosen paper and nothing of the screen.
  await page.locator('.print-form select').nth(1).selectOption('a3-portrait')
  const pdf = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [Number(width), Number(height)].map((points) => Math.round((points / 72) * 25.4)))
  expect(boxes).toEqual([[297, 420]])
  await page.keyboard.press('Escape')
  expect(await page.locator('.print-dialog').count()).toBe(0)
  expect(await page.evaluate(() => document.documentElement.classList.contains('printing-map'))).toBe(false)
  await endQuietly(visit)
})

test('the report has pictures that every reader shows', async () => {
  const visit = await openApp(browser, app.address, { width: 1440, height: 900 })
  const { page } = visit
  await page.getByRole('button', { name: '导出', exact: true }).click()
  const row = page.locator('.export-list li', { hasText: 'DOCX' })
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 80_000 }), row.getByRole('button').click()])
  const parts = unzipSync(await bytesOf(download))
  const behind = Object.entries(parts).filter(([name]) => /^word\/media\/.*\.png$/.test(name))
  expect(behind.length).toBe(Object.keys(parts).filter((name) => name.endsWith('.svg')).length)
  expect(behind.length).toBeGreaterThan(0)
  for (const [, bytes] of behind) expect(readPng(bytes)!.width).toBeGreaterThan(1500)
  expect(strFromU8(parts['word/document.xml']!)).toContain('逐条判定')
  await endQuietly(visit)
})

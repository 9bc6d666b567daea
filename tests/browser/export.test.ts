import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { basisFor, makeProduct, productNamed, type JudgedStudy } from '../../src/exports/products'
import { readBack } from '../../src/exports/read-back'
import { checkBasis, checkStamp } from '../../src/exports/verify'
import { openStudy } from '../../src/cli/open-study'
import { openStreets } from '../../src/cli/open-streets'
import { judge } from '../../src/indicators/judge'
import { shippedPacks } from '../../src/policy/shipped'
import { startApp, type RunningApp } from '../helpers/app-server'
import { launch, type Launched } from '../helpers/chromium'
import { endQuietly, openApp } from './screen'

let browser: Launched
let app: RunningApp
let sample: JudgedStudy
beforeAll(async () => {
  browser = await launch()
  app = await startApp(null)
  const opened = await openStudy('data/samples/yunling')
  const packs = shippedPacks.filter(({ id }) => opened.study!.policies.includes(id))
  const { study } = await openStreets(opened.study!, opened.roads)
  sample = { study, packs, options: study.options, results: judge(opened.study!, packs), plan: null, language: 'zh' }
})
afterAll(async () => {
  await app?.close()
  await browser?.close()
})

async function downloaded(page: Page, name: RegExp): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 80_000 }), page.getByRole('button', { name }).click()])
  return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) }
}

test('what the app hands out is what the command line writes: the workbook to the byte, the map package cell by cell', async () => {
  const visit = await openApp(browser, app.address, { width: 1440, height: 900 })
  const { page } = visit
  await page.getByRole('button', { name: '导出', exact: true }).click()
  const workbook = await downloaded(page, /^导出整改清单和各表/)
  expect(workbook.name).toMatch(/^云岭市.* 2025-12-31 整改清单和各表\.xlsx$/)
  expect(Buffer.compare(Buffer.from(workbook.bytes), Buffer.from(await makeProduct(productNamed('xlsx')!, sample, { extra: true })))).toBe(0)
  await page.getByText('已生成：').waitFor()
  const map = await downloaded(page, /^导出地图数据包/)
  const found = await readBack(map.name, map.bytes)
  expect(checkStamp(found!)).toEqual([])
  const gpkg = productNamed('gpkg')!
  expect(await checkBasis(found!, gpkg, basisFor(gpkg, sample))).toEqual([])
  await endQuietly(visit)
})

test('on a phone every product can be reached, without the ledger’s own columns where nobody wants them, and Escape closes', async () => {
  const visit = await openApp(browser, app.address, { width: 390, height: 844 })
  const { page } = visit
  await page.getByRole('button', { name: '导出', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: '导出结果' })
  const wide = await dialog.evaluate((element) => element.scrollWidth - element.clientWidth)
  expect(wide).toBe(0)
  await dialog.getByLabel('带上台账原有的其他列').uncheck()
  const list = await downloaded(page, /^导出整改清单，/)
  const found = await readBack(list.name, list.bytes)
  expect(found?.stamp).toMatchObject({ product: 'csv-list', extra: false })
  expect(found?.tables[0]?.titles.filter((title) => title.startsWith('台账·'))).toEqual([])
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await endQuietly(visit)
})

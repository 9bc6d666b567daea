import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { packArchive } from '../../src/sources/archive'
import { startApp, type RunningApp } from '../helpers/app-server'
import { launch, type Launched } from '../helpers/chromium'
import { folder, noise, settings, smallTown } from '../helpers/commands'
import { sampleTown } from '../helpers/shared'
import { cardOf, endQuietly, halvesOf, judged, openApp } from './screen'

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

const wall = { width: 1440, height: 900 }
const bytes = (content: string | Uint8Array): Buffer => Buffer.from(content)
const picked = (files: Readonly<Record<string, string | Uint8Array>>) => Object.entries(files).map(([name, content]) => ({ name, mimeType: 'application/octet-stream', buffer: bytes(content) }))
const filesInput = (page: Page) => page.locator('.top-bar input[type=file]').first()
const folderInput = (page: Page) => page.locator('.top-bar input[type=file]').nth(1)
const fileCard = (page: Page, name: string) => page.locator(`.file-card[aria-label="${name}"]`)
const use = (page: Page) => page.locator('.import-screen').getByRole('button', { name: '使用' })
const cancel = (page: Page) => page.locator('.import-screen > footer').getByRole('button', { name: '取消' })
const studyName = (page: Page) => page.locator('.study-title strong').innerText()

async function used(page: Page): Promise<void> {
  await use(page).click()
  await page.locator('.import-screen').waitFor({ state: 'detached' })
  await judged(page)
}

/** Files dropped on the page, as the browser would hand them over. */
async function drop(page: Page, files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  const transfer = await page.evaluateHandle((entries) => {
    const made = new DataTransfer()
    for (const [name, content] of entries) made.items.add(new File([new Uint8Array(content)], name))
    return made
  }, Object.entries(files).map(([name, content]) => [name, [...bytes(content)]] as const))
  await page.dispatchEvent('.map-area', 'dragover', { dataTransfer: transfer })
  await page.locator('.drop-notice').waitFor()
  await page.dispatchEvent('.map-area', 'drop', { dataTransfer: transfer })
}

test('a GBK ledger is recognised and shown first; cancelling keeps the old study, using it opens the new one', async () => {
  const visit = await openApp(browser, app.address, wall)
  const { page } = visit
  const before = await studyName(page)
  const files = picked({ ...smallTown, 'facilities.csv': gbk(smallTown['facilities.csv']) })
  await filesInput(page).setInputFiles(files)
  const card = fileCard(page, 'facilities.csv')
  await card.waitFor()
  for (const words of ['设施台账', 'GB18030', '3 行 = 用 3 + 留 0 + 空 0']) expect(await card.innerText()).toContain(words)
  expect(await studyName(page)).toBe(before)
  await cancel(page).click()
  await page.locator('.import-screen').waitFor({ state: 'detached' })
  expect(await studyName(page)).toBe(before)
  expect(await page.locator('.clause-card').count()).toBeGreaterThan(10)

  await filesInput(page).setInputFiles(files)
  await used(page)
  expect(await studyName(page)).toBe('小城')
  expect(await halvesOf(cardOf(page, 'QJ-12'))).toEqual([2, 3])
  await cardOf(page, 'QJ-12').locator('.card-button').click()
  await page.locator('.table-body', { hasText: '三社区' }).waitFor()
  await endQuietly(visit)
})

test('of a folder with broken files each is named with what is wrong, and the rest is judged', async () => {
  const visit = await openApp(browser, app.address, wall)
  const { page } = visit
  await folderInput(page).setInputFiles(folder({ ...smallTown, 'plots.xlsx': noise, 'areas.geojson': '{"type":"FeatureCollection","features":[' }))
  await fileCard(page, 'plots.xlsx').waitFor()
  for (const name of ['plots.xlsx', 'areas.geojson']) {
    expect(await fileCard(page, name).innerText()).toContain('没有读成')
    expect(await fileCard(page, name).locator('.problem-error').count()).toBeGreaterThan(0)
  }
  expect(await fileCard(page, 'compounds.csv').innerText()).toContain('住宅小区台账')
  await used(page)
  expect(await halvesOf(cardOf(page, 'QJ-12'))).toEqual([2, 3])
  // What was wrong is still there to be read after the import.
  await page.getByRole('tab', { name: /^问题/ }).click()
  expect(await page.locator('.tab-panel-problems').innerText()).toContain('plots.xlsx')
  await endQuietly(visit)
})

test('a packed study that is dropped on the map opens, and a ledger dropped later joins it', async () => {
  const visit = await openApp(browser, app.address, wall)
  const { page } = visit
  const entries = Object.entries(smallTown).map(([name, content]) => ({ name, bytes: new Uint8Array(bytes(content)) }))
  await drop(page, { '小城.yikequan': packArchive(entries) })
  await fileCard(page, 'compounds.csv').waitFor()
  await used(page)
  expect(await studyName(page)).toBe('小城')
  // The third station opens: three of three.
  await drop(page, { 'facilities.csv': smallTown['facilities.csv'].replace('在建', '运营') })
  await page.locator('.import-settings', { hasText: '并入现在的研究「小城」' }).waitFor()
  await used(page)
  expect(await halvesOf(cardOf(page, 'QJ-12'))).toEqual([3, 3])
  await endQuietly(visit)
})

test('metres without a zone are used once the coordinate system is chosen', async () => {
  const visit = await openApp(browser, app.address, wall)
  const { page } = visit
  // Qujing in 3-degree zone metres; the central meridian 105° is not in the digits.
  await drop(page, { 'study.json': settings, 'facilities.csv': '名称,类型,状态,x,y\n一站,日间照料中心,运营,378937,2820882\n二站,日间照料中心,运营,379437,2820882\n' })
  const card = fileCard(page, 'facilities.csv')
  await card.waitFor()
  const choice = card.locator('.import-crs select')
  expect(await choice.locator('option:checked').innerText()).toBe('请选定坐标系')
  expect(await card.innerText()).toContain('只凭数字')
  await choice.selectOption({ label: '3度带 中央经线 105°' })
  await card.locator('.import-crs', { hasText: '由你选定' }).waitFor()
  await page.waitForFunction(() => !document.querySelector('.file-card .problem-error'))
  await used(page)
  await page.getByRole('tab', { name: '设施' }).click()
  expect(await page.locator('.table-body [role=row]', { hasText: /103\.\d+, 25\.\d+/ }).count()).toBe(2)
  // Half a kilometre apart, the map shows a few hundred metres and not a hemisphere.
  expect(await page.locator('.map-scale').innerText()).toMatch(/^\d+ 米$/)
  await endQuietly(visit)
})

test('reading a long ledger says how far it is, and can be cancelled without losing the open study', async () => {
  const visit = await openApp(browser, app.address, wall)
  const { page } = visit
  const before = await studyName(page)
  const people = join(folder({ 'study.json': settings, 'people.csv': `id,lng,lat,residents\n${Array.from({ length: 300_000 }, (_, at) => `P-${at},103.5,25.5,${at % 90}`).join('\n')}\n` }), 'people.csv')
  await filesInput(page).setInputFiles(people)
  await page.locator('.work-inline', { hasText: 'people.csv' }).waitFor()
  expect(await page.locator('.work-inline progress').count()).toBe(1)
  await cancel(page).click()
  await page.locator('.import-screen').waitFor({ state: 'detached' })
  expect(await studyName(page)).toBe(before)
  // The open study still answers, and nothing comes back from what was cancelled.
  await cardOf(page, 'QJ-12').locator('.figure-button').click()
  await page.locator('.why-drawer .formula').waitFor()
  expect(await page.locator('.import-screen').count()).toBe(0)
  expect(await page.locator('.failure-notice').count()).toBe(0)
  await endQuietly(visit)
})

/** The bytes that a Chinese spreadsheet writes: the decoder's own table turned round. */
function gbk(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030')
  const pairs = new Map<string, readonly number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) pairs.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
  return Uint8Array.from([...text].flatMap((sign) => (sign < '\u0080' ? [sign.charCodeAt(0)] : [...(pairs.get(sign) ?? [])])))
}

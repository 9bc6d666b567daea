import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { startApp, type RunningApp } from '../helpers/app-server'
import { launch, type Launched } from '../helpers/chromium'
import { sampleTown } from '../helpers/shared'
import { cardOf, endQuietly, halvesOf, judged, openApp } from './screen'

const wall = { width: 1440, height: 900 }
/** The one centre of its community on the west bank; the river runs some 300 m east of it. */
const centre = '南屏社区居家养老服务站'
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

/** Selected in the table, it is brought to the middle of the map. */
async function selectCentre(page: Page): Promise<void> {
  await page.getByRole('tab', { name: '设施' }).click()
  await page.locator('.table-tools input').fill(centre)
  await page.locator('.table-body [role=row]').first().locator('.cell').first().click()
  await page.locator('.plan-editor h2', { hasText: centre }).waitFor()
  await page.waitForTimeout(900)
}

const tab = (page: Page, name: string) => page.locator('.plan-tab', { hasText: name })
const halvesAre = async (page: Page, halves: readonly number[]) => expect.poll(() => halvesOf(cardOf(page, 'QJ-12')), { timeout: 10_000 }).toEqual(halves)

test('a workshop: drag a centre across the river, undo, redo, branch, compare, reload, and go on', async () => {
  const visit = await openApp(browser, app.address, wall)
  const { page } = visit
  await cardOf(page, 'QJ-12').locator('.card-button').click()
  const before = await halvesOf(cardOf(page, 'QJ-12'))
  const after = [(before[0] ?? NaN) - 1, before[1]] as readonly number[]
  await selectCentre(page)
  // What it is worth is said before anything is changed.
  await page.locator('.plan-weight dl').waitFor()

  await page.getByRole('button', { name: '移动', exact: true }).click()
  const canvas = await page.locator('.map-area .study-map canvas').boundingBox()
  if (!canvas) throw new Error('no map')
  const [x, y] = [canvas.x + canvas.width / 2, canvas.y + canvas.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  for (let step = 1; step <= 12; step++) {
    await page.mouse.move(x + step * 28, y)
    await page.waitForTimeout(30)
  }
  // The card follows while the centre is still held.
  await halvesAre(page, after)
  expect(await page.locator('.plan-tab').count()).toBe(2)
  await page.mouse.up()
  await tab(page, '方案A').waitFor()
  await halvesAre(page, after)
  expect(await tab(page, '方案A').getAttribute('aria-pressed')).toBe('true')

  await page.keyboard.press('Control+z')
  await halvesAre(page, before)
  await page.keyboard.press('Control+y')
  await halvesAre(page, after)

  // A branch goes on from here; the plan that it came from stays as it was.
  await page.getByRole('button', { name: '方案管理' }).click()
  await page.getByRole('button', { name: '从这里分出新方案' }).click()
  await tab(page, '方案B').waitFor()
  await page.getByRole('button', { name: '停用', exact: true }).click()
  await expect.poll(() => tab(page, '方案B').locator('.plan-count').innerText()).toBe('2')
  await judged(page)

  await page.getByRole('button', { name: '对比' }).click()
  const compared = page.locator('.compare-screen')
  await compared.locator('tbody tr').first().waitFor()
  expect(await compared.locator('.study-map').count()).toBe(2)
  expect(await compared.locator('tr', { hasText: '城市社区居家养老服务中心覆盖率' }).innerText()).toContain('南屏社区')
  expect(await compared.innerText()).toContain('停用')
  await page.keyboard.press('Escape')
  await compared.waitFor({ state: 'detached' })

  // Nothing was saved by hand: a second is enough.
  await page.waitForTimeout(1000)
  await page.reload()
  await judged(page)
  expect(await page.locator('.plan-name').allInnerTexts()).toEqual(['方案A', '方案B'])
  expect(await tab(page, '方案B').getAttribute('aria-pressed')).toBe('true')
  await halvesAre(page, after)
  await tab(page, '现状').click()
  await halvesAre(page, before)

  // The address says what is seen, and back goes back.
  await page.goBack()
  await halvesAre(page, after)
  expect(await tab(page, '方案B').getAttribute('aria-pressed')).toBe('true')
  expect(page.url()).toContain('plan=s2')

  // Deleted by mistake, and put back.
  await tab(page, '方案A').click()
  await page.getByRole('button', { name: '方案管理' }).click()
  await page.getByRole('button', { name: '删除' }).click()
  await page.locator('.plan-notice', { hasText: '已删除方案A' }).getByRole('button', { name: '撤销' }).click()
  await tab(page, '方案A').waitFor()
  await endQuietly(visit)
})

test('every drag has a typed twin: by keyboard alone a facility is moved, and a new one is added', async () => {
  const visit = await openApp(browser, app.address, wall)
  const { page } = visit
  await selectCentre(page)
  await page.getByText('位置', { exact: true }).click()
  const place = page.locator('.plan-editor .place-fields')
  const lng = Number(await place.locator('input[name=lng]').inputValue())
  await place.locator('input[name=lng]').fill(String(lng + 0.001))
  await place.locator('input[name=lng]').press('Enter')
  await expect.poll(() => tab(page, '方案A').locator('.plan-count').innerText()).toBe('1')
  await page.getByRole('button', { name: '移动', exact: true }).press('Enter')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await page.waitForTimeout(100)
  await page.keyboard.press('Enter')
  await expect.poll(() => tab(page, '方案A').locator('.plan-count').innerText()).toBe('2')
  // Forty metres back, in degrees of longitude here.
  const moved = Number(await place.locator('input[name=lng]').inputValue())
  expect(Math.abs(moved - (lng + 0.001 - 40 / 100_600))).toBeLessThan(2e-6)

  await page.locator('.plan-editor header button').click()
  await page.getByRole('button', { name: '新增设施' }).click()
  const form = page.locator('.plan-add')
  await form.locator('input[name=name]').fill('新站')
  await form.locator('input[name=lng]').fill('103.49')
  await form.locator('input[name=lat]').fill('25.43')
  await form.locator('input[name=lat]').press('Enter')
  await page.locator('.plan-editor h2', { hasText: '新站' }).waitFor()
  await expect.poll(() => tab(page, '方案A').locator('.plan-count').innerText()).toBe('3')
  await endQuietly(visit)
})

test('the study leaves as one file, and opened elsewhere it has its plans', async () => {
  const visit = await openApp(browser, app.address, wall)
  await selectCentre(visit.page)
  await visit.page.getByRole('button', { name: '停用', exact: true }).click()
  await tab(visit.page, '方案A').waitFor()
  const [file] = await Promise.all([visit.page.waitForEvent('download'), visit.page.getByRole('button', { name: '导出研究' }).click()])
  expect(file.suggestedFilename()).toMatch(/\.yikequan$/)
  // Another visit has its own storage: what it shows comes from the file.
  const other = await openApp(browser, app.address, wall)
  const { page } = other
  expect(await page.locator('.plan-name').count()).toBe(0)
  await page.locator('.top-bar input[type=file]').first().setInputFiles({ name: file.suggestedFilename(), mimeType: 'application/zip', buffer: readFileSync(await file.path()) })
  await page.getByRole('button', { name: '使用', exact: true }).click()
  await tab(page, '方案A').click()
  await page.getByRole('tab', { name: '设施' }).click()
  await page.locator('.table-tools input').fill(centre)
  await expect.poll(() => page.locator('.table-body [role=row]').first().innerText()).toContain('停用')
  await endQuietly(visit)
  await endQuietly(other)
})

import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Page } from 'playwright-core'
import { startApp, type RunningApp } from '../helpers/app-server'
import { launch, type Launched } from '../helpers/chromium'
import { sampleTown } from '../helpers/shared'
import { cardOf, endQuietly, halvesOf, judged, openApp } from './screen'

const wall = { width: 1440, height: 900 }
/** The one centre of its community on the west bank; the river runs some 300 m east of it. */
const centre = '南屏社区居家养老服务站'
/** Whole workshops are played here, two maps at a time in software: on a busy machine they take their time. */
vi.setConfig({ testTimeout: 240_000 })

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

  await page.getByRole('button', { name: '对比', exact: true }).click()
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

test('two plans are compared in four ways, side by side, by a swipe, overlaid and by their difference, under one camera', async () => {
  const visit = await openApp(browser, app.address, wall)
  const { page } = visit
  await selectCentre(page)
  await page.getByText('位置', { exact: true }).click()
  const lng = page.locator('.plan-editor .place-fields input[name=lng]')
  await lng.fill(String(Number(await lng.inputValue()) + 0.0125))
  await lng.press('Enter')
  await tab(page, '方案A').waitFor()
  await judged(page)
  await page.getByRole('button', { name: '对比', exact: true }).click()
  const compared = page.locator('.compare-screen')
  await compared.locator('tbody tr').first().waitFor()
  const figures = await compared.locator('.compare-figures').innerText()
  // The same two plans in every view: the table below does not change, and the legend says what is meant.
  const seen: readonly (readonly [string, number, string])[] = [['卷帘', 2, '不再达标'], ['叠加', 1, '设施移动'], ['差异', 1, '缺口变大']]
  for (const [view, maps, legend] of seen) {
    await compared.getByRole('button', { name: view, exact: true }).click()
    await compared.locator('.compare-legend', { hasText: legend }).waitFor()
    expect(await compared.locator('.study-map').count()).toBe(maps)
    expect(await compared.locator('.compare-figures').innerText()).toBe(figures)
  }
  // The handle of the swipe is pulled, and moved by keys.
  await compared.getByRole('button', { name: '卷帘', exact: true }).click()
  const handle = compared.getByRole('slider')
  const grip = await handle.boundingBox()
  if (!grip) throw new Error('no handle')
  await page.mouse.move(grip.x + grip.width / 2, grip.y + 200)
  await page.mouse.down()
  await page.mouse.move(grip.x + grip.width / 2 - 360, grip.y + 200)
  await page.mouse.up()
  expect(Math.abs(Number(await handle.getAttribute('aria-valuenow')) - 25)).toBeLessThan(2)
  await handle.press('End')
  expect(await handle.getAttribute('aria-valuenow')).toBe('100')
  await handle.press('ArrowLeft')
  expect(await handle.getAttribute('aria-valuenow')).toBe('98')
  // Both halves stand the same: where one is moved the other follows before it comes to rest.
  await compared.getByRole('button', { name: '并排', exact: true }).click()
  await page.waitForTimeout(800)
  const scales = () => compared.locator('.map-scale').evaluateAll((all) => all.map((each) => `${each.textContent} ${Math.round(each.querySelector('.map-scale-bar')?.clientWidth ?? 0)}`))
  const [scale] = await scales()
  await compared.locator('.map-controls button').first().click()
  await expect.poll(async () => (await scales()).every((each, _, all) => each !== scale && each === all[0]), { timeout: 10_000 }).toBe(true)
  await endQuietly(visit)
})

test('a finger on a touch screen drags as the mouse does, and the map stays where it is', async () => {
  const visit = await openApp(browser, app.address, wall)
  const { page } = visit
  await cardOf(page, 'QJ-12').locator('.card-button').click()
  const before = await halvesOf(cardOf(page, 'QJ-12'))
  await selectCentre(page)
  await page.getByRole('button', { name: '移动', exact: true }).click()
  const canvas = await page.locator('.map-area .study-map canvas').boundingBox()
  if (!canvas) throw new Error('no map')
  const [x, y] = [canvas.x + canvas.width / 2, canvas.y + canvas.height / 2]
  const here = (): string => new URL(page.url()).hash.match(/map=[^&]*/)?.[0] ?? ''
  const camera = here()
  const finger = await page.context().newCDPSession(page)
  await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] })
  for (let step = 1; step <= 12; step++) await finger.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: x + step * 28, y }] })
  await halvesAre(page, [(before[0] ?? NaN) - 1, before[1] ?? NaN])
  expect(await page.locator('.plan-tab').count()).toBe(2)
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await tab(page, '方案A').waitFor()
  await halvesAre(page, [(before[0] ?? NaN) - 1, before[1] ?? NaN])
  expect(camera).not.toBe('')
  expect(here()).toBe(camera)
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

test('by keyboard alone: a facility is found by name, moved, weighed against the others, and put back', async () => {
  const visit = await openApp(browser, app.address, wall)
  const { page } = visit
  await page.keyboard.press('Control+k')
  await page.keyboard.type('南屏社区居家')
  await page.locator('.palette [role=option][aria-selected=true]', { hasText: centre }).waitFor()
  await page.keyboard.press('Enter')
  await page.locator('.plan-editor h2', { hasText: centre }).waitFor()
  await page.locator('.plan-weight dl').waitFor()
  // To the editor, whose first button takes the facility up.
  await page.keyboard.press('e')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '不移了' }).waitFor()
  for (let step = 0; step < 7; step++) {
    await page.keyboard.press('Shift+ArrowRight')
    await page.waitForTimeout(60)
  }
  await page.keyboard.press('Enter')
  await tab(page, '方案A').waitFor()
  await page.keyboard.press('Control+z')
  await expect.poll(() => tab(page, '方案A').locator('.plan-count').innerText()).toBe('0')
  await page.keyboard.press('Control+y')
  await expect.poll(() => tab(page, '方案A').locator('.plan-count').innerText()).toBe('1')
  // A command by its name.
  await page.keyboard.press('Control+k')
  await page.keyboard.type('停用影响')
  await page.keyboard.press('Enter')
  await page.getByText('已逐处试停用').waitFor({ timeout: 60_000 })
  await page.keyboard.press('Control+k')
  await page.keyboard.type('锁定')
  await page.keyboard.press('Enter')
  await tab(page, '方案A').getByRole('img', { name: '已锁定' }).waitFor()
  await page.keyboard.press('Shift+?')
  await page.getByRole('dialog', { name: '键盘' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog', { name: '键盘' }).waitFor({ state: 'detached' })
  await endQuietly(visit)
})

test('a plan is duplicated, noted, coloured, frozen, and says of an edit that it was refused where it was asked for', async () => {
  const visit = await openApp(browser, app.address, wall)
  const { page } = visit
  await selectCentre(page)
  await page.getByRole('button', { name: '停用', exact: true }).click()
  await tab(page, '方案A').waitFor()
  const menu = page.locator('.plan-sheet')
  await page.getByRole('button', { name: '方案管理' }).click()
  await menu.getByRole('button', { name: '复制' }).click()
  await tab(page, '方案A 副本').waitFor()
  await page.getByRole('button', { name: '方案管理' }).click()
  await menu.locator('textarea').fill('李工提出')
  await menu.getByRole('radio').nth(3).press('Space')
  expect(await menu.getByRole('radio').nth(3).getAttribute('aria-checked')).toBe('true')
  await menu.getByRole('button', { name: '锁定' }).click()
  await page.keyboard.press('Escape')
  expect(await tab(page, '方案A 副本').getAttribute('title')).toBe('李工提出')
  expect(await page.getByRole('button', { name: '改为运营' }).isDisabled()).toBe(true)
  // The other one is still open. Nobody of that name can be served.
  await tab(page, '方案A').first().click()
  await page.locator('.plan-editor summary', { hasText: '服务范围' }).click()
  await page.locator('.member-input input').fill('没有这个小区')
  await page.locator('.member-input input').press('Enter')
  await page.locator('.member-input [role=alert]').waitFor()
  await endQuietly(visit)
})

test('streets, services and pools are changed by clicks: each is one edit of the plan', async () => {
  const visit = await openApp(browser, app.address, wall)
  const { page } = visit
  await selectCentre(page)
  const count = (n: string) => expect.poll(() => tab(page, '方案A').locator('.plan-count').innerText()).toBe(n)
  const canvas = await page.locator('.map-area .study-map canvas').boundingBox()
  if (!canvas) throw new Error('no map')
  const at = (dx: number, dy: number): Promise<void> => page.mouse.click(canvas.x + canvas.width / 2 + dx, canvas.y + canvas.height / 2 + dy)
  await page.locator('.plan-editor summary', { hasText: '服务范围' }).click()
  await page.getByRole('button', { name: '在图上点选' }).click()
  // Beside the centre: the community in which it stands, which it serves already and so no longer does.
  await at(40, 60)
  await count('1')
  await page.getByRole('button', { name: '点选完毕' }).click()
  await page.locator('.plan-editor header button').click()
  await page.getByRole('button', { name: '新增步道' }).click()
  await at(-60, 60)
  await at(60, 60)
  await page.locator('.gate-list li').nth(1).waitFor()
  await page.getByRole('button', { name: '完成', exact: true }).click()
  await count('2')
  await page.getByRole('button', { name: '封闭路段' }).click()
  await at(0, 90)
  await count('3')
  await endQuietly(visit)
})

test('in front of a room: the wall fits without scrolling, and a picture of the map is a file', async () => {
  const visit = await openApp(browser, app.address, { width: 1024, height: 768 })
  const { page } = visit
  await page.getByRole('button', { name: '投影', exact: true }).click()
  await page.locator('.plan-presenter').waitFor()
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '截图', exact: true }).click()])
  expect(file.suggestedFilename()).toMatch(/现状-1\.png$/)
  const bytes = readFileSync(await file.path())
  expect([...bytes.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47])
  expect(bytes.length).toBeGreaterThan(20_000)
  await page.getByRole('button', { name: '本次截图 1' }).waitFor()
  // Nothing of the page lies beyond its edges, and the clause that the map shows is in sight.
  expect(await page.evaluate(() => [document.scrollingElement?.scrollHeight, document.scrollingElement?.scrollWidth, document.querySelector('.app-screen')?.scrollHeight])).toEqual([768, 1024, 768])
  const card = await page.locator('.clause-card[aria-current=true]').boundingBox()
  expect(card && card.y < 700 && card.y > 100).toBe(true)
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

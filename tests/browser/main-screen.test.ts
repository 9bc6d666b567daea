import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type RunningApp } from '../helpers/app-server'
import { launch, type Launched } from '../helpers/chromium'
import { sampleTown } from '../helpers/shared'
import { cardOf, endQuietly, halvesOf, judged, legendCounts, mapColours, mapSettled, openApp, tableRows } from './screen'

const wall = { width: 1440, height: 900 }
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

test('the sample town opens with a drawn map, and every clause is counted under one verdict', async () => {
  const visit = await openApp(browser, app.address, wall)
  const { page } = visit
  const counts = await page.locator('.verdict-counts button').allInnerTexts()
  const sum = counts.reduce((all, words) => all + Number(/\d+/.exec(words)?.[0]), 0)
  expect(sum).toBe(await page.locator('.clause-card').count())
  expect(counts).toHaveLength(5)
  await cardOf(page, 'QJ-12').locator('.card-button').click()
  await mapSettled(page)
  const drawn = await mapColours(page)
  expect(drawn.met).toBeGreaterThan(500)
  expect(drawn.unmet).toBeGreaterThan(30)
  // The colours come from the layer that the left column names, and go with it.
  await page.getByRole('checkbox', { name: '行政单元判定' }).uncheck()
  await mapSettled(page)
  const bare = await mapColours(page)
  expect(bare.met).toBeLessThan(drawn.met / 5)
  await endQuietly(visit)
})

test('a chosen clause says the same on its card, in the legend and in the table; a row flies there and is marked', async () => {
  const visit = await openApp(browser, app.address, wall)
  const { page } = visit
  for (const clause of ['QJ-18', 'QJ-12']) {
    const card = cardOf(page, clause)
    await card.locator('.card-button').click()
    await page.locator('.map-legend-clause', { hasText: await card.locator('.card-button').innerText() }).waitFor()
    const [met = NaN, all = NaN] = await halvesOf(card)
    const legend = await legendCounts(page)
    expect([legend.达标, legend.未达标]).toEqual([met, all - met])
    expect(await tableRows(page)).toBe(all + (legend.数据不足 ?? 0) + (legend.口径待定 ?? 0) + (legend.不适用 ?? 0))
  }
  const scale = await page.locator('.map-scale').innerText()
  const row = page.locator('.table-body [role=row]').nth(2)
  await row.locator('.cell').first().click()
  await page.waitForFunction((before) => document.querySelector('.map-scale')?.textContent !== before, scale)
  expect(await row.getAttribute('aria-selected')).toBe('true')
  expect(await page.locator('[role=row][aria-selected=true]').count()).toBe(1)
  await endQuietly(visit)
})

test('a click on a figure shows the cells it came from, and Escape gives the clauses back', async () => {
  const visit = await openApp(browser, app.address, wall)
  const { page } = visit
  await cardOf(page, 'QJ-13').locator('.card-button').click()
  await page.locator('.table-body .figure-link').first().click()
  const why = page.locator('.why-drawer')
  await why.locator('.formula').waitFor()
  expect(await why.locator('h2').innerText()).toBe(await page.locator('.table-body [role=row]').first().locator('.cell').first().innerText())
  // File, row and column, as one would look them up in the ledger.
  expect(await why.locator('.input-cell').allInnerTexts()).toContainEqual(expect.stringMatching(/compounds\.csv · 第 \d+ 行 · .+ 列/))
  expect(await why.innerText()).toContain('怎样才能达标')
  await page.keyboard.press('Escape')
  await why.waitFor({ state: 'detached' })
  await endQuietly(visit)
})

test('another reading changes card, legend and table, is seen as not the default, and can be taken back', async () => {
  const visit = await openApp(browser, app.address, wall)
  const { page } = visit
  const card = cardOf(page, 'QJ-12')
  await card.locator('.card-button').click()
  const before = await halvesOf(card)
  expect(await page.locator('.map-legend-reading').count()).toBe(0)
  await card.locator('.readings summary').click()
  const reading = card.locator('.reading', { hasText: '城市社区的认定' })
  await reading.locator('select').selectOption({ label: '城乡分类 1xx(含镇区)' })
  await card.locator('.badge', { hasText: '已改 1 项' }).waitFor()
  await judged(page)
  const [met = NaN, all = NaN] = await halvesOf(card)
  expect(all).toBeGreaterThan(before[1] ?? NaN)
  expect(await tableRows(page)).toBe(all)
  expect((await legendCounts(page)).达标).toBe(met)
  expect(await page.locator('.map-legend-reading').innerText()).toContain('城市社区的认定：城乡分类 1xx')
  await reading.getByRole('button', { name: '恢复默认' }).click()
  await page.locator('.map-legend-reading').waitFor({ state: 'detached' })
  expect(await halvesOf(card)).toEqual(before)
  await endQuietly(visit)
})

test('English is English everywhere at once, and stays for the next visit', async () => {
  const visit = await openApp(browser, app.address, wall)
  const { page } = visit
  await page.getByRole('button', { name: '切换到英文' }).click()
  await page.getByRole('tab', { name: 'Units' }).waitFor()
  await page.reload()
  await judged(page)
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  // Longer words: no card is wider than its column, in none of the verdicts' cards.
  expect(await page.locator('.clause-list').evaluate((list) => list.scrollWidth <= list.clientWidth && list.getBoundingClientRect().right <= innerWidth)).toBe(true)
  // Names, quotations and articles stay as they are written in ledgers and documents.
  const screen = (await page.locator('.top-bar-actions, .layers-column, .tab-bar, .table-head, .map-legend, .verdict-counts, .clause-terms').allInnerTexts()).join('\n')
  expect(screen.replace('中文', '')).not.toMatch(/\p{Script=Han}/u)
  await endQuietly(visit)
})

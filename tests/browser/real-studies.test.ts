import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp } from '../helpers/app-server'
import { launch, type Launched } from '../helpers/chromium'
import { lacks, shared, title } from '../helpers/shared'
import { cardOf, endQuietly, halvesOf, legendCounts, mapSettled, openApp, tableRows } from './screen'

let browser: Launched
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser?.close())

const wall = { width: 1440, height: 900 }

for (const { city, name, units } of [
  { city: 'taipei', name: '臺北市', units: 456 },
  { city: 'toa-payoh', name: 'Toa Payoh', units: 12 },
])
  test.skipIf(lacks('data', city))(title(`${name} opens: every community is listed, and the covered and the others are all of them`, 'data', city), async () => {
    const app = await startApp(shared('data', city))
    try {
      const visit = await openApp(browser, app.address, wall)
      const { page } = visit
      expect(await page.locator('.study-title').innerText()).toContain(name)
      const card = cardOf(page, 'QJ-12')
      await card.locator('.card-button').click()
      await page.locator('.map-legend-clause', { hasText: await card.locator('.card-button').innerText() }).waitFor()
      const [met = NaN, all = NaN] = await halvesOf(card)
      const counts = await legendCounts(page)
      const judged = ['达标', '未达标', '数据不足', '不适用', '口径待定'].map((word) => counts[word] ?? 0)
      expect([judged[0], (judged[0] ?? 0) + (judged[1] ?? 0)]).toEqual([met, all])
      expect(judged.reduce((sum, count) => sum + count, 0)).toBe(units)
      expect(await tableRows(page)).toBe(units)
      // Two circles around the facilities, with both halves of the people inside.
      expect(await page.locator('.coverage').innerText()).toMatch(/500 米内[^]*%[^]*1,000 米内[^]*%/)
      await mapSettled(page)
      await endQuietly(visit)
    } finally {
      await app.close()
    }
  })

test.skipIf(lacks('data', 'porto-alegre'))(title('a city without a roster opens, and every empty part says why', 'data', 'porto-alegre'), async () => {
  const app = await startApp(shared('data', 'porto-alegre'))
  try {
    const visit = await openApp(browser, app.address, wall)
    const { page } = visit
    expect(await page.locator('.clause-card.verdict-met, .clause-card.verdict-unmet').count()).toBe(0)
    await page.locator('.tab-panel-units', { hasText: '没有行政单元名册' }).waitFor()
    expect(await page.locator('.coverage').innerText()).toContain('常住人口')
    await page.getByRole('tab', { name: '设施' }).click()
    await page.locator('.table-body [role=row]').first().waitFor()
    await endQuietly(visit)
  } finally {
    await app.close()
  }
})

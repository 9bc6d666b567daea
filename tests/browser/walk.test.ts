import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type RunningApp } from '../helpers/app-server'
import { launch, type Launched } from '../helpers/chromium'
import { lacks, shared, title } from '../helpers/shared'
import { cardOf, endQuietly, mapSettled, openApp } from './screen'
import type { Page } from 'playwright-core'

let browser: Launched
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser?.close())

const wall = { width: 1440, height: 900 }

/** Both models' shares as the card of 15 minutes writes them. */
async function comparedShares(page: Page): Promise<number[]> {
  const card = cardOf(page, 'QJ-16')
  await card.locator('.card-button').click()
  const table = card.locator('.clause-walk table').first()
  await table.waitFor()
  return (await table.locator('strong').allInnerTexts()).map((text) => Number.parseFloat(text))
}

async function walkOn(app: RunningApp, seen: (page: Page) => Promise<void>): Promise<void> {
  try {
    const visit = await openApp(browser, app.address, wall)
    const { page } = visit
    await page.getByRole('button', { name: '步行', exact: true }).click()
    await page.locator('.street-report').waitFor()
    await page.locator('.work-notice').waitFor({ state: 'detached' })
    await seen(page)
    await mapSettled(page)
    await endQuietly(visit)
  } finally {
    await app.close()
  }
}

test('the sample town is walked: fewer are reached than in the circle, the list says who, and the way of one of them is shown part by part', async () => {
  await walkOn(await startApp(null), async (page) => {
    expect(await page.locator('.coverage').innerText()).toMatch(/步行可到的人口[^]*480 米[^]*%[^]*720 米[^]*%/)
    expect(await page.locator('.layers-column').innerText()).toContain('依据')
    expect(await page.locator('.map-legend').innerText()).toContain('老年步行圈')
    await page.locator('.street-report summary').click()
    expect(await page.locator('.street-report').innerText()).toMatch(/公里[^]*没有计入的线[^]*内部道路/)
    const [circle = NaN, walk = NaN] = await comparedShares(page)
    expect(walk).toBeLessThan(circle)
    const list = page.locator('.clause-walk details', { hasText: '圈内而走不到' })
    await list.evaluate((details: HTMLDetailsElement) => (details.open = true))
    const first = list.locator('li').first()
    const minutes = Number(/步行 (\d+) 分钟/.exec(await first.innerText())?.[1])
    await first.locator('button').evaluate((button: HTMLButtonElement) => button.click())
    const way = page.locator('.route-card', { hasText: '分段' })
    await way.waitFor()
    const words = await way.innerText()
    expect(words).toContain('按所选条款计入的设施')
    expect(Math.round(Number(/([\d.]+) 分钟/.exec(words)?.[1]))).toBe(minutes)
    expect(words).toMatch(/超出 720 米[^]*怎样才能走到/)
  })
})

test.skipIf(lacks('data', 'toa-payoh'))(title('in Toa Payoh circle and walk differ widely, and the list shows it', 'data', 'toa-payoh'), async () => {
  await walkOn(await startApp(shared('data', 'toa-payoh')), async (page) => {
    const [circle = NaN, walk = NaN] = await comparedShares(page)
    expect(circle - walk).toBeGreaterThan(30)
    await page.locator('.clause-walk summary', { hasText: '圈内而走不到' }).waitFor()
  })
})

test.skipIf(lacks('data', 'taipei'))(title('a study without streets says that only the legal circle can be shown', 'data', 'taipei'), async () => {
  const app = await startApp(shared('data', 'taipei'))
  try {
    const visit = await openApp(browser, app.address, wall)
    const { page } = visit
    expect(await page.getByRole('button', { name: '步行', exact: true }).isDisabled()).toBe(true)
    expect(await page.locator('.layers-column').innerText()).toContain('没有路网文件')
    await endQuietly(visit)
  } finally {
    await app.close()
  }
})

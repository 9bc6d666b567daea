import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { startApp, type RunningApp } from '../helpers/app-server'
import { launch, type Launched } from '../helpers/chromium'
import { sampleTown } from '../helpers/shared'
import { cardOf, endQuietly, openApp } from './screen'

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

/** Nothing of the page lies beyond its right edge. */
const fits = (page: Page): Promise<boolean> => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)

test('at 1024 × 768 the clauses are a drawer over the right third of the map, and the legend still names the clause', async () => {
  const visit = await openApp(browser, app.address, { width: 1024, height: 768 })
  const { page } = visit
  expect(await page.locator('.clause-column').isVisible()).toBe(false)
  await page.getByRole('button', { name: '条款', exact: true }).click()
  const card = cardOf(page, 'QJ-12')
  await card.locator('.card-button').click()
  const [drawer, map] = [await page.locator('.right-column').boundingBox(), await page.locator('.map-area').boundingBox()]
  expect(drawer && map && drawer.x + drawer.width <= map.x + map.width + 1 && drawer.x > map.x + map.width / 2).toBe(true)
  expect(await page.locator('.map-legend-clause').innerText()).toBe(await card.locator('.card-button').innerText())
  await page.getByRole('button', { name: '条款', exact: true }).click()
  expect(await page.locator('.clause-column').isVisible()).toBe(false)
  expect(await fits(page)).toBe(true)
  await endQuietly(visit)
})

test('on a phone map, clauses and tables take turns, and a chosen clause is named on the map', async () => {
  const visit = await openApp(browser, app.address, { width: 390, height: 844 })
  const { page } = visit
  const tab = (name: string) => page.locator('.phone-tabs').getByRole('button', { name, exact: true })
  const shown = async (): Promise<readonly boolean[]> => Promise.all(['.map-legend', '.clause-list', '.dock'].map((part) => page.locator(part).isVisible()))
  expect(await shown()).toEqual([true, false, false])
  await tab('条款').click()
  expect((await shown()).slice(1)).toEqual([true, false])
  const card = cardOf(page, 'QJ-17')
  await card.locator('.card-button').click()
  const title = await card.locator('.card-button').innerText()
  await tab('表').click()
  expect((await shown()).slice(1)).toEqual([false, true])
  await page.locator('.table-body [role=row]').first().waitFor()
  await tab('地图').click()
  expect(await page.locator('.map-legend-clause').innerText()).toBe(title)
  expect(await page.locator('.map-legend').getAttribute('open')).toBeNull()
  expect(await fits(page)).toBe(true)
  await endQuietly(visit)
})

test('with the keyboard alone one reaches the clauses, chooses one, walks the table, asks why and comes back; the focus is always seen', async () => {
  const visit = await openApp(browser, app.address, { width: 1440, height: 900 })
  const { page } = visit
  const press = async (key: string, times = 1): Promise<void> => {
    for (let time = 0; time < times; time++) await page.keyboard.press(key)
  }
  /** Tab until the focus is on it; every stop on the way is drawn. */
  const tabTo = async (selector: string, most: number): Promise<void> => {
    for (let stop = 0; stop < most; stop++) {
      await press('Tab')
      const at = await page.evaluate((wanted) => {
        const focused = document.activeElement
        // A card draws its outline around all of itself.
        const outlined = [null, '::after'].some((part) => {
          const style = focused && getComputedStyle(focused, part)
          return style && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0
        })
        return { there: focused?.matches(wanted) ?? false, seen: focused === document.body || outlined, what: focused?.outerHTML.slice(0, 80) }
      }, selector)
      expect(at).toMatchObject({ seen: true })
      if (at.there) return
    }
    throw new Error(`${selector} was not reached in ${most} steps`)
  }

  await tabTo('.skip-links button', 1)
  await press('Enter')
  await page.waitForFunction(() => document.activeElement?.id === 'clauses')
  await tabTo('.card-button', 12)
  await press('Enter')
  const title = await page.evaluate(() => document.activeElement?.textContent)
  await page.locator('.clause-card[aria-current=true]', { hasText: title ?? '' }).waitFor()
  await tabTo('.figure-button', 3)
  await press('Enter')
  await page.locator('.why-drawer .formula, .why-drawer .note').first().waitFor()
  await press('Escape')
  await page.locator('.why-drawer').waitFor({ state: 'detached' })
  expect(await page.evaluate(() => document.activeElement?.className)).toContain('figure-button')

  // From the top of the page straight to the tables.
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await cardOf(page, 'QJ-12').locator('.card-button').focus()
  await press('Enter')
  await page.locator('.skip-links button').nth(1).focus()
  await press('Enter')
  await page.waitForFunction(() => document.activeElement?.id === 'tables')
  await tabTo('.table-scroller', 8)
  const active = () => page.locator('.table-row.active .cell').first().innerText()
  const first = await active()
  await press('ArrowDown', 2)
  const third = await active()
  expect(third).not.toBe(first)
  await press('Enter')
  await page.locator('[role=row][aria-selected=true]', { hasText: third }).waitFor()
  await tabTo('.table-body .figure-link', 12)
  await press('Enter')
  await page.locator('.why-drawer .formula').waitFor()
  await press('Escape')
  await page.locator('.why-drawer').waitFor({ state: 'detached' })
  expect(await page.evaluate(() => document.activeElement?.className)).toContain('figure-link')
  await endQuietly(visit)
})

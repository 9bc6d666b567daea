import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { startApp, type RunningApp } from '../helpers/app-server'
import { launch, type Launched } from '../helpers/chromium'
import { sampleTown } from '../helpers/shared'
import { cardOf, judged, mapColours, openApp } from './screen'

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

const lose = (page: Page) =>
  page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.map-area .study-map canvas')
    canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext()
  })

test('a lost picture of the map is back within two seconds, where it stood; lost again and again, the plain picture stands there with a button', { timeout: 120_000 }, async () => {
  const { page } = await openApp(browser, app.address, { width: 900, height: 700 })
  const before = await page.evaluate(() => location.hash)
  await page.evaluate(() => Object.assign(window, { lostCanvas: document.querySelector('.map-area .study-map canvas') }))
  await lose(page)
  // Another canvas, with a picture context that lives.
  const back = () =>
    page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('.map-area .study-map canvas')
      return canvas !== null && canvas !== (window as { lostCanvas?: unknown }).lostCanvas && canvas.getContext('webgl2')?.isContextLost() === false
    })
  await expect.poll(back, { timeout: 2000, interval: 50 }).toBe(true)
  await expect.poll(async () => (await mapColours(page)).unmet, { timeout: 15_000 }).toBeGreaterThan(200)
  expect(await page.evaluate(() => location.hash)).toBe(before)

  for (let again = 0; again < 2; again++) {
    await page.waitForTimeout(1500)
    await lose(page)
    await page.waitForTimeout(1000)
  }
  await page.locator('.map-area .study-map-plain svg').first().waitFor()
  expect(await page.locator('.clause-card').count()).toBeGreaterThan(20)
  await page.getByRole('button', { name: '重画地图' }).click()
  await page.locator('.map-area .study-map canvas').waitFor()
  await page.context().close()
})

test('without WebGL the tables, the clauses, the plain picture and the saving go on', async () => {
  const visit = await browser.visit({ width: 1280, height: 800 })
  const { page } = visit
  await page.addInitScript(() => {
    const own = HTMLCanvasElement.prototype.getContext
    Object.defineProperty(HTMLCanvasElement.prototype, 'getContext', { value: function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) { return kind.startsWith('webgl') ? null : (own as (...all: unknown[]) => unknown).call(this, kind, ...rest) } })
  })
  await page.goto(app.address)
  await judged(page)
  await page.locator('.study-map-plain svg').first().waitFor()
  expect(await cardOf(page, 'QJ-12').count()).toBe(1)
  expect(await page.locator('.table-body [role=row]').count()).toBeGreaterThan(5)
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出研究' }).click()])
  expect(file.suggestedFilename()).toMatch(/\.yikequan$/)
  expect(visit.errors).toEqual([])
  await page.context().close()
})

test('a computing part that dies is started again, is given the study, and answers what is asked next', async () => {
  const { page } = await openApp(browser, app.address, { width: 1280, height: 800 })
  // The death of a worker, as the page hears of it.
  const worker = page.workers().find((each) => each.url().includes('worker') && !each.url().includes('maplibre'))
  expect(worker).toBeDefined()
  await worker?.evaluate(() => {
    setTimeout(() => {
      throw new Error('out of memory')
    })
  })
  await page.waitForTimeout(500)
  await page.locator('.plan-begin').click()
  await judged(page)
  await cardOf(page, 'QJ-12').locator('.card-button').click()
  await cardOf(page, 'QJ-12').locator('.figure-button').first().click()
  await page.locator('.why-drawer .formula').first().waitFor()
  expect(await page.locator('.failure-notice').count()).toBe(0)
  await page.context().close()
})

test('a computing part that is stuck is told of after ten seconds, and can be stopped; the study is there and answers go on', async () => {
  const visit = await browser.visit({ width: 1280, height: 800 })
  const { page } = visit
  // The ten seconds pass on the page's clock, not on ours.
  await page.clock.install()
  await page.goto(app.address)
  await judged(page)
  const worker = page.workers().find((each) => each.url().includes('worker') && !each.url().includes('maplibre'))
  await worker?.evaluate(() => {
    setTimeout(() => {
      for (;;);
    })
  })
  await page.locator('.plan-begin').click()
  await cardOf(page, 'QJ-12').locator('.card-button').click()
  await cardOf(page, 'QJ-12').locator('.figure-button').first().click()
  await page.clock.fastForward(11_000)
  await page.getByText('计算已有一阵没有回音').waitFor()
  await page.getByRole('button', { name: '停止', exact: true }).click()
  await page.getByText('计算已有一阵没有回音').waitFor({ state: 'detached' })
  // Everything that is asked from now on is answered by the new one.
  const drawer = page.locator('.why-drawer')
  if ((await drawer.count()) > 0) await drawer.getByRole('button', { name: '关闭' }).click()
  await cardOf(page, 'QJ-13').locator('.figure-button').first().click()
  await drawer.locator('.formula').first().waitFor()
  expect(await page.locator('.failure-notice').count()).toBe(0)
  expect(await page.locator('.plan-tab').count()).toBeGreaterThan(1)
  await page.context().close()
})

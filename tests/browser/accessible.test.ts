import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { startApp, type RunningApp } from '../helpers/app-server'
import { launch, type Launched } from '../helpers/chromium'
import { sampleTown } from '../helpers/shared'
import { smallTown } from '../helpers/commands'
import { cardOf, judged } from './screen'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
type Axe = { readonly run: (options: object) => Promise<{ readonly violations: readonly { readonly id: string; readonly impact: string | null; readonly nodes: readonly { readonly html: string }[] }[] }> }

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

async function open(size: { readonly width: number; readonly height: number }): Promise<Page> {
  const { page } = await browser.visit(size)
  // Before the page's own policy is in force: no script of ours would be let in afterwards.
  await page.addInitScript({ content: axeSource })
  await page.goto(app.address)
  await judged(page)
  return page
}

/** What a person who cannot see, point or tell colours apart would stumble over. */
const faults = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const { axe } = window as unknown as { axe: Axe }
    const { violations } = await axe.run({ resultTypes: ['violations'] })
    return violations.filter(({ impact }) => impact === 'critical' || impact === 'serious').map(({ id, impact, nodes }) => `${id} (${impact}) × ${nodes.length}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')}`)
  })

/** One after the other on one page, each left as it was found: opening a page anew for each would take minutes. */
const screens: readonly (readonly [name: string, open: (page: Page) => Promise<void>, leave: (page: Page) => Promise<void>])[] = [
  ['main', async () => undefined, async () => undefined],
  ['English', (page) => page.locator('.top-bar button[lang=en]').click(), (page) => page.locator('.top-bar button[lang=zh]').click()],
  [
    'a figure explained',
    async (page) => {
      await cardOf(page, 'QJ-12').locator('.figure-button').first().click()
      await page.locator('.why-drawer .formula').first().waitFor()
    },
    async (page) => {
      await page.keyboard.press('Escape')
    },
  ],
  [
    'saving',
    async (page) => {
      await page.locator('.storage-word').click()
      await page.locator('.storage-sheet').waitFor()
    },
    (page) => page.keyboard.press('Escape'),
  ],
  [
    'about',
    async (page) => {
      await page.getByRole('button', { name: '关于' }).click()
      await page.locator('.licence-list li').first().waitFor()
    },
    (page) => page.keyboard.press('Escape'),
  ],
  ['base maps', (page) => page.locator('.base-map-form summary').click(), (page) => page.locator('.base-map-form summary').click()],
  [
    'rectification',
    async (page) => {
      await page.locator('.dock [role=tab]', { hasText: '整改' }).first().click()
      await page.waitForTimeout(800)
    },
    async () => undefined,
  ],
  ['charts', (page) => page.getByRole('tab', { name: '图表', exact: true }).click(), async () => undefined],
  [
    'the printed map',
    async (page) => {
      await page.getByRole('button', { name: '打印地图' }).click()
      await page.locator('.print-preview svg').waitFor()
    },
    (page) => page.keyboard.press('Escape'),
  ],
  [
    'products',
    async (page) => {
      await page.getByRole('button', { name: '导出', exact: true }).click()
      await page.getByRole('button', { name: /^导出整改清单和各表/ }).waitFor()
    },
    (page) => page.keyboard.press('Escape'),
  ],
  [
    'a plan and a facility',
    async (page) => {
      await page.locator('.plan-begin').click()
      await page.locator('.dock [role=tab]', { hasText: '设施' }).first().click()
      await page.locator('.dock .table-body [role=row]').first().locator('.cell').first().click()
      await page.locator('.plan-editor h2').waitFor()
      await page.getByRole('button', { name: '方案管理' }).click()
    },
    (page) => page.keyboard.press('Escape'),
  ],
  [
    'comparison',
    async (page) => {
      await page.getByRole('button', { name: '对比' }).click()
      await page.locator('.compare-screen').waitFor()
      await page.waitForTimeout(1000)
    },
    (page) => page.keyboard.press('Escape'),
  ],
  [
    'import',
    async (page) => {
      await page.locator('.top-bar input[type=file]').first().setInputFiles(Object.entries(smallTown).map(([name, text]) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })))
      await page.getByRole('button', { name: '使用', exact: true }).waitFor()
    },
    (page) => page.keyboard.press('Escape'),
  ],
]

test('axe finds nothing critical or serious on any screen', { timeout: 240_000 }, async () => {
  const page = await open({ width: 1440, height: 900 })
  for (const [name, enter, leave] of screens) {
    await enter(page)
    await judged(page)
    expect(await faults(page), name).toEqual([])
    await leave(page)
  }
  await page.context().close()
})

test('nor on a phone, map, clauses and table alike', { timeout: 120_000 }, async () => {
  const page = await open({ width: 390, height: 844 })
  for (const part of ['地图', '条款', '表']) {
    await page.locator('.phone-tabs').getByRole('button', { name: part, exact: true }).click()
    expect(await faults(page), part).toEqual([])
  }
  await page.context().close()
})

test('at 320, 390, 768 and 1440 pixels nothing runs over the edge, and what says that the work is kept is in sight', async () => {
  const page = await open({ width: 1440, height: 800 })
  for (const width of [1440, 768, 390, 320]) {
    await page.setViewportSize({ width, height: 800 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width}`).toBe(true)
    const word = await page.locator('.storage-word').boundingBox()
    expect(word && word.x >= 0 && word.x + word.width <= width, `${width}`).toBe(true)
  }
  await page.context().close()
})

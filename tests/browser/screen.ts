/** What the browser tests do with the app again and again. */
import { expect } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import type { Launched, Visit } from '../helpers/chromium'

/** Opens the app and waits until its study is judged. */
export async function openApp(browser: Launched, address: string, size?: { readonly width: number; readonly height: number }): Promise<Visit> {
  const visit = await browser.visit(size)
  // A breach inside a worker or of a style is told here even where the console is silent.
  await visit.page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      throw new Error(`Content Security Policy: ${violatedDirective} ${blockedURI}`)
    }),
  )
  await visit.page.goto(address)
  await judged(visit.page)
  return visit
}

export async function judged(page: Page): Promise<void> {
  await page.locator('.clause-card').first().waitFor({ state: 'attached' })
  await page.locator('.work-notice').waitFor({ state: 'detached' })
}

/** No console error, no breach of the policy, no request beyond this machine; and the page goes away. */
export async function endQuietly({ page, errors, foreign }: Visit): Promise<void> {
  expect({ errors, foreign }).toEqual({ errors: [], foreign: [] })
  await page.context().close()
}

export const cardOf = (page: Page, clause: string): Locator => page.locator('.clause-card', { has: page.locator('.clause-id', { hasText: new RegExp(`^${clause}$`) }) })

/** Both halves as the card writes them: '37 / 42' → [37, 42]. */
export async function halvesOf(card: Locator): Promise<readonly number[]> {
  const text = await card.locator('.halves').innerText()
  return text.split('/').map((half) => Number(half.replace(/[,\s]/g, '')))
}

/** Word → count, as the legend on the map lists them. */
export async function legendCounts(page: Page): Promise<Readonly<Record<string, number>>> {
  const rows = await page.locator('.map-legend li:has(.map-legend-count)').all()
  const pairs = await Promise.all(rows.map(async (row) => [await row.locator('.map-legend-word').innerText(), Number((await row.locator('.map-legend-count').innerText()).replace(/,/g, ''))] as const))
  return Object.fromEntries(pairs)
}

/** How many units the table says it lists. */
export async function tableRows(page: Page): Promise<number> {
  const words = await page.locator('.table-tools [role=status]').innerText()
  return Number(/[\d,]+/.exec(words)?.[0].replace(/,/g, ''))
}

/** Pixels of the map in the colours of met and unmet land, as a person sees them: the picture is drawn again from a photograph. */
export async function mapColours(page: Page): Promise<{ readonly met: number; readonly unmet: number }> {
  const photograph = [...(await page.locator('.study-map canvas').screenshot())]
  return page.evaluate(async (bytes) => {
    const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)]))
    const canvas = new OffscreenCanvas(picture.width, picture.height)
    const pen = canvas.getContext('2d')
    if (!pen) throw new Error('no canvas')
    pen.drawImage(picture, 0, 0)
    const { data } = pen.getImageData(0, 0, picture.width, picture.height)
    const near = ([red, green, blue]: readonly [number, number, number]): number => {
      let count = 0
      for (let at = 0; at < data.length; at += 4) {
        const apart = Math.abs((data[at] ?? 0) - red) + Math.abs((data[at + 1] ?? 0) - green) + Math.abs((data[at + 2] ?? 0) - blue)
        if (apart < 30) count++
      }
      return count
    }
    // 50 % of #009e73 and 78 % of #d55e00 on white.
    return { met: near([128, 207, 185]), unmet: near([222, 129, 56]) }
  }, photograph)
}

/** True once the map has stopped moving and drawn what it was given. */
export async function mapSettled(page: Page): Promise<void> {
  let last = ''
  for (let tries = 0; tries < 30; tries++) {
    await page.waitForTimeout(200)
    const now = (await page.locator('.study-map canvas').screenshot()).toString('base64')
    if (now === last) return
    last = now
  }
  throw new Error('the map never came to rest')
}

/** The way of a small town through the app: brought in, judged, planned on, kept, and there again after the tab was loaded anew. */
export async function bringInAndComeBack(page: Page, town: Readonly<Record<string, string>>): Promise<void> {
  await page.locator('.top-bar input[type=file]').first().setInputFiles(Object.entries(town).map(([name, text]) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })))
  await page.getByRole('button', { name: '使用', exact: true }).click()
  await page.locator('.study-title', { hasText: '小城' }).waitFor()
  await judged(page)
  await page.locator('.plan-begin').click()
  await page.locator('.plan-tab', { hasText: '方案A' }).waitFor()
  await page.locator('.storage-word', { hasText: '已保存' }).waitFor()
  await page.getByRole('button', { name: '关于' }).click()
  await page.locator('.licence-list li', { hasText: 'maplibre-gl' }).first().waitFor()
  await page.keyboard.press('Escape')
  await page.waitForTimeout(800)
  await page.reload()
  await page.locator('.study-title', { hasText: '小城' }).waitFor()
  await judged(page)
  await page.locator('.plan-tab', { hasText: '方案A' }).waitFor()
}

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { iconPng } from '../../bin/icon.mjs'
import { startApp, type RunningApp } from '../helpers/app-server'
import { launch, type Launched } from '../helpers/chromium'
import { sampleTown } from '../helpers/shared'
import { tinyPmtiles } from '../helpers/tiny-pmtiles'
import { endQuietly, mapSettled, openApp } from './screen'

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

const file = (name: string, buffer: Uint8Array | string) => ({ name, mimeType: name.endsWith('.png') ? 'image/png' : 'application/octet-stream', buffer: Buffer.from(buffer) })
const picture = async (page: Page): Promise<string> => {
  await mapSettled(page)
  return (await page.locator('.map-area .study-map canvas').screenshot()).toString('base64')
}

test('a tile archive and a picture of this computer lie under the map, and nothing is asked of anybody', { timeout: 120_000 }, async () => {
  const visit = await openApp(browser, app.address, { width: 1280, height: 800 })
  const { page } = visit
  await page.locator('.base-map-form summary').click()
  const input = page.locator('.base-map-file input[type=file]')
  const without = await picture(page)

  await input.setInputFiles([file('底图.pmtiles', tinyPmtiles(iconPng(256)))])
  await page.locator('.base-map-file', { hasText: '现在的底图：底图.pmtiles' }).waitFor()
  const withTiles = await picture(page)
  expect(withTiles).not.toBe(without)

  // Some eight kilometres around the sample town, said by its world file.
  await input.setInputFiles([file('扫描图.png', iconPng(400)), file('扫描图.pgw', '0.0002\n0\n0\n-0.0002\n103.44\n25.47\n')])
  await page.locator('.base-map-file', { hasText: '现在的底图：扫描图.png' }).waitFor()
  const withPicture = await picture(page)
  expect(withPicture).not.toBe(withTiles)
  expect(withPicture).not.toBe(without)

  // A picture without a place is not guessed at.
  await input.setInputFiles([file('无坐标.png', iconPng(40))])
  await page.locator('.base-map-file [role=alert]', { hasText: '不知道这张图在哪里' }).waitFor()
  await input.setInputFiles([file('坏.pmtiles', 'not an archive at all, and too short for one')])
  await page.locator('.base-map-file [role=alert]', { hasText: '读不出来' }).waitFor()
  await page.locator('.base-map-file').getByRole('button', { name: '不用' }).click()
  expect(await picture(page)).toBe(without)
  await endQuietly(visit)
})

import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BrowserContext, Page } from 'playwright-core'
import { startApp, type RunningApp } from '../helpers/app-server'
import { launch, type Launched } from '../helpers/chromium'
import { folder, smallTown } from '../helpers/commands'
import { judged } from './screen'

let browser: Launched
let app: RunningApp
beforeAll(async () => {
  app = await startApp(folder(smallTown))
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await app?.close()
})

const size = { viewport: { width: 1280, height: 800 }, locale: 'zh-CN' }
async function tab(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${app.address}#select=facility/F-1`)
  await judged(page)
  return page
}
const edit = async (page: Page): Promise<void> => {
  await page.locator('.plan-editor').getByRole('button', { name: /^(停用|改为运营)$/ }).click()
  await judged(page)
}
const plans = (page: Page) => page.locator('.plan-name').allInnerTexts()
const counts = (page: Page) => page.locator('.plan-count').allInnerTexts()
const kept = (page: Page) => page.locator('.storage-word', { hasText: '已保存' }).waitFor()

test('files that were imported come back with the tab, without being picked again; so do documents and readings', async () => {
  const context = await browser.browser.newContext(size)
  const page = await tab(context)
  const files = Object.entries({ ...smallTown, 'study.json': smallTown['study.json'].replace('小城', '新城') }).map(([name, text]) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) }))
  await page.locator('.top-bar input[type=file]').first().setInputFiles(files)
  await page.getByRole('button', { name: '使用', exact: true }).click()
  await page.locator('.study-title', { hasText: '新城' }).waitFor()
  await judged(page)
  await kept(page)
  await page.waitForTimeout(800)
  await page.close()
  const again = await context.newPage()
  await again.goto(app.address)
  await again.locator('.study-title', { hasText: '新城' }).waitFor()
  await judged(again)
  // The page's own study is one click away, and is what comes back from then on.
  await again.getByRole('button', { name: '回到最初的研究' }).click()
  await again.locator('.study-title', { hasText: '小城' }).waitFor()
  await judged(again)
  await again.waitForTimeout(300)
  await again.reload()
  await judged(again)
  expect(await again.locator('.study-title').innerText()).toContain('小城')
  // And the other one is kept all the same.
  await again.locator('.storage-word').click()
  await again.locator('.storage-list li', { hasText: '新城' }).getByRole('button', { name: '打开' }).click()
  await again.locator('.study-title', { hasText: '新城' }).waitFor()
  await context.close()
})

describe.each([{ locks: true }, { locks: false }])('two tabs on one study (browser with locks: $locks)', ({ locks }) => {
  test('the second is told, takes over, and neither writes over the other', async () => {
    const context = await browser.browser.newContext(size)
    // A plain http intranet has no locks.
    if (!locks) await context.addInitScript(() => Object.defineProperty(navigator, 'locks', { value: undefined }))
    const one = await tab(context)
    await edit(one)
    await kept(one)
    const two = await tab(context)
    const told = two.locator('.storage-notice', { hasText: '正在另一个标签页里编辑' })
    await told.waitFor()
    expect(await counts(two)).toEqual(['1'])
    await one.bringToFront()
    await edit(one)
    await kept(one)
    await two.bringToFront()
    await told.getByRole('button', { name: '在这里编辑' }).click()
    await expect.poll(() => counts(two)).toEqual(['2'])
    await edit(two)
    await kept(two)
    await one.bringToFront()
    await one.locator('.storage-notice', { hasText: '改在另一个标签页里编辑' }).waitFor()
    // What the first does all the same is kept beside it.
    await one.locator('.plan-begin').click()
    await edit(one)
    await one.locator('.storage-notice', { hasText: '另存了一份' }).waitFor()
    await one.waitForTimeout(500)
    await one.close()
    await two.close()
    const later = await tab(context)
    expect(await plans(later)).toEqual(['方案A', '方案B（另一标签页）'])
    expect(await counts(later)).toEqual(['3', '1'])
    await context.close()
  })
})

test('a linked file follows the work, and what somebody else wrote into it is not overwritten', async () => {
  const context = await browser.browser.newContext(size)
  // The browser's own dialog cannot be pressed by a test: it answers with a real file handle of the page's private folder.
  await context.addInitScript(() =>
    Object.assign(window, { showSaveFilePicker: async () => (await navigator.storage.getDirectory()).getFileHandle('研究.yikequan', { create: true }) }),
  )
  const page = await tab(context)
  const inFile = () =>
    page.evaluate(async () => {
      const file = await (await (await navigator.storage.getDirectory()).getFileHandle('研究.yikequan', { create: true })).getFile()
      return { size: file.size, start: String.fromCharCode(...new Uint8Array(await file.slice(0, 2).arrayBuffer())) }
    })
  await edit(page)
  await kept(page)
  await page.locator('.storage-word').click()
  await page.getByRole('button', { name: '选一个文件' }).click()
  await page.locator('.storage-sheet', { hasText: /研究\.yikequan：(?!等待|要再次).*写入/ }).waitFor()
  const first = await inFile()
  expect(first).toMatchObject({ start: 'PK' })
  // Somebody else saves over it.
  await page.evaluate(async () => {
    const writer = await (await (await navigator.storage.getDirectory()).getFileHandle('研究.yikequan')).createWritable()
    await writer.write('mine')
    await writer.close()
  })
  await page.keyboard.press('Escape')
  await page.waitForTimeout(10_500)
  await edit(page)
  await page.locator('.storage-word').click()
  await page.locator('.storage-sheet', { hasText: '没有覆盖' }).waitFor({ timeout: 15_000 })
  expect((await inFile()).size).toBe(4)
  await page.getByRole('button', { name: '仍然覆盖' }).click()
  await expect.poll(async () => (await inFile()).size, { timeout: 10_000 }).toBeGreaterThanOrEqual(first.size)
  await context.close()
})

describe('a browser that keeps nothing', () => {
  test('says so at once with a way out, and the file that is saved then holds the work', async () => {
    const context = await browser.browser.newContext(size)
    await context.addInitScript(() =>
      Object.defineProperty(IDBFactory.prototype, 'open', {
        value: () => {
          throw new DOMException('not here', 'SecurityError')
        },
      }),
    )
    const page = await tab(context)
    await edit(page)
    const trouble = page.locator('.storage-trouble')
    await trouble.filter({ hasText: '不让在本机保存' }).waitFor({ timeout: 2000 })
    const [file] = await Promise.all([page.waitForEvent('download'), trouble.getByRole('button', { name: '现在存成文件' }).click()])
    const other = await tab(await browser.browser.newContext(size))
    await other.locator('.top-bar input[type=file]').first().setInputFiles({ name: file.suggestedFilename(), mimeType: 'application/zip', buffer: readFileSync(await file.path()) })
    await other.getByRole('button', { name: '使用', exact: true }).click()
    await expect.poll(() => plans(other)).toEqual(['方案A'])
    await other.context().close()
    await context.close()
  })

  test('or is full says so, and when there is room again all is kept', async () => {
    const context = await browser.browser.newContext(size)
    const page = await tab(context)
    await edit(page)
    await kept(page)
    await page.evaluate(() => {
      const own = IDBObjectStore.prototype.put
      Object.defineProperty(IDBObjectStore.prototype, 'put', {
        configurable: true,
        value: () => {
          throw new DOMException('no room', 'QuotaExceededError')
        },
      })
      Object.assign(window, { roomAgain: () => Object.defineProperty(IDBObjectStore.prototype, 'put', { configurable: true, value: own }) })
    })
    await edit(page)
    await page.locator('.storage-trouble', { hasText: '满了' }).waitFor({ timeout: 2000 })
    await page.evaluate(() => (window as unknown as { roomAgain: () => void }).roomAgain())
    await page.locator('.storage-trouble').waitFor({ state: 'detached', timeout: 10_000 })
    await page.reload()
    await judged(page)
    expect(await counts(page)).toEqual(['2'])
    await context.close()
  })
})

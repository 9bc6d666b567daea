/** Publishing from the app: what is previewed is what is packed. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishedValue, type Published } from '../../src/saved/published'
import { launch, type Launched } from '../helpers/chromium'
import { startApp, type RunningApp } from '../helpers/app-server'
import { repository } from '../helpers/shared'
import { endQuietly, openApp } from './screen'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
let browser: Launched
let app: RunningApp
beforeAll(async () => {
  browser = await launch()
  app = await startApp(join(repository, 'data/samples/yunling'))
})
afterAll(async () => {
  await browser.close()
  await app.close()
})

test('the dialog previews in a strict frame, keeps internal what has no number, and packs a folder that opens anywhere', async () => {
  const visit = await openApp(browser, app.address, { width: 1440, height: 900 })
  const { page } = visit
  await page.getByRole('button', { name: '公布', exact: true }).click()
  const dialog = page.locator('.publish-dialog')
  const preview = page.frameLocator('.publish-stage iframe')
  await preview.locator('.place').first().waitFor()
  expect(await page.locator('.publish-stage iframe').getAttribute('sandbox')).toBe('allow-scripts')
  expect(await preview.locator('.internal').innerText()).toContain('内部资料')
  // What is left out is said.
  expect(await dialog.locator('.publish-notes li').count()).toBeGreaterThan(2)

  const save = dialog.getByRole('button', { name: /压缩包/ })
  expect(await save.isDisabled()).toBe(true)
  await dialog.getByLabel('标题').fill('云岭养老 <b>')
  await dialog.getByLabel('资料来源').fill('云岭市民政局')
  expect(await save.innerText()).toBe('保存内部资料压缩包')
  expect(await dialog.getByText('没有审图号，不生成公开链接').isVisible()).toBe(true)
  await dialog.getByLabel('审图号').fill('云S（2025）001号')
  await preview.getByText('审图号：云S（2025）001号').waitFor({ state: 'attached' })
  expect(await preview.locator('.internal').count()).toBe(0)
  expect(await preview.locator('h1').innerText()).toBe('云岭养老 <b>')

  for (const width of [320, 768, 1024]) {
    await dialog.getByRole('radio', { name: String(width) }).click()
    expect(await preview.locator('html').evaluate(() => innerWidth)).toBe(width)
  }

  const [download] = await Promise.all([page.waitForEvent('download'), save.click()])
  expect(download.suggestedFilename()).toBe('云岭养老 _b_ 2025-12-31.zip')
  const files = unzipSync(new Uint8Array(readFileSync((await download.path())!)))
  expect(Object.keys(files).sort()).toEqual(['embed.css', 'embed.js', 'index.html', 'map.js', 'published.js'])
  expect(strFromU8(files['index.html']!)).toContain('<title>云岭养老 &#60;b&#62;</title>')
  const published = publishedValue(strFromU8(files['published.js']!)) as Published
  expect(published).toMatchObject({ approval: '云S（2025）001号', watermark: null, source: '云岭市民政局' })

  // The next publication is compared with all that are given; what is none is named, and those before stay.
  const before = dialog.getByLabel('以前公布的文件')
  const given = (name: string, body: Uint8Array | string) => ({ name, mimeType: 'text/javascript', buffer: Buffer.from(body) })
  await before.setInputFiles([given('published.js', files['published.js']!), given('2024.js', strFromU8(files['published.js']!).replace('2025-12-31', '2024-12-31'))])
  await dialog.getByText('已对照 2 次公布：2025年12月31日、2024年12月31日').waitFor()
  await before.setInputFiles(given('other.js', 'alert(1)'))
  await dialog.getByText('不是公布过的文件，没有对照：other.js').waitFor()
  expect(await dialog.getByText('已对照 2 次公布').count()).toBe(1)
  await dialog.getByRole('button', { name: '不对照' }).click()
  await dialog.getByText('相减也推不出小数目').waitFor()

  await dialog.getByLabel('放好以后的网址').fill('www.example.cn')
  expect(await dialog.getByText('请填 http 或 https 开头的完整网址').isVisible()).toBe(true)
  await dialog.getByLabel('放好以后的网址').fill('https://www.example.cn/care')
  expect(await dialog.getByLabel('嵌入代码', { exact: true }).inputValue()).toContain('src="https://www.example.cn/care/" title="云岭养老 &#60;b&#62;" loading="lazy" referrerpolicy="no-referrer" sandbox="allow-scripts"')
  expect(await dialog.locator('.qr-code').getAttribute('aria-label')).toContain('https://www.example.cn/care/')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await dialog.getByRole('button', { name: '复制' }).nth(1).click()
  await dialog.getByText('已复制').waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('https://www.example.cn/care/')
  await page.evaluate(axeSource)
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run: (within: string, options: object) => Promise<{ violations: { id: string; impact: string; nodes: { target: string[] }[] }[] }> } }
    return (await axe.run('.publish-dialog', { iframes: false })).violations
  })
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id} ${nodes[0]?.target.join(' ')}`)).toEqual([])
  await dialog.getByRole('button', { name: '关闭' }).click()
  expect(await dialog.count()).toBe(0)
  await endQuietly(visit)
})

test('on a phone the whole dialog can be scrolled through, nothing sticks out, and the folder is saved', async () => {
  const visit = await openApp(browser, app.address, { width: 390, height: 844 })
  const { page } = visit
  await page.getByRole('button', { name: '公布', exact: true }).click()
  const dialog = page.locator('.publish-dialog')
  await page.frameLocator('.publish-stage iframe').locator('.place').first().waitFor()
  expect(await dialog.evaluate((element) => [element.scrollWidth - element.clientWidth, document.documentElement.scrollWidth - innerWidth])).toEqual([0, 0])
  await dialog.getByLabel('标题').fill('云岭养老')
  await dialog.getByLabel('资料来源').fill('云岭市民政局')
  const save = dialog.getByRole('button', { name: /压缩包/ })
  await save.scrollIntoViewIfNeeded()
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()])
  expect(download.suggestedFilename()).toBe('云岭养老 2025-12-31.zip')
  await endQuietly(visit)
})

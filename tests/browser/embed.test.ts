/** The public page where it will stand: in a strictly sandboxed frame of another origin. */
import { createServer, type Server } from 'node:http'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Frame, Page } from 'playwright-core'
import { embedFiles, publishedFolder } from '../../src/saved/published-folder'
import { frameSnippet } from '../../src/saved/published-snippet'
import type { Published } from '../../src/saved/published'
import { launch, type Launched, type Visit } from '../helpers/chromium'
import { publicationOf } from '../helpers/publication'
import { sampleStudy } from '../helpers/sample'
import { repository } from '../helpers/shared'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const built = new Map(embedFiles.map((name) => [name, new Uint8Array(readFileSync(join(repository, 'dist', 'app', 'embed', name)))]))
const types: Readonly<Record<string, string>> = { html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8', css: 'text/css' }

/** Any static server: no header that would help, among them none for other origins. `asked`: every path, in order. */
async function serve(files: ReadonlyMap<string, string | Uint8Array>): Promise<{ readonly port: number; readonly asked: string[]; readonly server: Server }> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://x').pathname.replace(/^\/(?:care\/)?/, '') || 'index.html'
    asked.push(name)
    const body = files.get(name)
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': types[name.split('.').at(-1)!] ?? 'application/octet-stream' }).end(body)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return { port: (server.address() as AddressInfo).port, asked, server }
}

const pageOf = (published: Published) => serve(new Map(publishedFolder(published, built).map(({ name, bytes }) => [name, bytes])))

const hostile = ['<img src=x onerror="alert(1)">', '</script><script>alert(2)</script>', '"><svg onload=alert(3)>', 'javascript:alert(4)', '{{constructor.constructor("alert(5)")()}}', '\u202Egnp.exe', '＜script＞alert(6)＜/script＞', "'; DROP TABLE--", '%00%0d%0a', '👵🏽‍🦯 ﷽ Ω≈ç√']

/** Every text of the file replaced; what must keep a form (codes, dates, numbers of telephones) keeps it. */
function withTexts(published: Published, text: (at: number) => string): Published {
  let at = 0
  const next = (): string => text(at++)
  return {
    ...published,
    title: next(),
    source: next(),
    approval: next(),
    documents: published.documents.map((each) => ({ ...each, title: next(), number: next() })),
    facilities: published.facilities.map((each) => ({ ...each, name: next(), services: [next(), next()], hours: next(), address: next() })),
    units: published.units.map((each) => ({ ...each, name: next() })),
    clauses: published.clauses.map((each) => ({ ...each, quote: next(), title: { zh: next(), en: next() }, unit: next() })),
  }
}

let browser: Launched
let published: Published
const servers: Server[] = []
beforeAll(async () => {
  browser = await launch()
  const study = await sampleStudy()
  published = publicationOf({ ...study, facilities: study.facilities.map((each, at) => ({ ...each, phone: at % 3 === 0 ? '0874-3123456' : null, extra: { ...each.extra, 开放时间: '8:30—17:00' } })) }, { publicPhones: true }).published
})
afterAll(async () => {
  await browser.close()
  for (const server of servers) server.close()
})

async function open(data: Published, hash = '', size = { width: 1024, height: 900 }): Promise<Visit & { readonly asked: string[]; readonly address: string }> {
  const { port, asked, server } = await pageOf(data)
  servers.push(server)
  const visit = await watched(size)
  const address = `http://127.0.0.1:${port}/care/`
  await visit.page.goto(`${address}${hash}`)
  await visit.page.locator('.place, .count').first().waitFor()
  return { ...visit, asked, address }
}

async function watched(size: { readonly width: number; readonly height: number }): Promise<Visit> {
  const visit = await browser.visit(size)
  visit.page.on('dialog', (dialog) => {
    ;(visit.errors as string[]).push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  await visit.page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      throw new Error(`Content Security Policy: ${violatedDirective} ${blockedURI}`)
    }),
  )
  return visit
}

async function mapDrawn(frame: Page | Frame): Promise<void> {
  await frame.locator('.map-box').scrollIntoViewIfNeeded()
  await frame.locator('.map-canvas').waitFor()
}

async function serious(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run: (options: object) => Promise<{ violations: { id: string; impact: string; nodes: { target: string[]; failureSummary: string }[] }[] }> } }
    return (await axe.run({ resultTypes: ['violations'] })).violations
  })
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')} ${nodes[0]?.failureSummary}`)
}

describe('in a frame with nothing but scripts, on another origin', () => {
  test('the page lists, maps, selects and speaks with its parent; no other host is asked and no rule is broken', async () => {
    const care = await pageOf(published)
    const origin = 'http://localhost:'
    servers.push(care.server)
    // The frame names the page around by its exact origin, which is known once that page has a port.
    // 'localhost' around '127.0.0.1': another origin. It writes down what it is told.
    const outer = await new Promise<{ port: number; server: Server }>((ready) => {
      const server = createServer((_, response) => {
        const { port } = server.address() as AddressInfo
        const address = `http://127.0.0.1:${care.port}/care/#layer=circles&amp;lang=zh-CN&amp;origin=${encodeURIComponent(`${origin}${port}`)}`
        response
          .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
          .end(`<!doctype html><link rel="icon" href="data:,"><title>host</title><iframe src="${address}" title="care" sandbox="allow-scripts" referrerpolicy="no-referrer" width="1000" height="860"></iframe><script>window.told=[];addEventListener('message',(e)=>told.push({data:e.data,own:e.source===frames[0],origin:e.origin}))</script>`)
      })
      server.listen(0, () => ready({ port: (server.address() as AddressInfo).port, server }))
    })
    servers.push(outer.server)
    const visit = await watched({ width: 1024, height: 900 })
    await visit.page.goto(`${origin}${outer.port}/`)
    const frame = visit.page.frames().find((each) => each.url().includes('/care/'))!
    await frame.locator('.place').first().waitFor()
    await mapDrawn(frame)
    expect(await frame.evaluate(() => self.origin)).toBe('null')
    expect(await frame.locator('.count').innerText()).toContain(String(published.facilities.length))

    const told = () => visit.page.evaluate(() => (window as unknown as { told: { data: { type: string; index?: number }; own: boolean; origin: string }[] }).told)
    expect((await told())[0]).toEqual({ data: { type: 'yikequan:ready', facilities: published.facilities.length }, own: true, origin: 'null' })
    await visit.page.evaluate(() => frames[0]!.postMessage({ type: 'yikequan:select', index: 4 }, '*'))
    await frame.locator('.chosen .place').waitFor()
    expect(await frame.locator('.chosen h3').innerText()).toBe(published.facilities[4]!.name)
    await frame.locator('.place-acts button').first().click()
    expect((await told()).some(({ data }) => data.type === 'yikequan:select')).toBe(true)

    // A starting place by name, and the list is sorted by it.
    await frame.locator('input[type=search]').fill('兴业')
    await frame.locator('.find-starts button').first().click()
    expect(await frame.locator('.place-walk').first().innerText()).toMatch(/^步行约 \d+ 分钟 · /)
    expect({ errors: visit.errors, foreign: visit.foreign }).toEqual({ errors: [], foreign: [] })
    expect([...new Set(care.asked)].sort()).toEqual(['embed.css', 'embed.js', 'index.html', 'map.js', 'published.js'])
    await visit.page.context().close()
  })
})

describe('calls and the position, in a frame on another origin', () => {
  /** What Chromium does there, so that the page and API.md promise no more. */
  async function framed(sandbox: string, permissions: readonly string[]): Promise<{ readonly frame: Frame; readonly said: string[]; readonly end: () => Promise<void> }> {
    const care = await pageOf(published)
    const outer = await serve(new Map([['index.html', `<!doctype html><title>host</title><iframe src="http://127.0.0.1:${care.port}/care/#lang=zh-CN" title="care" sandbox="${sandbox}" allow="geolocation" width="1000" height="860"></iframe>`]]))
    servers.push(care.server, outer.server)
    const [unit] = published.units.filter(({ at }) => at !== null)
    const context = await browser.browser.newContext({ viewport: { width: 1024, height: 900 }, permissions: [...permissions], geolocation: { longitude: unit!.at![0] / 1e5, latitude: unit!.at![1] / 1e5 } })
    const page = await context.newPage()
    const said: string[] = []
    page.on('console', (message) => said.push(message.text()))
    await page.goto(`http://localhost:${outer.port}/`)
    const frame = page.frames().find((each) => each.url().includes('/care/'))!
    await frame.locator('.place').first().waitFor()
    return { frame, said, end: () => context.close() }
  }

  test('with scripts alone a call is blocked, and the page shows the number to dial instead of doing nothing', async () => {
    const { frame, said, end } = await framed('allow-scripts', [])
    await frame.locator('a.call').first().click()
    await frame.getByText('这里不能直接拨号，请用电话拨：').waitFor()
    expect(await frame.locator('.call-by-hand strong').innerText()).toBe('0874-3123456')
    expect(said.some((text) => /external protocol blocked by sandbox/.test(text))).toBe(true)
    await end()
  })

  test('with the sandbox of our snippet the call starts, and nothing more is said', async () => {
    const snippet = frameSnippet({ address: 'https://www.example.cn/', title: 't', elder: false, calls: true, origin: null })
    const { frame, said, end } = await framed(/sandbox="([^"]*)"/.exec(snippet)![1]!, [])
    await frame.locator('a.call').first().click()
    await frame.page().waitForTimeout(1500)
    expect(await frame.locator('.call-by-hand').count()).toBe(0)
    expect(said.filter((text) => /blocked/.test(text))).toEqual([])
    await end()
  })

  test('the position is given to the frame where the user allows it, and where not the page says what to do', async () => {
    const given = await framed('allow-scripts', ['geolocation'])
    await given.frame.getByRole('button', { name: '我的位置' }).click()
    await given.frame.getByText('从您的位置').first().waitFor()
    expect(await given.frame.locator('.place-walk').first().innerText()).toMatch(/步行/)
    await given.end()
    const refused = await framed('allow-scripts', [])
    await refused.frame.getByRole('button', { name: '我的位置' }).click()
    await refused.frame.getByText('不能取得位置。可输入社区名称，或在地图上点一下。').waitFor()
    await refused.end()
  })
})

describe('the page', () => {
  test('shows its list while the map is still on its way, and goes on without it', async () => {
    const { server, port } = await pageOf(published)
    servers.push(server)
    const { page, errors } = await watched({ width: 390, height: 844 })
    let release = (): void => undefined
    const held = new Promise<void>((done) => (release = done))
    await page.route('**/map.js', async (route) => {
      await held
      await route.continue()
    })
    await page.goto(`http://127.0.0.1:${port}/care/`, { waitUntil: 'commit' })
    await page.locator('.place').first().waitFor()
    await page.locator('.map-frame').scrollIntoViewIfNeeded()
    expect(await page.locator('.map-waiting').innerText()).toBe('正在打开地图')
    expect(await page.locator('.map-canvas').count()).toBe(0)
    release()
    await page.locator('.map-canvas').waitFor()
    expect(errors).toEqual([])

    await page.unroute('**/map.js')
    await page.route('**/map.js', (route) => route.abort())
    await page.reload()
    await page.locator('.map-frame').scrollIntoViewIfNeeded()
    await page.getByText('地图打不开，列表照常可用').waitFor()
    expect(await page.locator('.place').count()).toBe(5)
    await page.context().close()
  })

  test('hostile text in every field stays text', async () => {
    const { page, errors, foreign } = await open(withTexts(published, (at) => `${hostile[at % hostile.length]}${at}`), '#layer=districts')
    await mapDrawn(page)
    for (const summary of await page.locator('details.part summary').all()) await summary.click()
    await page.locator('.place-acts button').first().click()
    expect(await page.evaluate(() => document.querySelectorAll('img, svg, script:not([src]), [onerror], [onload], a[href^="javascript"]').length)).toBe(0)
    expect(await page.locator('h1').innerText()).toBe(`${hostile[0]}0`)
    expect({ errors, foreign }).toEqual({ errors: [], foreign: [] })
    await page.context().close()
  })

  test('a file that was changed is refused in words, and a missing one is said', async () => {
    const broken = await pageOf({ ...published, facilities: [{ ...published.facilities[0]!, phone: 'javascript:alert(1)' }] })
    const missing = await serve(new Map(embedFiles.map((name) => [name, built.get(name)!])))
    servers.push(broken.server, missing.server)
    const { page } = await watched({ width: 390, height: 700 })
    await page.goto(`http://127.0.0.1:${broken.port}/care/`)
    expect(await page.getByRole('alert').innerText()).toContain('facilities.0.phone')
    await page.goto(`http://127.0.0.1:${missing.port}/care/`)
    expect(await page.getByRole('alert').innerText()).toContain('published.js')
    await page.context().close()
  })

  test('a reading that is not the default stands beside its verdict', async () => {
    const at = published.clauses.findIndex(({ id }) => id === 'QJ-12')
    const read = published.clauses.map((clause, index) => (index === at ? { ...clause, readings: [['coverage', 'served'], ['not-an-option', '<b>']] as const } : clause))
    const { page } = await open({ ...published, clauses: read }, '#lang=zh-CN')
    await page.getByText('各区县、街道的情况').click()
    await page.locator('.part select').first().selectOption(String(at))
    expect(await page.locator('.clause').innerText()).toContain('覆盖口径：服务到')
    expect(await page.locator('.clause').innerText()).toContain('not-an-option：<b>')
    await page.context().close()
  })

  test('internal pages say so in words and on the map', async () => {
    const { page } = await open({ ...published, approval: null, watermark: 'internal' })
    expect(await page.locator('.internal').innerText()).toContain('内部资料')
    await page.context().close()
  })

  test('the telephone is a link to call, hours stand beside it, and the map is a list for the keyboard', async () => {
    const { page } = await open(published, '#lang=zh-CN')
    expect(await page.locator('a.call').first().getAttribute('href')).toBe('tel:0874-3123456')
    expect(await page.locator('.place').first().innerText()).toContain('8:30—17:00')
    await mapDrawn(page)
    await page.locator('.map-canvas').focus()
    await page.keyboard.press('+')
    await page.keyboard.press('ArrowRight')
    await page.waitForFunction(() => location.hash.includes('map='))
    await page.keyboard.press('Enter')
    expect(await page.locator('.find-from').innerText()).toContain('地图上点的位置')
    await page.context().close()
  })

  test('one finger scrolls the page and says that the map wants two', async () => {
    const { server, port } = await pageOf(published)
    servers.push(server)
    const context = await browser.browser.newContext({ viewport: { width: 390, height: 800 }, hasTouch: true, locale: 'zh-CN' })
    const page = await context.newPage()
    await page.goto(`http://127.0.0.1:${port}/care/`)
    await mapDrawn(page)
    await page.locator('.map-canvas').evaluate((canvas) => {
      const touch = (y: number): Touch => new Touch({ identifier: 1, target: canvas, clientX: 100, clientY: y })
      const at = (type: string, y: number): boolean => canvas.dispatchEvent(new TouchEvent(type, { touches: [touch(y)], targetTouches: [touch(y)], bubbles: true, cancelable: true }))
      at('touchstart', 200)
      // Not prevented: the page may scroll.
      if (!at('touchmove', 150)) throw new Error('the page was held')
    })
    expect(await page.locator('.map-message').innerText()).toBe('用两个手指移动地图')
    await context.close()
  })

  test('my position sorts the list where it is allowed', async () => {
    const { server, port } = await pageOf(published)
    servers.push(server)
    const at = published.facilities.find(({ at }) => at)!.at!
    const context = await browser.browser.newContext({ viewport: { width: 390, height: 800 }, geolocation: { longitude: at[0] / 1e5, latitude: at[1] / 1e5 }, permissions: ['geolocation'], locale: 'zh-CN' })
    const page = await context.newPage()
    await page.goto(`http://127.0.0.1:${port}/care/`)
    await page.getByRole('button', { name: '我的位置' }).click()
    await page.getByText('从您的位置算起').waitFor()
    expect(await page.locator('.place h3').first().innerText()).toBe(published.facilities.find(({ at }) => at)!.name)
    expect(await page.locator('.place-walk').first().innerText()).toContain('步行约 1 分钟')
    await context.close()
  })
})

describe('for everybody', () => {
  const looks = [
    ['light', '#theme=light&lang=zh-CN&layer=districts', { width: 1440, height: 900 }],
    ['dark, on a phone', '#theme=dark&lang=en&layer=circles', { width: 390, height: 844 }],
    ['large type', '#theme=light&elder=1', { width: 390, height: 844 }],
    ['largest type, dark, on the narrowest phone', '#theme=dark&elder=30', { width: 320, height: 720 }],
  ] as const

  test.each(looks)('%s: axe finds nothing serious, nothing runs over the edge', async (_, hash, size) => {
    const { page } = await open(published, hash, size)
    for (const summary of await page.locator('details summary').all()) await summary.click()
    await mapDrawn(page)
    expect(await serious(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0)
    await page.context().close()
  })

  test('in 长辈版 type is at least 18 points and every target at least 60 pixels high', async () => {
    const { page } = await open(published, '#elder=1', { width: 390, height: 844 })
    await mapDrawn(page)
    const sizes = await page.evaluate(() => ({
      type: [...document.querySelectorAll('h3, .place-walk, .quiet, button, dd, .note')].map((each) => parseFloat(getComputedStyle(each).fontSize)),
      targets: [...document.querySelectorAll('button, select, input[type=search], a.call, summary, .layers label')].map((each) => each.getBoundingClientRect()).filter(({ width }) => width > 0).map(({ height }) => height),
    }))
    expect(Math.min(...sizes.type)).toBeGreaterThanOrEqual(24)
    expect(Math.min(...sizes.targets)).toBeGreaterThanOrEqual(60)
    await page.context().close()
  })
})

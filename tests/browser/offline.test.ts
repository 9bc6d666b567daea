import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { startApp, type RunningApp } from '../helpers/app-server'
import { launch, type Launched, type Visit } from '../helpers/chromium'
import { smallTown } from '../helpers/commands'
import { repository, sampleTown } from '../helpers/shared'
import { bringInAndComeBack, judged } from './screen'

const built = join(repository, 'dist', 'app')
let browser: Launched
beforeAll(async () => {
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
})

/** The worker has everything: the next start needs no network. */
const programKept = (page: Page): Promise<unknown> => page.evaluate(async () => void (await navigator.serviceWorker.ready))

/** Requests that the page itself made to anything but this server. */
const brokenOff = ({ errors, foreign }: Visit): unknown => ({ errors: errors.filter((error) => !/ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED|FAILED)/.test(error)), foreign })

describe('with the network cut', () => {
  let app: RunningApp
  beforeAll(async () => {
    app = await startApp(sampleTown(), built)
  })

  test('the second start and the whole main path: judge, import, plan, reopen', async () => {
    const visit = await browser.visit({ width: 1280, height: 800 })
    const { page } = visit
    await page.goto(app.address)
    await judged(page)
    await programKept(page)
    await page.context().setOffline(true)
    await app.close()
    await page.reload()
    await judged(page)
    expect(await page.locator('.clause-card').count()).toBeGreaterThan(20)
    expect(await page.locator('.study-map canvas').count()).toBe(1)

    // To the end: the tab closed and opened again, the study comes back with its files and its plan.
    await bringInAndComeBack(page, smallTown)
    expect(brokenOff(visit)).toEqual({ errors: [], foreign: [] })
    await page.context().close()
  })
})

test('a newer program waits until it is asked for, and the old one goes on meanwhile', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'yikequan-app-'))
  cpSync(built, folder, { recursive: true })
  const app = await startApp(null, folder)
  const { page } = await browser.visit({ width: 1280, height: 800 })
  await page.goto(app.address)
  await judged(page)
  await programKept(page)
  // The next version: another fingerprint is all that the browser compares.
  const worker = join(folder, 'service-worker.js')
  writeFileSync(worker, readFileSync(worker, 'utf8').replace(/const fingerprint = "[^"]*"/, 'const fingerprint = "next"'))
  await page.reload()
  await judged(page)
  const notice = page.locator('.storage-notice', { hasText: '新版本已备好' })
  await notice.waitFor()
  const caches = () => page.evaluate(async () => (await globalThis.caches.keys()).sort())
  expect(await caches()).toHaveLength(2)
  const loaded = page.waitForEvent('load')
  await notice.getByRole('button', { name: '现在更新' }).click()
  await loaded
  await judged(page)
  await expect.poll(caches).toEqual(['yikequan-next'])
  expect(await notice.count()).toBe(0)
  await page.context().close()
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

test('any static server at any path will do: nothing is asked for above the folder', async () => {
  const outer = mkdtempSync(join(tmpdir(), 'yikequan-path-'))
  cpSync(built, join(outer, '规划', 'a b'), { recursive: true })
  const server = plainServer(outer)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  const visit = await browser.visit({ width: 1280, height: 800 })
  const asked: string[] = []
  visit.page.on('request', (request) => asked.push(decodeURIComponent(new URL(request.url()).pathname)))
  await visit.page.goto(`http://127.0.0.1:${port}/${encodeURIComponent('规划')}/a%20b/index.html`)
  await judged(visit.page)
  expect(asked.length).toBeGreaterThan(5)
  expect(asked.filter((path) => !path.startsWith('/规划/a b/') && !path.startsWith('blob:'))).toEqual([])
  await visit.page.context().close()
  server.closeAllConnections()
  server.close()
  rmSync(outer, { recursive: true, force: true })
})

/** What the humblest office server does: files by their path, types by their ending. */
function plainServer(folder: string): Server {
  const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml', '.png': 'image/png' }
  return createServer((request, response) => {
    const path = join(folder, decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname))
    if (!existsSync(path) || !statSync(path).isFile()) return void response.writeHead(404).end()
    response.writeHead(200, { 'Content-Type': types[extname(path)] ?? 'application/octet-stream' }).end(readFileSync(path))
  })
}

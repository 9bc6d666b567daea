import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch, type Launched } from '../helpers/chromium'
import { smallTown } from '../helpers/commands'
import { repository } from '../helpers/shared'
import { bringInAndComeBack, openApp } from './screen'

const folder = mkdtempSync(join(tmpdir(), 'yikequan-single-'))
const file = join(folder, '一刻圈.html')
let browser: Launched
beforeAll(async () => {
  // A process of its own: the test runner's environment would build React's development version.
  const { status, stderr } = spawnSync(process.execPath, ['bin/build-single.mjs', file], { cwd: repository, env: { ...process.env, NODE_ENV: 'production' }, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  browser = await launch()
}, 180_000)
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

test('opened by double click, one file is the whole app: map, judging, import, plans, licences, and it comes back', async () => {
  const visit = await openApp(browser, pathToFileURL(file).href, { width: 1280, height: 800 })
  const { page } = visit
  await page.locator('.study-map canvas').waitFor()
  await bringInAndComeBack(page, smallTown)
  // What a browser forbids here: the program cannot be installed.
  expect(await page.evaluate(async () => navigator.serviceWorker.getRegistrations().then(({ length }) => length, () => 'refused'))).not.toBe(1)
  expect({ errors: visit.errors, foreign: visit.foreign }).toEqual({ errors: [], foreign: [] })
  await page.context().close()
})

test('its policy names one script and one style by fingerprint and no host', () => {
  const html = readFileSync(file, 'utf8')
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? ''
  expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[\w+/]+=*' 'wasm-unsafe-eval'; worker-src blob: data:; style-src 'sha256-[\w+/]+=*'; img-src data: blob:; connect-src data: blob:; base-uri 'none'; form-action 'none'$/)
  expect(statSync(file).size).toBeLessThan(12_000_000)
})

/** A headless browser that can reach this machine only, and remembers what it was asked to reach beyond. */
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { findChromium } from './find-chromium.mjs'

export type Visit = {
  readonly page: Page
  /** Addresses beyond this machine that the page asked for; all were refused. */
  readonly foreign: readonly string[]
  /** Console errors and uncaught exceptions, breaches of the Content-Security-Policy among them. */
  readonly errors: readonly string[]
}

export type Launched = {
  readonly browser: Browser
  /** A page in a context of its own: nothing stored by one visit is seen by the next. */
  readonly visit: (size?: { readonly width: number; readonly height: number }) => Promise<Visit>
  readonly close: () => Promise<void>
}

const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export async function launch(): Promise<Launched> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('no Chromium: run node tests/helpers/bring-chromium.mjs')
  const browser = await chromium.launch({ executablePath, args: FLAGS })
  return {
    browser,
    visit: async (size = { width: 1024, height: 700 }) =>
      watch(await browser.newContext({ viewport: size, locale: 'zh-CN' })),
    close: () => browser.close(),
  }
}

async function watch(context: BrowserContext): Promise<Visit> {
  const foreign: string[] = []
  const errors: string[] = []
  await context.route(isForeign, async (route) => {
    foreign.push(route.request().url())
    await route.abort()
  })
  const page = await context.newPage()
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(String(error)))
  return { page, foreign, errors }
}

function isForeign(url: URL): boolean {
  return /^(https?|wss?):$/.test(url.protocol) && !['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)
}

/** A browser process of its own, with a profile that outlives it: it can be killed and started again on what was left. */
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext } from 'playwright-core'
import { findChromium } from './find-chromium.mjs'

export type KillableBrowser = {
  /** The one context of the profile; starts the process where none runs. */
  readonly context: () => Promise<BrowserContext>
  /** At once, without a word to any page. */
  readonly kill: () => Promise<void>
  readonly end: () => Promise<void>
}

export function killableBrowser(): KillableBrowser {
  const executable = findChromium()
  if (!executable) throw new Error('no Chromium: run node tests/helpers/bring-chromium.mjs')
  const profile = mkdtempSync(join(tmpdir(), 'yikequan-profile-'))
  const portFile = join(profile, 'DevToolsActivePort')
  let child: ChildProcess | null = null
  let browser: Browser | null = null

  const start = async (): Promise<Browser> => {
    rmSync(portFile, { force: true })
    // The lock of a process that was killed names one that is gone.
    for (const name of ['SingletonLock', 'SingletonCookie', 'SingletonSocket']) rmSync(join(profile, name), { force: true })
    const flags = ['--headless=new', '--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--remote-debugging-port=0', `--user-data-dir=${profile}`, '--window-size=1100,700', 'about:blank']
    // A group of its own: its helpers end with it.
    child = spawn(executable, flags, { stdio: 'ignore', detached: true })
    const port = await portIn(portFile)
    return chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  }
  const kill = async (): Promise<void> => {
    const dying = child
    child = null
    if (dying?.pid !== undefined && dying.exitCode === null) {
      const gone = new Promise((done) => dying.once('exit', done))
      process.kill(-dying.pid, 'SIGKILL')
      await gone
    }
    await browser?.close().catch(() => undefined)
    browser = null
  }
  return {
    context: async () => {
      browser ??= await start()
      return browser.contexts()[0] ?? browser.newContext()
    },
    kill,
    end: async () => {
      await kill()
      rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
    },
  }
}

/** The file is there before anything is in it. */
async function portIn(file: string): Promise<string> {
  for (let tries = 0; tries < 400; tries++) {
    const port = existsSync(file) ? /^(\d+)\n/.exec(readFileSync(file, 'utf8'))?.[1] : undefined
    if (port !== undefined) return port
    await pause(50)
  }
  throw new Error('the browser did not start')
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { startApp, type RunningApp } from '../helpers/app-server'
import { folder, smallTown } from '../helpers/commands'
import { killableBrowser } from '../helpers/killed-browser'
import { randomFrom } from '../helpers/random'

/** `npm run kills` has a hundred; every run of the tests has some, so that a break is seen at once. */
const kills = Number(process.env.YIKEQUAN_KILLS ?? 8)
/** Milliseconds of work that may be lost. */
const mayBeLost = 1000

let app: RunningApp
const browser = killableBrowser()
beforeAll(async () => {
  app = await startApp(folder(smallTown))
})
afterAll(async () => {
  await browser.end()
  await app?.close()
})

type Seen = { readonly at: number; readonly work: number }

/** All plans and all their edits, as the bar counts them: it only grows here. */
const workShown = (page: Page): Promise<number> =>
  page.evaluate(() => [...document.querySelectorAll('.plan-count')].reduce((sum, count) => sum + Number(count.textContent), document.querySelectorAll('.plan-count').length))

const revisionKept = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) => new Promise<T>((resolve) => (request.onsuccess = () => resolve(request.result)))
    const db = await done(indexedDB.open('yikequan'))
    const sessions = await done(db.transaction('sessions').objectStore('sessions').getAll() as IDBRequest<{ revision: number }[]>)
    db.close()
    return Math.max(0, ...sessions.map(({ revision }) => revision))
  })

async function reopened(seen: Seen[]): Promise<Page> {
  const context = await browser.context()
  const page = await context.newPage()
  await page.exposeBinding('workDone', (_, work: number) => void seen.push({ at: Date.now(), work }))
  await page.goto(`${app.address}#select=facility/F-1`)
  return page
}

/** The user at work: closes and opens a facility, now and then begins another plan; each step is told once it stands on the screen. */
const work = (page: Page, seed: number): Promise<void> =>
  page.evaluate(async (start) => {
    const tell = (window as unknown as { workDone: (work: number) => Promise<void> }).workDone
    let state = start
    const random = (): number => (state = (state * 48271) % 2147483647) / 2147483647
    const counted = (): number => [...document.querySelectorAll('.plan-count')].reduce((sum, count) => sum + Number(count.textContent), document.querySelectorAll('.plan-count').length)
    for (;;) {
      const before = counted()
      const plans = document.querySelectorAll('.plan-count').length
      const button = random() < 0.1 && plans < 6 ? document.querySelector<HTMLButtonElement>('.plan-begin') : [...document.querySelectorAll<HTMLButtonElement>('.plan-editor button')].find(({ textContent }) => textContent === '停用' || textContent === '改为运营')
      button?.click()
      for (let wait = 0; wait < 100 && counted() === before; wait++) await new Promise((done) => setTimeout(done, 10))
      if (counted() !== before) await tell(counted())
      await new Promise((done) => setTimeout(done, random() * 300))
    }
  }, seed)

test(`${kills} kills at random moments of random work: at most a second is lost, and nothing older ever stands over something newer`, { timeout: kills * 20_000 }, async () => {
  const random = randomFrom(20261121)
  const seen: Seen[] = []
  let killedAt = 0
  let revision = 0
  let most = 0
  const lost: number[] = []
  for (let kill = 0; kill <= kills; kill++) {
    const page = await reopened(seen)
    if (most > 0) await page.getByRole('button', { name: '接着做' }).click()
    await page.locator('.plan-editor h2').waitFor()
    const [found, number] = [await workShown(page), await revisionKept(page)]
    const due = seen.filter(({ at }) => at <= killedAt - mayBeLost).reduce((work, each) => Math.max(work, each.work), 0)
    expect(found, `after kill ${kill}`).toBeGreaterThanOrEqual(Math.max(due, 0))
    expect(number, `after kill ${kill}`).toBeGreaterThanOrEqual(revision)
    // What was lost in milliseconds: from the first step that is missing to the kill.
    const missing = seen.find(({ work }) => work > found)
    lost.push(missing ? killedAt - missing.at : 0)
    if (kill === kills) break
    revision = number
    most = Math.max(found, 1)
    seen.length = 0
    void work(page, 1 + Math.floor(random() * 1e9)).catch(() => undefined)
    await new Promise((done) => setTimeout(done, 400 + random() * 1800))
    // Three of four kill the tab, the fourth the whole browser.
    if (random() < 0.75) {
      const session = await page.context().newCDPSession(page)
      const crashed = new Promise((done) => page.once('crash', done))
      killedAt = Date.now()
      void session.send('Page.crash').catch(() => undefined)
      await crashed
      await page.close().catch(() => undefined)
    } else {
      killedAt = Date.now()
      await browser.kill()
    }
  }
  // Every kill cost at most a second, and the work did go on.
  expect(lost.filter((ms) => ms > mayBeLost)).toEqual([])
  expect(most).toBeGreaterThan(kills)
})

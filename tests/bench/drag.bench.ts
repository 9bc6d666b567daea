/**
 * A facility dragged over the map in headless Chromium: frames of the page, how far the worker's answer lags, what the map alone can draw.
 * Asserts nothing. The built app is taken from dist/app (or DRAG_APP). DRAG_STUDY: sample, big (15,000 compounds, 1,500 facilities, 100,000
 * people points, 500,000 street vertices), or both; DRAG_MODEL: circle, walk or both; DRAG_SIZE: 1440x900, 1024x768; DRAG_WORTH=1: weighs every
 * facility, too. bareMapPerSecond is what the map alone can draw here with the same layers: the limit of everything that is drawn in it.
 */
import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Page } from 'playwright-core'
import { createAppServer, listenFrom, LOOPBACK } from '../../src/cli/app-server'
import { launch } from '../helpers/chromium'
import { bigFolder } from './drag-city'
import { bareMap, watchPage, type Watched, type WatchedPage } from './drag-watch'

type Size = { readonly width: number; readonly height: number }

export async function run(): Promise<void> {
  const studies = asked('DRAG_STUDY', ['sample', 'big'])
  const models = asked('DRAG_MODEL', ['circle', 'walk'])
  const sizes = asked('DRAG_SIZE', ['1440x900', '1024x768']).map((size): Size => ({ width: Number(size.split('x')[0]), height: Number(size.split('x')[1]) }))
  for (const study of studies) {
    const folder = study === 'big' ? bigFolder(models.includes('walk')) : join(process.cwd(), 'data', 'samples', 'yunling')
    try {
      for (const size of sizes) await measure(study, folder, size, models)
    } finally {
      if (study === 'big') rmSync(dirname(folder), { recursive: true })
    }
  }
}

async function measure(study: string, folder: string, size: Size, models: readonly string[]): Promise<void> {
  const server = createAppServer({ app: process.env.DRAG_APP ?? join(process.cwd(), 'dist', 'app'), study: folder, tileHosts: [] })
  const port = await listenFrom(server, Number(process.env.DRAG_PORT ?? 0))
  const browser = await launch()
  try {
    const { page, errors } = await browser.visit(size)
    page.setDefaultTimeout(600_000)
    await page.addInitScript(watchPage)
    const begun = Date.now()
    await page.goto(`http://${LOOPBACK}:${port}/`)
    await page.locator('.clause-card').first().waitFor({ state: 'attached' })
    const startMs = Date.now() - begun
    await settled(page)
    const about = { bench: 'drag', study: study === 'big' ? '15k compounds, 1.5k facilities, 100k points' : 'sample town', size: `${size.width}x${size.height}` }
    // People within reach of a facility: of ten thousand communities in the large city, and other ones at every place.
    await choose(page, 'QJ-16')
    for (const model of models) {
      if (model === 'walk') await walk(page)
      const told = await dragged(page)
      console.log(JSON.stringify({ ...about, model, startMs, ...told, errors }))
    }
    // Every compound is a row.
    await choose(page, 'QJ-13')
    console.log(JSON.stringify({ ...about, case: 'scrolling the unit table', ...(await scrolled(page)) }))
    if (process.env.DRAG_WORTH) console.log(JSON.stringify({ ...about, case: 'what every facility is worth', ...(await weighed(page)) }))
  } finally {
    await browser.close()
    server.closeAllConnections()
    server.close()
  }
}

/** Nothing is being worked out, and nothing is asked for a while. */
async function settled(page: Page): Promise<void> {
  await page.locator('.work-notice').waitFor({ state: 'detached' })
  await page.waitForTimeout(1500)
  await page.locator('.work-notice').waitFor({ state: 'detached' })
}

/** Shows one clause on the map and in the table; on a narrow screen its card waits in a drawer. */
async function choose(page: Page, clause: string): Promise<void> {
  await page.locator('.clause-card', { has: page.locator('.clause-id', { hasText: new RegExp(`^${clause}$`) }) }).locator('.card-button').dispatchEvent('click')
  await settled(page)
}

async function walk(page: Page): Promise<void> {
  await page.getByRole('button', { name: '步行', exact: true }).click()
  await page.locator('.model-switch [aria-pressed=true]', { hasText: '步行' }).waitFor()
  await settled(page)
}

/** Selects a facility, takes it up and carries it about for some five seconds. */
async function dragged(page: Page) {
  await page.getByRole('tab', { name: '设施' }).click()
  // One that clauses about communities count: the first facility of the ledger may be a city's.
  await page.locator('.table-tools input').fill('社区养老服务中心')
  await page.locator('.table-body [role=row]').nth(2).locator('.cell').first().click()
  await page.locator('.plan-editor h2').waitFor()
  await settled(page)
  const bare = await page.evaluate(bareMap, 2000)
  const [fromX, fromY] = await grip(page)
  await page.getByRole('button', { name: '移动', exact: true }).click()
  const canvas = await page.locator('.map-area .study-map canvas').boundingBox()
  if (!canvas) throw new Error('no map')
  const [x, y] = [canvas.x + canvas.width / 2, canvas.y + canvas.height / 2]
  await page.waitForTimeout(500)
  await page.evaluate(() => {
    const { watching } = globalThis as unknown as WatchedPage
    const { benchMap } = globalThis as unknown as { readonly benchMap: { readonly on: (event: 'render', then: () => void) => void } }
    benchMap.on('render', () => watching.drawn.push(performance.now()))
    watching.clear()
    document.addEventListener('mousedown', () => Object.assign(watching, { pressed: performance.now() }), { capture: true, once: true })
  })
  await page.mouse.move(fromX, fromY)
  await page.mouse.down()
  await page.mouse.move(fromX + 2, fromY)
  await page.waitForFunction(() => (globalThis as unknown as WatchedPage).watching.answers.some(({ call }) => call === 'follow'))
  const first = await page.evaluate(() => {
    const { watching } = globalThis as unknown as WatchedPage & { readonly watching: { readonly pressed: number } }
    const answer = watching.answers.find(({ call }) => call === 'follow')!
    const told = { fromPressMs: answer.at - watching.pressed, lagMs: answer.at - answer.asked, longTasks: watching.longTasks.map(({ ms }) => Math.round(ms)) }
    watching.clear()
    watching.on = true
    return told
  })
  const begun = Date.now()
  for (let step = 0; Date.now() - begun < 5000; step++) {
    await page.mouse.move(x + 120 * Math.sin(step / 12), y + 80 * Math.sin(step / 7))
    await page.waitForTimeout(15)
  }
  const watched = await page.evaluate((): Watched => {
    const { watching } = globalThis as unknown as WatchedPage
    watching.on = false
    const { frames, answers, longTasks, drawn } = watching
    const copy = { frames: [...frames], answers: [...answers], longTasks: [...longTasks], drawn: [...drawn] }
    watching.clear()
    return copy
  })
  const dropAt = Date.now()
  await page.mouse.up()
  await page.waitForFunction(() => (globalThis as unknown as WatchedPage).watching.answers.some(({ call }) => call === 'evaluate' || call === 'follow'))
  const dropMs = Date.now() - dropAt
  await settled(page)
  const after = await page.evaluate(() => (globalThis as unknown as WatchedPage).watching.longTasks.map(({ ms }) => Math.round(ms)))
  const lags = watched.answers.filter(({ call }) => call === 'follow').map(({ asked: from, at }) => at - from)
  const calls = [...new Set(watched.answers.map(({ call }) => call))].filter((call) => call !== 'follow')
  const others = Object.fromEntries(
    calls.map((call) => {
      const of = watched.answers.filter((answer) => answer.call === call).map(({ asked: from, at }) => at - from)
      return [call, { median: round(quantile(of, 0.5)), p95: round(quantile(of, 0.95)) }]
    }),
  )
  await page.keyboard.press('Control+z')
  await settled(page)
  return {
    bareMapPerSecond: round(bare), ...framesOf(watched.frames), mapDrawnPerSecond: round(watched.drawn.length / 5),
    answersPerSecond: round(lags.length / 5), firstFromPressMs: round(first.fromPressMs), firstLagMs: round(first.lagMs), firstLongTasksMs: first.longTasks,
    lagMsMedian: round(quantile(lags, 0.5)), lagMsP95: round(quantile(lags, 0.95)), otherLagsMs: others, longTasks: watched.longTasks.length, longTaskMsMost: Math.round(Math.max(0, ...watched.longTasks.map(({ ms }) => ms))),
    dropMs, afterDropLongTasksMs: after,
  }
}

/** Where the selected facility stands on the screen: the map knows the place of the ring around it. */
async function grip(page: Page): Promise<readonly [number, number]> {
  const at = await page.evaluate(() => {
    type Place = { readonly x: number; readonly y: number }
    const { benchMap } = globalThis as unknown as { readonly benchMap: { readonly project: (at: [number, number]) => Place; readonly getSource: (name: string) => { readonly serialize: () => { readonly data: { readonly features: readonly { readonly geometry: { readonly coordinates: [number, number] } }[] } } } } }
    const [feature] = benchMap.getSource('selection').serialize().data.features
    return benchMap.project(feature!.geometry.coordinates)
  })
  const canvas = await page.locator('.map-area .study-map canvas').boundingBox()
  return [canvas!.x + at.x, canvas!.y + at.y]
}

/** The table of units, as long as the chosen clause makes it, wheeled through for some three seconds. */
async function scrolled(page: Page) {
  await page.getByRole('tab', { name: '单元表' }).click()
  await page.locator('.table-body [role=row]').first().waitFor()
  const rows = Number(await page.locator('.virtual-table [role=grid]').getAttribute('aria-rowcount')) - 1
  const box = await page.locator('.table-scroller').boundingBox()
  if (!box) throw new Error('no table')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.evaluate(() => {
    const { watching } = globalThis as unknown as WatchedPage
    watching.clear()
    watching.on = true
  })
  const begun = Date.now()
  while (Date.now() - begun < 3000) {
    await page.mouse.wheel(0, 320)
    await page.waitForTimeout(15)
  }
  const { frames, longTasks } = await page.evaluate(() => {
    const { watching } = globalThis as unknown as WatchedPage
    watching.on = false
    return { frames: [...watching.frames], longTasks: watching.longTasks.length }
  })
  return { rows, ...framesOf(frames), longTasks }
}

/** From the wish to see it until the last facility is weighed. */
async function weighed(page: Page) {
  await page.getByRole('tab', { name: '设施' }).click()
  const begun = Date.now()
  await page.getByRole('button', { name: '停用影响', exact: true }).click()
  await page.locator('.worth-progress').waitFor()
  const facilities = Number(await page.locator('.worth-progress').getAttribute('max'))
  await page.locator('.worth-progress').waitFor({ state: 'detached' })
  return { facilities, seconds: round((Date.now() - begun) / 1000) }
}

function framesOf(frames: readonly number[]) {
  const gaps = frames.slice(1).map((at, index) => at - frames[index]!)
  const seconds = gaps.reduce((sum, gap) => sum + gap, 0) / 1000
  return { frames: gaps.length, framesPerSecond: round(gaps.length / seconds), framesPerSecondP5: round(1000 / quantile(gaps, 0.95)), frameMsMedian: round(quantile(gaps, 0.5)), frameMsP95: round(quantile(gaps, 0.95)), frameMsMost: round(Math.max(...gaps)) }
}

const asked = (name: string, all: readonly string[]): readonly string[] => process.env[name]?.split(',') ?? all
const quantile = (values: readonly number[], part: number): number => [...values].sort((a, b) => a - b)[Math.floor(values.length * part)] ?? NaN
const round = (value: number): number => Math.round(value * 10) / 10

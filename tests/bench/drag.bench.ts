/**
 * A facility dragged over the map in headless Chromium: frames of the page and how far the worker's answer lags. Asserts nothing.
 * The built app is taken from dist/app (or DRAG_APP). DRAG_STUDY=big: 15,000 compounds, 1,500 facilities, 100,000 points; else the sample town.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { createAppServer, listenFrom, LOOPBACK } from '../../src/cli/app-server'
import type { Study } from '../../src/model/study'
import { launch } from '../helpers/chromium'
import { benchCity } from './bench-city'

type Marks = { readonly frames: number[]; readonly asked: Record<number, number>; readonly lags: number[] }

export async function run(): Promise<void> {
  const big = process.env.DRAG_STUDY === 'big'
  const folder = big ? bigFolder() : join(process.cwd(), 'data', 'samples', 'yunling')
  const server = createAppServer({ app: process.env.DRAG_APP ?? join(process.cwd(), 'dist', 'app'), study: folder, tileHosts: [] })
  const port = await listenFrom(server, Number(process.env.DRAG_PORT ?? 0))
  const browser = await launch()
  try {
    const { page, errors } = await browser.visit({ width: 1440, height: 900 })
    page.setDefaultTimeout(600_000)
    await page.addInitScript(watchWorker)
    await page.goto(`http://${LOOPBACK}:${port}/`)
    await page.locator('.clause-card').first().waitFor({ state: 'attached' })
    await page.locator('.work-notice').waitFor({ state: 'detached' })
    const marks = await dragged(page)
    const gaps = marks.frames.slice(1).map((at, index) => at - marks.frames[index]!)
    const seconds = gaps.reduce((sum, gap) => sum + gap, 0) / 1000
    // The first answer is whole, as is that of a hundred frames later where the page lost count.
    console.log(JSON.stringify({ bench: 'drag', study: big ? '15k compounds, 1.5k facilities, 100k points' : 'sample town', frames: gaps.length, framesPerSecond: round(gaps.length / seconds), frameMsMedian: round(quantile(gaps, 0.5)), frameMsP95: round(quantile(gaps, 0.95)), answers: marks.lags.length, firstLagMs: round(marks.lags[0] ?? NaN), lagMsMedian: round(quantile(marks.lags.slice(1), 0.5)), lagMsP95: round(quantile(marks.lags.slice(1), 0.95)), errors }))
  } finally {
    await browser.close()
    server.closeAllConnections()
    server.close()
    if (big) rmSync(folder, { recursive: true })
  }
}

/** Selects a facility, takes it up and carries it about for some five seconds. */
async function dragged(page: Page): Promise<Marks> {
  await page.getByRole('tab', { name: '设施' }).click()
  await page.locator('.table-body [role=row]').first().locator('.cell').first().click()
  await page.locator('.plan-editor h2').waitFor()
  await page.waitForTimeout(1500)
  await page.getByRole('button', { name: '移动', exact: true }).click()
  const canvas = await page.locator('.map-area .study-map canvas').boundingBox()
  if (!canvas) throw new Error('no map')
  const [x, y] = [canvas.x + canvas.width / 2, canvas.y + canvas.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 2, y)
  // The first answer of a drag tells all clauses.
  await page.waitForFunction(() => (globalThis as unknown as { marks: Marks }).marks.lags.length > 0)
  await page.evaluate(() => {
    const { marks } = globalThis as unknown as { marks: Marks }
    const next = (at: number) => {
      marks.frames.push(at)
      requestAnimationFrame(next)
    }
    requestAnimationFrame(next)
  })
  const begun = Date.now()
  for (let step = 0; Date.now() - begun < 5000; step++) {
    await page.mouse.move(x + 120 * Math.sin(step / 12), y + 80 * Math.sin(step / 7))
    await page.waitForTimeout(15)
  }
  const marks = await page.evaluate(() => (globalThis as unknown as { marks: Marks }).marks)
  await page.mouse.up()
  return marks
}

/** Runs in the page before anything else: notes when the worker is asked to follow and when it answers. */
function watchWorker(): void {
  const marks: Marks = { frames: [], asked: {}, lags: [] }
  Object.assign(globalThis, { marks })
  const heard = new WeakSet<Worker>()
  const post = Worker.prototype.postMessage
  Worker.prototype.postMessage = function (this: Worker, ...sent: [message: unknown, options?: StructuredSerializeOptions | Transferable[]]): void {
    const [message] = sent
    const { id, call } = (message ?? {}) as { readonly id?: number; readonly call?: string }
    if (!heard.has(this)) {
      heard.add(this)
      this.addEventListener('message', ({ data }: MessageEvent<{ readonly id?: number; readonly answer?: unknown } | null>) => {
        const at = marks.asked[data?.id ?? -1]
        if (at !== undefined && data && 'answer' in data) marks.lags.push(performance.now() - at)
      })
    }
    if (call === 'follow' && id !== undefined) marks.asked[id] = performance.now()
    Reflect.apply(post, this, sent)
  }
}

/** The study of the other measurements as a folder of CSV files; without streets, which a drag in a straight line does not read. */
function bigFolder(): string {
  const study = benchCity({ compounds: 15_000, facilities: 1_500, people: 100_000, units: 20_000 }, 11)
  const folder = join(mkdtempSync(join(tmpdir(), 'yikequan-drag-')), 'city')
  mkdirSync(folder)
  const table = (name: string, columns: readonly string[], rows: readonly (readonly unknown[])[]) => writeFileSync(join(folder, `${name}.csv`), [columns.join(), ...rows.map((row) => row.map((cell) => (cell === null || cell === undefined || Number.isNaN(cell) ? '' : Array.isArray(cell) ? cell.join('、') : String(cell))).join())].join('\n'))
  const { areas, compounds, facilities, people, plots } = study
  writeFileSync(join(folder, 'study.json'), JSON.stringify({ version: 1, name: study.name, asOf: study.asOf, policies: ['qujing-2023'], options: {} }))
  table('areas', ['code', 'name', 'level', 'parent', 'residents', 'elders60', 'lng', 'lat'], areas.map((area) => [area.id, area.name, area.level, area.parent, area.residents, area.elders60, area.at?.[0], area.at?.[1]]))
  table('compounds', ['id', 'name', 'area', 'households', 'elders60', 'completed', 'age', 'pool', 'careAreaM2', 'lng', 'lat'], compounds.map((each) => [each.id, each.name, each.area, each.households, each.elders60, each.completed, each.age, each.pool, each.careAreaM2, each.at?.[0], each.at?.[1]]))
  table('facilities', ['id', 'name', 'kind', 'level', 'area', 'serves', 'floorAreaM2', 'beds', 'services', 'stage', 'lng', 'lat'], facilities.map((each) => [each.id, each.name, each.kind, each.level, each.area, each.serves, each.floorAreaM2, each.beds, each.services, each.stage, each.at?.[0], each.at?.[1]]))
  table('plots', ['id', 'name', 'area', 'use', 'landAreaM2', 'status'], plots.map((each) => [each.id, each.name, each.area, each.use, each.landAreaM2, each.status]))
  table('people', ['lng', 'lat', 'households', 'residents', 'elders60', 'area'], peopleRows(people, areas))
  return folder
}

const peopleRows = (people: Study['people'], areas: Study['areas']): readonly unknown[][] => (people ? people.id.map((_, at) => [people.lng[at], people.lat[at], people.households[at], people.residents[at], people.elders60[at], areas[people.area[at]!]?.id]) : [])
const quantile = (values: readonly number[], part: number): number => [...values].sort((a, b) => a - b)[Math.floor(values.length * part)] ?? NaN
const round = (value: number): number => Math.round(value * 10) / 10

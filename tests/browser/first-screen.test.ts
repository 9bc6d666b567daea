import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type RunningApp } from '../helpers/app-server'
import { launch, type Launched } from '../helpers/chromium'
import { sampleTown } from '../helpers/shared'

let browser: Launched
let app: RunningApp
beforeAll(async () => {
  app = await startApp(sampleTown())
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await app?.close()
})

test('the first screen opens without an error, a breach of policy or a request beyond this machine', async () => {
  const { page, foreign, errors } = await browser.visit()
  await page.goto(app.address)
  await page.getByText(nameOf(sampleTown()!)).first().waitFor()
  await page.locator('canvas').first().waitFor()
  // Judged in the worker: the verdicts of the clauses have arrived, and no notice says that something failed.
  await page.getByText('未达标').first().waitFor()
  expect(await page.getByText('没有做成').count()).toBe(0)
  await page.waitForLoadState('networkidle')
  expect(await page.title()).toContain('一刻圈')
  expect(errors).toEqual([])
  expect(foreign).toEqual([])
})

test('a script that the page did not bring is refused by the policy', async () => {
  const { page, errors } = await browser.visit()
  await page.goto(app.address)
  const ran = await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'document.title = "taken"'
    document.head.append(script)
    return document.title === 'taken'
  })
  expect(ran).toBe(false)
  expect(errors.some((error) => error.includes('Content Security Policy'))).toBe(true)
})

test('a request beyond this machine is refused and remembered, so the check above can fail', async () => {
  const { page, foreign } = await browser.visit()
  await page.goto('http://example.test/').catch(() => undefined)
  expect(foreign).toEqual(['http://example.test/'])
})

function nameOf(study: string): string {
  return (JSON.parse(readFileSync(join(study, 'study.json'), 'utf8')) as { name: string }).name
}

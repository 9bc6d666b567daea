/** The oldest browser that the README names: what the bundle asks for is there, or is added by bin/older-browsers.mjs. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAst } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addedFunctions, oldestChromium } from '../../bin/older-browsers.mjs'
import { startApp, type RunningApp } from '../helpers/app-server'
import { launch, type Launched } from '../helpers/chromium'
import { repository, sampleTown } from '../helpers/shared'
import { judged } from './screen'

/** Built-ins younger than Chromium 86, by the version that brought them: methods by their name alone, whatever they are called on. */
const methods: Readonly<Record<string, number>> = { at: 92, findLast: 97, findLastIndex: 97, toSorted: 110, toReversed: 110, toSpliced: 110, throwIfAborted: 100, isWellFormed: 111, toWellFormed: 111, randomUUID: 92, intersection: 122, isSubsetOf: 122, isDisjointFrom: 122, symmetricDifference: 122, checkVisibility: 105, showPopover: 114, getOrInsert: 145, setHTML: 146 }
const members: Readonly<Record<string, number>> = { 'Object.hasOwn': 93, 'Object.groupBy': 117, 'Map.groupBy': 117, 'Promise.withResolvers': 119, 'Promise.try': 128, 'Array.fromAsync': 121, 'AbortSignal.timeout': 103, 'AbortSignal.any': 116, 'AbortSignal.abort': 93, 'URL.parse': 126, 'Intl.supportedValuesOf': 99, 'Response.json': 105, 'RegExp.escape': 136, 'Iterator.from': 122 }
const globals: Readonly<Record<string, number>> = { structuredClone: 98, CompressionStream: 80, scheduler: 94, Float16Array: 135 }

type Node = { readonly type: string; readonly [key: string]: unknown }
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
const nameOf = (node: unknown): string => (isNode(node) && node.type === 'Identifier' ? String(node['name']) : '')

/** Names of what is used and younger than the oldest browser. */
function youngIn(code: string): Set<string> {
  const found = new Set<string>()
  const isYoung = (list: Readonly<Record<string, number>>, name: string): boolean => Object.hasOwn(list, name) && list[name]! > oldestChromium
  const stack: unknown[] = [parseAst(code)]
  for (let node = stack.pop(); stack.length > 0 || node !== undefined; node = stack.pop()) {
    if (Array.isArray(node)) stack.push(...(node as unknown[]))
    if (!isNode(node)) continue
    if (node.type === 'StaticBlock' || node.type === 'PrivateInExpression') found.add(node.type)
    if (node.type === 'MemberExpression' && !node['computed']) {
      const [object, property] = [nameOf(node['object']), nameOf(node['property'])]
      if (isYoung(members, `${object}.${property}`)) found.add(`${object}.${property}`)
    }
    const called = node.type === 'CallExpression' ? node['callee'] : null
    if (isNode(called) && called.type === 'MemberExpression' && !called['computed'] && isYoung(methods, nameOf(called['property']))) found.add(nameOf(called['property']))
    if (isNode(called) && isYoung(globals, nameOf(called))) found.add(nameOf(called))
    stack.push(...Object.values(node).filter((value) => typeof value === 'object' && value !== null))
  }
  return found
}

const built = join(repository, 'dist', 'app')
const scripts = (): readonly string[] => ['assets', 'embed'].flatMap((folder) => readdirSync(join(built, folder)).filter((name) => name.endsWith('.js')).map((name) => join(built, folder, name)))

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

test('no script uses a built-in that is younger than the oldest browser and is not added', () => {
  expect(youngIn('[1].at(0); Object.hasOwn({}, "a"); structuredClone(1); class A { static {} }')).toEqual(new Set(['at', 'Object.hasOwn', 'structuredClone', 'StaticBlock']))
  const added = new Set(addedFunctions)
  const young = scripts().flatMap((file) => [...youngIn(readFileSync(file, 'utf8'))].filter((name) => !added.has(name)).map((name) => `${file.slice(built.length)}: ${name}`))
  expect(young).toEqual([])
})

test('every height in dvh stands behind one in vh, which older browsers take', () => {
  const css = readdirSync(join(built, 'assets')).filter((name) => name.endsWith('.css')).map((name) => readFileSync(join(built, 'assets', name), 'utf8')).join('')
  const heights = [...css.matchAll(/[{;](height:[^;}]*?)(\d+)dvh([^;}]*)/g)]
  expect(heights.length).toBeGreaterThan(1)
  for (const [, before, number, after] of heights) expect(css).toContain(`${before}${number}vh${after};${before}${number}dvh${after}`)
})

test('without any of the added functions, in the page and in every worker, the app opens, judges and draws', async () => {
  const { page, errors } = await browser.visit({ width: 1280, height: 800 })
  // In front of each script, for a script runs after those that it imports; once a thread.
  const without = 'if(!self.grownOld){self.grownOld=true;delete Array.prototype.at;delete String.prototype.at;delete Object.getPrototypeOf(Int8Array.prototype).at;delete Object.hasOwn;delete AbortSignal.prototype.throwIfAborted;delete self.structuredClone}'
  let made = 0
  await page.context().route('**/assets/*.js', async (route) => {
    const answer = await route.fetch()
    made++
    await route.fulfill({ response: answer, body: `${without}\n${await answer.text()}` })
  })
  await page.goto(app.address)
  await judged(page)
  await page.locator('.map-area .study-map canvas').waitFor()
  await page.locator('.figure-button').first().click()
  await page.locator('.why-drawer .formula').first().waitFor()
  expect(made).toBeGreaterThan(4)
  expect(await page.evaluate(() => 'structuredClone' in self)).toBe(false)
  expect(errors).toEqual([])
  await page.context().close()
})

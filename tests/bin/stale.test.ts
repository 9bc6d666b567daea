import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isStale } from '../../bin/stale.mjs'

let home = ''
const at = (path: string, second: number) => utimesSync(join(home, path), second, second)
const stale = () => isStale(join(home, 'built'), [join(home, 'src'), join(home, 'package.json'), join(home, 'absent')])

/** src/room/a.ts and package.json written at second 10, all folders too; built at second 20. */
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'yikequan-'))
  mkdirSync(join(home, 'src', 'room'), { recursive: true })
  for (const file of ['src/room/a.ts', 'package.json', 'built']) writeFileSync(join(home, file), '')
  for (const path of ['src/room/a.ts', 'src/room', 'src', 'package.json']) at(path, 10)
  at('built', 20)
})
afterEach(() => rmSync(home, { recursive: true }))

test('what was built after every source is fresh; a source that is not there does not matter', () => {
  expect(stale()).toBe(false)
})

test('what was never built is stale', () => {
  rmSync(join(home, 'built'))
  expect(stale()).toBe(true)
})

test.each(['src/room/a.ts', 'package.json'])('a later %s makes it stale', (path) => {
  at(path, 21)
  expect(stale()).toBe(true)
})

test('a file taken away makes it stale, by the time of its folder', () => {
  rmSync(join(home, 'src', 'room', 'a.ts'))
  at('src/room', 21)
  expect(stale()).toBe(true)
})

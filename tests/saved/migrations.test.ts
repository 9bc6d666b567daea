import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { broughtForward, migrations, newestOf } from '../../src/saved/migrations'
import { openSession } from '../../src/saved/sessions'
import { memoryShelf } from '../helpers/memory-shelf'
import { repository } from '../helpers/shared'

const fixture = (name: string): Record<string, unknown> => JSON.parse(readFileSync(join(repository, 'tests', 'fixtures', 'saved', `${name}.json`), 'utf8')) as Record<string, unknown>

test('there are steps, every version of a kind is reached by exactly one, and each has its two fixtures', () => {
  expect(migrations.length).toBeGreaterThan(0)
  for (const kind of new Set(migrations.map(({ of }) => of))) {
    const steps = migrations.filter(({ of }) => of === kind).map(({ to }) => to)
    expect(steps).toEqual(steps.map((_, at) => at + 2))
  }
  for (const { of, to } of migrations) for (const when of ['before', 'after']) expect(existsSync(join(repository, 'tests', 'fixtures', 'saved', `${of}-${String(to).padStart(4, '0')}-${when}.json`)), `${of} ${to} ${when}`).toBe(true)
})

test.each(migrations)('$of $to makes of what was before what comes after, unknown entries and all', ({ of, to }) => {
  const step = `${of}-${String(to).padStart(4, '0')}`
  expect(broughtForward(of, fixture(`${step}-before`), migrations.filter((each) => each.of === of && each.to <= to))).toEqual({ value: fixture(`${step}-after`) })
})

test('what a later program wrote is named by its version and not touched', () => {
  expect(broughtForward('session', { version: newestOf('session') + 1 })).toEqual({ newer: newestOf('session') + 1 })
})

describe('plans that version 1 kept in a table of their own', () => {
  test('are found under the same study', async () => {
    const shelf = memoryShelf()
    await shelf.write(async (tables) => tables.put('plans', 'key', fixture('session-0002-before')))
    const opened = await openSession(shelf, 'key')
    expect('value' in opened && opened.value.session).toMatchObject({ revision: 0, plan: 's1', settings: 'ab12', plans: [{ id: 's1' }, { nobody: 'knows' }] })
  })
})

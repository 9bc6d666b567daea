/** A format, ledger, evaluator, pack or command that its list forgot is dead code that looks alive. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { problemCodes } from '../src/problem'
import { problemWords } from '../src/text/problems'
import { commandWords } from '../src/text/cli'
import { commands } from '../src/cli/commands'
import { usages } from '../src/cli/usage'
import { repository } from './helpers/shared'

type Exports = Readonly<Record<string, unknown>>
type Fields = Readonly<Record<string, unknown>>

/** Files of a folder of src that are there to be listed; [] where the folder has none yet. */
const filesOf = (folder: string): readonly string[] =>
  existsSync(join(repository, folder))
    ? readdirSync(join(repository, folder))
        .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
        .sort()
    : []

const load = async (path: string): Promise<Exports> => (await import(join(repository, path))) as Exports

/** Every exported value of the folder's files that has the shape of an equal, each with the file that exports it. */
async function equalsIn(
  folder: string,
  list: string,
  hasShape: (fields: Fields) => boolean,
): Promise<Map<unknown, string>> {
  const found = new Map<unknown, string>()
  for (const name of filesOf(folder)) {
    if (`${folder}/${name}` === list) continue
    for (const value of Object.values(await load(`${folder}/${name}`))) {
      if (typeof value === 'object' && value !== null && !Array.isArray(value) && hasShape(value as Fields))
        found.set(value, `${folder}/${name}`)
    }
  }
  return found
}

/** The equals that the list file exports: the elements of its arrays or the values of its records. */
async function listed(list: string): Promise<ReadonlySet<unknown>> {
  const values = Object.values(await load(list)).filter((value) => typeof value === 'object' && value !== null)
  return new Set(
    values.flatMap((value) => [...(value instanceof Map ? value.values() : Object.values(value as Fields))]),
  )
}

const isFunction = (value: unknown): boolean => typeof value === 'function'

describe('every equal is in its list', () => {
  test.each([
    {
      what: 'format',
      folder: 'src/sources',
      list: 'src/sources/formats.ts',
      least: 3,
      hasShape: (each: Fields) =>
        Array.isArray(each['extensions']) && isFunction(each['read']) && isFunction(each['looksLike']),
    },
    {
      what: 'ledger',
      folder: 'src/tables/ledgers',
      list: 'src/tables/ledgers/index.ts',
      least: 7,
      hasShape: (each: Fields) =>
        Array.isArray(each['stems']) && Array.isArray(each['columns']) && Array.isArray(each['needs']),
    },
    {
      what: 'evaluator',
      folder: 'src/indicators',
      list: 'src/indicators/evaluators.ts',
      least: 4,
      hasShape: (each: Fields) => isFunction(each['judge']) && isFunction(each['explain']),
    },
  ])('$what: each file of $folder that makes one is in $list', async ({ folder, list, least, hasShape }) => {
    const made = await equalsIn(folder, list, hasShape)
    // A shape that no file has would let the check pass on nothing.
    expect(made.size).toBeGreaterThanOrEqual(least)
    const known = await listed(list)
    expect([...made].filter(([value]) => !known.has(value)).map(([, file]) => file)).toEqual([])
  })

  test('pack: each file of data/policies is shipped, under the name it says', async () => {
    const stems = readdirSync(join(repository, 'data', 'policies'))
      .filter((name) => name.endsWith('.json'))
      .map((name) => name.replace('.json', ''))
    expect(stems.length).toBeGreaterThan(0)
    for (const stem of stems) {
      const pack = JSON.parse(readFileSync(join(repository, 'data', 'policies', `${stem}.json`), 'utf8')) as {
        id?: string
      }
      expect(pack.id).toBe(stem)
    }
    const shipped = readFileSync(join(repository, 'src', 'policy', 'shipped.ts'), 'utf8')
    expect(stems.filter((stem) => !shipped.includes(`policies/${stem}.json`))).toEqual([])
  })

  test('command: each has a usage and words, and each usage a command', () => {
    expect(commands.map((command) => command.name).sort()).toEqual(Object.keys(usages).sort())
    for (const command of commands) {
      expect(commandWords[command.name]?.zh).toMatch(/[一-鿿]/)
      expect(command.usage).toBe(usages[command.name])
    }
  })
})

test("the front page's table of commands is the list of commands", () => {
  const readme = readFileSync(join(repository, 'README.md'), 'utf8')
  const table = [...readme.matchAll(/^\| `([a-z]+ [^`]*)` \|/gm)].map((match) => match[1]!)
  expect(table).toEqual(commands.map((command) => `${command.name} ${command.usage}`))
})

describe('every problem has words', () => {
  test('no code stands twice', () => {
    expect(new Set(problemCodes).size).toBe(problemCodes.length)
  })

  test.each(problemCodes)('%s in Chinese and in English', (code) => {
    expect(problemWords[code].zh).toMatch(/[一-鿿]/)
    expect(problemWords[code].en).toMatch(/^[A-Z0-9"“{].*[a-z]/)
    // Both say the raw text or neither does, and no place stays unfilled.
    const places = (words: string) => (words.match(/\{[^}]*\}/g) ?? []).sort()
    expect(places(problemWords[code].zh)).toEqual(places(problemWords[code].en))
    expect(places(problemWords[code].zh).filter((place) => place !== '{detail}')).toEqual([])
  })

  test('there are no words for a code that is gone', () => {
    expect(Object.keys(problemWords).filter((code) => !problemCodes.some((known) => known === code))).toEqual([])
  })
})

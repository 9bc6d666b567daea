import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { breaches, cycles, importsOf, readGraph, roomOf, type ImportGraph } from './helpers/house'
import { repository } from './helpers/shared'

/** Files by path, each with its imports; whatever is imported from src exists unless it is said to be missing. */
const world = (files: Readonly<Record<string, readonly string[]>>): ImportGraph => {
  const imported = Object.values(files)
    .flat()
    .filter((name) => name.startsWith('src/') && !name.includes('missing'))
  return new Map([...imported.map((name) => [name, []] as const), ...Object.entries(files)])
}

describe('the house as it stands', () => {
  const graph = readGraph(repository)

  test('the checker sees the modules, their imports and several rooms, so that it cannot pass on nothing', () => {
    expect(graph.size).toBeGreaterThan(30)
    expect([...graph.values()].flat().length).toBeGreaterThan(60)
    expect(new Set([...graph.keys()].map(roomOf)).size).toBeGreaterThan(5)
  })

  test('every file imports only from its own room and from rooms above it, every library through its door', () => {
    expect(breaches(graph)).toEqual([])
  })

  test('no files import each other in a ring', () => {
    expect(cycles(graph)).toEqual([])
  })

  test('every path that src/README.md names exists', () => {
    const named = [
      ...readFileSync(join(repository, 'src', 'README.md'), 'utf8').matchAll(
        /`([\w./-]+\/[\w./-]*|[\w-]+\.(?:tsx?|json|html))`/g,
      ),
    ].map((match) => match[1]!)
    expect(named.length).toBeGreaterThan(10)
    const missing = named.filter(
      (path) => !existsSync(join(repository, path)) && !existsSync(join(repository, 'src', path)),
    )
    expect(missing).toEqual([])
  })

  test('every room has a README of at most 15 lines', () => {
    const rooms = [
      ...new Set([...graph.keys()].map((file) => /^src\/[^/]+\//.exec(file)?.[0]).filter((room) => room !== undefined)),
    ]
    const lines = rooms.map((room) => {
      const readme = join(repository, room, 'README.md')
      return { room, lines: existsSync(readme) ? readFileSync(readme, 'utf8').trimEnd().split('\n').length : null }
    })
    expect(lines.filter((each) => each.lines === null || each.lines > 15)).toEqual([])
  })
})

describe('the checker', () => {
  test('finds nothing wrong with imports from the own room, from above and through the doors', () => {
    const files = {
      'src/geo/crs.ts': ['proj4', 'src/geo/ruler.ts'],
      'src/reach/circle.ts': ['src/geo/index.ts', 'src/model/study.ts', 'src/problem.ts', 'geojson'],
      'src/policy/shipped.ts': ['data/policies/qujing-2023.json'],
      'src/panels/card.tsx': ['react', 'src/panels/card.css', 'src/state/store.ts'],
      'src/cli.ts': ['src/cli/commands.ts', 'node:fs', 'src/indicators/judge.ts'],
      'src/main.tsx': ['react-dom/client', 'src/panels/app.tsx', 'src/panels/app.css'],
    }
    expect(breaches(world(files))).toEqual([])
  })

  test.each([
    ['a room that imports from below', 'src/geo/a.ts', 'src/tables/b.ts', 'tables lies below geo'],
    ['words that know the model', 'src/text/a.ts', 'src/geo/b.ts', 'geo lies below text'],
    ['the core that knows the page', 'src/indicators/a.ts', 'src/panels/b.tsx', 'panels lies below indicators'],
    ['proj4 past its door', 'src/geo/ruler.ts', 'proj4', 'its door is src/geo/crs.ts'],
    ['a Turf package outside geo', 'src/reach/a.ts', '@turf/union', 'its door is src/geo/'],
    ['React in the store', 'src/state/store.ts', 'react', 'its door is'],
    ['a subpath of a library past its door', 'src/map/a.ts', 'zustand/vanilla', 'its door is src/state/'],
    ['the file system in the core', 'src/sources/a.ts', 'node:fs', 'its door is src/cli/'],
    ['a library that nobody decided on', 'src/geo/a.ts', 'lodash', 'this library has no door'],
    ['a pack read past the policy room', 'src/model/a.ts', 'data/policies/x.json', 'its door is src/policy/'],
    ['a style sheet of a room below', 'src/map/a.tsx', 'src/panels/b.css', 'panels lies below map'],
    ['a file that is not there', 'src/geo/a.ts', 'src/geo/missing', 'there is no such file'],
    ['a command that draws', 'src/cli/a.ts', 'src/map/b.ts', 'never from there'],
    ['the app that calls the command line', 'src/main.tsx', 'src/cli/a.ts', 'never from there'],
    ['the embed that carries the tables', 'src/embed.tsx', 'src/tables/a.ts', 'may import only from'],
    ['one front door that opens another', 'src/cli.ts', 'src/main.tsx', 'not into another'],
  ])('catches %s', (_, file, target, wrong) => {
    const found = breaches(world({ [file]: [target] }))
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(`${file} imports ${target}`)
    expect(found[0]).toContain(wrong)
  })

  test('catches a file that lies in no room', () => {
    expect(breaches(world({ 'src/utils/a.ts': [], 'src/helpers.ts': [] }))).toEqual([
      'src/helpers.ts is in no room',
      'src/utils/a.ts is in no room',
    ])
  })

  test('names a ring of three files once, and no ring where two ways lead to one file', () => {
    const ring = {
      'src/geo/a.ts': ['src/geo/b.ts'],
      'src/geo/b.ts': ['src/geo/c.ts'],
      'src/geo/c.ts': ['src/geo/a.ts'],
    }
    expect(cycles(new Map(Object.entries(ring)))).toEqual(['src/geo/a.ts → src/geo/b.ts → src/geo/c.ts → src/geo/a.ts'])
    const diamond = {
      'src/a.ts': ['src/b.ts', 'src/c.ts'],
      'src/b.ts': ['src/d.ts'],
      'src/c.ts': ['src/d.ts'],
      'src/d.ts': [],
    }
    expect(cycles(new Map(Object.entries(diamond)))).toEqual([])
  })

  test('sees every way to import, and none in a comment or a text', () => {
    const source = [
      "import a from './a'",
      "import type { B } from './b'",
      "export * from './c'",
      "export type { D } from './d'",
      "const e = await import('./e')",
      "type F = import('./f').F",
      "import './g.css'",
      "new Worker(new URL('./h.ts', import.meta.url), { type: 'module' })",
      "// import x from './no'",
      'const text = "import y from \'./no\'"',
    ].join('\n')
    expect([...importsOf(source)].sort()).toEqual(['./a', './b', './c', './d', './e', './f', './g.css', './h.ts'])
  })
})

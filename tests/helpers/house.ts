/** The rules of the house (DESIGN section 3) as data, and a checker of them over any set of modules. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/** Path from the repository ('src/geo/ruler.ts') → what it imports: a path from the repository, or a package's name. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>

/** A file imports only from its own room and from rooms above it. */
export const ROOMS = [
  ...['problem', 'text', 'geo', 'sources', 'tables', 'model', 'scenario', 'policy', 'reach', 'indicators', 'siting'],
  ...['rectify', 'compute', 'saved', 'exports', 'state', 'map', 'embed', 'panels', 'cli', 'front door'],
] as const

/** Who may import a library: a file, or a room ending in '/'. A library without a line here has no door at all. */
export const DOORS: Readonly<Record<string, readonly string[]>> = {
  papaparse: ['src/sources/csv.ts'],
  '@e965/xlsx': ['src/sources/xlsx.ts', 'src/exports/'],
  docx: ['src/exports/docx/'],
  fflate: ['src/sources/archive.ts', 'src/exports/', 'src/saved/'],
  'sql.js': ['src/exports/sqlite.ts'],
  proj4: ['src/geo/crs.ts'],
  '@turf': ['src/geo/'],
  flatbush: ['src/geo/'],
  '@noble/hashes': ['src/model/digest.ts'],
  // The public page checks what it is given, with the small half of the library.
  zod: ['src/policy/', 'src/saved/published-schema.ts'],
  // The binding that lets a component read the store needs React, which the store may not know.
  zustand: ['src/state/', 'src/panels/use-app.ts'],
  'maplibre-gl': ['src/map/'],
  pmtiles: ['src/map/local-base.ts'],
  react: ['src/panels/', 'src/map/', 'src/embed/', 'src/main.tsx', 'src/embed.tsx'],
  'react-dom': ['src/panels/', 'src/map/', 'src/embed/', 'src/main.tsx', 'src/embed.tsx'],
  '@tanstack': ['src/panels/'],
  uqr: ['src/panels/publish/publish-qr.tsx'],
  '@resvg/resvg-wasm': ['src/cli/raster.ts'],
  // Types only: the shape of a geometry.
  geojson: ['src/'],
  'node:': ['src/cli/', 'src/cli.ts'],
  'data/policies': ['src/policy/'],
  'package.json': ['src/'],
}

/** Narrower than the order: what a room may import besides itself. */
const ONLY: Readonly<Record<string, readonly string[]>> = {
  'src/text/': ['src/problem.ts'],
  'src/embed.tsx': ['src/embed/', 'src/saved/', 'src/map/', 'src/text/', 'src/geo/', 'src/problem.ts'],
  // The room of the public page; of model, indicators and policy only the names of levels, kinds and verdicts.
  'src/embed/': ['src/embed/', 'src/saved/published.ts', 'src/saved/published-shapes.ts', 'src/saved/suppression.ts', 'src/map/', 'src/text/', 'src/geo/', 'src/model/study.ts', 'src/indicators/result.ts', 'src/problem.ts'],
}
/** The command line has no page. */
const NEVER: Readonly<Record<string, readonly string[]>> = {
  'src/cli/': ['src/state/', 'src/map/', 'src/panels/', 'src/compute/'],
  'src/cli.ts': ['src/state/', 'src/map/', 'src/panels/', 'src/compute/'],
  'src/main.tsx': ['src/cli/'],
  'src/embed.tsx': ['src/cli/'],
}

/** One sentence per breach, sorted; empty when the house is in order. */
export function breaches(graph: ImportGraph): readonly string[] {
  const found: string[] = []
  for (const [file, imports] of graph) {
    if (roomOf(file) === null) found.push(`${file} is in no room`)
    for (const target of imports) {
      const wrong = target.startsWith('src/') ? breachOfOrder(file, target, graph) : breachOfDoor(file, target)
      if (wrong) found.push(`${file} imports ${target}: ${wrong}`)
    }
  }
  return found.sort()
}

/** Every ring of files that import each other, as 'a → b → a'. */
export function cycles(graph: ImportGraph): readonly string[] {
  const found: string[] = []
  const done = new Set<string>()
  const walk = (file: string, path: readonly string[]): void => {
    const from = path.indexOf(file)
    if (from >= 0) found.push([...path.slice(from), file].join(' → '))
    if (from >= 0 || done.has(file)) return
    for (const target of graph.get(file) ?? []) walk(target, [...path, file])
    done.add(file)
  }
  for (const file of graph.keys()) walk(file, [])
  return found.sort()
}

/** The imports of every module under src/: import, export from, import(), types among them, and workers by new URL(). */
export function readGraph(repository: string): ImportGraph {
  const files = readdirSync(join(repository, 'src'), { recursive: true, encoding: 'utf8' })
    .map((name) => `src/${name.replaceAll('\\', '/')}`)
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .sort()
  const known = new Set(files)
  return new Map(
    files.map((file) => [
      file,
      importsOf(readFileSync(join(repository, file), 'utf8')).map((name) => resolveName(file, name, known)),
    ]),
  )
}

export function importsOf(source: string): readonly string[] {
  const named = ts.preProcessFile(source, true, true).importedFiles.map((each) => each.fileName)
  const workers = [...source.matchAll(/new URL\(\s*['"](\.[^'"]+)['"]\s*,\s*import\.meta\.url/g)].map(
    (match) => match[1]!,
  )
  return [...named, ...workers]
}

/** The room's name, or null for a file that lies in none. */
export function roomOf(file: string): (typeof ROOMS)[number] | null {
  if (/^src\/(main|embed)\.tsx$|^src\/cli\.ts$/.test(file)) return 'front door'
  if (file === 'src/problem.ts') return 'problem'
  const folder = /^src\/([^/]+)\//.exec(file)?.[1]
  return ROOMS.find((room) => room === folder) ?? null
}

function breachOfOrder(file: string, target: string, graph: ImportGraph): string | null {
  // Style sheets and pictures are not modules; only where they lie matters.
  const isModule = !/\.(css|svg|png)$/.test(target)
  if (isModule && !graph.has(target)) return 'there is no such file'
  const [own, other] = [roomOf(file), roomOf(target)]
  if (own === null || other === null) return null // said already: in no room
  if (own === other && own !== 'front door') return null
  if (own === other) return 'a front door opens into the house, not into another'
  if (ROOMS.indexOf(other) > ROOMS.indexOf(own)) return `${other} lies below ${own}`
  const only = placeOf(ONLY, file)
  if (only && !only.some((place) => isIn(target, place))) return `may import only from ${only.join(', ')}`
  return placeOf(NEVER, file)?.some((place) => isIn(target, place)) ? 'never from there' : null
}

function breachOfDoor(file: string, target: string): string | null {
  const library = Object.keys(DOORS).find(
    (name) => target === name || target.startsWith(name.endsWith(':') ? name : `${name}/`),
  )
  if (library === undefined) return 'this library has no door'
  const doors = DOORS[library] ?? []
  return doors.some((door) => isIn(file, door)) ? null : `its door is ${doors.join(', ')}`
}

const isIn = (file: string, place: string): boolean => (place.endsWith('/') ? file.startsWith(place) : file === place)

const placeOf = (rules: Readonly<Record<string, readonly string[]>>, file: string): readonly string[] | undefined =>
  Object.entries(rules).find(([place]) => isIn(file, place))?.[1]

/** A relative name becomes a path from the repository, with its extension where a module of that name is known. */
function resolveName(file: string, name: string, known: ReadonlySet<string>): string {
  if (!name.startsWith('.')) return name
  const parts = file.split('/').slice(0, -1)
  for (const part of (name.split('?')[0] ?? name).split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  const path = parts.join('/')
  return [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`].find((each) => known.has(each)) ?? path
}

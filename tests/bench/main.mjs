// npm run bench [-- name ...]: bundles each tests/bench/<name>.bench.ts and runs it in a process of its own, so that the peak memory is its own.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const here = dirname(fileURLToPath(import.meta.url))
const cache = join(here, '../../.cache/bench')
const all = readdirSync(here).filter((name) => name.endsWith('.bench.ts')).map((name) => name.slice(0, -'.bench.ts'.length)).sort()
const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !all.includes(name))
if (unknown.length > 0) {
  console.error(`no bench is called ${unknown.join(', ')}; there are: ${all.join(', ')}`)
  process.exit(2)
}
mkdirSync(cache, { recursive: true })
let failed = 0
for (const name of asked.length > 0 ? asked : all) {
  const outfile = join(cache, `${name}.mjs`)
  await build({ entryPoints: [join(here, `${name}.bench.ts`)], outfile, bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'error' })
  const script = `import(${JSON.stringify(pathToFileURL(outfile).href)}).then((bench) => bench.run())`
  const done = spawnSync(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit', cwd: join(here, '../..'), env: { ...process.env, BENCH_FOLDER: here } })
  if (done.status !== 0) failed = 1
}
process.exit(failed)

/** Bundles src/cli.ts into dist/cli/cli.mjs, one piece per command, so that a start reads only what it runs. */
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { build } from 'esbuild'

const HOUR_MS = 3_600_000

export async function buildCli(root, entry) {
  const folder = dirname(entry)
  const startedAt = new Date()
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: { cli: 'src/cli.ts' },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    chunkNames: 'piece-[hash]',
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    legalComments: 'none',
    // Libraries in CommonJS ask for Node's own modules through require.
    banner: {
      js: "import { createRequire as yikequanRequire } from 'node:module'; const require = yikequanRequire(import.meta.url);",
    },
    // Used as it is handed out, never mixed with our files: its licence (MPL-2.0) asks no more than that.
    external: ['@resvg/resvg-wasm'],
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
    write: false,
  })
  mkdirSync(folder, { recursive: true })
  // Two starts may build at once: every file appears whole, and the entry last, when its pieces are there.
  const entryLast = [...outputFiles].sort((a, b) => Number(a.path === entry) - Number(b.path === entry))
  for (const file of entryLast) {
    const half = `${file.path}.${process.pid}`
    writeFileSync(half, file.contents)
    // The time of the beginning: a source saved while we were building makes the result stale.
    utimesSync(half, startedAt, startedAt)
    renameSync(half, file.path)
  }
  dropOldPieces(folder, new Set(outputFiles.map((file) => basename(file.path))), startedAt.getTime() - HOUR_MS)
}

/** Pieces of former builds, once no process started with them can still be about to load one. */
function dropOldPieces(folder, current, before) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    const at = statSync(path, { throwIfNoEntry: false })?.mtimeMs
    if (!current.has(name) && at !== undefined && at < before) rmSync(path, { force: true })
  }
}

/**
 * Builds the public page into <folder>/embed: embed.js, map.js and embed.css, plain scripts that run in a page without an origin, and the
 * two pages that carry them. `publish` copies these and lays the data file beside.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

export async function buildEmbed(root, folder) {
  const out = join(folder, 'embed')
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  await build({
    absWorkingDir: root,
    entryPoints: { embed: 'src/embed.tsx', map: 'src/embed/map/mount.ts' },
    outdir: out,
    bundle: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    // As the app: offices and old phones.
    target: ['chrome87', 'safari14', 'firefox85'],
    // Safari 14 has one faulty corner of destructuring, which nothing here touches.
    supported: { destructuring: true },
    charset: 'utf8',
    jsx: 'automatic',
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  })
  const page = readFileSync(join(root, 'embed.html'), 'utf8')
  writeFileSync(join(out, 'index.html'), page)
  writeFileSync(join(out, 'preview.html'), previewOf(page))
}

/** The same page without its data file: the app hands the data over while it is not yet one. */
function previewOf(page) {
  return page.replace('<html ', '<html data-preview ').replace(/\s*<script src="published\.js" defer><\/script>/, '')
}

/**
 * Builds the public page: embed.js, map.js and embed.css, plain scripts that run in a page without an origin, and the two pages that carry
 * them. `publish` and the app's dialog copy these and lay the data file beside.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build } from 'esbuild'

/** Writes them into <folder>/embed, the page that tells a whole build from a broken one last. */
export async function buildEmbed(root, folder) {
  const out = join(folder, 'embed')
  const files = await embedFiles(root)
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  for (const { name, text } of files) writeFileSync(join(out, name), text)
}

const contentTypes = { html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8' }

/** A Vite plugin: the app carries the public page in embed/, while developing too. */
export function publicPage(root) {
  return {
    name: 'yikequan-public-page',
    configureServer(server) {
      server.middlewares.use('/embed', (request, response, next) => {
        const name = (request.url ?? '').replace(/[?#].*$/, '').slice(1)
        embedFiles(root)
          .then((files) => {
            const file = files.find((each) => each.name === name)
            if (!file) return next()
            response.setHeader('Content-Type', contentTypes[name.split('.').at(-1)])
            response.end(file.text)
          })
          .catch(next)
      })
    },
    async generateBundle() {
      for (const { name, text } of await embedFiles(root)) this.emitFile({ type: 'asset', fileName: `embed/${name}`, source: text })
    },
  }
}

async function embedFiles(root) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: { embed: 'src/embed.tsx', map: 'src/embed/map/mount.ts' },
    outdir: join(root, 'dist', 'embed'),
    write: false,
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
  return [...outputFiles.map(({ path, text }) => ({ name: basename(path), text })), { name: 'index.html', text: page }, { name: 'preview.html', text: previewOf(page) }]
}

/** The same page without its data file: the app hands the data over while it is not yet one. */
function previewOf(page) {
  return page.replace('<html ', '<html data-preview ').replace(/\s*<script src="published\.js" defer><\/script>/, '')
}

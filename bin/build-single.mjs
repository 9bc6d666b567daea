/**
 * `npm run build:single`: the whole app as one HTML file that opens by double click. Both workers travel in it as text, the
 * sample town as data addresses; the page's policy names its one script and one style by their fingerprints.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import { iconSvg } from './icon.mjs'
import { oldestChromium, olderBrowsers } from './older-browsers.mjs'
import { shippedLicences } from './packages.mjs'

/** Writes the file and answers its path. */
export async function buildSingle(root, file = join(root, 'dist', 'single', 'yikequan.html')) {
  const { output } = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [workersInside(), react()],
    worker: { format: 'iife', plugins: () => [], rolldownOptions: { output: { banner: olderBrowsers } } },
    build: {
      write: false,
      target: `chrome${oldestChromium}`,
      assetsInlineLimit: () => true,
      cssCodeSplit: false,
      modulePreload: false,
      chunkSizeWarningLimit: 20_000,
      rolldownOptions: { input: join(root, 'src', 'main.tsx'), output: { codeSplitting: false, banner: olderBrowsers } },
    },
  })
  const script = output.find(({ type }) => type === 'chunk')
  const styles = output.filter(({ fileName }) => fileName.endsWith('.css'))
  const others = output.filter((part) => part !== script && !styles.includes(part))
  if (!script || others.length > 0) throw new Error(`left outside the single file: ${others.map(({ fileName }) => fileName).join(', ')}`)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, pageOf(root, script.code, styles.map(({ source }) => String(source)).join('\n')))
  return file
}

function pageOf(root, code, css) {
  // The end of an element inside a text would end it: JavaScript, JSON and CSS each have another way to write it.
  const script = code.replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '<\\!--')
  const style = css.replace(/<\/(style)/gi, '<\\/$1')
  const licences = JSON.stringify(shippedLicences(root)).replaceAll('<', '\\u003c')
  const html = readFileSync(join(root, 'index.html'), 'utf8')
  const title = /<title>[^<]*<\/title>/.exec(html)?.[0] ?? ''
  const policy = [
    "default-src 'none'",
    `script-src '${fingerprint(script)}' 'wasm-unsafe-eval'`,
    // Workers from texts inside the page; there is no file that they could come from. The map makes its own a data address.
    'worker-src blob: data:',
    `style-src '${fingerprint(style)}'`,
    'img-src data: blob:',
    // The sample town lies in the page as data addresses. No host at all.
    'connect-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
${title}
<link rel="icon" href="data:image/svg+xml;base64,${Buffer.from(iconSvg).toString('base64')}">
<style>${style}</style>
</head>
<body>
<div id="app">${/<div id="app">([\s\S]*?)<\/div>/.exec(html)?.[1]?.trim() ?? ''}</div>
<noscript>请在浏览器中允许运行脚本，然后刷新本页。Please allow scripts and reload.</noscript>
<script type="application/json" id="licences">${licences}</script>
<script type="module">${script}</script>
</body>
</html>
`
}

const fingerprint = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`

/** The two places that name a worker's file name its text instead. */
function workersInside() {
  return {
    name: 'yikequan-workers-inside',
    enforce: 'pre',
    transform(code, id) {
      if (id.endsWith('/src/main.tsx'))
        return replaced(code, "new Worker(new URL('./exports/worker.ts', import.meta.url), { type: 'module' })", 'new ComputeWorker()').replace(/^/, "import ComputeWorker from './exports/worker.ts?worker&inline'\n")
      if (id.endsWith('/src/map/maplibre.ts'))
        return replaced(replaced(code, 'maplibre-gl-worker.mjs?worker&url', 'maplibre-gl-worker.mjs?raw'), 'setWorkerUrl(workerUrl)', "setWorkerUrl(URL.createObjectURL(new Blob([workerUrl], { type: 'text/javascript' })))")
      return null
    },
  }
}

function replaced(code, what, by) {
  if (!code.includes(what)) throw new Error(`build-single: no longer there: ${what}`)
  return code.replace(what, by)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const root = dirname(dirname(fileURLToPath(import.meta.url)))
  process.env.NODE_ENV = 'production'
  console.log(await buildSingle(root, process.argv[2]))
}

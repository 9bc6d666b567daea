/** At the end of a build: icons, manifest, the licences of what is shipped, and the service worker with the list of all files. */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { iconPng, iconSvg } from './icon.mjs'
import { shippedLicences } from './packages.mjs'

export const manifest = {
  name: '一刻圈',
  short_name: '一刻圈',
  lang: 'zh-CN',
  start_url: './',
  scope: './',
  display: 'standalone',
  background_color: '#ffffff',
  theme_color: '#0b6e6e',
  icons: [
    { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
    { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
    { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
  ],
}

/** A Vite plugin. The public page in embed/ is kept with the rest: it can be published without a network too. */
export function offline(root) {
  return {
    name: 'yikequan-offline',
    apply: 'build',
    enforce: 'post',
    generateBundle() {
      const put = (fileName, source) => this.emitFile({ type: 'asset', fileName, source })
      put('icon.svg', iconSvg)
      put('icon-192.png', iconPng(192))
      put('icon-512.png', iconPng(512))
      put('manifest.webmanifest', `${JSON.stringify(manifest, null, 1)}\n`)
      put('licences.json', JSON.stringify(shippedLicences(root)))
    },
    // After everything is written: pages are put into the bundle last.
    writeBundle: {
      order: 'post',
      handler(options, bundle) {
        const files = Object.keys(bundle)
          .filter((name) => !name.endsWith('.map'))
          .sort()
        const fingerprint = createHash('sha256')
        for (const name of files) fingerprint.update(name).update(readFileSync(join(options.dir, name)))
        const source = readFileSync(join(root, 'bin', 'service-worker.js'), 'utf8')
        const made = source.replace("'__FINGERPRINT__'", JSON.stringify(fingerprint.digest('hex').slice(0, 16))).replace("'__FILES__'", JSON.stringify(files))
        writeFileSync(join(options.dir, 'service-worker.js'), made)
      },
    },
  }
}

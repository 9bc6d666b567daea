/// <reference types="vitest/config" />
import react from '@vitejs/plugin-react'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig, type Plugin } from 'vite'
import { publicPage } from './bin/build-embed.mjs'
import { offline } from './bin/offline.mjs'
import { oldestChromium, olderBrowsers } from './bin/older-browsers.mjs'
import type * as AppServer from './src/cli/app-server'

const root = import.meta.dirname

export default defineConfig({
  root,
  // Relative addresses: the built folder works under any path of any server.
  base: './',
  publicDir: false,
  plugins: [react(), hotReload(), studyInDevelopment(), publicPage(root), offline(root)],
  worker: { format: 'es', rolldownOptions: { output: { banner: olderBrowsers } } },
  build: {
    outDir: 'dist/app',
    emptyOutDir: true,
    // Offices still run browsers of this age; the map's worker is lowered too.
    target: `chrome${oldestChromium}`,
    // No data: addresses for scripts or fonts under our policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The map library alone is one megabyte, and so is the rest of the page.
    chunkSizeWarningLimit: 1300,
    rolldownOptions: { input: ['index.html'], output: { banner: olderBrowsers } },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/browser/**'],
          environment: 'node',
          // Every core: left alone, a machine of two runs one file after the other.
          maxWorkers: '100%',
          // Laws over many random towns take seconds on a busy machine; speed is told by the benches, not by a limit here.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['tests/browser/build-app.ts'],
          // One browser at a time, after the unit tests: software WebGL needs the whole machine.
          fileParallelism: false,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
          testTimeout: 90_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})

/** Hot reload needs inline scripts: only while developing, the pages' policy is taken out. */
function hotReload(): Plugin {
  return {
    name: 'yikequan-hot-reload',
    apply: 'serve',
    transformIndexHtml: (html) => html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/i, ''),
  }
}

/** `npm run dev` serves the first sample under /study/, as `npm start` does. */
function studyInDevelopment(): Plugin {
  return {
    name: 'yikequan-study-in-development',
    apply: 'serve',
    configureServer(server) {
      const town = sampleTown(join(root, 'data', 'samples'))
      server.middlewares.use('/study', (request, response, next) => {
        // Loaded by the server itself, with the sources' own rules for imports.
        server
          .ssrLoadModule('/src/cli/app-server.ts')
          .then((module) => (module as typeof AppServer).studyListener(town)(request, response))
          .catch(next)
      })
    },
  }
}

function sampleTown(samples: string): string | null {
  if (!existsSync(samples)) return null
  const towns = readdirSync(samples)
    .sort()
    .map((name) => join(samples, name))
  return towns.find((town) => existsSync(join(town, 'study.json'))) ?? null
}

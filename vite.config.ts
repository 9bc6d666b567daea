/// <reference types="vitest/config" />
import react from '@vitejs/plugin-react'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig, type Plugin } from 'vite'
import { studyListener } from './src/cli/app-server'
import { contentSecurityInPage } from './src/cli/content-security'

const root = import.meta.dirname
const pages = ['index.html', 'embed.html'].filter((page) => existsSync(join(root, page)))

export default defineConfig({
  root,
  // Relative addresses: the built folder works under any path of any server.
  base: './',
  publicDir: false,
  plugins: [react(), policyInPage(), studyInDevelopment()],
  worker: { format: 'es' },
  build: {
    outDir: 'dist/app',
    emptyOutDir: true,
    // Offices still run browsers of this age; the map's worker is lowered too.
    target: 'chrome87',
    // No data: addresses for scripts or fonts under our policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The map library alone is one megabyte.
    chunkSizeWarningLimit: 1600,
    rolldownOptions: { input: pages },
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

/** The policy as <meta> in built pages, for servers that send no header. Not while developing: hot reload needs inline scripts. */
function policyInPage(): Plugin {
  return {
    name: 'yikequan-policy-in-page',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityInPage() },
        injectTo: 'head-prepend',
      },
    ],
  }
}

/** `npm run dev` serves the first sample under /study/, as `npm start` does. */
function studyInDevelopment(): Plugin {
  return {
    name: 'yikequan-study-in-development',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use('/study', studyListener(sampleTown(join(root, 'data', 'samples'))))
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

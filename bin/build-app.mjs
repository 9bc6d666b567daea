/** Builds the app into dist/app when a source is newer than it. */
import { spawnSync } from 'node:child_process'
import { utimesSync } from 'node:fs'
import { join } from 'node:path'
import { isStale } from './stale.mjs'

const SOURCES = ['src', 'data/policies', 'data/samples', 'index.html', 'embed.html', 'vite.config.ts', 'package.json', 'bin/offline.mjs', 'bin/build-embed.mjs', 'bin/icon.mjs', 'bin/packages.mjs', 'bin/service-worker.js']

export function buildAppIfStale(root) {
  const page = join(root, 'dist', 'app', 'index.html')
  if (
    !isStale(
      page,
      SOURCES.map((path) => join(root, path)),
    )
  )
    return
  const startedAt = new Date()
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  // A process of its own: a test runner's NODE_ENV would otherwise build React's development version.
  const env = { ...process.env, NODE_ENV: 'production' }
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    env,
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error('the app could not be built')
  // The time of the beginning: a source saved while we were building makes the result stale.
  utimesSync(page, startedAt, startedAt)
}

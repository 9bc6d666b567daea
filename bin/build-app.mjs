/** Builds the app into dist/app when a source is newer than it. */
import { utimesSync } from 'node:fs'
import { join } from 'node:path'
import { isStale } from './stale.mjs'

const SOURCES = ['src', 'data/policies', 'data/samples', 'index.html', 'embed.html', 'vite.config.ts', 'package.json']

export async function buildAppIfStale(root) {
  const page = join(root, 'dist', 'app', 'index.html')
  if (
    !isStale(
      page,
      SOURCES.map((path) => join(root, path)),
    )
  )
    return
  const startedAt = new Date()
  const { build } = await import('vite')
  await build({ root, mode: 'production', logLevel: 'warn' })
  // The time of the beginning: a source saved while we were building makes the result stale.
  utimesSync(page, startedAt, startedAt)
}

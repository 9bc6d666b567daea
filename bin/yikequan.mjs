#!/usr/bin/env node
/** The command line: bundles src/cli.ts when a source is newer than the bundle, then runs it. */
import { realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { isStale } from './stale.mjs'

const root = dirname(dirname(realpathSync(fileURLToPath(import.meta.url))))
const bundle = join(root, 'dist', 'cli', 'cli.mjs')

export async function run(argv) {
  if (
    isStale(
      bundle,
      ['src', 'data/policies', 'package.json'].map((path) => join(root, path)),
    )
  ) {
    const { buildCli } = await import('./build-cli.mjs')
    await buildCli(root, bundle)
  }
  // Only `publish` needs the public page.
  if (argv[0] === 'publish' && isStale(join(root, 'dist', 'embed', 'preview.html'), ['src', 'embed.html', 'bin/build-embed.mjs', 'package.json'].map((path) => join(root, path)))) {
    const { buildEmbed } = await import('./build-embed.mjs')
    await buildEmbed(root, join(root, 'dist'))
  }
  const { main } = await import(pathToFileURL(bundle).href)
  return main(argv)
}

if (process.argv[1] && realpathSync(process.argv[1]) === realpathSync(fileURLToPath(import.meta.url))) {
  // exitCode, not exit(): a pipe that is still being written is let finish.
  process.exitCode = await run(process.argv.slice(2))
}

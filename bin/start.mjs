/** `npm start`: builds the app when a source is newer than it, then serves it on the sample town. */
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildAppIfStale } from './build-app.mjs'
import { run } from './yikequan.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

buildAppIfStale(root)
const town = sampleTown(join(root, 'data', 'samples'))
process.exitCode = await run(['serve', ...(town ? [town] : []), '--open', ...process.argv.slice(2)])

/** The first study folder among the samples, or null when there is none yet. */
function sampleTown(samples) {
  if (!existsSync(samples)) return null
  const towns = readdirSync(samples)
    .sort()
    .map((name) => join(samples, name))
  return towns.find((town) => existsSync(join(town, 'study.json'))) ?? null
}

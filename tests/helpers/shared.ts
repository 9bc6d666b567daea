/** The real data that may lie beside the repository, for tests that use it when it is there and say so when it is not. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

export const repository = join(import.meta.dirname, '..', '..')

/** A path under ../shared, there or not. */
export const shared = (...parts: readonly string[]): string => join(repository, '..', 'shared', ...parts)

/** For `test.skipIf(lacks('data', 'taipei'))`. */
export const lacks = (...parts: readonly string[]): boolean => !existsSync(shared(...parts))

/** The title of a test that needs it: `title('every row of Taipei is used', 'data', 'taipei')`. */
export const title = (sentence: string, ...parts: readonly string[]): string =>
  lacks(...parts) ? `${sentence} (needs ../shared/${parts.join('/')}: skipped)` : sentence

/** The study folder that `npm start` opens: the first of data/samples with a study.json, or null. */
export function sampleTown(): string | null {
  const samples = join(repository, 'data', 'samples')
  if (!existsSync(samples)) return null
  const towns = readdirSync(samples)
    .sort()
    .map((name) => join(samples, name))
  return towns.find((town) => existsSync(join(town, 'study.json'))) ?? null
}

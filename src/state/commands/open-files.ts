/** Files that were dropped or picked: policy packs are loaded as such, everything else goes to the import screen. */
import { failWith, failureOf, type App } from '../app'
import type { FileSource } from '../file-source'
import { importFiles } from './import-files'
import { loadPack } from './load-pack'

export async function openFiles(app: App, sources: readonly FileSource[]): Promise<void> {
  const packs: FileSource[] = []
  const others: FileSource[] = []
  try {
    for (const source of sources) (await isPack(source) ? packs : others).push(source)
  } catch (error) {
    return failWith(app, { code: 'files-unreadable', detail: failureOf(error).detail ?? '' })
  }
  for (const source of packs) await loadPack(app, source)
  if (others.length > 0) await importFiles(app, others)
}

/** A JSON text that speaks of clauses; also one that is broken somewhere, so that the place of the mistake can be said. */
async function isPack({ name, read }: FileSource): Promise<boolean> {
  if (!/\.json$/i.test(name) || /^study\.json$/i.test(name)) return false
  const text = new TextDecoder().decode(await read())
  return /^\s*\ufeff?\{/.test(text) && /"clauses"\s*:/.test(text) && !/"FeatureCollection"/.test(text)
}

/** Is a built file older than what it was built from? */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** True when `built` is absent or any file or folder of `sources` changed after it. A folder's own time catches deletions. */
export function isStale(built, sources) {
  const builtAt = timeOf(built)
  return builtAt === null || sources.some((source) => newerThan(source, builtAt))
}

function newerThan(path, time) {
  const at = timeOf(path)
  if (at === null) return false
  if (at > time) return true
  let entries
  try {
    entries = readdirSync(path, { withFileTypes: true })
  } catch {
    return false // a file, not a folder
  }
  return entries.some((entry) =>
    entry.isDirectory() ? newerThan(join(path, entry.name), time) : (timeOf(join(path, entry.name)) ?? 0) > time,
  )
}

function timeOf(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null
}

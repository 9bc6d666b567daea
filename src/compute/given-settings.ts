/** What the user says on the import screen beside or instead of study.json: name, data date, columns mapped by hand. */
import type { SourceFile } from '../sources/raw-table'

export type GivenSettings = {
  readonly name?: string
  /** YYYY-MM-DD */
  readonly asOf?: string
  /** file -> header -> column key; '' means: not used. */
  readonly columns?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** file -> coordinate system; '' means: as the file says itself, else as its numbers look. */
  readonly crs?: Readonly<Record<string, string>>
}

const settingsName = 'study.json'

/** Nothing says the data date yet: no study can be made, but its tables can be read as the user said. */
export function lacksDate(files: readonly SourceFile[], given: GivenSettings): boolean {
  const present = files.find((file) => file.name === settingsName)
  const settings = present ? recordOf(present.bytes) : {}
  return settings !== null && !('asOf' in settings) && !given.asOf
}

/**
 * The files with a study.json that says what the user said. A study.json that cannot be read is left alone, so that its
 * own problem is shown; without one and without a data date none is made, and reading says that it is missing.
 */
export function withSettings(files: readonly SourceFile[], given: GivenSettings): readonly SourceFile[] {
  const present = files.find((file) => file.name === settingsName)
  const settings = present ? recordOf(present.bytes) : { version: 1 }
  if (settings === null) return files
  const made = {
    ...settings,
    ...(given.name ? { name: given.name } : {}),
    ...(given.asOf ? { asOf: given.asOf } : {}),
    columns: merged(settings.columns, given.columns),
    crs: Object.fromEntries(Object.entries({ ...plain(settings.crs), ...given.crs }).filter(([, crs]) => crs !== '')),
  }
  if (!('asOf' in made)) return files
  if (present && Object.keys(given).length === 0) return files
  const bytes = new TextEncoder().encode(JSON.stringify(made, null, 1))
  return [...files.filter((file) => file !== present), { name: settingsName, bytes }]
}

/** Name and data date as written in study.json; null without one that can be read. */
export function statedSettings(files: readonly SourceFile[]): { name: string; asOf: string | null } | null {
  const present = files.find((file) => file.name === settingsName)
  const settings = present ? recordOf(present.bytes) : null
  if (settings === null) return null
  return { name: typeof settings.name === 'string' ? settings.name : '', asOf: typeof settings.asOf === 'string' ? settings.asOf : null }
}

function recordOf(bytes: Uint8Array): Readonly<Record<string, unknown>> | null {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return isRecord(parsed) ? parsed : null
  } catch {
    return null
  }
}

function merged(stated: unknown, given: GivenSettings['columns']): Record<string, unknown> {
  const all: Record<string, unknown> = { ...plain(stated) }
  for (const [file, columns] of Object.entries(given ?? {})) all[file] = { ...plain(all[file]), ...columns }
  return all
}

const plain = (value: unknown): Readonly<Record<string, unknown>> => (isRecord(value) ? value : {})
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

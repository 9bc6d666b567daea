/** A study folder or its zip on disk -> Study; says on stderr what was found wrong. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { RoadsSource } from '../model/build-streets'
import { readStudy } from '../model/read-study'
import type { Study } from '../model/study'
import type { Pack } from '../policy/clause'
import { problem, type Problem } from '../problem'
import { readBook, studyWithBook } from '../rectify/book'
import { readScenarios } from '../scenario/read-scenarios'
import type { Scenario } from '../scenario/scenario'
import { isArchive, unpackArchive } from '../sources/archive'
import { decodeText } from '../sources/encoding'
import type { SourceFile } from '../sources/raw-table'

/** study: the base with the office's record, before any plan; roads: its street files, of which the network is built when a walk is asked for. */
export type OpenedStudy = { readonly study: Study | null; readonly roads: RoadsSource; readonly scenarios: readonly Scenario[]; /** Own packs that the study carries. */ readonly packs: readonly Pack[]; readonly problems: readonly Problem[] }

/** File -> header -> column key, as in study.json: what the user says on the command line beside it. */
type Columns = Readonly<Record<string, Readonly<Record<string, string>>>>

/** Never throws for what a user may point at: a missing folder, an empty one, a broken zip. */
export async function openStudy(path: string, columns: Columns = {}): Promise<OpenedStudy> {
  const { files: found, problems } = filesOf(path)
  const files = found && withColumns(found, columns)
  if (files === null) return { study: null, roads: { osm: [], tables: [] }, scenarios: [], packs: [], problems }
  const read = await readStudy(files)
  const plans = readScenarios(read.settings?.scenarios ?? [])
  const { book, problems: ofBook } = readBook(read.settings?.other.rectification)
  const carried = read.settings?.other.packs
  // The checker of packs is loaded only where a pack has to be checked.
  const { packs, problems: ofPacks } = carried === undefined ? { packs: [], problems: [] } : (await import('../policy/read-packs')).readPacks(carried)
  const recorded = read.study && studyWithBook(read.study, book)
  return { study: recorded?.study ?? null, roads: read.roads, scenarios: plans.scenarios, packs, problems: [...problems, ...(read.study?.problems ?? read.problems), ...ofPacks, ...plans.problems, ...ofBook, ...(recorded?.problems ?? [])] }
}

/** A study.json that cannot be read is left as it is: the reader says what is wrong with it. */
function withColumns(files: readonly SourceFile[], columns: Columns): readonly SourceFile[] {
  if (Object.keys(columns).length === 0) return files
  return files.map((file) => {
    if (file.name !== 'study.json') return file
    try {
      const settings = JSON.parse((decodeText(file.bytes)?.text ?? '').replace(/^\ufeff/, '')) as { readonly columns?: Columns }
      const merged = { ...settings.columns }
      for (const [name, headers] of Object.entries(columns)) merged[name] = { ...merged[name], ...headers }
      return { ...file, bytes: new TextEncoder().encode(JSON.stringify({ ...settings, columns: merged })) }
    } catch {
      return file
    }
  })
}

function filesOf(path: string): { files: SourceFile[] | null; problems: Problem[] } {
  const kind = statSync(path, { throwIfNoEntry: false })
  if (!kind) return { files: null, problems: [problem('file-missing', 'error', {}, path)] }
  return kind.isDirectory() ? filesOfFolder(path) : filesOfArchive(path)
}

/** Files in folders within are no ledgers of the study, on disk as in an archive. */
function filesOfFolder(path: string): { files: SourceFile[]; problems: Problem[] } {
  const problems: Problem[] = []
  const files: SourceFile[] = []
  for (const name of readdirSync(path).sort()) {
    if (name.startsWith('.')) continue
    try {
      const at = join(path, name)
      if (statSync(at).isFile()) files.push({ name, bytes: new Uint8Array(readFileSync(at)) })
    } catch {
      problems.push(problem('file-unreadable', 'error', { file: name }, name))
    }
  }
  return { files, problems }
}

function filesOfArchive(path: string): { files: SourceFile[] | null; problems: Problem[] } {
  const name = basename(path)
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(readFileSync(path))
  } catch {
    return { files: null, problems: [problem('file-unreadable', 'error', { file: name }, path)] }
  }
  if (bytes.length === 0) return { files: null, problems: [problem('file-empty', 'error', { file: name })] }
  if (!isArchive(bytes)) return { files: null, problems: [problem('study-not-packed', 'error', { file: name })] }
  const { entries, problems } = unpackArchive({ name, bytes })
  // Of an archive that could not be opened the reason is said already.
  if (entries.length === 0 && problems.length > 0) return { files: null, problems: [...problems] }
  return { files: entries.filter((entry) => !entry.name.includes('/')), problems: [...problems] }
}

/** Files -> Study: the one road from bytes to records, the same for the app and the command line. */
import { problem, type Problem } from '../problem'
import { isOsmName } from '../sources/osm'
import { readSource } from '../sources/read'
import type { RawTable, SourceFile } from '../sources/raw-table'
import { isPartOfShapefile } from '../sources/shapefile'
import { readLedger } from '../tables/read-ledger'
import type { LedgerTable } from '../tables/ledger'
import type { RoadsSource } from './build-streets'
import { buildStudy } from './build-study'
import { sha256Hex } from './digest'
import { keptStreetsName, roadsKey } from './kept-streets'
import { order } from './ledger-rows'
import { readSettings, type StudySettings } from './settings'
import type { InputFile, Study } from './study'

export type StudyRead = { readonly study: Study | null; readonly settings: StudySettings | null; readonly tables: readonly LedgerTable[]; readonly roads: RoadsSource; readonly problems: readonly Problem[] }

export type Progress = (done: number, of: number, file: string) => void

/** Files beside a study's ledgers that are no input: notes, pictures, scripts, and what office programs and systems leave lying ('~$' locks). */
const notAnInput = /(?:\.(?:md|pdf|docx?|wps|pptx?|png|jpe?g|svg|mjs|js|html?|tmp|bak|lnk|ini|db)|^readme.*|^(?:\.|~\$).*)$/i

/**
 * Reads every ledger of the study. `given` stands for a missing study.json (a drop of loose files in the app).
 * Never throws for a bad file: a broken one is named and the rest is read; study is null only without usable settings or any ledger.
 */
export async function readStudy(files: readonly SourceFile[], given?: StudySettings, onProgress?: Progress): Promise<StudyRead> {
  const problems: Problem[] = []
  const settingsFile = files.find((file) => file.name === 'study.json')
  const read = settingsFile ? readSettings(settingsFile.bytes) : { settings: null, problems: [] }
  problems.push(...read.problems)
  const settings = read.settings ?? (settingsFile ? null : (given ?? null))
  if (files.length === 0) return { study: null, settings, tables: [], roads: { osm: [], tables: [] }, problems: [problem('study-empty', 'error', {})] }
  if (!settingsFile && !given) problems.push(problem('study-missing', 'error', {}, 'study.json'))
  const tables: LedgerTable[] = []
  const osm: SourceFile[] = []
  const inputs: InputFile[] = settingsFile ? [inputOf(settingsFile, [])] : []
  const kept = files.find(({ name }) => name === keptStreetsName)
  const ledgers = files.filter((file) => file !== settingsFile && file !== kept && !notAnInput.test(file.name)).sort((a, b) => order(a.name, b.name))
  const names = ledgers.map(({ name }) => name)
  for (const [index, file] of ledgers.entries()) {
    onProgress?.(index, ledgers.length, file.name)
    // A street file is read when somebody walks, not before.
    if (isOsmName(file.name)) {
      osm.push(file)
      inputs.push(inputOf(file, []))
      continue
    }
    if (isPartOfShapefile(file.name, names)) {
      inputs.push(inputOf(file, []))
      continue
    }
    const source = await readSource(file, ledgers)
    // JSON that is no map is no ledger: a saved result, a note of another program.
    if (/\.json$/i.test(file.name) && source.problems.some(({ code }) => code === 'file-unknown-format')) {
      problems.push(problem('file-not-used', 'info', { file: file.name }, file.name))
      continue
    }
    problems.push(...source.problems)
    const made = source.tables.map((raw) => readLedger(raw, hintsFor(raw, settings)))
    tables.push(...made)
    inputs.push(inputOf(file, made))
  }
  onProgress?.(ledgers.length, ledgers.length, '')
  // Roads alone are no study; a ledger without rows is a heading.
  const usable = tables.some(({ ledger, rows }) => ledger !== null && ledger !== 'roads' && rows.length > 0)
  const drawn = tables.filter(({ ledger }) => ledger === 'roads')
  const roads = { osm, tables: drawn, key: roadsKey(osm, drawn, inputs), ...(kept ? { kept } : {}) }
  if (settings && usable) return { study: buildStudy(settings, tables, inputs, problems), settings, tables, roads, problems }
  const empty = usable ? [] : [problem('study-empty', 'error', {})]
  return { study: null, settings, tables, roads, problems: [...problems, ...tables.flatMap((table) => table.problems), ...empty] }
}

function hintsFor(raw: RawTable, settings: StudySettings | null): { crs?: string; columns?: Readonly<Record<string, string>> } {
  const crs = settings?.crs[raw.file]
  const columns = settings?.columns[raw.file]
  return { ...(crs === undefined ? {} : { crs }), ...(columns === undefined ? {} : { columns }) }
}

function inputOf(file: SourceFile, tables: readonly LedgerTable[]): InputFile {
  return {
    file: file.name,
    sha256: sha256Hex(file.bytes),
    bytes: file.bytes.length,
    rows: tables.reduce((sum, table) => sum + table.counts.in, 0),
    encoding: tables[0]?.encoding ?? null,
    crs: tables.find((table) => table.crs !== null)?.crs ?? null,
  }
}

/** The study as one file: its ledgers as they came, and a study.json that says how it is read and what the plans do. */
import { strToU8, zipSync, type Zippable } from 'fflate'
import { gatherFiles } from '../compute/gather-files'
import { withSettings, type GivenSettings } from '../compute/given-settings'
import { keptStreetsName } from '../model/kept-streets'
import type { Options } from '../model/study'
import { order } from '../model/ledger-rows'
import type { SourceFile } from '../sources/raw-table'
import { packId, readPacks, writePacks } from '../policy/read-packs'
import { jsonWithLines } from '../sources/json-lines'
import { decodeText } from '../sources/encoding'
import { writeScenarios } from '../scenario/read-scenarios'
import type { Plans } from './kept-plans'

export type StudyWork = Pick<Plans, 'plans' | 'unread'> & {
  readonly name: string
  readonly asOf: string
  readonly policies: readonly string[]
  readonly options: Options
  /** The office's record of rectification; absent: none. */
  readonly rectification?: unknown
  /** The user's own packs at hand: those go along that the study is judged by, or that its file brought. */
  readonly packs?: readonly unknown[]
}

/** The same bytes for the same study: entries by name, no time of packing. streets: the walk network as made now, in the place of one that was kept before. */
export function packStudy(files: readonly SourceFile[], without: readonly string[], given: GivenSettings, work: StudyWork, streets: SourceFile | null = null): Uint8Array {
  const all = withSettings(gatherFiles(files, without).files, { ...given, name: work.name, asOf: work.asOf })
  const before = settingsIn(all)
  // Every key keeps its place in the file; one that is undefined is left out.
  const settings = { version: 1, ...before, policies: work.policies, packs: packsToWrite(before.packs, work), options: work.options, scenarios: writeScenarios(work.plans, work.unread), ...(work.rectification === undefined ? {} : { rectification: work.rectification }) }
  const entries = [...all.filter(({ name }) => name !== settingsName && name !== keptStreetsName), ...(streets ? [streets] : []), { name: settingsName, bytes: strToU8(`${JSON.stringify(settings, null, 1)}\n`) }]
  const zip: Zippable = {}
  for (const { name, bytes } of entries.sort((a, b) => order(a.name, b.name))) zip[name] = [bytes, { mtime: noTime, ...(name === keptStreetsName ? { level: 1 } : {}) }]
  return zipSync(zip)
}

/** What of the file could not be read stays in it. */
function packsToWrite(written: unknown, { packs: atHand = [], policies }: StudyWork): readonly unknown[] | undefined {
  const { packs: brought, unread } = readPacks(written)
  const goesAlong = (pack: unknown): boolean => policies.some((id) => id === packId(pack)) || brought.some(({ id }) => id === packId(pack))
  return writePacks(atHand.filter(goesAlong), unread)
}

function settingsIn(files: readonly SourceFile[]): Readonly<Record<string, unknown>> {
  const file = files.find(({ name }) => name === settingsName)
  const text = file && decodeText(file.bytes)?.text.replace(/^\ufeff/, '')
  const json = text === undefined ? { error: '' } : jsonWithLines(text)
  return 'value' in json && typeof json.value === 'object' && json.value !== null ? (json.value as Readonly<Record<string, unknown>>) : {}
}

const settingsName = 'study.json'
/** A zip has no year before 1980. */
const noTime = '1980-01-01T00:00:00'

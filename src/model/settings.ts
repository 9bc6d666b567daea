/** study.json: the settings of a study, read forgivingly; what cannot be used is said with its key. */
import { problem, type Place, type Problem } from '../problem'
import { decodeText } from '../sources/encoding'
import { jsonWithLines } from '../sources/json-lines'
import type { Options, OptionValue } from './study'

export type StudySettings = {
  readonly name: string
  /** YYYY-MM-DD */
  readonly asOf: string
  readonly policies: readonly string[]
  readonly options: Options
  /** file name -> coordinate system, as written */
  readonly crs: Readonly<Record<string, string>>
  /** file name -> header -> column key */
  readonly columns: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly scenarios: readonly unknown[]
  readonly version: number
  /** Keys that this version does not know; kept so that a save does not lose them. */
  readonly other: Readonly<Record<string, unknown>>
}

/** Of study.json, as this program reads and writes it; steps forward from earlier ones are in saved/migrations. */
export const settingsVersion = 1

const file = 'study.json'
const knownKeys = ['name', 'asOf', 'policies', 'options', 'crs', 'columns', 'scenarios', 'version']

/** The settings, or null with the problem that says why the study cannot be opened. A wrong entry is said and left out; the rest holds. */
export function readSettings(bytes: Uint8Array): { settings: StudySettings | null; problems: Problem[] } {
  const text = decodeText(bytes)?.text.replace(/^\ufeff/, '')
  if (text === undefined) return refused('study-unreadable', {})
  const json = jsonWithLines(text)
  if ('error' in json) return refused('study-unreadable', { row: json.line }, json.error)
  const written = json.value
  if (!isRecord(written)) return refused('study-unreadable', { row: 1 }, shown(written))
  // Guessing at what a later program meant could lose what it wrote: it is refused by its number.
  if (typeof written.version === 'number' && written.version > settingsVersion) return refused('study-newer', { row: json.lineOf(['version']), column: 'version' }, String(written.version))
  const asOf = written.asOf
  if (typeof asOf !== 'string' || !isDay(asOf)) return refused('study-asof-missing', asOf === undefined ? {} : { row: json.lineOf(['asOf']), column: 'asOf' }, asOf === undefined ? undefined : shown(asOf))
  const problems: Problem[] = []
  const wrong: Wrong = (path, value) => problems.push(problem('study-key-wrong', 'warning', { file, row: json.lineOf(path), column: path.join('.') }, shown(value)))
  const one = <T>(key: string, fits: (value: unknown) => value is T, otherwise: T): T => {
    const value = written[key]
    if (value === undefined) return otherwise
    if (fits(value)) return value
    wrong([key], value)
    return otherwise
  }
  const map = <T>(key: string, fits: (value: unknown) => value is T): Record<string, T> => entriesOf(one(key, isRecord, {}), [key], fits, wrong)
  const columns = Object.entries(map('columns', isRecord)).map(([name, headers]) => [name, entriesOf(headers, ['columns', name], isString, wrong)] as const)
  return {
    settings: {
      name: one('name', isString, ''),
      asOf,
      policies: one('policies', isList, []).filter((id, at): id is string => isString(id) || (wrong(['policies', at], id), false)),
      options: map('options', isOptionValue),
      crs: map('crs', isString),
      columns: withoutPrototype(columns),
      scenarios: one('scenarios', isList, []),
      version: one('version', isNumber, 1),
      other: withoutPrototype(Object.entries(written).filter(([key]) => !knownKeys.includes(key))),
    },
    problems,
  }
}

type Wrong = (path: readonly (string | number)[], value: unknown) => void

const refused = (code: 'study-unreadable' | 'study-asof-missing' | 'study-newer', at: Place, detail?: string) => ({ settings: null, problems: [problem(code, 'error', { file, ...at }, detail)] })

/** The entries that fit; the others are said. */
function entriesOf<T>(map: Readonly<Record<string, unknown>>, path: readonly string[], fits: (value: unknown) => value is T, wrong: Wrong): Record<string, T> {
  const fitting: [string, T][] = []
  for (const [key, value] of Object.entries(map)) {
    if (fits(value)) fitting.push([key, value])
    else wrong([...path, key], value)
  }
  return withoutPrototype(fitting)
}

/** A file may be called anything, __proto__ included: such a key is left out and the map has no prototype to fall through to. */
function withoutPrototype<T>(entries: Iterable<readonly [string, T]>): Record<string, T> {
  const map = Object.create(null) as Record<string, T>
  for (const [key, value] of entries) if (key !== '__proto__') map[key] = value
  return map
}

const shown = (value: unknown): string => JSON.stringify(value).slice(0, 80)

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)
const isString = (value: unknown): value is string => typeof value === 'string'
const isNumber = (value: unknown): value is number => typeof value === 'number'
const isOptionValue = (value: unknown): value is OptionValue => value === null || isString(value) || isNumber(value)

/** A calendar day that exists. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text
}

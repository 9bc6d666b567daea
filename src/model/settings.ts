/** study.json: the settings of a study, read forgivingly; what cannot be used is said with its key. */
import { problem, type Problem } from '../problem'
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

const file = 'study.json'
const knownKeys = ['name', 'asOf', 'policies', 'options', 'crs', 'columns', 'scenarios', 'version']

/** The settings, or null with the problem that says why the study cannot be opened. */
export function readSettings(bytes: Uint8Array): { settings: StudySettings | null; problems: Problem[] } {
  let parsed: unknown
  try {
    parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    return refused('study-unreadable', error instanceof Error ? error.message : undefined)
  }
  if (!isRecord(parsed)) return refused('study-unreadable')
  const problems: Problem[] = []
  const wrong = (key: string) => problems.push(problem('study-key-wrong', 'warning', { file, column: key }, JSON.stringify(parsed[key])?.slice(0, 80)))
  const asOf = parsed.asOf
  if (typeof asOf !== 'string' || !isDay(asOf)) return refused('study-asof-missing', typeof asOf === 'string' ? asOf : undefined)
  if (parsed.name !== undefined && typeof parsed.name !== 'string') wrong('name')
  const policies = stringsOf(parsed.policies)
  if (policies === null) wrong('policies')
  const options = mapOf(parsed.options, isOptionValue)
  if (options === null) wrong('options')
  const crs = mapOf(parsed.crs, isString)
  if (crs === null) wrong('crs')
  const columns = mapOf(parsed.columns, (value): value is Record<string, string> => mapOf(value, isString) !== null)
  if (columns === null) wrong('columns')
  const other: Record<string, unknown> = Object.create(null) as Record<string, unknown>
  for (const key of Object.keys(parsed)) if (!knownKeys.includes(key) && key !== '__proto__') other[key] = parsed[key]
  return {
    settings: {
      name: typeof parsed.name === 'string' ? parsed.name : '',
      asOf,
      policies: policies ?? [],
      options: options ?? {},
      crs: crs ?? {},
      columns: columns ?? {},
      scenarios: Array.isArray(parsed.scenarios) ? parsed.scenarios : [],
      version: typeof parsed.version === 'number' ? parsed.version : 1,
      other,
    },
    problems,
  }
}

const refused = (code: 'study-unreadable' | 'study-asof-missing', detail?: string) => ({
  settings: null,
  problems: [problem(code, 'error', { file }, detail)],
})

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isString = (value: unknown): value is string => typeof value === 'string'
const isOptionValue = (value: unknown): value is OptionValue => value === null || typeof value === 'string' || typeof value === 'number'

/** A calendar day that exists. */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text
}

function stringsOf(value: unknown): string[] | null {
  if (value === undefined) return []
  return Array.isArray(value) && value.every(isString) ? value : null
}

/** A map without a prototype, or null when the value is not one; absent is empty. */
function mapOf<T>(value: unknown, fits: (value: unknown) => value is T): Record<string, T> | null {
  const map: Record<string, T> = Object.create(null) as Record<string, T>
  if (value === undefined) return map
  if (!isRecord(value)) return null
  for (const key of Object.keys(value)) {
    const entry = value[key]
    if (key === '__proto__') continue
    if (!fits(entry)) return null
    map[key] = entry
  }
  return map
}

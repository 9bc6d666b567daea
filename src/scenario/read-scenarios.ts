/** The scenarios of study.json: read forgivingly, written back with whatever was not understood. */
import { problem, type Problem } from '../problem'
import { readEdit } from './edit'
import type { Scenario } from './scenario'
import { isRecord } from './shape'

export type ScenariosRead = {
  readonly scenarios: readonly Scenario[]
  /** Entries that are no scenarios, for writing back. */
  readonly unread: readonly unknown[]
  readonly problems: readonly Problem[]
}

const knownKeys = ['id', 'name', 'note', 'colour', 'from', 'edits', 'done', 'frozen', 'made']

/** `raw` is StudySettings.scenarios. */
export function readScenarios(raw: readonly unknown[]): ScenariosRead {
  const scenarios: Scenario[] = []
  const unread: unknown[] = []
  const problems: Problem[] = []
  raw.forEach((entry, index) => {
    const at = { file: 'study.json', column: `scenarios.${index}` }
    if (!isRecord(entry) || typeof entry.id !== 'string' || entry.id === '' || entry.id === 'base') {
      unread.push(entry)
      problems.push(problem('scenario-unreadable', 'warning', at, JSON.stringify(entry).slice(0, 80)))
    } else if (scenarios.some(({ id }) => id === entry.id)) {
      unread.push(entry)
      problems.push(problem('scenario-twice', 'warning', at, entry.id))
    } else scenarios.push(readScenario(entry, entry.id, at, problems))
  })
  return { scenarios, unread, problems }
}

/** What study.json holds under `scenarios`: reading it again gives the same scenarios. */
export const writeScenarios = (scenarios: readonly Scenario[], unread: readonly unknown[] = []): readonly unknown[] => [...scenarios.map(writeScenario), ...unread]

function readScenario(entry: Readonly<Record<string, unknown>>, id: string, at: { file: string; column: string }, problems: Problem[]): Scenario {
  const wrong = (key: string) => problems.push(problem('study-key-wrong', 'warning', { ...at, column: `${at.column}.${key}` }, JSON.stringify(entry[key])?.slice(0, 80)))
  const one = <T>(key: string, fits: (value: unknown) => value is T, otherwise: T): T => {
    const value = entry[key]
    if (value === undefined) return otherwise
    if (fits(value)) return value
    wrong(key)
    return otherwise
  }
  const raw = one('edits', Array.isArray, [] as unknown[]) as readonly unknown[]
  const edits = raw.map((each, index) => {
    const read = readEdit(each, { file: at.file, column: `${at.column}.edits.${index}` }, `${id}.${index + 1}`)
    problems.push(...read.problems)
    return read.edit
  })
  const done = one('done', isCount, edits.length)
  if (done > edits.length) wrong('done')
  // The highest number among its own edits, where an older file does not say how many were made.
  const numbered = edits.reduce((most, edit) => (edit.id.startsWith(`${id}.`) ? Math.max(most, Number(edit.id.slice(id.length + 1)) || 0) : most), 0)
  return {
    id,
    name: one('name', isString, id),
    note: one('note', isString, ''),
    colour: one('colour', isColour, null),
    from: one('from', isString, 'base'),
    edits,
    done: Math.min(done, edits.length),
    frozen: one('frozen', isBoolean, false),
    made: Math.max(one('made', isCount, numbered), numbered),
    other: Object.fromEntries(Object.entries(entry).filter(([key]) => !knownKeys.includes(key) && key !== '__proto__')),
  }
}

function writeScenario({ other, edits, ...scenario }: Scenario): Readonly<Record<string, unknown>> {
  return { ...other, ...scenario, edits: edits.map((edit) => (edit.type === 'kept' ? edit.raw : edit)) }
}

const isString = (value: unknown): value is string => typeof value === 'string'
const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean'
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
const isColour = (value: unknown): value is string | null => value === null || (isString(value) && /^(#[0-9a-fA-F]{3,8}|[a-zA-Z]{1,30})$/.test(value))

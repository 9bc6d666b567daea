/** A pack from a file: checked against the schema, refused with the line and the reason. */
import type { $ZodIssue } from 'zod/v4/core'
import { problem, type Place, type Problem } from '../problem'
import { jsonWithLines } from '../sources/json-lines'
import type { Pack } from './clause'
import { packSchema } from './pack-schema'

/** The pack, or null with one problem per mistake; `row` of a problem is the line of the file, `column` the way to the value. */
export function readPack(text: string, file: string): { pack: Pack | null; problems: Problem[] } {
  const json = jsonWithLines(text.replace(/^\ufeff/, ''))
  if ('error' in json) return { pack: null, problems: [problem('policy-unreadable', 'error', { file, row: json.line }, json.error)] }
  return checkPack(json.value, (path) => ({ file, row: json.lineOf(path), column: path.join('.') }))
}

/** The same of a value that was read already, a pack that lies in a study.json; `at` says where a part of it stands. */
export function checkPack(value: unknown, at: (path: Path) => Place): { pack: Pack | null; problems: Problem[] } {
  const checked = packSchema.safeParse(value)
  if (checked.success) return { pack: checked.data as Pack, problems: [] }
  const problems = checked.error.issues.flatMap((issue) =>
    mistakesOf(issue).map(({ path, expected }) => {
      const found = valueAt(value, path)
      return problem('policy-unreadable', 'error', at(path), `${found === undefined ? '–' : shown(found)} (${expected})`)
    }),
  )
  return { pack: null, problems: problems.sort((a, b) => (a.at.row ?? 0) - (b.at.row ?? 0)) }
}

type Path = readonly (string | number)[]
/** What should stand there, as a word of the pack's own language: a type, the choices, a pattern. */
type Mistake = { readonly path: Path; readonly expected: string }

function mistakesOf(issue: $ZodIssue): readonly Mistake[] {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? part.toString() : part))
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: [...path, key], expected: '×' }))
    case 'invalid_type':
      return [{ path, expected: issue.expected }]
    case 'invalid_value':
      return [{ path, expected: issue.values.map(String).join(' | ') }]
    case 'too_small':
      return [{ path, expected: `${issue.inclusive ? '≥' : '>'} ${issue.minimum}` }]
    case 'invalid_format':
      return [{ path, expected: issue.format === 'date' ? 'YYYY-MM-DD' : (issue.pattern ?? issue.format) }]
    case 'custom':
      return [{ path, expected: String(issue.params?.expected ?? issue.message) }]
    case 'invalid_union':
      return [{ path, expected: 'string | number | null' }]
    default:
      return [{ path, expected: issue.message }]
  }
}

function valueAt(value: unknown, path: Path): unknown {
  let at = value
  for (const part of path) at = typeof at === 'object' && at !== null && Object.hasOwn(at, part) ? (at as Readonly<Record<string | number, unknown>>)[part] : undefined
  return at
}

const shown = (value: unknown): string => {
  const text = JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

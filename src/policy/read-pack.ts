/** A pack from a file: checked against the schema, refused with the line and the reason. */
import { problem, type Problem } from '../problem'
import type { Pack } from './clause'
import { jsonWithLines } from './json-lines'
import { packSchema } from './pack-schema'

/** The pack, or null with one problem per mistake; `row` of a problem is the line of the file. */
export function readPack(text: string, file: string): { pack: Pack | null; problems: Problem[] } {
  const json = jsonWithLines(text.replace(/^\ufeff/, ''))
  if ('error' in json) return { pack: null, problems: [problem('policy-unreadable', 'error', { file, row: json.line }, json.error)] }
  const checked = packSchema.safeParse(json.value)
  if (checked.success) return { pack: checked.data as Pack, problems: [] }
  const problems = checked.error.issues.map((issue) => {
    const path = issue.path.map((part) => (typeof part === 'symbol' ? part.toString() : part))
    return problem('policy-unreadable', 'error', { file, row: json.lineOf(path), column: path.join('.') }, issue.message)
  })
  return { pack: null, problems }
}

/** `inspect <file>`: what the file is and how each column and row was understood; changes nothing. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { jsonText } from '../exports/result-json'
import { problem } from '../problem'
import type { SourceFile } from '../sources/raw-table'
import { isPartOfShapefile } from '../sources/shapefile'
import { readArguments, sayWrongArgument } from './arguments'
import { exitCodes } from './command'
import { inspect, inspectText } from './inspect'
import { refuse, sayProblems, writeOut } from './output'

export async function inspectCommand(args: readonly string[]): Promise<number> {
  const read = readArguments(args, { needed: ['file'], options: { rows: { kind: 'flag' }, json: { kind: 'text' } } })
  if (!read.ok) return sayWrongArgument(read.wrong, 'inspect')
  const { rows, json } = read.options
  const path = read.named[0]!
  const kind = statSync(path, { throwIfNoEntry: false })
  if (!kind) return refuse([problem('file-missing', 'error', {}, path)], json)
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(readFileSync(path))
  } catch {
    return refuse([problem('file-unreadable', 'error', { file: basename(path) }, kind.isDirectory() ? '文件夹 folder' : '')], json)
  }
  const result = await inspect({ name: basename(path), bytes }, { rows }, partsBeside(path))
  if (json !== null && !writeOut(json, jsonText(result))) return exitCodes.unusable
  // A file of which no row can be used cannot be used; what was understood of it is shown all the same.
  if (result.tables.length === 0) return refuse(result.problems, null)
  sayProblems(result.problems.filter(({ severity }) => severity === 'error'))
  if (json !== '-') process.stdout.write(`${inspectText(result, 'zh')}\n`)
  return result.tables.some(({ counts }) => counts.used > 0) ? exitCodes.done : exitCodes.unusable
}

/** What lies beside a shapefile and belongs to it; a part that cannot be read is a part that is missing. */
function partsBeside(path: string): SourceFile[] {
  const name = basename(path)
  if (!/\.shp$/i.test(name)) return []
  const folder = dirname(path)
  try {
    return readdirSync(folder).filter((other) => isPartOfShapefile(other, [name])).map((other) => ({ name: other, bytes: new Uint8Array(readFileSync(join(folder, other))) }))
  } catch {
    return []
  }
}

/** Where a command's answer goes: a file, or standard output for '-'; problems go to stderr. */
import { writeFileSync } from 'node:fs'
import { version } from '../../package.json'
import type { Problem, Severity } from '../problem'
import { cliWords, sayBoth } from '../text/cli'
import { placeText } from '../text/place'
import { problemWords } from '../text/problems'
import { fill } from '../text/say'
import { exitCodes } from './command'

/** Writes the text or the bytes; answers false (and says so) when the file cannot be written. */
export function writeOut(file: string, text: string | Uint8Array): boolean {
  if (file === '-') {
    process.stdout.write(text)
    return true
  }
  try {
    writeFileSync(file, text)
    return true
  } catch (error) {
    process.stderr.write(`${sayBoth(cliWords['not-written'], `${file}: ${error instanceof Error ? error.message : ''}`)}\n`)
    return false
  }
}

/** One line per problem: where, what, in both languages. */
export function sayProblem({ code, at, detail }: Problem): string {
  const words = problemWords[code]
  const place = placeText('zh', at)
  const say = (text: string) => fill(text, { detail: detail ?? '' }).replace(/[：:]\s*$/, '')
  return `${place ? `${place}  ` : ''}${say(words.zh)} · ${say(words.en)}`
}

/** Errors and a handful of warnings, and the number of the others; all of them stand in the result file. */
export function sayProblems(problems: readonly Problem[]): void {
  write([...linesOf(problems, 'error', 50), ...linesOf(problems, 'warning', 10)])
}

/** The input could not be used: the reasons on stderr, and as data where --json asks for it. */
export function refuse(problems: readonly Problem[], json: string | null): number {
  const errors = linesOf(problems, 'error', 20)
  write(errors.length > 0 ? errors : linesOf(problems, 'warning', 20))
  if (json !== null) writeOut(json, `${JSON.stringify({ yikequan: version, problems }, null, 1)}\n`)
  return exitCodes.unusable
}

function linesOf(problems: readonly Problem[], severity: Severity, most: number): string[] {
  const found = problems.filter((each) => each.severity === severity)
  const more = found.length - most
  return [...found.slice(0, most).map(sayProblem), ...(more > 0 ? [sayBoth(cliWords['more-problems'], String(more))] : [])]
}

function write(lines: readonly string[]): void {
  if (lines.length > 0) process.stderr.write(`${lines.join('\n')}\n`)
}

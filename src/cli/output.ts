/** Where a command's answer goes: a file, or standard output for '-'; problems go to stderr. */
import { writeFileSync } from 'node:fs'
import type { Problem } from '../problem'
import { cliWords, sayBoth } from '../text/cli'
import { placeText } from '../text/place'
import { problemWords } from '../text/problems'
import { fill } from '../text/say'
import { exitCodes } from './command'

/** Writes the text; answers false (and says so) when the file cannot be written. */
export function writeOut(file: string, text: string): boolean {
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

/** Errors in full, warnings up to a handful and then their number; the rest stands in the result file. */
export function sayProblems(problems: readonly Problem[]): void {
  const lines: string[] = []
  for (const severity of ['error', 'warning'] as const) {
    const found = problems.filter((entry) => entry.severity === severity)
    const shown = severity === 'error' ? 50 : 10
    lines.push(...found.slice(0, shown).map(sayProblem))
    if (found.length > shown) lines.push(sayBoth(cliWords['more-problems'], String(found.length - shown)))
  }
  if (lines.length > 0) process.stderr.write(`${lines.join('\n')}\n`)
}

/** The input could not be used: the reasons on stderr, and as data where --json asks for it. */
export function refuse(problems: readonly Problem[], json: string | null): number {
  const errors = problems.filter(({ severity }) => severity === 'error')
  const said = errors.length > 0 ? errors : problems
  process.stderr.write(`${said.slice(0, 20).map(sayProblem).join('\n')}\n`)
  if (json !== null) writeOut(json, `${JSON.stringify({ problems }, null, 1)}\n`)
  return exitCodes.unusable
}

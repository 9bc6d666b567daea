/** `evaluate <study>`: every clause of the packs judged, as a table on the screen and as the result file. */
import { version } from '../../package.json'
import { jsonText, resultFile } from '../exports/result-json'
import { judge } from '../indicators/judge'
import { isPolicyOption } from '../policy/options'
import { readArguments, sayWrongArgument } from './arguments'
import { exitCodes } from './command'
import { choosePacks } from './choose-packs'
import { openStudy } from './open-study'
import { refuse, sayProblems, writeOut } from './output'
import { resultTable } from './result-table'

export async function evaluate(args: readonly string[]): Promise<number> {
  const read = readArguments(args, { needed: ['study'], options: { policy: { kind: 'texts' }, option: { kind: 'pairs' }, json: { kind: 'text' } } })
  if (!read.ok) return sayWrongArgument(read.wrong, 'evaluate')
  const { policy, option: options, json } = read.options
  const unknown = Object.keys(options).find((key) => !isPolicyOption(key))
  if (unknown !== undefined) return sayWrongArgument({ code: 'option-unknown', detail: unknown }, 'evaluate')
  const opened = await openStudy(read.named[0]!)
  if (!opened.study) return refuse(opened.problems, json)
  const { study } = opened
  const chosen = choosePacks(policy, study.policies)
  if ('wrong' in chosen) return sayWrongArgument(chosen.wrong, 'evaluate')
  if (chosen.packs.length === 0) return refuse(chosen.problems, json)
  const results = judge(study, chosen.packs, options)
  const problems = [...opened.problems, ...chosen.problems]
  sayProblems(problems)
  if (json !== null && !writeOut(json, jsonText(resultFile(version, study, { ...study.options, ...options }, results, problems)))) return exitCodes.unusable
  if (json !== '-') process.stdout.write(resultTable(study, chosen.packs, results))
  return exitCodes.done
}


/** `evaluate <study>`: every clause of the packs judged, as a table on the screen and as the result file. */
import { version } from '../../package.json'
import { jsonText, resultFile } from '../exports/result-json'
import { evaluators } from '../indicators/evaluators'
import { judge } from '../indicators/judge'
import type { Options } from '../model/study'
import type { Clause, Pack } from '../policy/clause'
import { isPolicyOption } from '../policy/options'
import { choicesOf, typedOptions } from '../policy/reading'
import { problem, type Problem } from '../problem'
import { readArguments, sayWrongArgument, type WrongArgument } from './arguments'
import { exitCodes } from './command'
import { choosePacks } from './choose-packs'
import { openStudy } from './open-study'
import { refuse, sayProblems, writeOut } from './output'
import { resultTable } from './result-table'

export async function evaluate(args: readonly string[]): Promise<number> {
  const read = readArguments(args, { needed: ['study'], options: { policy: { kind: 'texts' }, option: { kind: 'pairs' }, json: { kind: 'text' } } })
  if (!read.ok) return sayWrongArgument(read.wrong, 'evaluate')
  const { policy, option, json } = read.options
  const opened = await openStudy(read.named[0]!)
  // What is wrong with the question is said first: it is wrong whatever the study holds.
  const chosen = await choosePacks(policy, opened.study?.policies ?? [])
  if ('wrong' in chosen) return sayWrongArgument(chosen.wrong, 'evaluate')
  const clauses = chosen.packs.flatMap((pack) => pack.clauses)
  const wrong = wrongOption(option, clauses)
  if (wrong) return sayWrongArgument(wrong, 'evaluate')
  if (chosen.packs.length === 0) return refuse(chosen.problems, json)
  if (!opened.study) return refuse(opened.problems, json)

  const { study } = opened
  const options = typedOptions({ ...study.options, ...option }, clauses)
  const results = judge(study, chosen.packs, options)
  const problems = [...opened.problems, ...chosen.problems, ...doubtsOf(options, option, chosen.packs)]
  sayProblems(problems)
  if (json !== null && !writeOut(json, jsonText(resultFile(version, study, options, results, problems)))) return exitCodes.unusable
  if (json !== '-') process.stdout.write(resultTable(study, chosen.packs, results))
  return exitCodes.done
}

/** An option that does not exist, or a value that it takes nowhere. */
function wrongOption(set: Readonly<Record<string, string>>, clauses: readonly Clause[]): WrongArgument | null {
  for (const [id, value] of Object.entries(set)) {
    if (!isPolicyOption(id)) return { code: 'option-unknown', detail: `--option ${id}` }
    const choices = choicesOf(id, clauses).map(String)
    if (!choices.includes(value)) return { code: 'value-not-offered', detail: `--option ${id}=${value} (${choices.join(' | ')})` }
  }
  return null
}

/** What would otherwise change nothing in silence: options that no clause offers, clauses that nothing judges. */
function doubtsOf(options: Options, asked: Readonly<Record<string, string>>, packs: readonly Pack[]): Problem[] {
  const clauses = packs.flatMap((pack) => pack.clauses)
  const offered = (id: string) => clauses.some(({ readings }) => readings.some(({ option, choices }) => option === id && choices.includes(options[id]!)))
  const unused = Object.keys(options).filter((id) => !offered(id))
  const unjudged = clauses.filter((clause) => !evaluators.some(({ id }) => id === clause.evaluator))
  return [
    ...unused.map((id) => {
      const at = Object.hasOwn(asked, id) ? {} : { file: 'study.json', column: `options.${id}` }
      return problem(isPolicyOption(id) ? 'option-value-not-offered' : 'option-unknown', 'warning', at, `${id}=${String(options[id])}`)
    }),
    ...unjudged.map(({ id, evaluator }) => problem('evaluator-missing', 'warning', {}, `${id} ${evaluator}`)),
  ]
}

/** `compare <study> --from … --to …`: what one plan changes against another, clause by clause. */
import { version } from '../../package.json'
import { jsonText } from '../exports/result-json'
import { differenceOf } from '../indicators/difference/difference'
import { judge } from '../indicators/judge'
import { asksWalk, typedOptions } from '../policy/reading'
import type { Scenario } from '../scenario/scenario'
import { studyUnder } from '../scenario/study-under'
import { differenceWords } from '../text/cli'
import { readArguments, sayWrongArgument } from './arguments'
import { choosePacks } from './choose-packs'
import { chooseScenario, problemsOfScenario } from './choose-scenario'
import { plain } from './columns'
import { exitCodes } from './command'
import { differenceTable } from './difference-table'
import { openStreets } from './open-streets'
import { openStudy } from './open-study'
import { doubtsOf, wrongOption } from './options-asked'
import { refuse, sayProblems, writeOut } from './output'
import { nameWidth } from './result-table'

export async function compare(args: readonly string[]): Promise<number> {
  const read = readArguments(args, { needed: ['study'], options: { from: { kind: 'text' }, to: { kind: 'text' }, policy: { kind: 'texts' }, option: { kind: 'pairs' }, json: { kind: 'text' } } })
  if (!read.ok) return sayWrongArgument(read.wrong, 'compare')
  const { from: askedFrom, to: askedTo, policy, option, json } = read.options
  if (askedFrom === null || askedTo === null) return sayWrongArgument({ code: 'argument-missing', detail: askedFrom === null ? '--from' : '--to' }, 'compare')
  const opened = await openStudy(read.named[0]!)
  const chosen = await choosePacks(policy, opened.study?.policies ?? [], opened.packs)
  if ('wrong' in chosen) return sayWrongArgument(chosen.wrong, 'compare')
  const clauses = chosen.packs.flatMap((pack) => pack.clauses)
  const wrong = wrongOption(option, clauses)
  if (wrong) return sayWrongArgument(wrong, 'compare')
  if (chosen.packs.length === 0) return refuse(chosen.problems, json)
  if (!opened.study) return refuse(opened.problems, json)
  const from = chooseScenario(opened.scenarios, askedFrom, '--from')
  if ('wrong' in from) return sayWrongArgument(from.wrong, 'compare')
  const to = chooseScenario(opened.scenarios, askedTo, '--to')
  if ('wrong' in to) return sayWrongArgument(to.wrong, 'compare')

  const options = typedOptions({ ...opened.study.options, ...option }, clauses)
  const { study: base, problems: ofStreets } = asksWalk(options, clauses) ? await openStreets(opened.study, opened.roads, options) : { study: opened.study, problems: [] }
  const [studyFrom, studyTo] = [studyUnder(base, from.scenario), studyUnder(base, to.scenario)]
  const resultsFrom = judge(studyFrom, chosen.packs, options)
  const resultsTo = studyFrom === studyTo ? resultsFrom : judge(studyTo, chosen.packs, options)
  const difference = differenceOf(resultsFrom, studyFrom, resultsTo, studyTo)
  const ofPlans = [from.scenario, to.scenario].filter((plan, index, both) => both.indexOf(plan) === index).flatMap((plan) => problemsOfScenario(base, plan))
  const problems = [...opened.problems, ...ofStreets, ...ofPlans, ...chosen.problems, ...doubtsOf(options, option, chosen.packs)]
  sayProblems(problems)
  const whole = { yikequan: version, study: base.name, asOf: base.asOf, from: nameOf(from.scenario), to: nameOf(to.scenario), options, ...difference, problems }
  if (json !== null && !writeOut(json, jsonText(whole))) return exitCodes.unusable
  if (json !== '-') process.stdout.write(`${plain(`${base.name}  ${titleOf(from.scenario)} → ${titleOf(to.scenario)}`, 2 * nameWidth)}\n${differenceTable(chosen.packs, difference, resultsFrom, resultsTo)}`)
  return exitCodes.done
}

const nameOf = (plan: Scenario | null): { readonly id: string; readonly name: string } | null => plan && { id: plan.id, name: plan.name }
const titleOf = (plan: Scenario | null): string => plan?.name ?? differenceWords.base.zh

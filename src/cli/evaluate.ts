/** `evaluate <study>`: every clause of the packs judged, as a table on the screen and as the result file. */
import { version } from '../../package.json'
import { jsonText, resultFile } from '../exports/result-json'
import { judge } from '../indicators/judge'
import { compareWalk } from '../indicators/walk-comparison'
import type { Options, Study } from '../model/study'
import type { Pack } from '../policy/clause'
import { asksWalk, typedOptions } from '../policy/reading'
import { studyUnder } from '../scenario/study-under'
import { readArguments, sayWrongArgument } from './arguments'
import { chooseScenario, problemsOfScenario } from './choose-scenario'
import { exitCodes } from './command'
import { choosePacks } from './choose-packs'
import { openStreets } from './open-streets'
import { openStudy } from './open-study'
import { doubtsOf, wrongOption } from './options-asked'
import { refuse, sayProblems, writeOut } from './output'
import { resultTable } from './result-table'

export async function evaluate(args: readonly string[]): Promise<number> {
  const read = readArguments(args, { needed: ['study'], options: { policy: { kind: 'texts' }, option: { kind: 'pairs' }, scenario: { kind: 'text' }, json: { kind: 'text' } } })
  if (!read.ok) return sayWrongArgument(read.wrong, 'evaluate')
  const { policy, option, scenario: asked, json } = read.options
  const opened = await openStudy(read.named[0]!)
  // What is wrong with the question is said first: it is wrong whatever the study holds.
  const chosen = await choosePacks(policy, opened.study?.policies ?? [])
  if ('wrong' in chosen) return sayWrongArgument(chosen.wrong, 'evaluate')
  const clauses = chosen.packs.flatMap((pack) => pack.clauses)
  const wrong = wrongOption(option, clauses)
  if (wrong) return sayWrongArgument(wrong, 'evaluate')
  if (chosen.packs.length === 0) return refuse(chosen.problems, json)
  if (!opened.study) return refuse(opened.problems, json)

  const plan = chooseScenario(opened.scenarios, asked ?? 'base', '--scenario')
  if ('wrong' in plan) return sayWrongArgument(plan.wrong, 'evaluate')
  const { scenario } = plan
  const options = typedOptions({ ...opened.study.options, ...option }, clauses)
  // Streets that cannot be walked leave the clauses about walks without data, and all others as they are.
  const { study: base, problems: ofStreets } = asksWalk(options, clauses) ? await openStreets(opened.study, opened.roads, options) : { study: opened.study, problems: [] }
  const study = studyUnder(base, scenario)
  const results = judge(study, chosen.packs, options)
  const problems = [...opened.problems, ...ofStreets, ...problemsOfScenario(base, scenario), ...chosen.problems, ...doubtsOf(options, option, chosen.packs)]
  sayProblems(problems)
  if (json !== null && !writeOut(json, jsonText({ ...resultFile(version, study, options, results, problems, chosen.packs), scenario: scenario?.name ?? null, ...(study.streets ? { walks: walksOf(study, chosen.packs, options) } : {}) }))) return exitCodes.unusable
  if (json !== '-') process.stdout.write(resultTable(scenario ? { ...study, name: `${study.name} · ${scenario.name}` } : study, chosen.packs, results))
  return exitCodes.done
}

/** Circle and walk side by side for every clause that asks for distances: both figures, the band of speeds, and where they disagree. */
const walksOf = (study: Study, packs: readonly Pack[], options: Options) =>
  packs.flatMap((pack) =>
    pack.clauses.flatMap((clause) => {
      const comparison = compareWalk(study, pack, clause, options)
      return comparison ? [{ clause: clause.id, policy: pack.id, ...comparison }] : []
    }),
  )

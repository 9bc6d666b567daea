/** `evaluate <study>`: every clause of the packs judged, as a table on the screen and as the result file. */
import { version } from '../../package.json'
import { walksOf, type PlanMade } from '../exports/basis'
import { basisFor } from '../exports/products'
import { jsonText, resultFile } from '../exports/result-json'
import { stampOf } from '../exports/stamp'
import { judge } from '../indicators/judge'
import { asksWalk, typedOptions } from '../policy/reading'
import type { Scenario } from '../scenario/scenario'
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
import { writeDrawings } from './write-drawings'
import { asksFiles, asksWalks, writeProducts } from './write-products'

export async function evaluate(args: readonly string[]): Promise<number> {
  const read = readArguments(args, { needed: ['study'], options: { policy: { kind: 'texts' }, option: { kind: 'pairs' }, scenario: { kind: 'text' }, json: { kind: 'text' }, xlsx: { kind: 'text' }, docx: { kind: 'text' }, csv: { kind: 'text' }, gpkg: { kind: 'text' }, geojson: { kind: 'text' }, svg: { kind: 'text' }, png: { kind: 'text' }, 'without-extra': { kind: 'flag' } } })
  if (!read.ok) return sayWrongArgument(read.wrong, 'evaluate')
  const { policy, option, scenario: asked, json, xlsx, docx, csv, gpkg, geojson, svg, png } = read.options
  const files = { xlsx, docx, csv, gpkg, geojson }
  const opened = await openStudy(read.named[0]!)
  // What is wrong with the question is said first: it is wrong whatever the study holds.
  const chosen = await choosePacks(policy, opened.study?.policies ?? [], opened.packs)
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
  const made = planOf(scenario)
  const extra = !read.options['without-extra']
  if (json !== null) {
    const walks = study.streets ? { walks: walksOf(study, chosen.packs, options) } : {}
    const basis = basisFor({ walks: false }, { study, packs: chosen.packs, options, results, plan: made })
    const stamp = stampOf(basis, 'json', {}, extra)
    if (!writeOut(json, jsonText({ ...resultFile(version, study, options, results, problems), rectification: basis.rectification, scenario: scenario?.name ?? null, ...walks, stamp }))) return exitCodes.unusable
  }
  if (asksFiles(files)) {
    // The streets for the pictures and the comparison with the walk; no verdict of the result file depends on them.
    const walked = asksWalks(files) && !study.streets ? studyUnder((await openStreets(opened.study, opened.roads)).study, scenario) : study
    if (!(await writeProducts(files, { study: walked, packs: chosen.packs, options, results, plan: made, language: 'zh' }, extra))) return exitCodes.unusable
  }
  for (const [folder, kind] of [[svg, 'svg'], [png, 'png']] as const) if (folder !== null && !(await writeDrawings(folder, kind, { study, packs: chosen.packs, options, results, plan: made, language: 'zh' }))) return exitCodes.unusable
  if (json !== '-') process.stdout.write(resultTable(scenario ? { ...study, name: `${study.name} · ${scenario.name}` } : study, chosen.packs, results))
  return exitCodes.done
}

/** The plan as a product states it: the edits that count. */
export const planOf = (scenario: Scenario | null): PlanMade | null => scenario && { name: scenario.name, edits: scenario.edits.slice(0, scenario.done) }

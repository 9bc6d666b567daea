/** `verify <file> [--study <study>]`: does an exported file still say what was computed, by its own stamp and by computing it again. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { version } from '../../package.json'
import type { Basis } from '../exports/basis'
import { basisFor, productNamed } from '../exports/products'
import { readBack, type Found } from '../exports/read-back'
import { jsonText } from '../exports/result-json'
import type { Stamp } from '../exports/stamp'
import { checkBasis, checkStamp, type Difference } from '../exports/verify'
import { judge } from '../indicators/judge'
import type { Pack } from '../policy/clause'
import { asksWalk } from '../policy/reading'
import { shippedPacks } from '../policy/shipped'
import { problem, type Problem } from '../problem'
import { studyUnder } from '../scenario/study-under'
import { differenceText, sayVerify } from '../text/verify'
import { readArguments, sayWrongArgument } from './arguments'
import { choosePacks } from './choose-packs'
import { chooseScenario } from './choose-scenario'
import { exitCodes } from './command'
import { planOf } from './evaluate'
import { openStreets } from './open-streets'
import { openStudy } from './open-study'
import { refuse, sayProblems, writeOut } from './output'

export async function verify(args: readonly string[]): Promise<number> {
  const read = readArguments(args, { needed: ['file'], options: { study: { kind: 'text' }, policy: { kind: 'texts' }, json: { kind: 'text' } } })
  if (!read.ok) return sayWrongArgument(read.wrong, 'verify')
  const { study, policy, json } = read.options
  const path = read.named[0]!
  const own = policy.length === 0 ? { packs: [], problems: [] } : await choosePacks(policy, [])
  if ('wrong' in own) return sayWrongArgument(own.wrong, 'verify')
  if (!existsSync(path) || !statSync(path).isFile()) return refuse([problem('file-missing', 'error', {}, path)], json)
  const found = await readBack(basename(path), new Uint8Array(readFileSync(path)))
  if (!found?.stamp) return refuse([problem('stamp-missing', 'error', { file: basename(path) })], json)
  const inside = checkStamp(found)
  const again = study === null ? null : await computeAgain(found.stamp, found, study, [...own.packs, ...shippedPacks])
  if (again && 'problems' in again) return refuse(again.problems, json)

  const differences = again?.differences ?? inside
  const answer = { yikequan: version, file: basename(path), stamp: about(found.stamp), against: again ? 'study' : 'stamp', equal: differences.length === 0, differences }
  if (json !== null && !writeOut(json, jsonText(answer))) return exitCodes.unusable
  if (json !== '-') process.stdout.write(spoken(found.stamp, answer.against === 'study', differences))
  return differences.length === 0 ? exitCodes.done : exitCodes.unusable
}

/** The study judged as the stamp says it was. */
async function computeAgain(stamp: Stamp, found: Found, path: string, packs: readonly Pack[]): Promise<{ readonly differences: readonly Difference[] } | { readonly problems: readonly Problem[] }> {
  const opened = await openStudy(path)
  if (!opened.study) return { problems: opened.problems }
  const chosen = stamp.policies.flatMap(({ id }) => [...packs, ...opened.packs].find((pack) => pack.id === id) ?? [])
  if (chosen.length < stamp.policies.length) return { problems: stamp.policies.filter(({ id }) => !chosen.some((pack) => pack.id === id)).map(({ id }) => problem('policy-unknown', 'error', {}, id)) }
  const plan = stamp.plan ? chooseScenario(opened.scenarios, stamp.plan.name, '') : { scenario: null }
  if ('wrong' in plan) return { problems: [problem('scenario-unknown', 'error', {}, stamp.plan?.name)] }
  sayProblems(opened.problems.filter(({ severity }) => severity === 'error'))
  const product = productNamed(stamp.product) ?? null
  const clauses = chosen.flatMap((pack) => pack.clauses)
  const walked = product?.walks || asksWalk(stamp.options, clauses) ? (await openStreets(opened.study, opened.roads)).study : opened.study
  const study = studyUnder(walked, plan.scenario)
  const judged = { study, packs: chosen, options: stamp.options, results: judge(study, chosen, stamp.options), plan: planOf(plan.scenario), language: stamp.language }
  const basis: Basis = basisFor(product ?? { walks: false }, judged)
  return { differences: await checkBasis(found, product, basis) }
}

const about = ({ product, yikequan, study, asOf, plan, policies, results }: Stamp) => ({ product, yikequan, study, asOf, plan: plan?.name ?? null, policies: policies.map(({ id, version: number }) => ({ id, version: number })), results })

/** Most lines of differences on the screen; all of them stand in --json. */
const mostLines = 40

function spoken(stamp: Stamp, recomputed: boolean, differences: readonly Difference[]): string {
  const head = sayVerify('zh', 'about', { study: stamp.study, asOf: stamp.asOf, plan: stamp.plan?.name ?? sayVerify('zh', 'base'), version: stamp.yikequan })
  if (differences.length === 0) return `${head}\n${sayVerify('zh', recomputed ? 'equal.study' : 'equal.stamp')}\n`
  const lines = differences.slice(0, mostLines).map((difference) => `  ${differenceText('zh', difference)}`)
  const more = differences.length - lines.length
  return `${[head, sayVerify('zh', recomputed ? 'differs.study' : 'differs.stamp', { n: differences.length }), ...lines, ...(more > 0 ? [sayVerify('zh', 'more', { n: more })] : [])].join('\n')}\n`
}

/** `reach <study>`: distance of every demand point, people within reach of every facility and in every unit. */
import { version } from '../../package.json'
import { jsonText } from '../exports/result-json'
import { facilityKinds, stages } from '../model/study'
import { reachStudy, type ReachStudy } from '../reach/reach-study'
import { readArguments, sayWrongArgument } from './arguments'
import { exitCodes } from './command'
import { openStudy } from './open-study'
import { refuse, sayProblems, writeOut } from './output'

export async function reach(args: readonly string[]): Promise<number> {
  const read = readArguments(args, { needed: ['study'], options: { metres: { kind: 'numbers' }, model: { kind: 'choice', of: ['circle'] }, kinds: { kind: 'words' }, stages: { kind: 'words' }, json: { kind: 'text' } } })
  if (!read.ok) return sayWrongArgument(read.wrong, 'reach')
  const { metres, json } = read.options
  const askedKinds = amongOrWrong(read.options.kinds, facilityKinds)
  const askedStages = amongOrWrong(read.options.stages, stages)
  if (askedKinds === false) return sayWrongArgument({ code: 'value-not-offered', detail: `--kinds (${facilityKinds.join(' | ')})` }, 'reach')
  if (askedStages === false) return sayWrongArgument({ code: 'value-not-offered', detail: `--stages (${stages.join(' | ')})` }, 'reach')
  const opened = await openStudy(read.named[0]!)
  if (!opened.study) return refuse(opened.problems, json)
  const answer = reachStudy(opened.study, { metres: metres ?? [500, 1000], kinds: askedKinds, ...(askedStages ? { stages: askedStages } : {}) })
  sayProblems(opened.problems)
  if (json !== null && !writeOut(json, jsonText({ yikequan: version, ...answer, problems: [...opened.problems, ...answer.problems] }))) return exitCodes.unusable
  if (json !== '-') process.stdout.write(summary(answer))
  return exitCodes.done
}

/** null: not asked; false: a word that is none of them. */
function amongOrWrong<T extends string>(words: readonly string[] | null, all: readonly T[]): readonly T[] | null | false {
  if (words === null) return null
  return words.length > 0 && words.every((word) => (all as readonly string[]).includes(word)) ? (words as readonly T[]) : false
}

function summary({ study, total, facilities, points }: ReachStudy): string {
  const people = (['elders60', 'residents', 'households'] as const).filter((key) => total.all[key] !== null)
  const lines = [`${study}: ${points.length} points, ${facilities.length} facilities`]
  for (const within of total.within) {
    const parts = people.map((key) => `${key} ${round(within[key])} / ${round(total.all[key])} (≥2: ${round(within.byTwoOrMore[key])})`)
    lines.push(`  ≤ ${within.metres} m: points ${within.points} / ${total.all.points}${parts.length > 0 ? `; ${parts.join('; ')}` : ''}`)
  }
  return `${lines.join('\n')}\n`
}

const round = (value: number | null): string => (value === null ? '?' : String(Math.round(value * 10) / 10))

/** `reach <study>`: distance of every demand point, people within reach of every facility and in every unit, in a straight line or on foot. */
import { version } from '../../package.json'
import { jsonText } from '../exports/result-json'
import { reachGeojson } from '../exports/reach-geojson'
import { facilityKinds, stages } from '../model/study'
import { reachStudy, type ReachStudy, type WalkAsked } from '../reach/reach-study'
import { effortOf } from '../reach/pace-options'
import { studyUnder } from '../scenario/study-under'
import { readArguments, sayWrongArgument, type WrongArgument } from './arguments'
import { chooseScenario, problemsOfScenario } from './choose-scenario'
import { exitCodes } from './command'
import { explainedText, explainPlace } from './explain-walk'
import { openStreets } from './open-streets'
import { openStudy } from './open-study'
import { refuse, sayProblems, writeOut } from './output'

const shape = {
  needed: ['study'],
  options: {
    metres: { kind: 'numbers' },
    model: { kind: 'choice', of: ['circle', 'walk'] },
    speed: { kind: 'number' },
    minutes: { kind: 'numbers' },
    'crossing-delay': { kind: 'number' },
    'steps-penalty': { kind: 'number' },
    kinds: { kind: 'words' },
    stages: { kind: 'words' },
    explain: { kind: 'text' },
    scenario: { kind: 'text' },
    json: { kind: 'text' },
    geojson: { kind: 'text' },
  },
} as const

/** The pace of an elder where none is asked for (DOMAIN.md D), and the minutes. */
const elderSpeed = 0.8
const usualMinutes = [10, 15]
const usualMetres = [500, 1000]

export async function reach(args: readonly string[]): Promise<number> {
  const read = readArguments(args, shape)
  if (!read.ok) return sayWrongArgument(read.wrong, 'reach')
  const { options } = read
  const { json, geojson } = options
  const askedKinds = amongOrWrong(options.kinds, facilityKinds)
  const askedStages = amongOrWrong(options.stages, stages)
  if (askedKinds === false) return sayWrongArgument({ code: 'value-not-offered', detail: `--kinds (${facilityKinds.join(' | ')})` }, 'reach')
  if (askedStages === false) return sayWrongArgument({ code: 'value-not-offered', detail: `--stages (${stages.join(' | ')})` }, 'reach')
  const wrong = wrongTogether(options)
  if (wrong) return sayWrongArgument(wrong, 'reach')
  const opened = await openStudy(read.named[0]!)
  if (!opened.study) return refuse(opened.problems, json)
  const plan = chooseScenario(opened.scenarios, options.scenario ?? 'base', '--scenario')
  if ('wrong' in plan) return sayWrongArgument(plan.wrong, 'reach')

  const walking = options.model === 'walk'
  const streets = walking ? await openStreets(opened.study, opened.roads) : { study: opened.study, unusable: false, problems: [] }
  if (streets.unusable) return refuse([...streets.problems, ...opened.problems], json)
  const study = studyUnder(streets.study, plan.scenario)
  const speed = options.speed ?? elderSpeed
  const walk: WalkAsked | null = walking ? { speed, ...effortOf(opened.study.options), ...(options['crossing-delay'] === null ? {} : { crossingDelayS: options['crossing-delay'] }), ...(options['steps-penalty'] === null ? {} : { stepsPenalty: options['steps-penalty'] }) } : null
  const metres = options.metres ?? (walking ? (options.minutes ?? usualMinutes).map((minutes) => metresIn(minutes, speed)) : usualMetres)
  const answer = reachStudy(study, { metres, kinds: askedKinds, walk, ...(askedStages ? { stages: askedStages } : {}) })
  const explained = walk && options.explain !== null ? explainPlace(study, options.explain, answer, walk) : null
  if (options.explain !== null && !explained) return sayWrongArgument({ code: 'value-not-offered', detail: `--explain ${options.explain}` }, 'reach')
  const problems = [...opened.problems, ...streets.problems, ...problemsOfScenario(streets.study, plan.scenario), ...answer.problems]
  sayProblems(problems)
  const { graph: _, ...network } = study.streets ?? { graph: null }
  const file = { yikequan: version, ...answer, scenario: plan.scenario?.name ?? null, ...(explained ? { explained } : {}), ...(walking && 'report' in network ? { streets: { ...network.report, problems: undefined } } : {}), problems }
  if (json !== null && !writeOut(json, jsonText(file))) return exitCodes.unusable
  if (geojson !== null && !writeOut(geojson, `${JSON.stringify(reachGeojson(study, answer))}\n`)) return exitCodes.unusable
  if (json !== '-' && geojson !== '-') process.stdout.write(`${summary(answer)}${explained ? explainedText(explained) : ''}`)
  return exitCodes.done
}

/** To the millimetre: 0.8 m/s for 15 minutes are 720 m. */
const metresIn = (minutes: number, speed: number): number => Math.round(speed * 60 * minutes * 1000) / 1000

/** Options that contradict each other. */
function wrongTogether({ model, metres, minutes, speed, json, geojson, ...others }: { readonly [key in 'model' | 'metres' | 'minutes' | 'speed' | 'json' | 'geojson' | 'crossing-delay' | 'steps-penalty' | 'explain']: unknown }): WrongArgument | null {
  const onlyWalk = [['--speed', speed], ['--minutes', minutes], ['--crossing-delay', others['crossing-delay']], ['--steps-penalty', others['steps-penalty']], ['--explain', others.explain]].find(([, value]) => value !== null)
  if (model !== 'walk' && onlyWalk) return { code: 'only-with', detail: `${String(onlyWalk[0])} (--model walk)` }
  if (metres !== null && minutes !== null) return { code: 'not-together', detail: '--metres, --minutes' }
  return json === '-' && geojson === '-' ? { code: 'not-together', detail: '--json -, --geojson -' } : null
}

/** null: not asked; false: a word that is none of them. */
function amongOrWrong<T extends string>(words: readonly string[] | null, all: readonly T[]): readonly T[] | null | false {
  if (words === null) return null
  return words.length > 0 && words.every((word) => (all as readonly string[]).includes(word)) ? (words as readonly T[]) : false
}

function summary({ study, model, total, facilities, points }: ReachStudy): string {
  const people = (['elders60', 'residents', 'households'] as const).filter((key) => total.all[key] !== null)
  const lines = [`${study}: ${points.length} points, ${facilities.length} facilities${model.kind === 'walk' ? `, ${model.speed} m/s` : ''}`]
  total.within.forEach((within, index) => {
    const parts = people.map((key) => `${key} ${round(within[key])} / ${round(total.all[key])} (≥2: ${round(within.byTwoOrMore[key])})`)
    const minutes = model.kind === 'walk' ? ` (${round(model.minutes[index]!)} min)` : ''
    lines.push(`  ≤ ${within.metres} m${minutes}: points ${within.points} / ${total.all.points}${parts.length > 0 ? `; ${parts.join('; ')}` : ''}`)
  })
  return `${lines.join('\n')}\n`
}

const round = (value: number | null): string => (value === null ? '?' : String(Math.round(value * 10) / 10))

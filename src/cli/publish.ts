/** `publish <study>`: the public page as a folder of static files. Without a map approval number nothing that could be taken for public. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { judge } from '../indicators/judge'
import type { Study } from '../model/study'
import { asksWalk, typedOptions } from '../policy/reading'
import { reachStudy } from '../reach/reach-study'
import { packPublished, type PublishNote } from '../saved/published-pack'
import { embedFiles, publishedFolder } from '../saved/published-folder'
import { readPublished } from '../saved/published-schema'
import { publishedName, publishedValue, type Published } from '../saved/published'
import { studyUnder } from '../scenario/study-under'
import { isTelephoneHeader } from '../tables/personal'
import { publishLine, sayPublish } from '../text/publish'
import { readArguments, sayWrongArgument } from './arguments'
import { choosePacks } from './choose-packs'
import { chooseScenario, problemsOfScenario } from './choose-scenario'
import { exitCodes } from './command'
import { openStreets } from './open-streets'
import { openStudy, type OpenedStudy } from './open-study'
import { doubtsOf, wrongOption } from './options-asked'
import { refuse, sayProblems } from './output'

const shape = {
  needed: ['study'],
  options: {
    out: { kind: 'text' },
    title: { kind: 'text' },
    source: { kind: 'text' },
    'map-approval': { kind: 'text' },
    internal: { kind: 'flag' },
    'suppress-below': { kind: 'number' },
    previous: { kind: 'texts' },
    'public-phones': { kind: 'flag' },
    model: { kind: 'choice', of: ['circle', 'walk'] },
    policy: { kind: 'texts' },
    option: { kind: 'pairs' },
    scenario: { kind: 'text' },
  },
} as const

/** Of 10 and 15 minutes: the legal circle, and an elder's walk at 0.8 m/s. */
const circleMetres = [500, 1000]
const walkMetres = [480, 720]
const walkSpeed = 0.8

export async function publish(args: readonly string[]): Promise<number> {
  const read = readArguments(args, shape)
  if (!read.ok) return sayWrongArgument(read.wrong, 'publish')
  const { options } = read
  const missing = (['out', 'title', 'source'] as const).find((name) => !options[name]?.trim())
  if (missing) return sayWrongArgument({ code: 'argument-missing', detail: `--${missing}` }, 'publish')
  const approval = options['map-approval']?.trim() || null
  if (approval !== null && options.internal) return sayWrongArgument({ code: 'not-together', detail: '--map-approval --internal' }, 'publish')
  if (approval === null && !options.internal) return refused('approval-needed', {}, exitCodes.wrongArguments)
  const below = options['suppress-below']
  if (below !== null && (!Number.isInteger(below) || below < 5 || below > 1000)) return refused('suppress-wrong', { given: below }, exitCodes.wrongArguments)
  const out = options.out!
  if (!mayHold(out)) return refused('out-not-empty', { folder: out })
  const embed = builtEmbed()
  if (!embed) return refused('embed-not-built', {})
  const earlier = earlierOf(options.previous, out)
  if ('wrong' in earlier) return refused('previous-unreadable', { file: earlier.wrong })

  const first = await openStudy(read.named[0]!)
  const opened = options['public-phones'] && first.study ? await withTelephones(read.named[0]!, first) : first
  const chosen = await choosePacks(options.policy, opened.study?.policies ?? [], opened.packs)
  if ('wrong' in chosen) return sayWrongArgument(chosen.wrong, 'publish')
  const clauses = chosen.packs.flatMap((pack) => pack.clauses)
  const wrong = wrongOption(options.option, clauses)
  if (wrong) return sayWrongArgument(wrong, 'publish')
  if (chosen.packs.length === 0) return refuse(chosen.problems, null)
  if (!opened.study) return refuse(opened.problems, null)
  const plan = chooseScenario(opened.scenarios, options.scenario ?? 'base', '--scenario')
  if ('wrong' in plan) return sayWrongArgument(plan.wrong, 'publish')

  const readings = typedOptions({ ...opened.study.options, ...options.option }, clauses)
  const isWalk = options.model === 'walk'
  const streets = isWalk || asksWalk(readings, clauses) ? await openStreets(opened.study, opened.roads) : { study: opened.study, unusable: false, problems: [] }
  if (isWalk && streets.unusable) return refuse(streets.problems, null)
  const study = studyUnder(streets.study, plan.scenario)
  sayProblems([...opened.problems, ...streets.problems, ...problemsOfScenario(streets.study, plan.scenario), ...chosen.problems, ...doubtsOf(readings, options.option, chosen.packs)].filter(({ severity }) => severity === 'error'))
  const { published, notes } = packPublished({
    study,
    packs: chosen.packs,
    results: judge(study, chosen.packs, readings),
    reach: reachStudy(study, isWalk ? { metres: walkMetres, walk: { speed: walkSpeed } } : { metres: circleMetres }),
    title: options.title!.trim(),
    source: options.source!.trim(),
    approval,
    publicPhones: options['public-phones'],
    ...(below === null ? {} : { suppressBelow: below }),
    earlier: earlier.map((each) => each.published),
  })
  if (approval !== null && !/[(（〔[]\s*\d{4}\s*[)）〕\]].*\d/.test(approval)) process.stderr.write(`${publishLine('approval-odd', { approval })}\n`)
  for (const { file } of earlier) process.stderr.write(`${publishLine('previous-used', { file })}\n`)
  for (const note of notes) process.stderr.write(`${noteLine(note)}\n`)
  return write(out, published, embed)
}

const noteLine = (note: PublishNote): string => publishLine(`note.${note.code}`, { n: note.count, names: 'names' in note ? note.names.slice(0, 20).join('、') : '' })

function refused(key: Parameters<typeof sayPublish>[1], values: Readonly<Record<string, string | number>>, code: number = exitCodes.unusable): number {
  process.stderr.write(`${publishLine(key, values)}\n`)
  return code
}

/** A folder that is not there, is empty, or holds an earlier publication: nothing else is written over. */
function mayHold(folder: string): boolean {
  const kind = statSync(folder, { throwIfNoEntry: false })
  if (!kind) return true
  if (!kind.isDirectory()) return false
  const names = readdirSync(folder).filter((name) => !name.startsWith('.'))
  return names.length === 0 || names.includes(publishedName)
}

type Earlier = { readonly file: string; readonly published: Published }

/** Those named, and the one that is about to be replaced; wrong: the first that cannot be read. */
function earlierOf(named: readonly string[], out: string): readonly Earlier[] | { readonly wrong: string } {
  const files = new Map<string, Earlier>()
  for (const given of [...named, ...(existsSync(join(out, publishedName)) ? [out] : [])]) {
    try {
      const file = statSync(given).isDirectory() ? join(given, publishedName) : given
      const read = readPublished(publishedValue(readFileSync(file, 'utf8')))
      if (!('published' in read)) return { wrong: file }
      files.set(resolve(file), { file, published: read.published })
    } catch {
      return { wrong: given }
    }
  }
  return [...files.values()]
}

/** The user says that telephones in the facilities' ledger are public: columns that were left unread for that are read as such. */
async function withTelephones(path: string, opened: OpenedStudy): Promise<OpenedStudy> {
  const columns = telephoneColumns(opened.study!)
  return Object.keys(columns).length === 0 ? opened : openStudy(path, columns)
}

function telephoneColumns({ tables }: Study): Record<string, Record<string, string>> {
  const found: Record<string, Record<string, string>> = {}
  for (const { ledger, file, columns } of tables) {
    if (ledger !== 'facilities' || columns.some(({ key }) => key === 'phone')) continue
    const telephone = columns.find(({ personal, header }) => personal && isTelephoneHeader(header))
    if (telephone) found[file] = { ...found[file], [telephone.header]: 'phone' }
  }
  return found
}

/** dist/embed beside the bundle that this code runs from (dist/cli); null when it was not built. */
function builtEmbed(): ReadonlyMap<string, Uint8Array> | null {
  const here = dirname(dirname(fileURLToPath(import.meta.url)))
  const folder = [join(here, 'embed'), join(here, 'app', 'embed'), join(here, '..', 'dist', 'embed')].find((each) => existsSync(join(each, 'index.html')))
  return folder === undefined ? null : new Map(embedFiles.map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]))
}

function write(out: string, published: Published, embed: ReadonlyMap<string, Uint8Array>): number {
  const files = publishedFolder(published, embed)
  for (const { name, bytes } of files) {
    try {
      mkdirSync(out, { recursive: true })
      writeFileSync(join(out, name), bytes)
    } catch (error) {
      process.stderr.write(`${publishLine('out-failed', { file: join(out, name) })} ${error instanceof Error ? error.message : ''}\n`)
      return exitCodes.unusable
    }
  }
  const size = Math.ceil(files.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1024)
  process.stdout.write(`${sayPublish('zh', 'written', { folder: out, files: files.length, size })}\n`)
  process.stdout.write(`${publishLine('contents', { facilities: published.facilities.length, units: published.units.length, clauses: published.clauses.length })}\n`)
  if (published.watermark) process.stdout.write(`${publishLine('written-internal')}\n`)
  return exitCodes.done
}

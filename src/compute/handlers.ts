/** Answers every call with plain functions; holds the one study that is asked about. Runs in the worker, in tests and inline alike. */
import type { Explanation } from '../indicators/explanation'
import { compareCoverage } from '../indicators/coverage-readings'
import { dataLacking, hasNoData } from '../indicators/data-lacking'
import { explain } from '../indicators/explain'
import { judge } from '../indicators/judge'
import type { Result } from '../indicators/result'
import { readStudy, type StudyRead } from '../model/read-study'
import type { Options, Study } from '../model/study'
import type { Pack } from '../policy/clause'
import { shippedPacks } from '../policy/shipped'
import { reachStudy } from '../reach/reach-study'
import { problem, type Problem } from '../problem'
import { decodeText } from '../sources/encoding'
import type { SourceFile } from '../sources/raw-table'
import { CallError, type Asked, type CallContext, type Handlers, type Progress } from './calls'
import { summarise } from './file-summary'
import { lacksDate, statedSettings, withSettings, type GivenSettings } from './given-settings'
import { gatherFiles } from './gather-files'

export type Core = {
  readonly readStudy: (files: readonly SourceFile[], given: undefined, onProgress: (done: number, of: number, file: string) => void) => Promise<Pick<StudyRead, 'study' | 'tables' | 'problems'>>
  readonly judge: (study: Study, packs: readonly Pack[], options: Options, onProgress: (done: number, of: number) => void) => readonly Result[]
  readonly explain: (study: Study, packs: readonly Pack[], results: readonly Result[], clause: string, unit: string | null, options: Options) => Explanation | null
  readonly reachStudy: typeof reachStudy
  readonly packs: readonly Pack[]
}

const shippedCore: Core = { readStudy, judge, explain, reachStudy, packs: shippedPacks }

export function createHandlers(core: Core = shippedCore): Handlers {
  let study: Study | null = null
  let waiting: { ticket: number; study: Study } | null = null
  let tickets = 0
  /** The last evaluation, so that a question about one of its figures does not judge again. */
  let last: { key: string; results: readonly Result[] } | null = null

  const opened = (): Study => {
    if (!study) throw new Error('no study: ask use or load first')
    return study
  }
  /** Shipped ones first, then the user's own, whatever the order they are named in. */
  const packsOf = ({ policies, own }: Pick<Asked, 'policies' | 'own'>): readonly Pack[] => [...core.packs, ...own].filter((pack) => policies.includes(pack.id))
  const resultsFor = (asked: Asked, onProgress: (done: number, of: number) => void = () => undefined): readonly Result[] => {
    const { policies, own, options } = asked
    const key = JSON.stringify([policies, own, Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1))])
    if (last?.key !== key) last = { key, results: core.judge(opened(), packsOf(asked), options, onProgress) }
    return last.results
  }

  return {
    async read({ files, without, given }, { progress, signal }) {
      const gathered = gatherFiles(files, without)
      const look = (files: readonly SourceFile[]) =>
        core.readStudy(files, undefined, (done, of, file) => {
          stopIf(signal)
          progress(file === '' ? { step: 'joining', done: null, of: null } : { step: 'reading', done, of, file })
        })
      const all = withSettings(gathered.files, given)
      const read = lacksDate(gathered.files, given) && (given.columns || given.crs) ? await undated(gathered.files, given, look) : await look(all)
      stopIf(signal)
      waiting = read.study ? { ticket: ++tickets, study: read.study } : null
      const problems = withoutRepeats([...gathered.problems, ...(read.study ? read.study.problems : [...read.problems, ...read.tables.flatMap((table) => table.problems)])])
      const stated = statedSettings(all)
      return {
        ticket: waiting?.ticket ?? null,
        name: read.study?.name ?? stated?.name ?? '',
        asOf: read.study?.asOf ?? stated?.asOf ?? null,
        hasSettings: gathered.files.some((file) => file.name === 'study.json'),
        files: summarise(all, read.tables, problems),
        problems,
      }
    },
    use({ ticket }) {
      if (waiting?.ticket !== ticket) throw new Error(`ticket ${ticket} is not the latest read`)
      study = waiting.study
      last = null
      return study
    },
    load(input) {
      study = input.study
      last = null
      return null
    },
    async evaluate(asked, context) {
      await step(context, { step: 'judging', done: null, of: null })
      return resultsFor(asked, (done, of) => context.progress({ step: 'judging', done, of }))
    },
    async reach({ metres, kinds, stages }, context) {
      await step(context, { step: 'reach', done: null, of: null })
      const { points: _, ...answer } = core.reachStudy(opened(), { metres, kinds, stages })
      return answer
    },
    explain: ({ policy, clause, unit, ...asked }) => core.explain(opened(), packsOf({ ...asked, policies: [policy] }), resultsFor(asked), clause, unit, asked.options),
    coverage({ policy, clause: id, own, options }) {
      const [pack] = packsOf({ policies: [policy], own })
      const clause = pack?.clauses.find((each) => each.id === id)
      return pack && clause ? compareCoverage(opened(), pack, clause, options) : null
    },
    async lacking(asked, context) {
      await step(context, { step: 'judging', done: null, of: null })
      const results = new Map(resultsFor(asked).map((result) => [`${result.policy} ${result.clause}`, result]))
      return packsOf(asked).flatMap((pack) =>
        pack.clauses.flatMap((clause) => {
          const result = results.get(`${pack.id} ${clause.id}`)
          return result && hasNoData(result) ? [{ policy: pack.id, clause: clause.id, ...dataLacking(opened(), clause, result) }] : []
        }),
      )
    },
    async pack({ file }) {
      const text = decodeText(file.bytes)?.text
      if (text === undefined) return { pack: null, problems: [problem('policy-unreadable', 'error', { file: file.name }, '{ … }')] }
      const { readPack } = await import('../policy/read-pack')
      return readPack(text, file.name)
    },
  }
}

type Read = Awaited<ReturnType<Core['readStudy']>>

/** Columns and systems that the user named count before the data date is known; the study that a stand-in date makes is thrown away. */
async function undated(files: readonly SourceFile[], given: GivenSettings, look: (files: readonly SourceFile[]) => Promise<Read>): Promise<Read> {
  const { tables, problems } = await look(withSettings(files, { ...given, asOf: standInDate }))
  const present = statedSettings(files) !== null
  const said = present ? problem('study-asof-missing', 'error', { file: 'study.json' }) : problem('study-missing', 'error', {}, 'study.json')
  return { study: null, tables, problems: [said, ...problems] }
}

const standInDate = '2000-01-01'

function stopIf(signal: AbortSignal): void {
  if (signal.aborted) throw new CallError({ code: 'cancelled' })
}

/** Says what begins and lets a cancel that came meanwhile overtake it. */
async function step({ progress, signal }: CallContext, what: Progress): Promise<void> {
  progress(what)
  await new Promise((resolve) => setTimeout(resolve))
  stopIf(signal)
}

/** The study's problems repeat those of its tables. */
function withoutRepeats(problems: readonly Problem[]): Problem[] {
  const seen = new Map<string, Problem>()
  for (const problem of problems) seen.set(JSON.stringify([problem.code, problem.at.file, problem.at.sheet, problem.at.row, problem.at.column, problem.detail]), problem)
  return [...seen.values()]
}

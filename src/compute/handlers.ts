/** Answers every call with plain functions; holds the one study that is asked about. Runs in the worker, in tests and inline alike. */
import type { Explanation } from '../indicators/explanation'
import { compareCoverage } from '../indicators/coverage-readings'
import { dataLacking, hasNoData } from '../indicators/data-lacking'
import { explain } from '../indicators/explain/explain'
import type { History } from '../indicators/explain/explain-edited'
import { differenceOf, type Difference } from '../indicators/difference/difference'
import { judge } from '../indicators/judge'
import { createLive, type Live } from '../indicators/live/live'
import type { Result } from '../indicators/result'
import { compareWalk, walkOfClause } from '../indicators/walk/walk-comparison'
import { joinsCrossings, streetsToKeep, withStreets, type RoadsSource } from '../model/build-streets'
import { readStudy, type StudyRead } from '../model/read-study'
import type { Options, Study } from '../model/study'
import type { Pack } from '../policy/clause'
import { asksWalk } from '../policy/reading'
import { shippedPacks } from '../policy/shipped'
import { servedAlone } from '../reach/alone'
import { reachStudy } from '../reach/reach-study'
import { explainWalk } from '../reach/walk-explained'
import { applyEdit } from '../scenario/edit'
import type { ScenarioEdit } from '../scenario/edit'
import { studyUnder } from '../scenario/study-under'
import type { Language } from '../text/say'
import { emptyBook, studyWithBook } from '../rectify/book'
import { problem, type Problem } from '../problem'
import { decodeText } from '../sources/encoding'
import type { SourceFile } from '../sources/raw-table'
import { CallError, type Asked, type CallContext, type Handlers, type Progress, type Under } from './calls'
import { apartOf } from './apart'
import { summarise } from './file-summary'
import { lacksDate, statedSettings, withSettings, type GivenSettings } from './given-settings'
import { gatherFiles } from './gather-files'
import { heldReach, type HeldReach } from './held-reach'
import { createTeller } from './told-results'
import { noRoads, sitesOf, streetsAnswer, walkPictures } from './walking'
import { lossOf } from './weigh'

export type Core = {
  readonly readStudy: (files: readonly SourceFile[], given: undefined, onProgress: (done: number, of: number, file: string) => void) => Promise<Pick<StudyRead, 'study' | 'tables' | 'problems'> & Partial<Pick<StudyRead, 'settings' | 'roads'>>>
  readonly judge: (study: Study, packs: readonly Pack[], options: Options, onProgress: (done: number, of: number) => void) => readonly Result[]
  /** Absent: every plan is judged from nothing. */
  readonly createLive?: typeof createLive
  readonly explain: (study: Study, packs: readonly Pack[], results: readonly Result[], clause: string, unit: string | null, options: Options, history: History) => Explanation | null
  readonly reachStudy: typeof reachStudy
  readonly packs: readonly Pack[]
  /** The makers of files stand below this room: the worker's program brings them. Absent: none is made. */
  readonly maker?: ProductMaker
}

/** asksWalks: null where there is no such product. */
export type ProductMaker = {
  readonly asksWalks: (product: string) => Promise<boolean | null>
  readonly make: (product: string, judged: JudgedForProduct, extra: boolean, onProgress: (done: number, of: number) => Promise<void>) => Promise<Uint8Array>
}
export type JudgedForProduct = { readonly study: Study; readonly packs: readonly Pack[]; readonly options: Options; readonly results: readonly Result[]; readonly plan: { readonly name: string; readonly edits: readonly ScenarioEdit[] } | null; readonly language: Language }

export const shippedCore: Core = { readStudy, judge, createLive, explain, reachStudy, packs: shippedPacks }

export function createHandlers(core: Core = shippedCore): Handlers {
  let study: Study | null = null
  /** The ledgers before the office's record. */
  let ledgers: Study | null = null
  /** Street files of the study, read when somebody walks. */
  let roads: RoadsSource = noRoads
  let waiting: { ticket: number; study: Study; roads: RoadsSource } | null = null
  let tickets = 0
  /** The last few evaluations, so that a question about a figure, or a plan that is shown again, does not judge again. */
  const judged = new Map<string, readonly Result[]>()

  /** The clauses as they stand under the study that was asked about last; a plan is judged by what differs from it. */
  let live: { readonly key: string; readonly live: Live } | null = null
  const tell = createTeller()

  /** Who is near while something is carried over the map. */
  let inHand: { readonly study: Study; readonly key: string; readonly at: HeldReach } | null = null

  /** Options by which the streets were built, or are to be. */
  let streetOptions: Options = {}

  const opened = (): Study => {
    if (!study) throw new Error('no study: ask use or load first')
    return study
  }
  const studyOf = ({ edits = [] }: Under): Study => studyUnder(opened(), { edits, done: edits.length })
  /** Shipped ones first, then the user's own, whatever the order they are named in. */
  const packsOf = ({ policies, own }: Pick<Asked, 'policies' | 'own'>): readonly Pack[] => [...core.packs, ...own].filter((pack) => policies.includes(pack.id))
  const readingOf = ({ policies, own, options }: Asked): string => JSON.stringify([policies, own, Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1))])
  const judgedLive = (asked: Asked, under = studyOf(asked), onProgress?: (done: number, of: number) => void): readonly Result[] | null => {
    if (!core.createLive) return null
    const key = readingOf(asked)
    if (live?.key !== key) live = { key, live: core.createLive(under, packsOf(asked), asked.options, onProgress) }
    return live.live.to(under).results
  }
  const resultsFor = (asked: Asked, onProgress: (done: number, of: number) => void = () => undefined): readonly Result[] => {
    const { options, edits = [], passing = false } = asked
    const key = JSON.stringify([readingOf(asked), edits])
    const results = judged.get(key) ?? judgedLive(asked, undefined, onProgress) ?? core.judge(studyOf(asked), packsOf(asked), options, onProgress)
    if (passing) return results
    judged.delete(key)
    judged.set(key, results)
    if (judged.size > mostJudged) judged.delete(judged.keys().next().value!)
    return results
  }

  /** Lets go of streets that were built in another way; without its files a study keeps those it has. */
  const readStreets = (options: Options): void => {
    const before = opened()
    const asked = { ...before.options, ...options }
    if (joinsCrossings(asked) === joinsCrossings({ ...before.options, ...streetOptions }) || roads === noRoads) return
    streetOptions = asked
    study = { ...before, streets: null }
    judged.clear()
    live = null
  }
  /** From the study as it is to the study without each facility; what follows from a closing is judged, not all again. */
  const withoutEach = (asked: Asked, facilities: readonly string[]): readonly Difference[] => {
    const before = studyOf(asked)
    // By the live clauses, so that one which nothing touches is the very same on both sides.
    const results = judgedLive(asked) ?? resultsFor(asked)
    return facilities.map((facility) => {
      // Not among the remembered branches of the plan: those are for what people do.
      const after = applyEdit(before, { id: 'weigh', type: 'close-facility', facility }).study
      const apart = apartOf(results, judgedLive(asked, after) ?? core.judge(after, packsOf(asked), asked.options, () => undefined))
      return differenceOf(apart.before, before, apart.after, after)
    })
  }

  /** The study with its walk network, built once. A cancel leaves it as it was. */
  const walked = async ({ progress, signal }: CallContext, options?: Options): Promise<Study> => {
    if (options) readStreets(options)
    const before = opened()
    if (before.streets || roads === noRoads) return before
    progress({ step: 'streets', done: null, of: null })
    const after = await withStreets(before, roads, { onProgress: (done, of) => progress({ step: 'streets', done, of }), signal }, { ...before.options, ...streetOptions }).catch((error: unknown) => {
      stopIf(signal)
      throw error
    })
    stopIf(signal)
    if (after === before) return before
    study = after
    judged.clear()
    live = null
    return after
  }
  const walks = ({ policies, own, options }: Asked): boolean => asksWalk(options, packsOf({ policies, own }).flatMap(({ clauses }) => clauses))

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
      waiting = read.study ? { ticket: ++tickets, study: read.study, roads: read.roads ?? noRoads } : null
      const carried = read.settings?.other.packs
      // The checker of packs is loaded only where a pack has to be checked.
      const packs = carried === undefined ? undefined : (await import('../policy/read-packs')).readPacks(carried)
      const problems = withoutRepeats([...gathered.problems, ...(packs?.problems ?? []), ...(read.study ? read.study.problems : [...read.problems, ...read.tables.flatMap((table) => table.problems)])])
      const stated = statedSettings(all)
      return {
        ticket: waiting?.ticket ?? null,
        name: read.study?.name ?? stated?.name ?? '',
        asOf: read.study?.asOf ?? stated?.asOf ?? null,
        hasSettings: gathered.files.some((file) => file.name === 'study.json'),
        plans: read.settings?.scenarios ?? [],
        rectification: read.settings?.other.rectification,
        ...(packs ? { packs } : {}),
        files: summarise(all, read.tables, problems),
        problems,
      }
    },
    use({ ticket }) {
      if (waiting?.ticket !== ticket) throw new Error(`ticket ${ticket} is not the latest read`)
      study = waiting.study
      ledgers = study
      roads = waiting.roads
      streetOptions = {}
      judged.clear()
      live = null
      return study
    },
    load(input) {
      study = input.study
      ledgers = study
      roads = noRoads
      judged.clear()
      live = null
      return null
    },
    record({ strokes, done }) {
      const { streets } = opened()
      const after = studyWithBook(ledgers ?? opened(), { ...emptyBook, strokes, done }).study
      study = after.streets === streets ? after : { ...after, streets }
      judged.clear()
      return null
    },
    async evaluate(asked, context) {
      readStreets(asked.options)
      if (walks(asked)) await walked(context)
      await step(context, { step: 'judging', done: null, of: null })
      return resultsFor(asked, (done, of) => context.progress({ step: 'judging', done, of }))
    },
    async follow({ known, ...asked }, context) {
      readStreets(asked.options)
      if (walks(asked)) await walked(context)
      // What the live clauses answer within a frame is not worth a word.
      if (live?.key !== readingOf(asked)) await step(context, { step: 'judging', done: null, of: null })
      return tell(known, resultsFor(asked, (done, of) => context.progress({ step: 'judging', done, of })))
    },
    async reach({ metres, kinds, stages, speed = null, effort, ...under }, context) {
      if (speed !== null) await walked(context)
      await step(context, { step: 'reach', done: null, of: null })
      const { points: _, ...answer } = core.reachStudy(studyOf(under), { metres, kinds, stages, walk: speed === null ? null : { speed, ...effort } })
      return answer
    },
    async reachHeld({ held, metres, kinds, stages, speed = null, effort, ...under }, context) {
      if (speed !== null) await walked(context)
      const on = studyOf(under)
      const key = JSON.stringify([held.facility, metres, kinds, stages, speed, effort])
      if (inHand?.study !== on || inHand.key !== key) inHand = { study: on, key, at: heldReach(on, held.facility, { metres, kinds, stages, walk: speed === null ? null : { speed, ...effort } }) }
      return inHand.at(held.to)
    },
    explain: ({ policy, clause, unit, ...asked }) => core.explain(studyOf(asked), packsOf({ ...asked, policies: [policy] }), resultsFor(asked), clause, unit, asked.options, { before: opened(), edits: asked.edits ?? [] }),
    coverage({ policy, clause: id, own, options, edits }) {
      const [pack] = packsOf({ policies: [policy], own })
      const clause = pack?.clauses.find((each) => each.id === id)
      return pack && clause ? compareCoverage(studyOf(edits ? { edits } : {}), pack, clause, options) : null
    },
    async lacking(asked, context) {
      await step(context, { step: 'judging', done: null, of: null })
      const results = new Map(resultsFor(asked).map((result) => [`${result.policy} ${result.clause}`, result]))
      return packsOf(asked).flatMap((pack) =>
        pack.clauses.flatMap((clause) => {
          const result = results.get(`${pack.id} ${clause.id}`)
          return result && hasNoData(result) ? [{ policy: pack.id, clause: clause.id, ...dataLacking(studyOf(asked), clause, result) }] : []
        }),
      )
    },
    async weigh({ facility, metres, walk, ...asked }, context) {
      if (walk) await walked(context)
      await step(context, { step: 'judging', done: null, of: null })
      const before = studyOf(asked)
      const [loss] = withoutEach(asked, [facility])
      return { difference: loss!, alone: servedAlone(before, { metres, walk }).find((one) => one.facility === facility)?.within ?? null }
    },
    async alone({ metres, walk, ...under }, context) {
      if (walk) await walked(context)
      return servedAlone(studyOf(under), { metres, walk })
    },
    async worth({ facilities, ...asked }, context) {
      if (walks(asked)) await walked(context)
      return withoutEach(asked, facilities).map((difference, at) => lossOf(facilities[at]!, difference))
    },
    async streets({ options, ...under }, context) {
      await walked(context, options)
      return streetsAnswer(studyOf(under))
    },
    async keepStreets({ options }, context) {
      return streetsToKeep(await walked(context, options), roads, { ...opened().options, ...options })
    },
    async pictures({ edits = [], ...question }, context) {
      await walked(context)
      await step(context, { step: 'walking', done: null, of: null })
      return walkPictures(studyOf({ edits }), question)
    },
    async route({ from, asked, metres, speed, effort, kinds, edits = [] }, context) {
      await walked(context)
      const on = studyOf({ edits })
      const [pack] = asked ? packsOf({ policies: [asked.policy], own: asked.own }) : []
      const clause = pack?.clauses.find(({ id }) => id === asked?.clause)
      const own = pack && clause && asked ? walkOfClause(on, pack, clause, asked.options) : null
      const explained = own ? explainWalk(on, from, own.facilities, own.metres, own.pace) : explainWalk(on, from, sitesOf(on, kinds, ['operating']), metres, { speed, ...effort })
      return explained && { ...explained, ofClause: own !== null }
    },
    async walk({ policy, clause: id, own, options, edits = [] }, context) {
      const [pack] = packsOf({ policies: [policy], own })
      const clause = pack?.clauses.find((each) => each.id === id)
      if (!pack || !clause) return null
      await walked(context, options)
      return compareWalk(studyOf({ edits }), pack, clause, options)
    },
    async product({ product, plan, extra, language, ...asked }, context) {
      const asksWalks = (await core.maker?.asksWalks(product)) ?? null
      if (!core.maker || asksWalks === null) return null
      readStreets(asked.options)
      if (asksWalks || walks(asked)) await walked(context)
      await step(context, { step: 'judging', done: null, of: null })
      const results = resultsFor(asked)
      await step(context, { step: 'writing', done: null, of: null })
      const judgedNow = { study: studyOf(asked), packs: packsOf(asked), options: asked.options, results, plan: plan === null ? null : { name: plan, edits: asked.edits ?? [] }, language }
      return core.maker.make(product, judgedNow, extra, (done, of) => step(context, { step: 'writing', done, of }))
    },
    async pack({ file }) {
      const text = decodeText(file.bytes)?.text
      if (text === undefined) return { pack: null, problems: [problem('policy-unreadable', 'error', { file: file.name }, '{ … }')] }
      const { readPack } = await import('../policy/read-pack')
      return readPack(text, file.name)
    },
  }
}

/** Two plans that are compared, the base, one that is weighed, and a step back. */
const mostJudged = 6

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

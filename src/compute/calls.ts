/** The whole conversation between the page and the computing part: what may be asked and what comes back. */
import type { CoverageComparison } from '../indicators/coverage-readings'
import type { DataLacking } from '../indicators/data-lacking'
import type { Explanation } from '../indicators/explanation'
import type { Result } from '../indicators/result'
import type { WalkComparison } from '../indicators/walk/walk-comparison'
import type { FacilityKind, Options, Stage, Study } from '../model/study'
import type { Pack } from '../policy/clause'
import type { PacksRead } from '../policy/read-packs'
import type { Problem } from '../problem'
import type { WalkEffort } from '../reach/pace-options'
import type { ServedAlone } from '../reach/alone'
import type { ReachStudy, WalkAsked } from '../reach/reach-study'
import type { WalkExplained, WalkFrom } from '../reach/walk-explained'
import type { RectificationBook } from '../rectify/book'
import type { ScenarioEdit } from '../scenario/edit'
import type { SourceFile } from '../sources/raw-table'
import type { LngLat } from '../tables/ledger'
import type { Language } from '../text/say'
import type { FileSummary } from './file-summary'
import type { GivenSettings } from './given-settings'
import type { ResultPatch } from './result-patch'
import type { PicturesQuestion, StreetsAnswer, WalkPictures } from './walking'
import type { Loss, Weight } from './weigh'

export type Calls = {
  /** Looks at files without touching the study that is open. Of two files of one name the later counts; without: names left out, packed ones too. */
  read: { input: { files: readonly SourceFile[]; without: readonly string[]; given: GivenSettings }; answer: ReadAnswer }
  /** Makes the study of a read the one that is asked about. */
  use: { input: { ticket: number }; answer: Study }
  /** Gives the study to a computing part that had to be started again. */
  load: { input: { study: Study }; answer: null }
  /** The office's own record from now on: the base of every question, plans or none. */
  record: { input: Pick<RectificationBook, 'strokes' | 'done'>; answer: null }
  evaluate: { input: Asked; answer: readonly Result[] }
  /** The same as it travels (told-results.ts): only what differs from the answer named by `known`, where that is still at hand; else all. */
  follow: { input: Asked & { known: number | null }; answer: Followed }
  reach: { input: ReachQuestion; answer: ReachAnswer }
  /** The total alone, with one facility held elsewhere; edits are those of the plan without it. Answered within a frame, after the first time. */
  reachHeld: { input: ReachQuestion & { held: { facility: string; to: LngLat } }; answer: ReachAnswer['total'] }
  /** null: no such clause, or nothing computes it. unit null: the clause as a whole. policies, own and options as in the evaluate that gave the figure. */
  explain: { input: Asked & ClauseName & { unit: string | null }; answer: Explanation | null }
  /** 覆盖 under every reading that the clause offers; null: it offers one only. */
  coverage: { input: Pick<Asked, 'own' | 'options' | 'edits'> & ClauseName; answer: CoverageComparison | null }
  /** What data would decide each clause that has no verdict, or a unit without one, for want of data. */
  lacking: { input: Asked; answer: readonly (ClauseName & DataLacking)[] }
  /** What would be lost if this facility closed. */
  weigh: { input: Asked & { facility: string } & AloneAsked; answer: Weight }
  /** Whom each facility alone serves. */
  alone: { input: Under & AloneAsked; answer: readonly ServedAlone[] }
  /** What would be lost if each of these facilities closed by itself. */
  worth: { input: Asked & { facilities: readonly string[] }; answer: readonly Loss[] }
  /** The walk network, built at the first question; a study without street files answers with a lack. */
  streets: { input: Under & { options: Options }; answer: StreetsAnswer }
  /** The walk network as a saved study keeps it; null: none that can be walked. */
  keepStreets: { input: { options: Options }; answer: SourceFile | null }
  /** null: no streets. */
  pictures: { input: Under & PicturesQuestion; answer: WalkPictures | null }
  /** The walk from one place to its nearest facility: of those that the clause counts where it asks for distances, else of the kinds. null: no streets, or no such place. */
  route: { input: Under & { from: WalkFrom; asked: (Pick<Asked, 'own' | 'options'> & ClauseName) | null; metres: number; speed: number; effort: WalkEffort; kinds: readonly FacilityKind[] | null }; answer: RouteAnswer | null }
  /** Circle and walk side by side; null: the clause does not ask for distances, or no streets. */
  walk: { input: Pick<Asked, 'own' | 'options' | 'edits'> & ClauseName; answer: WalkComparison | null }
  /** A file of the results, made where the study lies; null: this computing part makes no such file. plan: the name of the plan that edits belong to. */
  product: { input: Asked & { product: string; plan: string | null; extra: boolean; language: Language }; answer: Uint8Array | null }
  /** A policy pack in a file; pack null: refused, the problems say why, each with its line. */
  pack: { input: { file: SourceFile }; answer: { pack: Pack | null; problems: readonly Problem[] } }
}
export type CallName = keyof Calls

/** Which documents are judged and how they are read. own: the packs that the user loaded, of which policies may name some. */
export type Asked = Under & { readonly policies: readonly string[]; readonly own: readonly Pack[]; readonly options: Options; /** Of a place on the way somewhere: not worth remembering. */ readonly passing?: true }
/** What the plan that is asked about has done to the base, which the computing part holds; absent: nothing. */
export type Under = { readonly edits?: readonly ScenarioEdit[] }
/** walk: along the streets; null: in a straight line. */
export type AloneAsked = { readonly metres: readonly number[]; readonly walk: WalkAsked | null }
/** Clauses of two documents may have one id: a clause is named with its document. */
export type ClauseName = { readonly policy: string; readonly clause: string }

/** number: of this answer. whole: all results; null: the patches say what differs from the answer that was named. */
export type Followed = { readonly number: number; readonly whole: readonly Result[] | null; readonly patches: readonly ResultPatch[] }

/** kinds null: every kind that gives care. */
export type ReachQuestion = Under & { readonly metres: readonly number[]; readonly kinds: readonly FacilityKind[] | null; readonly stages: readonly Stage[]; /** Metres per second along the streets; null or absent: in a straight line. */ readonly speed?: number | null; /** What crossings and steps add; absent: nothing. */ readonly effort?: WalkEffort }

/** Without the points: a hundred thousand of them are no answer for a screen. */
export type ReachAnswer = Omit<ReachStudy, 'points'>

/** ofClause: the facilities are those that the clause counts. */
export type RouteAnswer = WalkExplained & { readonly ofClause: boolean }

export type ReadAnswer = {
  /** Names the study for use(); null when the files do not make one, the problems say why. */
  readonly ticket: number | null
  /** As study.json or the form says; asOf null when neither does. */
  readonly name: string
  readonly asOf: string | null
  readonly hasSettings: boolean
  /** The plans of study.json as written there. */
  readonly plans?: readonly unknown[]
  /** The office's record as study.json has it. */
  readonly rectification?: unknown
  /** The user's own packs that study.json carries; problems: of those that were refused. */
  readonly packs?: PacksRead
  readonly files: readonly FileSummary[]
  /** Every problem: of files, tables and the joined study. */
  readonly problems: readonly Problem[]
}

/** What is being done and how far: words are in text/ under 'work.'. */
export type WorkStep = 'reading' | 'joining' | 'judging' | 'reach' | 'opening' | 'streets' | 'walking' | 'writing'
export type Progress = { readonly step: WorkStep; readonly done: number | null; readonly of: number | null; readonly file?: string }

/** Why a call gave no answer; words are in text/ under 'failure.'. */
export type Failure = { readonly code: 'worker-died' | 'worker-hung' | 'call-failed' | 'cancelled' | 'study-unusable' | 'files-unreadable' | 'sample-missing' | 'kept-missing'; readonly detail?: string }

export type CallContext = { readonly progress: (progress: Progress) => void; readonly signal: AbortSignal }
export type Handlers = { readonly [C in CallName]: (input: Calls[C]['input'], context: CallContext) => Calls[C]['answer'] | Promise<Calls[C]['answer']> }

export type AskOptions = { readonly signal?: AbortSignal; readonly onProgress?: (progress: Progress) => void }
export type Ask = <C extends CallName>(call: C, input: Calls[C]['input'], options?: AskOptions) => Promise<Calls[C]['answer']>

/** What a promise of ask() is rejected with. */
export class CallError extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code)
  }
}

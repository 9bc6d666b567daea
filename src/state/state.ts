/** Everything the screens show, in one store. Commands write it, panels read it; nothing else does either. */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Failure, Progress, ReachAnswer, ReadAnswer } from '../compute/calls'
import type { GivenSettings } from '../compute/given-settings'
import type { CoverageComparison } from '../indicators/coverage-readings'
import type { DataLacking } from '../indicators/data-lacking'
import type { Explanation } from '../indicators/explanation'
import type { Result, State as Verdict } from '../indicators/result'
import type { FacilityKind, Options, Study } from '../model/study'
import type { Pack } from '../policy/clause'
import type { Problem } from '../problem'
import type { Language } from '../text/say'
import type { FileSource } from './file-source'
import type { LocalBase } from './local-base'
import { firstKeeping, type Keeping } from './keeping'
import { firstRectify, type Rectify } from './rectify'
import { firstWalking, type Walking } from './walking'
import { firstWorkshop, type Workshop } from './workshop'

/** Work of one turn excludes itself: the last one asked for wins. */
export type Turn = 'study' | 'import' | 'evaluate' | 'reach' | 'explain' | 'coverage' | 'lacking' | 'pack' | 'template' | 'compare' | 'weigh' | 'worth' | 'save' | 'streets' | 'walks' | 'own-walk' | 'route' | 'walk' | 'record' | 'export'

/** Names one thing on the map, in the table and on the cards alike. */
export type Selection = { readonly kind: 'area' | 'compound' | 'facility' | 'plot' | 'point'; readonly id: string }

/** Layers of the map that the user may switch; the ids are the map's. */
export type Layers = Readonly<Record<'areas' | 'facilities' | 'compounds' | 'plots' | 'people' | 'circles' | 'streets' | 'labels', boolean>>

export type BaseMapChoice = { readonly template: string; readonly attribution: string }

/** The figure whose origin is shown; unit null: the clause as a whole. */
export type WhyQuestion = { readonly policy: string; readonly clause: string; readonly unit: string | null }

export type Sort = { readonly column: string; readonly descending: boolean }
export type TableView = { readonly sort: Sort | null; readonly find: string; readonly verdict: Verdict | null }
/** Which clauses are listed; lacking: those that want for one thing (a key of data-lacking). */
export type ClauseView = { readonly verdict: Verdict | null; readonly lacking: string | null; readonly find: string }
export type DockTab = 'units' | 'rectify' | 'facilities' | 'charts' | 'problems'

/** A drop that waits for the user's word; the study that is open is not touched. */
export type ImportDraft = {
  readonly sources: readonly FileSource[]
  readonly onto: 'new' | 'current'
  readonly given: GivenSettings
  /** null while it is being read. */
  readonly read: ReadAnswer | null
  /** Files of the present study that give way to files of another name under onto 'current'. */
  readonly replaces: readonly string[]
}

export type State = {
  readonly language: Language
  /** As the plan that is shown leaves it; the base is workshop.base. */
  readonly study: Study | null
  readonly workshop: Workshop
  readonly keeping: Keeping
  readonly rectify: Rectify
  /** Where the study's files can be read again, for joining new ones to them. */
  readonly sources: readonly FileSource[]
  /** Names among them, or inside packed ones, that gave way to newer files. */
  readonly without: readonly string[]
  /** The bundled, synthetic town. */
  readonly sample: boolean
  /** Came through the import screen, not with the page. */
  readonly imported: boolean
  /** Ids of the packs whose clauses are judged, never none. */
  readonly policies: readonly string[]
  /** Packs that the user loaded, beside the shipped ones. */
  readonly ownPacks: readonly Pack[]
  /** Own packs that came with the study and were here already, of the same id, with other contents; until the user has said which. */
  readonly packsDiffer: readonly { readonly mine: Pack; readonly theirs: Pack }[]
  /** A file that is no pack, with what is wrong in it, until the user has read it. */
  readonly packRefused: { readonly file: string; readonly problems: readonly Problem[] } | null
  /** What the user set; each result says what is in force. */
  readonly options: Options
  /** null until judged. */
  readonly results: readonly Result[] | null
  /** The chosen clause and the pack that it stands in. */
  readonly clause: string | null
  readonly policy: string
  readonly clauses: ClauseView
  /** What data would decide a clause, by clauseKey; null until it is known. */
  readonly lacking: ReadonlyMap<string, DataLacking> | null
  /** The chosen clause under every reading of 覆盖; null: not asked for, or it has one reading only. */
  readonly coverage: { readonly policy: string; readonly clause: string; readonly comparison: CoverageComparison } | null
  /** The topic that is compared across documents; '' shows the list of topics, null nothing. */
  readonly topic: string | null
  readonly selection: Selection | null
  readonly layers: Layers
  /** Kinds that are shown and whose circles count; null: all. */
  readonly kinds: readonly FacilityKind[] | null
  readonly metres: readonly [number, number]
  /** By the model that is shown. */
  readonly reach: ReachAnswer | null
  readonly walking: Walking
  readonly baseMap: BaseMapChoice | null
  readonly localBase: LocalBase | null
  readonly dockTab: DockTab
  readonly units: TableView
  readonly facilities: TableView
  readonly why: WhyQuestion | null
  readonly explanation: Explanation | null
  readonly draft: ImportDraft | null
  readonly work: { readonly turn: Turn; readonly progress: Progress } | null
  /** The computing part has something to do and has said nothing for a while; the file that it is at. */
  readonly quiet: { readonly file: string | null } | null
  readonly failure: Failure | null
}

const plainTable: TableView = { sort: null, find: '', verdict: null }

export const firstState: State = {
  language: 'zh',
  study: null,
  workshop: firstWorkshop,
  keeping: firstKeeping,
  rectify: firstRectify,
  sources: [],
  without: [],
  sample: false,
  imported: false,
  policies: [],
  ownPacks: [],
  packsDiffer: [],
  packRefused: null,
  options: {},
  results: null,
  clause: null,
  policy: '',
  clauses: { verdict: null, lacking: null, find: '' },
  lacking: null,
  coverage: null,
  topic: null,
  selection: null,
  layers: { areas: true, facilities: true, compounds: true, plots: false, people: false, circles: true, streets: true, labels: true },
  kinds: null,
  metres: [500, 1000],
  reach: null,
  walking: firstWalking,
  baseMap: null,
  localBase: null,
  dockTab: 'units',
  // What needs work stands first.
  units: { ...plainTable, sort: { column: 'state', descending: false } },
  facilities: plainTable,
  why: null,
  explanation: null,
  draft: null,
  work: null,
  quiet: null,
  failure: null,
}

export const createState = (given: Partial<State> = {}): StoreApi<State> => createStore<State>(() => ({ ...firstState, ...given }))

/** The result of the chosen clause, or null. */
export const chosenResult = (state: State): Result | null => state.results?.find((result) => result.clause === state.clause && result.policy === state.policy) ?? null

/** Names a clause with its document, in one word. */
export const clauseKey = ({ policy, clause }: { readonly policy: string; readonly clause: string }): string => `${policy} ${clause}`

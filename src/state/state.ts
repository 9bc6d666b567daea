/** Everything the screens show, in one store. Commands write it, panels read it; nothing else does either. */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Failure, Progress, ReachAnswer, ReadAnswer } from '../compute/calls'
import type { GivenSettings } from '../compute/given-settings'
import type { Explanation } from '../indicators/explanation'
import type { Result, State as Verdict } from '../indicators/result'
import type { FacilityKind, Options, Study } from '../model/study'
import type { Language } from '../text/say'
import type { FileSource } from './file-source'

/** Work of one turn excludes itself: the last one asked for wins. */
export type Turn = 'study' | 'import' | 'evaluate' | 'reach' | 'explain'

/** Names one thing on the map, in the table and on the cards alike. */
export type Selection = { readonly kind: 'area' | 'compound' | 'facility' | 'plot' | 'point'; readonly id: string }

/** Layers of the map that the user may switch; the ids are the map's. */
export type Layers = Readonly<Record<'areas' | 'facilities' | 'compounds' | 'plots' | 'people' | 'circles' | 'labels', boolean>>

export type BaseMapChoice = { readonly template: string; readonly attribution: string }

/** The figure whose origin is shown; unit null: the clause as a whole. */
export type WhyQuestion = { readonly clause: string; readonly unit: string | null }

export type Sort = { readonly column: string; readonly descending: boolean }
export type TableView = { readonly sort: Sort | null; readonly find: string; readonly verdict: Verdict | null }
export type DockTab = 'units' | 'facilities' | 'problems'

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
  readonly study: Study | null
  /** Where the study's files can be read again, for joining new ones to them. */
  readonly sources: readonly FileSource[]
  /** Names among them, or inside packed ones, that gave way to newer files. */
  readonly without: readonly string[]
  /** The bundled, synthetic town. */
  readonly sample: boolean
  /** Came through the import screen, not with the page. */
  readonly imported: boolean
  /** Id of the pack whose clauses are judged. */
  readonly policy: string
  /** What the user set; each result says what is in force. */
  readonly options: Options
  /** null until judged. */
  readonly results: readonly Result[] | null
  readonly clause: string | null
  readonly clauseFilter: Verdict | null
  readonly selection: Selection | null
  readonly layers: Layers
  /** Kinds that are shown and whose circles count; null: all. */
  readonly kinds: readonly FacilityKind[] | null
  readonly metres: readonly [number, number]
  readonly reach: ReachAnswer | null
  readonly baseMap: BaseMapChoice | null
  readonly dockTab: DockTab
  readonly units: TableView
  readonly facilities: TableView
  readonly why: WhyQuestion | null
  readonly explanation: Explanation | null
  readonly draft: ImportDraft | null
  readonly work: { readonly turn: Turn; readonly progress: Progress } | null
  readonly failure: Failure | null
}

const plainTable: TableView = { sort: null, find: '', verdict: null }

export const firstState: State = {
  language: 'zh',
  study: null,
  sources: [],
  without: [],
  sample: false,
  imported: false,
  policy: '',
  options: {},
  results: null,
  clause: null,
  clauseFilter: null,
  selection: null,
  layers: { areas: true, facilities: true, compounds: true, plots: false, people: false, circles: true, labels: true },
  kinds: null,
  metres: [500, 1000],
  reach: null,
  baseMap: null,
  dockTab: 'units',
  // What needs work stands first.
  units: { ...plainTable, sort: { column: 'state', descending: false } },
  facilities: plainTable,
  why: null,
  explanation: null,
  draft: null,
  work: null,
  failure: null,
}

export const createState = (given: Partial<State> = {}): StoreApi<State> => createStore<State>(() => ({ ...firstState, ...given }))

/** The result of the chosen clause, or null. */
export const chosenResult = (state: State): Result | null => state.results?.find((result) => result.clause === state.clause) ?? null

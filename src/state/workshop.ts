/** What the room of planners has on its table: the base, the plans, what is being dragged, compared and weighed. */
import type { GivenSettings } from '../compute/given-settings'
import type { Under } from '../compute/calls'
import type { WalkPictures } from '../compute/walking'
import type { Loss, Weight } from '../compute/weigh'
import type { Difference } from '../indicators/difference/difference'
import type { Result } from '../indicators/result'
import type { Study } from '../model/study'
import type { Problem } from '../problem'
import type { Scenario } from '../scenario/scenario'
import type { ScenarioEdit } from '../scenario/edit'
import type { SumWithin } from '../reach/people-sums'
import type { LngLat } from '../tables/ledger'
import type { PlanWord } from '../text/plans'

/** Degrees of WGS84 and the map's zoom. */
export type MapPosition = { readonly lng: number; readonly lat: number; readonly zoom: number }

/**
 * What the pointer does on the map beside looking: take one facility elsewhere; say where a new one stands, a gate opens, a street is closed
 * or a link goes on; or pick whom a facility serves and who belongs to a pool.
 */
export type MapTool =
  | { readonly kind: 'move'; readonly facility: string }
  | { readonly kind: 'place' | 'closing' | 'link' }
  | { readonly kind: 'gate'; readonly compound: string }
  | { readonly kind: 'serve'; readonly facility: string }
  | { readonly kind: 'pool'; readonly pool: string }

/** A change of the streets that is being made: a link with its places so far, or a piece to be closed. */
export type WayDraft = { readonly kind: 'link'; readonly line: readonly LngLat[] } | { readonly kind: 'closing' }

/** Said once after a command; restore: what 撤销 puts back. */
export type PlanNotice = {
  readonly word: PlanWord
  readonly values?: Readonly<Record<string, string | number>>
  readonly problems?: readonly Problem[]
  readonly restore?: { readonly plans: readonly Scenario[]; readonly plan: string | null }
}

export type PlanSide = { readonly study: Study; readonly results: readonly Result[] }

/** Side by side; one over the other with a handle between; one filled with the other's outlines; what differs alone. */
export const compareViews = ['side', 'swipe', 'overlay', 'difference'] as const
export type CompareView = (typeof compareViews)[number]

export type Comparison = {
  /** Ids of plans; null: the base. */
  readonly from: string | null
  readonly to: string | null
  /** null until both are judged. */
  readonly judged: { readonly before: PlanSide; readonly after: PlanSide; readonly difference: Difference } | null
  /** Pictures of the walks under each; null: nobody walks, or they are being drawn. */
  readonly walks: { readonly before: WalkPictures | null; readonly after: WalkPictures | null } | null
}

/** What every facility of one study is worth, as far as it has been worked out. */
export type Worth = {
  readonly study: Study
  /** By facility: people whom it alone serves; null: not counted yet. A facility that is not in it serves nobody. */
  readonly alone: ReadonlyMap<string, readonly SumWithin[]> | null
  /** By facility: what its closing would lose. */
  readonly losses: ReadonlyMap<string, Loss>
  /** How many facilities run: as many losses there will be. */
  readonly of: number
  /** The user had enough of waiting. */
  readonly stopped: boolean
}

/** A picture of the map. */
export type Snapshot = { readonly number: number; readonly plan: string; readonly file: string; readonly bytes: Uint8Array }

export type Workshop = {
  /** The study before any edit; null: no study is open. */
  readonly base: Study | null
  readonly plans: readonly Scenario[]
  /** The plan that is shown; null: the base. */
  readonly plan: string | null
  /** Entries of study.json that are no plans. */
  readonly unread: readonly unknown[]
  /** What the user said when importing, for writing study.json. */
  readonly given: GivenSettings
  readonly tool: MapTool | null
  /** Where the facility of the tool is held now; no edit yet. */
  readonly drag: { readonly facility: string; readonly to: LngLat } | null
  /** Where a new facility is to stand; at null: not said yet. The whole null: none is being added. */
  readonly adding: { readonly at: LngLat | null } | null
  readonly way: WayDraft | null
  /** Why the last edit changed nothing, said where it was asked for until something else is done. */
  readonly refused: { readonly word: PlanWord; readonly values?: Readonly<Record<string, string | number>>; readonly problems: readonly Problem[] } | null
  readonly notice: PlanNotice | null
  /** Of the facility that is selected; answer null: being weighed. */
  readonly weight: { readonly facility: string; readonly answer: Weight | null } | null
  /** The facility table says what each is worth instead of what the ledger says. */
  readonly worthShown: boolean
  readonly worth: Worth | null
  readonly comparison: Comparison | null
  readonly compareView: CompareView
  /** Where the map stands; null: not said yet. */
  readonly camera: MapPosition | null
  /** Where the map is asked to go; null: wherever it is. */
  readonly goTo: MapPosition | null
  readonly projector: boolean
  readonly keysShown: boolean
  readonly paletteShown: boolean
  /** How often a picture of the map was asked for. */
  readonly snapshotAsked: number
  /** Of this session, the oldest first. */
  readonly snapshots: readonly Snapshot[]
}

export const firstWorkshop: Workshop = {
  base: null, plans: [], plan: null, unread: [], given: {}, tool: null, drag: null, adding: null, way: null, refused: null, notice: null, weight: null, worthShown: false, worth: null, comparison: null, compareView: 'side', camera: null, goTo: null, projector: false, keysShown: false, paletteShown: false, snapshotAsked: 0, snapshots: [],
}

type Held = { readonly workshop: Workshop }
type Holder = { readonly store: { getState(): Held; setState(change: (state: Held) => Held): void } }

export const setWorkshop = (app: Holder, change: Partial<Workshop>): void => app.store.setState(({ workshop }) => ({ workshop: { ...workshop, ...change } }))

export const planNamed = ({ plans }: Pick<Workshop, 'plans'>, id: string | null): Scenario | null => plans.find((plan) => plan.id === id) ?? null

/** The plan that is shown; null: the base. */
export const planShown = (workshop: Workshop): Scenario | null => planNamed(workshop, workshop.plan)

export const editsOf = (plan: Scenario | null): readonly ScenarioEdit[] => plan?.edits.slice(0, plan.done) ?? []

/** A facility that is held over the map stands where it is held, as if it had been moved there. */
const heldEdit = (drag: Workshop['drag']): readonly ScenarioEdit[] => (drag ? [{ id: 'held', type: 'move-facility', facility: drag.facility, to: drag.to }] : [])

/** For every question: the edits of the plan that is shown, and what is held over the map. Of the base nothing is said. */
export function editsShown(app: Holder): Under {
  const { workshop } = app.store.getState()
  const edits = [...editsOf(planShown(workshop)), ...heldEdit(workshop.drag)]
  return edits.length === 0 ? {} : { edits }
}

/** One rectification item (整改项): one unit, one clause, one shortfall, one due day, and what could be done. Codes have words in text/rectify.ts. */
import type { DateText, Rectification } from '../model/study'
import type { CompoundClass } from '../indicators/compound-class'
import type { EditDraft } from '../scenario/edit'

export type RectificationItem = {
  readonly unit: string
  readonly name: string
  readonly kind: 'area' | 'compound'
  readonly clause: string
  readonly policy: string
  /** In the measure; null where the clause needs no amount or it is not known. */
  readonly required: number | null
  readonly provided: number | null
  readonly shortfall: number | null
  /** shortfall / required, 0 … 1; null without both, or where nothing is required. */
  readonly shortfallShare: number | null
  /** 'm2', 'facility', 'step' (of the four), or the clause's own unit. */
  readonly measure: string
  readonly households: number | null
  /** Elders aged 60 and over of the unit. */
  readonly people: number | null
  /** The county-level unit, the street or township, and the community or village above or equal to the unit; null: not said. */
  readonly county: Named | null
  readonly subdistrict: Named | null
  readonly community: Named | null
  /** New or old, by which column and date, under the reading of the clause; null for units that are no compounds. */
  readonly age: CompoundClass | null
  readonly permitted: DateText | null
  readonly completed: DateText | null
  readonly delivered: DateText | null
  /** Where provision failed (规划 / 配建 / 移交 / 使用不到位) and what says so; null: nothing on record tells. */
  readonly fault: Fault | null
  readonly due: DateText | null
  /** Unmet and the data date is after the last day of due; null without a due date. */
  readonly overdue: boolean | null
  /** 责任单位, as the ledger has it. */
  readonly responsible: string | null
  /** 整改措施, as the ledger has it. */
  readonly plannedRemedy: string | null
  readonly progress: ItemProgress
  /** The four steps of 四同步; null for units that are no compounds, and where the ledger says nothing of any step. */
  readonly gates: readonly Gate[] | null
  /** What is possible for this unit alone; empty where nothing is known to be, or where it was not asked for. */
  readonly remedies: readonly Remedy[]
  /** The nearest operating care facility of any kind, geodesic; null without a position. */
  readonly nearest: { readonly id: string; readonly name: string; readonly metres: number } | null
}

export type Named = { readonly id: string; readonly name: string }

export const faultClasses = ['planning', 'provision', 'handover', 'use'] as const
export type FaultClass = (typeof faultClasses)[number]
export const faultWhys = ['planned-no', 'built-no', 'accepted-no', 'delivered-no', 'not-handed-over', 'facility-closed', 'used-otherwise', 'area-short', 'facility-building', 'land-unused', 'none-planned'] as const
/** detail: the record that says so. */
export type Fault = { readonly class: FaultClass; readonly why: (typeof faultWhys)[number]; readonly detail: string | null }

/** by: who said it: a record typed here, or the ledger's 完成情况; null: nobody, and the status is open. */
export type ItemProgress = {
  readonly status: Rectification['status']
  readonly by: 'record' | 'ledger' | null
  readonly note: string | null
  readonly evidence: DateText | null
  /** Care area found after the work, m². */
  readonly areaM2: number | null
}

export const gateSteps = ['plan', 'build', 'accept', 'deliver'] as const
export type GateStep = (typeof gateSteps)[number]
/**
 * done; late: after the housing's own step; missing: said to be not done although the housing has taken the step;
 * not-yet: not done, and the housing is not there either; unsaid.
 */
export const gateStates = ['done', 'late', 'missing', 'not-yet', 'unsaid'] as const
export type GateState = (typeof gateStates)[number]
export type Gate = {
  readonly step: GateStep
  readonly state: GateState
  /** When the care rooms took the step; null: not said. */
  readonly date: DateText | null
  /** When the housing took it (规划许可, 竣工, 竣工, 交付); null: not said. */
  readonly housing: DateText | null
}

/** build 补建; pool 整合配建; acquire 购置、租赁、国有闲置资产收回利用 of a candidate plot; convert: a facility becomes one that counts; reopen: one that is closed. */
export const remedyKinds = ['build', 'pool', 'acquire', 'convert', 'reopen'] as const
export type RemedyKind = (typeof remedyKinds)[number]
export const acquireWays = ['purchase', 'lease', 'state-asset'] as const
export type AcquireWay = (typeof acquireWays)[number]

export type Remedy = {
  readonly kind: RemedyKind
  /** With whom or what: a compound, a pooled group, a facility, a plot; null: nothing that is there. */
  readonly with: { readonly kind: 'compound' | 'pool' | 'facility' | 'plot'; readonly id: string; readonly name: string } | null
  /** From the unit to it, geodesic; null: not known, or nothing to go to. */
  readonly metres: number | null
  /** m² that the remedy brings the unit; null: not known. */
  readonly areaM2: number | null
  /** m² that the partner can give without falling short itself; null where nobody gives. */
  readonly spareM2: number | null
  /** m² that have to be built beside what the partner can spare; null: it spares enough. */
  readonly alsoBuildM2: number | null
  /** Ways that the candidate's row names; all three where it names none. Only of acquire. */
  readonly ways: readonly AcquireWay[]
  /** At most 1000 m²: the simplified procedure of CQ-08 (a stand-alone building or some floors); null: not an old building, or size unknown. */
  readonly simplified: boolean | null
  /** The edits that realise it, in order. */
  readonly edits: readonly EditDraft[]
  /** The unit under the item's clause once the edits are done, found by doing them; null: cannot be promised under this reading. */
  readonly promise: { readonly state: 'met' | 'unmet'; readonly shortfall: number | null } | null
}

/** Names an item across months and plans. */
export const itemKey = ({ policy, clause, unit }: Pick<RectificationItem, 'policy' | 'clause' | 'unit'>): string => `${policy} ${clause} ${unit}`

/** The clause asks for more than none and names no size: nothing is there, and no number says by how much it falls short. */
export const asksForAny = ({ required, shortfall }: Pick<RectificationItem, 'required' | 'shortfall'>): boolean => required === 0 && shortfall === 0

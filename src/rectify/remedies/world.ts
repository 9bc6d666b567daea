/** What remedies are asked with, and what those of one compound are found with. */
import type { Compound, Facility, Options, Plot } from '../../model/study'
import type { Pack } from '../../policy/clause'
import type { remedyName } from '../../text/rectify'
import type { Language } from '../../text/say'
import type { RectificationItem, Remedy } from '../item'
import type { Near } from '../near'
import type { Supplier } from '../spare'
import type { Touched } from '../trial'

export type RemedyQuestion = {
  readonly packs: readonly Pack[]
  /** What the user set, as for judge(). */
  readonly options: Options
  /** How far pooled compounds may lie apart, metres; absent: the clause's poolRadius, else 500 (ten minutes). */
  readonly poolingM?: number
  /** How far rooms to be bought, leased, converted or opened may lie, metres; absent: 1000 (fifteen minutes). */
  readonly reachM?: number
  /** Candidates of each kind; absent: 3. */
  readonly most?: number
  /** Of the names of what is built; absent: Chinese. */
  readonly language?: Language
}

/** What the remedies of one compound are found with. */
export type CompoundWorld = {
  readonly item: RectificationItem
  readonly compound: Compound
  readonly pooled: boolean
  /** m² that the compound, or its pooled group, lacks; null: not known. */
  readonly needM2: number | null
  /** The least that one site may have by the reading; 0: any. */
  readonly leastM2: number
  /** The edits' promise, with the record that the work is done where the clause asks for it; the edits as they then are. */
  readonly promised: (edits: Remedy['edits'], touched: Touched) => Pick<Remedy, 'edits' | 'promise'>
  readonly suppliers: readonly Near<Supplier>[]
  readonly plots: readonly Near<Plot>[]
  readonly facilities: readonly Near<Facility>[]
  readonly groupNames: ReadonlySet<string>
  readonly most: number
  readonly nameOf: (what: Parameters<typeof remedyName>[1], name: string) => string
}


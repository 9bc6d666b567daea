/** What every product is made from, gathered once: the judged study, the documents, the readings and the list. */
import { version } from '../../package.json'
import type { Result } from '../indicators/result'
import type { WalkComparison } from '../indicators/walk-comparison'
import type { Options, Study } from '../model/study'
import type { Pack } from '../policy/clause'
import type { Problem } from '../problem'
import type { RectificationItem } from '../rectify/item'
import { rectificationList } from '../rectify/list'
import type { ScenarioEdit } from '../scenario/edit'
import type { Language } from '../text/say'

export type Basis = {
  readonly version: string
  readonly language: Language
  /** As the plan leaves it. */
  readonly study: Study
  readonly packs: readonly Pack[]
  /** What the user set. */
  readonly options: Options
  readonly results: readonly Result[]
  readonly rectification: readonly RectificationItem[]
  /** Circle and walk side by side, for every clause that asks for distances; empty without streets. */
  readonly walks: readonly WalkOfClause[]
  readonly problems: readonly Problem[]
  /** null: the base. */
  readonly plan: PlanMade | null
}

export type WalkOfClause = WalkComparison & { readonly clause: string; readonly policy: string }
/** edits: those that count, in order. */
export type PlanMade = { readonly name: string; readonly edits: readonly ScenarioEdit[] }

type Given = Pick<Basis, 'study' | 'packs' | 'results'> & Partial<Omit<Basis, 'version' | 'study' | 'packs' | 'results'>>

export const basisOf = ({ study, packs, results, ...given }: Given): Basis => ({
  version,
  language: 'zh',
  options: study.options,
  rectification: given.rectification ?? rectificationList(study, results),
  walks: [],
  problems: study.problems,
  plan: null,
  ...given,
  study,
  packs,
  results,
})

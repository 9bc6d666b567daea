/** What every product is made from, gathered once: the judged study, the documents, the readings and the list. */
import { version } from '../../package.json'
import type { Result } from '../indicators/result'
import { compareWalk, type WalkComparison } from '../indicators/walk/walk-comparison'
import type { Options, Study } from '../model/study'
import type { Pack } from '../policy/clause'
import type { Problem } from '../problem'
import type { RectificationItem } from '../rectify/item'
import { rectificationList } from '../rectify/list'
import type { ScenarioEdit } from '../scenario/edit'
import { problemsUnder } from '../scenario/study-under'
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
  /** Circle and walk side by side, for every clause that asks for distances; empty without streets, and where the product does not ask. */
  readonly walks: readonly WalkOfClause[]
  readonly problems: readonly StatedProblem[]
  /** null: the base. */
  readonly plan: PlanMade | null
}

export type WalkOfClause = WalkComparison & { readonly clause: string; readonly policy: string }
/** edits: those that count, in order. */
export type PlanMade = { readonly name: string; readonly edits: readonly ScenarioEdit[] }
/** clause: which one met it while judging; null: it stands in the input. */
export type StatedProblem = Problem & { readonly clause: string | null }

type Given = Pick<Basis, 'study' | 'packs' | 'results'> & Partial<Pick<Basis, 'language' | 'options' | 'rectification' | 'walks' | 'plan'>>

/** options: study.options unless others are given. The problems are those of the input, the plan and the judging, whoever asks. */
export function basisOf({ study, packs, results, language = 'zh', options = study.options, rectification = rectificationList(study, results), walks = [], plan = null }: Given): Basis {
  const ofPlan = plan && study.base ? problemsUnder(study.base, { edits: plan.edits, done: plan.edits.length }).map((each) => ({ ...each, at: { ...each.at, file: plan.name } })) : []
  const problems = [...[...study.problems, ...ofPlan].map((each) => ({ ...each, clause: null })), ...results.flatMap((result) => result.problems.map((each) => ({ ...each, clause: result.clause })))]
  return { version, language, study, packs, options, results, rectification, walks, problems, plan }
}

/** For every clause that asks how far people are; empty without streets. */
export const walksOf = (study: Study, packs: readonly Pack[], options: Options): WalkOfClause[] =>
  packs.flatMap((pack) =>
    pack.clauses.flatMap((clause) => {
      const comparison = compareWalk(study, pack, clause, options)
      return comparison ? [{ clause: clause.id, policy: pack.id, ...comparison }] : []
    }),
  )

/** One clause by the legal circle and by the elder walk, with where they disagree and how firm the walk's figure is. */
import type { Facility, Options, Study } from '../../model/study'
import type { Clause, Pack } from '../../policy/clause'
import { effortSaid, type Pace, type WalkEffort } from '../../reach/pace-options'
import { walkLack } from '../../reach/study-walk'
import { asksReach } from '../asks-reach'
import { judgingOf } from '../judge'
import { paceOf, readAs, speedOf } from '../reach-asked'
import type { State } from '../result'
import { walkBand, type WalkBand } from './walk-band'
import { judged, reachOf, walkDisagreement, type WalkDisagreement } from './walk-disagreement'

export type ModelFigure = { readonly state: State; readonly numerator: number | null; readonly denominator: number | null; readonly value: number | null; readonly metres: number | null }

export type WalkComparison = {
  readonly speed: number
  /** What crossings and steps add, where it is on. */
  readonly effort: Partial<WalkEffort>
  readonly circle: ModelFigure
  readonly walk: ModelFigure
  readonly band: WalkBand
  readonly disagreement: WalkDisagreement
}

/** null: the clause, as it is read, does not ask how far people are, or there are no streets to walk on. */
export function compareWalk(study: Study, pack: Pack, clause: Clause, options: Options): WalkComparison | null {
  const { judging } = judgingOf(study, pack, clause, options)
  if (!asksReach(judging) || walkLack(study)) return null
  const disagreement = walkDisagreement(judging)
  if (!disagreement) return null
  const figure = (model: 'circle' | 'walk'): ModelFigure => {
    const { state, numerator, denominator, value, figures } = judged(readAs(judging, model))
    return { state, numerator, denominator, value, metres: typeof figures.metres === 'number' ? figures.metres : null }
  }
  return { speed: speedOf(judging), effort: effortSaid(paceOf(judging)), circle: figure('circle'), walk: figure('walk'), band: walkBand(judging), disagreement }
}

/** The facilities that the clause counts, the metres of its walk and the pace; null as in compareWalk. */
export function walkOfClause(study: Study, pack: Pack, clause: Clause, options: Options): { readonly facilities: readonly Facility[]; readonly metres: number; readonly pace: Pace } | null {
  const { judging } = judgingOf(study, pack, clause, options)
  if (!asksReach(judging) || walkLack(study)) return null
  const reach = reachOf(readAs(judging, 'walk'))
  return reach && { facilities: reach.near.sites, metres: reach.limit, pace: paceOf(judging) }
}

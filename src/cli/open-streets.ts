/** The streets of an opened study, built when a walk is asked for. */
import { withStreets, type RoadsSource } from '../model/build-streets'
import type { Options, Study } from '../model/study'
import type { Clause } from '../policy/clause'
import { problem, type Problem } from '../problem'
import { walkLack } from '../reach/study-walk'

/** unusable: no walk can be measured; the problems say why. */
export type OpenedStreets = { readonly study: Study; readonly unusable: boolean; readonly problems: readonly Problem[] }

export async function openStreets(study: Study, roads: RoadsSource): Promise<OpenedStreets> {
  const walked = await withStreets(study, roads)
  const lack = walkLack(walked)
  const problems = walked.streets ? walked.streets.report.problems : [problem('streets-missing', 'error', {})]
  return { study: walked, unusable: lack !== null, problems }
}

/** Is any clause read along the streets? By the options, or where they are silent by the clause's own default. */
export const asksWalk = (options: Options, clauses: readonly Clause[]): boolean =>
  options.reachModel === 'walk' || (options.reachModel === undefined && clauses.some(({ readings }) => readings.some(({ option, default: own }) => option === 'reachModel' && own === 'walk')))

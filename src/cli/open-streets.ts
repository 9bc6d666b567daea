/** The streets of an opened study, built when a walk is asked for. */
import { withStreets, type RoadsSource } from '../model/build-streets'
import type { Options, Study } from '../model/study'
import { problem, type Problem } from '../problem'
import { walkLack } from '../reach/study-walk'

/** unusable: no walk can be measured; the problems say why. */
export type OpenedStreets = { readonly study: Study; readonly unusable: boolean; readonly problems: readonly Problem[] }

/** options: those in force; of them one decides how drawn lines meet. */
export async function openStreets(study: Study, roads: RoadsSource, options: Options = study.options): Promise<OpenedStreets> {
  const walked = await withStreets(study, roads, {}, options)
  const lack = walkLack(walked)
  const problems = walked.streets ? walked.streets.report.problems : [problem('streets-missing', 'error', {})]
  return { study: walked, unusable: lack !== null, problems }
}

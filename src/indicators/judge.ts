/** Study and packs -> one Result per clause, in the order of the packs. */
import { problem, type Problem } from '../problem'
import type { Options, Study } from '../model/study'
import type { Clause, Pack } from '../policy/clause'
import { deadlineOf, readingOf, typedOptions } from '../policy/reading'
import { blank, type Judged, type Judging } from './evaluator'
import { evaluators } from './evaluators'
import { factsOf } from './facts'
import type { Result } from './result'
import { rosterOf } from './roster'

/** Judges every clause of the packs. The same study, packs and options give the same results to the byte. */
export function judge(study: Study, packs: readonly Pack[], options: Options = study.options, onProgress?: (done: number, of: number, clause: string) => void): Result[] {
  const all = packs.flatMap((pack) => pack.clauses.map((clause) => ({ pack, clause })))
  return all.map(({ pack, clause }, index) => {
    onProgress?.(index, all.length, clause.id)
    return judgeClause(study, pack, clause, options)
  })
}

/** One clause; study.options give way to the options given. */
export function judgeClause(study: Study, pack: Pack, clause: Clause, options: Options): Result {
  const asked = judgingOf(study, pack, clause, options)
  return resultOf(asked, judgedBy(asked.judging))
}

/** What the clause's own family answers. */
export function judgedBy(judging: Judging): Judged {
  const evaluator = evaluators.find(({ id }) => id === judging.clause.evaluator)
  return evaluator ? evaluator.judge(judging) : blank('no-data', '', [{ code: 'evaluator-missing', detail: judging.clause.evaluator }])
}

/** The family's answer with the clause's own words. */
export function resultOf({ judging, problems }: { readonly judging: Judging; readonly problems: readonly Problem[] }, judged: Judged): Result {
  const { study, pack, clause } = judging
  const deadline = deadlineOf(clause.deadline, judging.reading, pack.document)
  return {
    clause: clause.id,
    policy: pack.id,
    evaluator: clause.evaluator,
    state: judged.state,
    numerator: judged.numerator,
    denominator: judged.denominator,
    value: judged.value,
    threshold: judged.threshold && { at: judged.threshold.at, value: judged.threshold.value },
    unit: judged.unit,
    binding: clause.binding,
    deadline,
    pastDue: deadline === null ? null : study.asOf > deadline,
    reading: judging.reading,
    shortfall: judged.shortfall,
    shortfallOfUnits: judged.shortfallOfUnits,
    why: judged.why,
    units: judged.units,
    excluded: judged.excluded,
    problems: [...problems, ...levelProblems(judging), ...judged.problems],
    figures: judged.figures,
  }
}

/** What a clause is judged with. */
export function judgingOf(study: Study, pack: Pack, clause: Clause, options: Options): { judging: Judging; problems: Problem[] } {
  const set = typedOptions({ ...study.options, ...options }, [clause])
  const { reading, problems } = readingOf(clause, set)
  return { judging: { study, roster: rosterOf(study), facts: factsOf(study), pack, clause, reading, set }, problems }
}

/** A study whose roster has no unit of the document's level is judged at its own topmost, and says so. */
function levelProblems({ roster, clause }: Judging): Problem[] {
  const judgedAt = clause.parameters.judgedAt
  if (typeof judgedAt !== 'string' || judgedAt === 'facility' || roster.areas.length === 0) return []
  const level = roster.tops[0]?.level
  return level === undefined || level === judgedAt ? [] : [problem('judged-at-other-level', 'info', {}, level)]
}

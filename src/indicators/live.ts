/** Every clause judged once and kept: another study of the same base is judged by what changed, with the same bytes as from nothing. */
import { peopleKeys } from '../model/build-people'
import type { Options, Study } from '../model/study'
import type { Clause, Pack } from '../policy/clause'
import { rosterOf } from './roster'
import { factsOf } from './facts'
import type { Judging } from './evaluator'
import { judgedBy, judgingOf, resultOf } from './judge'
import { changesBetween, type Changes } from './live-changes'
import { liveDistances, type LiveDistances } from './live-distances'
import { liveReach, type LiveReach } from './live-reach'
import { isTouched, readsOf, type Reads } from './live-reads'
import { forget, keptCompounds, touchedCompounds, type KeptCompounds, type Touched } from './kept-compounds'
import type { Result } from './result'

export type LiveAnswer = {
  /** In the order of the packs; a clause that nothing touched has the very object of the answer before. */
  readonly results: readonly Result[]
  /** Ids of the clauses that were judged again. */
  readonly changed: readonly string[]
}

export type Live = {
  readonly results: () => readonly Result[]
  /** The results of another study of the same base: one more edit, undone, redone, another plan. onClause: each clause as soon as it was judged again. */
  readonly to: (study: Study, onClause?: (clause: string) => void) => LiveAnswer
}

export function createLive(first: Study, packs: readonly Pack[], options: Options = first.options): Live {
  let study = first
  let distances = liveDistances(first)
  let kept = packs.flatMap((pack) => pack.clauses.map((clause) => keep(study, pack, clause, options, distances)))
  return {
    results: () => kept.map(({ result }) => result),
    to: (next, onClause) => {
      const changes = changesBetween(study, next)
      if (startsOver(changes) || !distances.follow(next, changes)) {
        study = next
        distances = liveDistances(next)
        kept = kept.map(({ pack, clause }) => keep(next, pack, clause, options, distances))
        return { results: kept.map(({ result }) => result), changed: kept.map(({ clause }) => clause.id) }
      }
      let known: Touched | null = null
      const before = study
      const touched = () => (known ??= touchedCompounds(before, next, changes))
      study = next
      const changed: string[] = []
      for (const entry of kept) {
        if (!follow(entry, next, changes, touched, options, distances)) continue
        changed.push(entry.clause.id)
        onClause?.(entry.clause.id)
      }
      return { results: kept.map(({ result }) => result), changed }
    },
  }
}

/** Facts of records other than counts of people may say which facilities count at all. */
function startsOver({ everything, areas, people, factItems }: Changes): boolean {
  return everything || areas === 'all' || people === 'all' || (factItems !== null && [...factItems].some((item) => !peopleKeys.some((key) => key === item)))
}

type Kept = {
  readonly pack: Pack
  readonly clause: Clause
  asked: ReturnType<typeof judgingOf>
  reads: Reads
  reach: LiveReach | null
  /** Where the clause judges compounds, or communities by their facilities, one by one. */
  readonly compounds: KeptCompounds | undefined
  result: Result
}

function keep(study: Study, pack: Pack, clause: Clause, options: Options, distances: LiveDistances): Kept {
  const asked = judgingOf(study, pack, clause, options)
  const compounds = listsCompounds(clause) ? keptCompounds() : undefined
  const reach = clause.evaluator === 'people-within-reach' ? liveReach(asked.judging, distances) : null
  return { pack, clause, asked, compounds, reads: readsOf(asked.judging), reach, result: resultOf(asked, reach ? reach.judged() : judgedBy({ ...asked.judging, kept: compounds })) }
}

/** True when the clause was judged again. */
function follow(kept: Kept, study: Study, changes: Changes, touched: () => Touched, options: Options, distances: LiveDistances): boolean {
  if (!isTouched(kept.reads, changes, kept.asked.judging)) return false
  const judging: Judging = { ...kept.asked.judging, study, roster: rosterOf(study), facts: factsOf(study) }
  // A change that some clause of compounds does not read cannot have made its answers untrue.
  if (kept.compounds) forgetTouched(kept.compounds, changes, touched)
  const asked = { judging, problems: kept.asked.problems }
  const judged = kept.reach?.follow(judging, changes) ?? null
  if (judged || kept.clause.evaluator !== 'people-within-reach') {
    kept.asked = asked
    kept.reads = readsOf(judging)
    kept.result = resultOf(asked, judged ?? judgedBy({ ...judging, kept: kept.compounds }))
  } else Object.assign(kept, keep(study, kept.pack, kept.clause, options, distances))
  return true
}

/** Families whose units are judged one by one, each from few records. */
const listsCompounds = ({ evaluator, parameters: { over, mode } }: Clause): boolean => (evaluator === 'area-per-households' && over === 'compounds') || (evaluator === 'gates' && (mode === 'sync' || (mode === 'rectify' && over === 'compounds'))) || (evaluator === 'checklist' && over === 'community')

function forgetTouched(kept: KeptCompounds, { factItems, areas }: Changes, touched: () => Touched): void {
  if (factItems === null && areas === 'none') return forget(kept, touched())
  kept.answers.clear()
  kept.problems.clear()
}

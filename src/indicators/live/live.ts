/** Every clause judged once and kept: another study of the same base is judged by what changed, with the same bytes as from nothing. */
import { peopleKeys } from '../../model/build-people'
import type { Options, Study } from '../../model/study'
import type { Clause, Pack } from '../../policy/clause'
import { rosterOf, sameShape } from '../roster'
import { factsOf } from '../facts'
import type { Judging } from '../evaluator'
import { judgedBy, judgingOf, resultOf } from '../judge'
import type { Kept } from '../kept'
import { sameCompounds } from '../compound-index'
import { changesBetween, type Changes } from './live-changes'
import { liveDistances, type LiveDistances } from './live-distances'
import { liveReach, type LiveReach } from './live-reach'
import { liveReached } from './live-reached'
import { isTouched, readsOf, type Reads } from './live-reads'
import { forget, keptCompounds, touchedCompounds, type Touched } from '../kept-compounds'
import type { Result } from '../result'

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

/** onProgress: how many clauses of the first study are judged, before each. */
export function createLive(first: Study, packs: readonly Pack[], options: Options = first.options, onProgress?: (done: number, of: number) => void): Live {
  let study = first
  let distances = liveDistances(first)
  const all = packs.flatMap((pack) => pack.clauses.map((clause) => ({ pack, clause })))
  let kept = all.map(({ pack, clause }, index) => {
    onProgress?.(index, all.length)
    return keep(study, pack, clause, options, distances)
  })
  return {
    results: () => kept.map(({ result }) => result),
    to: (next, onClause) => {
      const changes = changesBetween(study, next)
      if (changes.areas === 'counts') sameShape(study.areas, next.areas)
      if (changes.compounds.length > 0 && changes.compounds.every(({ before, after }) => before !== null && after !== null && before.pool === after.pool)) sameCompounds(study.compounds, next.compounds)
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

type KeptClause = {
  readonly pack: Pack
  readonly clause: Clause
  asked: ReturnType<typeof judgingOf>
  reads: Reads
  reach: LiveReach | null
  readonly memory: Kept
  result: Result
}

function keep(study: Study, pack: Pack, clause: Clause, options: Options, distances: LiveDistances): KeptClause {
  const asked = judgingOf(study, pack, clause, options)
  const memory = keptCompounds()
  const reach = reachOf(asked.judging, distances)
  return { pack, clause, asked, memory, reads: readsOf(asked.judging), reach, result: resultOf(asked, reach ? reach.judged() : judgedBy({ ...asked.judging, kept: memory })) }
}

/** True when the clause was judged again. */
function follow(kept: KeptClause, study: Study, changes: Changes, touched: () => Touched, options: Options, distances: LiveDistances): boolean {
  if (!isTouched(kept.reads, changes, kept.asked.judging)) return false
  const judging: Judging = { ...kept.asked.judging, study, roster: rosterOf(study), facts: factsOf(study) }
  const asked = { judging, problems: kept.asked.problems }
  // A change that the clause does not read cannot have made its answers untrue.
  forget(kept.memory, touched())
  const judged = kept.reach?.follow(judging, changes) ?? null
  if (judged || kept.reach === null) {
    kept.asked = asked
    kept.reads = readsOf(judging)
    kept.result = resultOf(asked, judged ?? judgedBy({ ...judging, kept: kept.memory }))
  } else Object.assign(kept, keep(study, kept.pack, kept.clause, options, distances))
  return true
}

/** Families whose distances are kept, and under which reading. */
function reachOf(judging: Judging, distances: LiveDistances): LiveReach | null {
  if (judging.clause.evaluator === 'people-within-reach') return liveReach(judging, distances)
  return judging.clause.evaluator === 'unit-share' ? liveReached(judging, distances) : null
}

/** Which record has which verdict under the chosen clause: every unit of the result is found here exactly once. */
import type { Study } from '../../model/study'
import type { Result, State } from '../../indicators/result'

export type RecordKind = 'area' | 'compound' | 'facility' | 'plot'

export type Verdicts = {
  readonly of: Readonly<Record<RecordKind, ReadonlyMap<string, State>>>
  /** Units that name no record of the study (a pool without members, an id from elsewhere). */
  readonly unplaced: readonly string[]
  /** A 力争 clause: its signs are hollow. */
  readonly hollow: boolean
}

/** Asked by several layers of one view, so the last answer of a result is kept. */
export function verdictsOf(study: Study, result: Result | null): Verdicts {
  if (!result) return lookUp(study, null)
  const kept = answers.get(result)
  if (kept?.study === study) return kept.verdicts
  const verdicts = lookUp(study, result)
  answers.set(result, { study, verdicts })
  return verdicts
}

const answers = new WeakMap<Result, { readonly study: Study; readonly verdicts: Verdicts }>()

function lookUp(study: Study, result: Result | null): Verdicts {
  const of = {
    area: new Map<string, State>(),
    compound: new Map<string, State>(),
    facility: new Map<string, State>(),
    plot: new Map<string, State>(),
  }
  const unplaced: string[] = []
  const ids = result && result.units.length > 0 ? idsOf(study) : null
  for (const unit of result?.units ?? []) {
    if (!ids) break
    if (unit.kind === 'pool') {
      const members = study.compounds.filter((compound) => compound.pool === unit.id || compound.pool === unit.name)
      // A member that is judged by itself keeps its own verdict.
      for (const { id } of members) if (!of.compound.has(id)) of.compound.set(id, unit.state)
      if (members.length === 0) unplaced.push(unit.id)
      continue
    }
    const kind = unit.kind ?? kindsInTurn.find((candidate) => ids[candidate].has(unit.id))
    if (kind && ids[kind].has(unit.id)) of[kind].set(unit.id, unit.state)
    else unplaced.push(unit.id)
  }
  return { of, unplaced, hollow: result?.binding === 'aspirational' }
}

/** Results of older files name no kind. */
const kindsInTurn: readonly RecordKind[] = ['area', 'compound', 'facility', 'plot']

/** The same records are asked about under every result. */
function idsOf(study: Study): Record<RecordKind, ReadonlySet<string>> {
  return { area: namesOf(study.areas), compound: namesOf(study.compounds), facility: namesOf(study.facilities), plot: namesOf(study.plots) }
}

function namesOf(records: readonly { readonly id: string }[]): ReadonlySet<string> {
  const names = kept.get(records) ?? new Set(records.map(({ id }) => id))
  kept.set(records, names)
  return names
}

const kept = new WeakMap<object, ReadonlySet<string>>()
